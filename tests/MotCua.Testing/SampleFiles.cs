using System.Globalization;
using System.Text;
using SkiaSharp;

namespace MotCua.Testing;

/// <summary>The smallest whole file of each kind that papers come in, and scans of pages.</summary>
public static class SampleFiles
{
    /// <summary>A PDF of one page with a line on it; another text makes another file.</summary>
    /// <param name="trailer">More of the trailer: "/Encrypt 5 0 R".</param>
    /// <param name="catalog">More of the catalogue: "/OpenAction 5 0 R".</param>
    public static byte[] Pdf(string text = "tờ khai", string trailer = "", string catalog = "") => Pdf(
    [
        $"<</Type/Catalog/Pages 2 0 R{catalog}>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>/Contents 4 0 R>>", Content("0 0 m 100 100 l S"u8.ToArray()),
    ], trailer, text);

    /// <summary>A PDF of objects, the first of which is the catalogue, as Latin-1 text.</summary>
    public static byte[] Pdf(IReadOnlyList<string> objects, string trailer = "", string text = "")
    {
        var file = new MemoryStream();
        var places = new List<long>();
        Write($"%PDF-1.4\n%{text}\n");
        foreach (var (i, body) in objects.Index())
        {
            places.Add(file.Length);
            Write($"{i + 1} 0 obj");
            file.Write(Encoding.Latin1.GetBytes(body));
            Write("endobj\n");
        }
        var table = file.Length;
        Write($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            Write(string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        Write($"trailer<</Size {objects.Count + 1}/Root 1 0 R{trailer}>>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Write(string words) => file.Write(Encoding.UTF8.GetBytes(words));
    }

    /// <summary>A stream of a PDF.</summary>
    /// <param name="dictionary">More of its dictionary: "/Filter/FlateDecode".</param>
    public static string Content(byte[] bytes, string dictionary = "") =>
        $"<</Length {bytes.Length}{dictionary}>>stream\n{Encoding.Latin1.GetString(bytes)}\nendstream ";

    /// <summary>A PDF of A4 pages, each a scan.</summary>
    public static byte[] ScannedPdf(params byte[][] jpegs)
    {
        var objects = new List<string>
        {
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Kids[{string.Join(' ', jpegs.Select((_, i) => $"{3 + (i * 3)} 0 R"))}]/Count {jpegs.Length}>>",
        };
        foreach (var (i, jpeg) in jpegs.Index())
        {
            using var picture = SKBitmap.Decode(jpeg);
            var n = 3 + (i * 3);
            objects.Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</S {n + 2} 0 R>>>>/Contents {n + 1} 0 R>>");
            objects.Add(Content("q 595 0 0 842 0 0 cm /S Do Q"u8.ToArray()));
            objects.Add(Content(jpeg, $"/Type/XObject/Subtype/Image/Width {picture.Width}/Height {picture.Height}"
                + "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode"));
        }
        return Pdf(objects);
    }

    /// <summary>A page as a scanner gives it: rows of dark strokes on white.</summary>
    /// <param name="dpi">Of an A4 sheet.</param>
    /// <param name="ink">Grey level of the strokes; 255 = a white page.</param>
    public static byte[] Scan(int dpi = 200, byte ink = 20, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        var (width, height) = ((int)Math.Ceiling(8.27 * dpi), (int)Math.Ceiling(11.69 * dpi));
        using var page = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(page))
        {
            canvas.Clear(SKColors.White);
            using var pen = new SKPaint { Color = new SKColor(ink, ink, ink) };
            for (var row = height / 12; row < height * 11 / 12; row += height / 30)
                for (var at = width / 10; at < width * 9 / 10; at += width / 40)
                    canvas.DrawRect(at, row, width / 60f, height / 120f, pen);
        }
        return Encoded(page, format);
    }

    /// <summary>A JPEG of 16 × 16.</summary>
    public static byte[] Jpeg() => Small(SKEncodedImageFormat.Jpeg);

    /// <summary>A PNG of 16 × 16.</summary>
    public static byte[] Png() => Small(SKEncodedImageFormat.Png);

    /// <summary>A TIFF of one strip of 2 × 2, its directory behind the picture as scanners write it.</summary>
    public static byte[] Tiff() =>
    [
        0x49, 0x49, 0x2A, 0x00, 0x0C, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0x00, 0x09, 0x00,
        .. Entry(256, 2), .. Entry(257, 2), .. Entry(258, 8), .. Entry(259, 1), .. Entry(262, 1), .. Entry(273, 8), .. Entry(277, 1), .. Entry(278, 2),
        .. Entry(279, 4), 0x00, 0x00, 0x00, 0x00,
    ];

    private static byte[] Small(SKEncodedImageFormat format)
    {
        using var picture = new SKBitmap(new SKImageInfo(16, 16, SKColorType.Rgba8888, SKAlphaType.Opaque));
        picture.Erase(SKColors.White);
        for (var i = 0; i < 16; i++)
            picture.SetPixel(i, i, SKColors.Black);
        return Encoded(picture, format);
    }

    private static byte[] Encoded(SKBitmap picture, SKEncodedImageFormat format)
    {
        using var image = SKImage.FromBitmap(picture);
        using var data = image.Encode(format, 80);
        return data.ToArray();
    }

    private static byte[] Entry(int tag, byte value) => [(byte)(tag & 0xFF), (byte)(tag >> 8), 0x03, 0x00, 0x01, 0x00, 0x00, 0x00, value, 0x00, 0x00, 0x00];
}
