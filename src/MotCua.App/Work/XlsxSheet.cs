using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using MotCua.Domain.Law;

namespace MotCua.App.Work;

/// <summary>A table as an Office Open XML workbook (ECMA-376) of one sheet: the first row is bold and stays in view, words are words whatever
/// they begin with, moments are numbers with a format. Rows go straight to the stream.</summary>
public sealed class XlsxSheet : ISheetWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    // The longest text of a cell (ECMA-376 part 1, 18.18.22).
    private const int LongestText = 32_767;

    private static readonly DateTime DayZero = new(1899, 12, 30);

    private readonly ZipArchive archive;
    private readonly XmlWriter sheet;
    private int rows;

    /// <summary>Begins the workbook.</summary>
    /// <param name="name">The sheet's name.</param>
    /// <param name="widths">Width of each column, in characters.</param>
    public XlsxSheet(Stream to, string name, IReadOnlyList<int> widths)
    {
        archive = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        Part("[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Kind}sheet.main+xml\"/>"
            + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Kind}styles+xml\"/>"
            + $"<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Kind}worksheet+xml\"/></Types>");
        Part("_rels/.rels", Relations(("officeDocument", "xl/workbook.xml")));
        Part("xl/_rels/workbook.xml.rels", Relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")));
        Part("xl/workbook.xml",
            $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"{System.Security.SecurityElement.Escape(name)}\""
            + " sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        const string letters = "<sz val=\"11\"/><name val=\"Calibri\"/>";
        Part("xl/styles.xml",
            $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy hh:mm\"/></numFmts>"
            + $"<fonts count=\"2\"><font>{letters}</font><font><b/>{letters}</font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>"
            + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf/><xf fontId=\"1\" applyFont=\"1\"/>"
            + "<xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        sheet = XmlWriter.Create(archive.CreateEntry("xl/worksheets/sheet1.xml").Open(), new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(false), CheckCharacters = false, CloseOutput = true,
        });
        Begin(widths);
    }

    /// <inheritdoc/>
    public Task Row(IReadOnlyList<SheetCell> cells, CancellationToken cancel = default)
    {
        rows++;
        sheet.WriteStartElement("row", Main);
        foreach (var cell in cells)
            Cell(cell);
        sheet.WriteEndElement();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        sheet.WriteEndElement();
        sheet.WriteEndElement();
        sheet.Dispose();
        archive.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Begin(IReadOnlyList<int> widths)
    {
        sheet.WriteStartElement("worksheet", Main);
        sheet.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" state=\"frozen\"/></sheetView></sheetViews>");
        sheet.WriteStartElement("cols", Main);
        foreach (var (width, at) in widths.Select((w, i) => (w, i + 1)))
            sheet.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{at}\" max=\"{at}\" width=\"{width}\" customWidth=\"1\"/>"));
        sheet.WriteEndElement();
        sheet.WriteStartElement("sheetData", Main);
    }

    private void Cell(SheetCell cell)
    {
        sheet.WriteStartElement("c", Main);
        if (cell.At is { } at)
        {
            sheet.WriteAttributeString("s", "2");
            sheet.WriteElementString("v", Main, (Vietnam.Local(at) - DayZero).TotalDays.ToString("R", CultureInfo.InvariantCulture));
        }
        else if (cell.Text is { Length: > 0 } text)
        {
            sheet.WriteAttributeString("s", rows == 1 ? "1" : "0");
            sheet.WriteAttributeString("t", "inlineStr");
            sheet.WriteStartElement("is", Main);
            sheet.WriteElementString("t", Main, Written(text));
            sheet.WriteEndElement();
        }
        sheet.WriteEndElement();
    }

    // A name of a person may hold characters beyond the first plane: pairs stay, halves and control characters go.
    private static string Written(string text)
    {
        var kept = string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)));
        return kept.Length > LongestText ? kept[..LongestText] : kept;
    }

    private void Part(string name, string xml)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        writer.Write(xml);
    }

    private static string Relations(params (string Type, string Target)[] to) =>
        $"<Relationships xmlns=\"{Package}\">"
        + string.Concat(to.Select((r, i) => $"<Relationship Id=\"r{i + 1}\" Type=\"{Office}/{r.Type}\" Target=\"{r.Target}\"/>"))
        + "</Relationships>";
}
