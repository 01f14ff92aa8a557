using System.Text;

namespace MotCua.Testing;

/// <summary>The smallest whole file of each kind that papers come in.</summary>
public static class SampleFiles
{
    /// <summary>A PDF; another text makes another file.</summary>
    /// <param name="trailer">More of the trailer: "/Encrypt 5 0 R".</param>
    public static byte[] Pdf(string text = "tờ khai", string trailer = "")
    {
        var body = $"%PDF-1.4\n%{text}\n1 0 obj<</Type/Catalog>>endobj\n";
        var at = Encoding.UTF8.GetByteCount(body);
        return Encoding.UTF8.GetBytes(
            $"{body}xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer<</Size 2/Root 1 0 R{trailer}>>\nstartxref\n{at}\n%%EOF\n");
    }

    /// <summary>A JPEG with a frame of 2 × 2.</summary>
    public static byte[] Jpeg() =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x04, 0x4A, 0x46, 0xFF, 0xC0, 0x00, 0x0B, 0x08, 0x00, 0x02, 0x00, 0x02, 0x01, 0x01, 0x11, 0x00,
        0xFF, 0xDA, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3F, 0x00, 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD9,
    ];

    /// <summary>A PNG of 1 × 1.</summary>
    public static byte[] Png() =>
    [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]),
        .. Chunk("IDAT", [0x78, 0x01]), .. Chunk("IEND", []),
    ];

    /// <summary>A TIFF of one strip, its directory behind the picture as scanners write it.</summary>
    public static byte[] Tiff() =>
    [
        0x49, 0x49, 0x2A, 0x00, 0x0C, 0x00, 0x00, 0x00, 0xAA, 0xBB, 0xCC, 0xDD, 0x04, 0x00,
        .. Entry(256, 1), .. Entry(257, 1), .. Entry(273, 8), .. Entry(279, 4), 0x00, 0x00, 0x00, 0x00,
    ];

    private static byte[] Chunk(string name, byte[] data) => [0, 0, 0, (byte)data.Length, .. Encoding.ASCII.GetBytes(name), .. data, 1, 2, 3, 4];

    private static byte[] Entry(int tag, byte value) => [(byte)(tag & 0xFF), (byte)(tag >> 8), 0x04, 0x00, 0x01, 0x00, 0x00, 0x00, value, 0x00, 0x00, 0x00];
}
