using System.Security.Cryptography;
using System.Text;
using MotCua.App.Papers.Forms;
using SkiaSharp;

namespace MotCua.Integrations.Forms;

/// <summary>Writes the PDF: cut fonts, metadata, PDF/A-2b.</summary>
internal static class PdfFile
{
    /// <summary>Title, author and times from what the caller gave; nothing of the machine.</summary>
    public static SKDocumentPdfMetadata Metadata(FormTemplate template, FormContent content) => new()
    {
        Title = $"{template.Title} {content.Code}",
        Author = content.Author,
        Subject = template.Source,
        Creator = "MotCua",
        Producer = "MotCua",
        Creation = content.CreatedAt.UtcDateTime,
        Modified = content.CreatedAt.UtcDateTime,
        PdfA = true,
    };

    /// <summary>The file's bytes.</summary>
    /// <param name="draw">Draws the page of the number (from 1).</param>
    public static byte[] Write(
        SerifFamily family, IReadOnlyList<Dictionary<ushort, int>> used, PageSetup page, int pages,
        SKDocumentPdfMetadata metadata, Action<Pen, int> draw) => Write(family, used, _ => page, pages, metadata, draw);

    /// <summary>The file's bytes, where each page has a size of its own.</summary>
    /// <param name="size">The size of the page of the number (from 1).</param>
    public static byte[] Write(
        SerifFamily family, IReadOnlyList<Dictionary<ushort, int>> used, Func<int, PageSetup> size, int pages,
        SKDocumentPdfMetadata metadata, Action<Pen, int> draw)
    {
        var typefaces = used.Select((glyphs, style) => glyphs.Count == 0 ? null : Cut(family[(FontStyle)style], glyphs)).ToList();
        try
        {
            using var stream = new SKDynamicMemoryWStream();
            using (var document = SKDocument.CreatePdf(stream, metadata))
            {
                for (var number = 1; number <= pages; number++)
                {
                    var page = size(number);
                    draw(new(document.BeginPage(page.Width, page.Height), typefaces, page.Left), number);
                    document.EndPage();
                }
                document.Close();
            }
            using var data = stream.DetachAsData();
            return WithIdOfContent(data.ToArray());
        }
        finally
        {
            foreach (var typeface in typefaces)
                typeface?.Dispose();
        }
    }

    private static SKTypeface Cut(FontFace face, Dictionary<ushort, int> glyphs)
    {
        using var data = SKData.CreateCopy(TrueTypeSubset.Build(face.File, glyphs));
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font cut from {face.Path} cannot be read.");
    }

    /// <summary>Skia makes the file's id from the clock; here it is made from the content, so that the same paper gives the same bytes.
    /// The id stands twice in the XMP and twice in the trailer, which nothing points behind and whose length may thus change.</summary>
    private static byte[] WithIdOfContent(byte[] pdf)
    {
        var trailer = Find(pdf.AsSpan().LastIndexOf("\ntrailer\n"u8));
        var from = trailer + Find(pdf.AsSpan(trailer).IndexOf("/ID ["u8));
        var to = Find(pdf.AsSpan().LastIndexOf("]>>\nstartxref"u8));
        byte[][] tags = ["<xmpMM:DocumentID>uuid:"u8.ToArray(), "<xmpMM:InstanceID>uuid:"u8.ToArray()];
        var places = tags.Select(t => Find(pdf.AsSpan().IndexOf(t)) + t.Length).ToList();
        foreach (var place in places)
            pdf.AsSpan(place, 36).Fill((byte)'0');
        var id = SHA256.HashData([.. pdf.AsSpan(0, from), .. pdf.AsSpan(to)])[..16];
        id[6] = (byte)(id[6] & 0x0F | 0x80); // RFC 9562: version 8, an id of the application's own making
        id[8] = (byte)(id[8] & 0x3F | 0x80);
        var guid = Encoding.ASCII.GetBytes(new Guid(id, bigEndian: true).ToString());
        foreach (var place in places)
            guid.CopyTo(pdf, place);
        var hex = Encoding.ASCII.GetBytes($"/ID [<{Convert.ToHexString(id)}> <{Convert.ToHexString(id)}>");
        return [.. pdf.AsSpan(0, from), .. hex, .. pdf.AsSpan(to)];
    }

    private static int Find(int at) =>
        at >= 0 ? at : throw new InvalidOperationException("The PDF library writes its ids in another way than expected.");
}
