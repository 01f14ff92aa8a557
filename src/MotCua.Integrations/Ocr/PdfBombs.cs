using System.IO.Compression;

namespace MotCua.Integrations.Ocr;

/// <summary>Finds streams of a PDF that unpack into far more than a page needs, before the parser unpacks them whole.</summary>
internal static class PdfBombs
{
    private const long MostInOne = 192L * 1024 * 1024;
    private const long MostInAll = 4L * 1024 * 1024 * 1024;
    private const int Deepest = 4;

    /// <summary>Whether the file holds one.</summary>
    public static bool In(byte[] file)
    {
        var (at, all) = (0, 0L);
        while (file.AsSpan(at).IndexOf("stream"u8) is >= 0 and var found)
        {
            var start = at + found + "stream"u8.Length;
            at = start;
            while (start < file.Length && file[start] is (byte)'\r' or (byte)'\n')
                start++;
            if (start + 2 >= file.Length || (file[start] & 0x0F) != 8 || (file[start] * 256 + file[start + 1]) % 31 != 0)
                continue;
            using var packed = new MemoryStream(file, start, file.Length - start, writable: false);
            var size = Unpacked(packed, 1);
            all += size;
            if (size > MostInOne || all > MostInAll)
                return true;
        }
        return false;
    }

    // A stream packed several times over is small after the first time.
    private static long Unpacked(Stream packed, int depth)
    {
        if (depth > Deepest)
            return long.MaxValue / 4;
        try
        {
            using var unpacking = new ZLibStream(packed, CompressionMode.Decompress);
            var part = new byte[65536];
            var (size, head) = (0L, new List<byte>());
            for (var n = unpacking.Read(part); n > 0 && size <= MostInOne; n = unpacking.Read(part))
            {
                size += n;
                if (head.Count < 1 << 20)
                    head.AddRange(part.AsSpan(0, n));
            }
            if (head.Count > 2 && (head[0] & 0x0F) == 8 && head[0] >> 4 <= 7 && (head[0] * 256 + head[1]) % 31 == 0)
                size = Math.Max(size, Unpacked(new MemoryStream([.. head]), depth + 1));
            return size;
        }
        catch (InvalidDataException)
        {
            return 0;
        }
    }
}
