using MotCua.App.Papers.Signing;
using MotCua.Integrations.Forms;
using MotCua.Integrations.Signing.Pdf;
using SkiaSharp;

namespace MotCua.Integrations.Signing;

/// <summary>What people see of a signature: a page of its own size, drawn like a printed paper, to be taken over as one drawing.</summary>
/// <param name="Pdf">The page, PDF/A-2b with the cut font in it.</param>
internal sealed record SignatureDrawing(PdfReading Pdf, float Width, float Height)
{
    // NĐ 30/2020/NĐ-CP, Phụ lục I: Times New Roman, upright, size 10, black at the top right. At the top left no size is said: it stays in the margin.
    private const float OfAgency = 10;
    private const float OfPerson = 8;
    private const float Leading = 1.2f;
    private const float Widest = 280;

    /// <summary>Draws it; null where nothing shows.</summary>
    /// <exception cref="App.Papers.Forms.FormException">No font, or a name that it cannot write.</exception>
    public static SignatureDrawing? Of(SignatureLook look, SerifFamily family)
    {
        if (look.Place == SignaturePlace.Nowhere)
            return null;
        var text = new TextSetter(family);
        var size = look.Place == SignaturePlace.TopLeft ? OfPerson : OfAgency;
        var lines = look.Lines.SelectMany(l => text.Break([new Span(l)], size, Widest)).ToList();
        using var picture = look.Image is { } png
            ? SKImage.FromEncodedData(png) ?? throw new SigningException("Ảnh chữ ký không đọc được; hãy chọn ảnh PNG khác.") : null;
        var width = look.Box?.Width ?? Math.Max(lines.Max(l => l.Width), 1) + 2;
        var height = look.Box?.Height ?? lines.Count * Leading * size + 2;
        var bytes = PdfFile.Write(family, text.Used, new PageSetup(width, height, 0, 0, 0, 0), 1, Metadata(look), (pen, _) =>
        {
            if (picture is not null)
                pen.Picture(picture, width, height);
            for (var i = 0; i < lines.Count; i++)
                pen.Text(lines[i], 1, i * Leading * size + size);
        });
        return new(new PdfReading(bytes, bytes.Length, new PdfBudget()), width, height);
    }

    /// <summary>Takes the drawing over into a file.</summary>
    public PdfReference Into(PdfUpdate update, PdfPage page)
    {
        var own = PdfPages.Find(Pdf, 0)!;
        var graft = new PdfGraft(Pdf, update);
        var content = Pdf.Resolve(own.Dictionary["Contents"]) as PdfStream ?? throw new InvalidOperationException("The drawing has no content.");
        var dictionary = content.Dictionary.With("Type", new PdfName("XObject")).With("Subtype", new PdfName("Form"))
            .With("BBox", new PdfArray([PdfNumber.Of(0), PdfNumber.Of(0), new PdfNumber(Width), new PdfNumber(Height)]))
            .With("Matrix", new PdfArray([.. page.Upright.Select(n => PdfNumber.Of(n))]))
            .With("Resources", graft.Take(own.Dictionary["Resources"] ?? new PdfDictionary()));
        return update.Add(new PdfStream(dictionary, content.Data));
    }

    // Of these only the page is taken over; PDF/A asks for them all the same.
    private static SKDocumentPdfMetadata Metadata(SignatureLook look) => new()
    {
        Title = "", Creator = "MotCua", Producer = "MotCua", Creation = look.Time.UtcDateTime, Modified = look.Time.UtcDateTime, PdfA = true,
    };
}
