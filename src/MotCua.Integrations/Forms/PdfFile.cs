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
                    draw(new(document.BeginPage(page.Width, page.Height), typefaces, page.Left), number);
                    document.EndPage();
                }
                document.Close();
            }
            using var data = stream.DetachAsData();
            return data.ToArray();
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
}
