using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;

namespace MotCua.App.Tests.Forms;

/// <summary>A printed paper as another program reads it.</summary>
internal sealed class PrintedPdf
{
    public PrintedPdf(byte[] bytes)
    {
        Bytes = bytes;
        using var document = PdfDocument.Open(bytes);
        Title = document.Information.Title;
        Author = document.Information.Author;
        Created = document.Information.CreationDate;
        foreach (var page in document.GetPages())
        {
            Texts.Add(Squeeze(string.Concat(page.Letters.Select(l => l.Value))));
            Letters.Add([.. page.Letters.Select(l => (l.Value, l.BoundingBox))]);
            Sizes.Add((page.Width, page.Height));
            Filled.Add([.. page.Paths.SelectMany(p => p).Select(s => s.GetBoundingRectangle()).OfType<PdfRectangle>()]);
        }
    }

    public byte[] Bytes { get; }

    public string? Title { get; }

    public string? Author { get; }

    public string? Created { get; }

    /// <summary>Text of each page without white space, in the order of drawing.</summary>
    public List<string> Texts { get; } = [];

    public List<List<(string Value, PdfRectangle At)>> Letters { get; } = [];

    public List<(double Width, double Height)> Sizes { get; } = [];

    /// <summary>Boxes of the drawn shapes of each page, from the bottom left.</summary>
    public List<List<PdfRectangle>> Filled { get; } = [];

    /// <summary>All pages' text without white space.</summary>
    public string Text => string.Concat(Texts);

    /// <summary>The file's objects as Latin letters: for names that stand uncompressed.</summary>
    public string Raw => Encoding.Latin1.GetString(Bytes);

    /// <summary>A text without white space: lines are broken anew on paper.</summary>
    public static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
