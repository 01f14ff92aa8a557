using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using MotCua.Testing;

namespace MotCua.App.Tests.Papers;

/// <summary>Small files that say they are large, or unpack into it.</summary>
internal static class Bombs
{
    /// <summary>A PDF whose page's contents unpack into some 300 MB through filters.</summary>
    /// <param name="filters">The first is the outermost.</param>
    public static byte[] Pdf(IReadOnlyList<string> filters)
    {
        var bytes = Inner(filters[^1], 300_000_000);
        for (var i = filters.Count - 2; i >= 0; i--)
            bytes = Outer(filters[i], bytes);
        return SampleFiles.Pdf(
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
            SampleFiles.Content(bytes, $"/Filter[{string.Concat(filters.Select(f => "/" + f))}]"),
        ]);
    }

    /// <summary>A PNG that says its size and holds a little.</summary>
    public static byte[] Png(uint width, uint height)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(head, width);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 2);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", head), .. Chunk("IDAT", Deflated(new byte[100_000])), .. Chunk("IEND", [])];
    }

    /// <summary>A JPEG whose frame says another size.</summary>
    public static byte[] Jpeg(ushort width, ushort height)
    {
        var bytes = SampleFiles.Jpeg();
        for (var at = 2; at + 9 < bytes.Length; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2)))
            if (bytes[at + 1] is 0xC0 or 0xC2)
            {
                BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at + 5), height);
                BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at + 7), width);
                break;
            }
        return bytes;
    }

    /// <summary>A TIFF that says its size and holds four bytes.</summary>
    public static byte[] Tiff(ushort width, ushort height)
    {
        var bytes = SampleFiles.Tiff();
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(22), width);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(34), height);
        return bytes;
    }

    /// <summary>A ZIP as Word writes it, with one part that unpacks into much.</summary>
    public static byte[] Docx()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var types = zip.CreateEntry("[Content_Types].xml").Open())
                types.Write("<Types/>"u8);
            using var word = zip.CreateEntry("word/document.xml").Open();
            for (var i = 0; i < 50; i++)
                word.Write(new byte[1 << 20]);
        }
        return file.ToArray();
    }

    private static byte[] Inner(string filter, int size) => filter switch
    {
        "FlateDecode" => Deflated(new byte[size]),
        "LZWDecode" => Lzw(size),
        "RunLengthDecode" => RunLength(size),
        "ASCII85Decode" => Encoding.ASCII.GetBytes(new string('z', 1000) + "~>"),
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };

    private static byte[] Outer(string filter, byte[] bytes) => filter switch
    {
        "FlateDecode" => Deflated(bytes),
        "RunLengthDecode" => Literal(bytes),
        "ASCIIHexDecode" => Encoding.ASCII.GetBytes(Convert.ToHexString(bytes) + ">"),
        "ASCII85Decode" => Ascii85(bytes),
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };

    private static byte[] Deflated(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zip.Write(bytes);
        return packed.ToArray();
    }

    // Each code stands for one byte more than the one before; when the table is full the last and longest is said again and again.
    private static byte[] Lzw(int size)
    {
        var (bytes, held, bits, width, next, made) = (new List<byte>(), 0L, 0, 9, 258, 0L);
        Say(256);
        Say(0);
        made = 1;
        for (var length = 2; made < size; made += length, length = Math.Min(length + 1, 3838))
        {
            Say(Math.Min(next, 4095));
            next = Math.Min(next + 1, 4096);
            width = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
        }
        Say(257);
        if (bits > 0)
            bytes.Add((byte)(held << (8 - bits)));
        return [.. bytes];

        void Say(int code)
        {
            (held, bits) = ((held << width) | (uint)code, bits + width);
            for (; bits >= 8; bits -= 8, held &= (1L << bits) - 1)
                bytes.Add((byte)(held >> (bits - 8)));
        }
    }

    private static byte[] RunLength(int size)
    {
        var bytes = new byte[(size / 128 * 2) + 1];
        for (var i = 0; i + 1 < bytes.Length; i += 2)
            bytes[i] = 129;
        bytes[^1] = 128;
        return bytes;
    }

    private static byte[] Literal(byte[] bytes)
    {
        var packed = new MemoryStream();
        foreach (var part in bytes.Chunk(128))
        {
            packed.WriteByte((byte)(part.Length - 1));
            packed.Write(part);
        }
        packed.WriteByte(128);
        return packed.ToArray();
    }

    private static byte[] Ascii85(byte[] bytes)
    {
        var text = new StringBuilder();
        foreach (var part in bytes.Chunk(4))
        {
            var whole = new byte[4];
            part.CopyTo(whole, 0);
            var value = BinaryPrimitives.ReadUInt32BigEndian(whole);
            var word = new char[5];
            for (var i = 4; i >= 0; i--, value /= 85)
                word[i] = (char)('!' + (value % 85));
            text.Append(word, 0, part.Length + 1);
        }
        return Encoding.ASCII.GetBytes(text + "~>");
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(body));
        return [.. length, .. body, .. sum];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
