using System.Globalization;
using System.Text;

namespace MotCua.App.Papers;

/// <summary>The frame of a PDF: where it ends, and whether it is encrypted (ISO 32000-1, 7.5).</summary>
internal static class PdfFrame
{
    private const int Tail = 2048, Dictionary = 4096;

    public static FileFault? Fault(Stream file)
    {
        var tail = Bytes.End(file, Tail);
        var end = tail.AsSpan().LastIndexOf("%%EOF"u8);
        var start = tail.AsSpan().LastIndexOf("startxref"u8);
        if (start < 0 || end < start)
            return FileFault.Torn;
        var number = Encoding.ASCII.GetString(tail.AsSpan()[(start + "startxref".Length)..end]).Trim();
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var table) || table >= file.Length)
            return FileFault.Torn;
        return Encrypted(tail.AsSpan(), Bytes.At(file, table, Dictionary)) ? FileFault.Locked : null;
    }

    // The trailer stands before "startxref", or is the dictionary of the stream that holds the table.
    private static bool Encrypted(ReadOnlySpan<byte> tail, ReadOnlySpan<byte> table)
    {
        var trailer = tail.LastIndexOf("trailer"u8);
        if (trailer >= 0 && tail[trailer..].IndexOf("/Encrypt"u8) >= 0)
            return true;
        var stream = table.IndexOf("stream"u8);
        return table.StartsWith("xref"u8)
            ? table.IndexOf("trailer"u8) is >= 0 and var at && table[at..].IndexOf("/Encrypt"u8) >= 0
            : (stream < 0 ? table : table[..stream]).IndexOf("/Encrypt"u8) >= 0;
    }
}

/// <summary>The frame of a JPEG: its segments up to the picture, and the mark of its end (ITU-T T.81, B.1).</summary>
internal static class JpegFrame
{
    private const int Chunk = 64 * 1024;

    public static FileFault? Fault(Stream file)
    {
        var sized = false;
        for (var at = 2L; ;)
        {
            var mark = Bytes.At(file, at, 9);
            if (mark.Length < 4)
                return FileFault.Torn;
            if (mark[0] != 0xFF)
                return FileFault.Damaged;
            switch (mark[1])
            {
                case 0xFF: // filling
                    at++;
                    continue;
                case 0x01 or (>= 0xD0 and <= 0xD8): // marks without a segment
                    at += 2;
                    continue;
                case 0xDA:
                    return !sized ? FileFault.Damaged : Ends(file, at + 2) ? null : FileFault.Torn;
                case >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC):
                    sized = mark.Length == 9 && Bytes.Big16(mark.AsSpan(7)) > 0;
                    break;
            }
            if (Bytes.Big16(mark.AsSpan(2)) is var length && length < 2)
                return FileFault.Damaged;
            at += 2 + length;
        }
    }

    // Inside the picture every FF is followed by 00 or a restart mark, so FF D9 is the end; cameras may write more behind it.
    private static bool Ends(Stream file, long from)
    {
        for (var at = from; at < file.Length; at += Chunk - 1)
            if (Bytes.At(file, at, Chunk).AsSpan().IndexOf([(byte)0xFF, (byte)0xD9]) >= 0)
                return true;
        return false;
    }
}

/// <summary>The frame of a PNG: its chunks from IHDR to IEND (ISO/IEC 15948, 5).</summary>
internal static class PngFrame
{
    public static FileFault? Fault(Stream file)
    {
        var picture = false;
        for (var at = 8L; ;)
        {
            var head = Bytes.At(file, at, 16);
            if (head.Length < 12)
                return FileFault.Torn;
            var length = Bytes.Big32(head);
            var name = head.AsSpan(4, 4);
            if (at == 8 && !(length == 13 && name.SequenceEqual("IHDR"u8) && head.AsSpan(8).IndexOfAnyExcept((byte)0) >= 0))
                return FileFault.Damaged;
            if (at + 12 + length > file.Length)
                return FileFault.Torn;
            picture |= name.SequenceEqual("IDAT"u8);
            if (name.SequenceEqual("IEND"u8))
                return picture ? null : FileFault.Damaged;
            at += 12 + length;
        }
    }
}
