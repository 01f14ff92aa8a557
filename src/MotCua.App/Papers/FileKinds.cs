using System.Buffers.Binary;

namespace MotCua.App.Papers;

/// <summary>A kind of file that papers come in.</summary>
public enum FileKind
{
    /// <summary>PDF.</summary>
    Pdf,
    /// <summary>JPEG.</summary>
    Jpeg,
    /// <summary>PNG.</summary>
    Png,
    /// <summary>TIFF.</summary>
    Tiff,
}

/// <summary>What is wrong inside a file of a known kind.</summary>
public enum FileFault
{
    /// <summary>Its end is missing: a scan or a transfer broke off.</summary>
    Torn,
    /// <summary>It is not built as its kind asks.</summary>
    Damaged,
    /// <summary>It is encrypted: PDF/A, the form for keeping, forbids that (ISO 19005-1, 6.1.3).</summary>
    Locked,
}

/// <summary>Knows a file by its content, never by its name.</summary>
public static class FileKinds
{
    private const int Head = 1024;

    private static readonly (byte[] Start, int At, string Words)[] Strangers =
    [
        ([0x50, 0x4B, 0x03, 0x04], 0, "tệp Word, Excel hoặc tệp nén"),
        ([0xD0, 0xCF, 0x11, 0xE0], 0, "tệp Word hoặc Excel đời cũ"),
        ("ftyp"u8.ToArray(), 4, "ảnh HEIC hoặc phim của điện thoại"),
        ("WEBP"u8.ToArray(), 8, "ảnh WebP"),
        ("GIF8"u8.ToArray(), 0, "ảnh GIF"),
        ("BM"u8.ToArray(), 0, "ảnh BMP"),
        ("Rar!"u8.ToArray(), 0, "tệp nén RAR"),
    ];

    /// <summary>The kind of a file by its first bytes; null if it is none of these.</summary>
    /// <param name="file">Seekable; its position is not kept.</param>
    public static FileKind? Of(Stream file)
    {
        var head = Bytes.At(file, 0, Head);
        return head switch
        {
            [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileKind.Png,
            [0x49, 0x49, 0x2A, 0x00, ..] or [0x4D, 0x4D, 0x00, 0x2A, ..] => FileKind.Tiff,
            // ISO 32000-1 lets the header stand anywhere in the first kilobyte.
            _ when head.AsSpan().IndexOf("%PDF-"u8) >= 0 => FileKind.Pdf,
            _ => null,
        };
    }

    /// <summary>What is wrong inside; null if the file is whole as far as its frame tells.</summary>
    public static FileFault? Fault(FileKind kind, Stream file) => kind switch
    {
        FileKind.Pdf => PdfFrame.Fault(file),
        FileKind.Jpeg => JpegFrame.Fault(file),
        FileKind.Png => PngFrame.Fault(file),
        _ => TiffFrame.Fault(file),
    };

    /// <summary>What a file that is none of our kinds seems to be, in words; null if nobody knows.</summary>
    public static string? Stranger(Stream file)
    {
        var head = Bytes.At(file, 0, 16);
        return Strangers.FirstOrDefault(s => head.AsSpan(Math.Min(s.At, head.Length)).StartsWith(s.Start)).Words;
    }

    /// <summary>The media type: "application/pdf".</summary>
    public static string MediaType(FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        _ => "image/tiff",
    };

    /// <summary>The endings of names, the usual one first.</summary>
    public static IReadOnlyList<string> Endings(FileKind kind) => kind switch
    {
        FileKind.Pdf => [".pdf"],
        FileKind.Jpeg => [".jpg", ".jpeg"],
        FileKind.Png => [".png"],
        _ => [".tif", ".tiff"],
    };

    /// <summary>What people call it: "PDF", "JPG".</summary>
    public static string Words(FileKind kind) => kind switch
    {
        FileKind.Pdf => "PDF",
        FileKind.Jpeg => "JPG",
        FileKind.Png => "PNG",
        _ => "TIFF",
    };
}

/// <summary>Reads pieces of a seekable file.</summary>
internal static class Bytes
{
    /// <summary>Up to so many bytes from a place; fewer where the file ends.</summary>
    public static byte[] At(Stream file, long at, int count)
    {
        file.Position = Math.Clamp(at, 0, file.Length);
        var bytes = new byte[Math.Min(count, file.Length - file.Position)];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The last bytes of a file.</summary>
    public static byte[] End(Stream file, int count) => At(file, file.Length - count, count);

    /// <summary>Two bytes as a number, the greater first.</summary>
    public static int Big16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);

    /// <summary>Four bytes as a number, the greater first.</summary>
    public static long Big32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
