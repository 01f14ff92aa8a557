using System.Globalization;
using MotCua.App.Papers.Digitizing;
using MotCua.App.Papers.Forms;
using MotCua.Domain.Papers.Reading;
using MotCua.Integrations.Forms;
using SkiaSharp;

namespace MotCua.Integrations.Digitizing;

/// <summary>Prints separator sheets: a large QR code with the number of a component, and its name for people.</summary>
/// <param name="fontFolders">As for <see cref="SkiaFormPrinter"/>.</param>
public sealed class SeparatorSheets(IReadOnlyList<string>? fontFolders = null) : ISheetPrinter
{
    private const float Side = 60 * PageSetup.Millimetre;
    private const float Leading = 1.3f;

    private readonly Lazy<SerifFamily> family = new(() => SerifFamily.Find(fontFolders ?? SerifFamily.Folders()), LazyThreadSafetyMode.PublicationOnly);

    /// <inheritdoc/>
    public byte[] Print(IReadOnlyList<(int Number, string Name)> sheets, DateTimeOffset at)
    {
        var (text, page) = (new TextSetter(family.Value), PageSetup.Of(FormPaper.A4));
        var laid = sheets.Select(s => (
            Code: new QrDrawing(BatchSplit.Mark + s.Number.ToString(CultureInfo.InvariantCulture)),
            Head: text.One($"TỜ PHÂN CÁCH SỐ {s.Number}", FontStyle.Bold, 24), Name: text.Balance([new Span(s.Name)], 16, page.Body),
            Hint: text.Balance([new Span("Đặt tờ này lên trên giấy tờ trước khi quét. Tờ này không được lưu vào hồ sơ.")], 12, page.Body))).ToList();
        var metadata = new SKDocumentPdfMetadata
        {
            Title = "Tờ phân cách", Creator = "MotCua", Producer = "MotCua", Creation = at.UtcDateTime, Modified = at.UtcDateTime, PdfA = true,
        };
        return PdfFile.Write(family.Value, text.Used, page, laid.Count, metadata, (pen, n) =>
        {
            var (code, head, name, hint) = laid[n - 1];
            pen.Text(head, (page.Body - head.Width) / 2, 110);
            var scale = Side / code.Side;
            var (x, y) = ((page.Body - Side) / 2, 160f);
            pen.Fill(code.Rectangles(0, 0).Select(r => new SKRect(x + r.Left * scale, y + r.Top * scale, x + r.Right * scale, y + r.Bottom * scale)));
            var row = y + Side + 50;
            foreach (var line in name.Concat(hint))
            {
                pen.Text(line, (page.Body - line.Width) / 2, row);
                row += line.Size * Leading;
            }
        });
    }
}
