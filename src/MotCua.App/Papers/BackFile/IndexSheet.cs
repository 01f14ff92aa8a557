using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Sylvan.Data.Csv;

namespace MotCua.App.Papers.BackFile;

/// <summary>The index cannot be read. The message is one Vietnamese sentence.</summary>
public sealed class IndexException(string sentence, Exception? cause = null) : Exception(sentence, cause);

/// <summary>The rows of an index, a CSV file or the first sheet of an XLSX file: the first row names the columns.</summary>
/// <param name="Head">Names of the columns.</param>
/// <param name="Rows">Number of the row in the file, from 1, and its cells by column; empty rows are left out.</param>
public sealed record IndexSheet(IReadOnlyList<string> Head, IReadOnlyList<(int Number, IReadOnlyDictionary<string, string> Cells)> Rows)
{
    /// <summary>The most rows of an index.</summary>
    public const int Most = 20_000;

    private const long LargestPart = 64L << 20;
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly DateTime DayZero = new(1899, 12, 30);

    /// <summary>Reads an index by its content: a ZIP is a workbook, anything else is text.</summary>
    /// <exception cref="IndexException">It cannot be read.</exception>
    public static IndexSheet Read(Stream file)
    {
        Span<byte> head = stackalloc byte[2];
        var read = file.ReadAtLeast(head, 2, throwOnEndOfStream: false);
        file.Position = 0;
        try
        {
            return Of(read == 2 && head is [0x50, 0x4B] ? Workbook(file) : Text(file));
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or FormatException or CsvFormatException or CsvMissingHeadersException)
        {
            throw new IndexException("Không đọc được bảng kê. Hãy lưu lại bảng tính dạng .xlsx hoặc .csv (UTF-8) rồi gửi lại.", e);
        }
    }

    private static IndexSheet Of(List<(int Number, List<string> Cells)> rows)
    {
        if (rows.Count == 0)
            throw new IndexException("Bảng kê trống. Dòng đầu phải ghi tên các cột.");
        if (rows.Count > Most + 1)
            throw new IndexException($"Bảng kê có hơn {Most} dòng. Hãy chia thành nhiều đợt.");
        var head = rows[0].Cells.ConvertAll(c => c.Trim());
        var lines = rows.Skip(1).Where(r => r.Cells.Exists(c => !string.IsNullOrWhiteSpace(c))).Select(r =>
        {
            var cells = new Dictionary<string, string>();
            foreach (var (name, at) in head.Select((h, i) => (h, i)).Where(h => h.h.Length > 0))
                cells[name] = at < r.Cells.Count ? r.Cells[at] : "";
            return (r.Number, (IReadOnlyDictionary<string, string>)cells);
        });
        return new IndexSheet(head, [.. lines]);
    }

    private static List<(int, List<string>)> Text(Stream file)
    {
        using var text = new StreamReader(file, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: false), true, -1, leaveOpen: true);
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = false });
        var rows = new List<(int, List<string>)>();
        for (var number = 1; csv.Read() && rows.Count <= Most + 1; number++)
            rows.Add((number, [.. Enumerable.Range(0, csv.RowFieldCount).Select(csv.GetString)]));
        return rows;
    }

    private static List<(int, List<string>)> Workbook(Stream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var sheet = zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).OrderBy(e => e.FullName.Length)
            .ThenBy(e => e.FullName, StringComparer.Ordinal).FirstOrDefault() ?? throw new InvalidDataException("There is no sheet.");
        var shared = zip.GetEntry("xl/sharedStrings.xml") is { } strings
            ? Part(strings).Elements(Main + "si").Select(si => string.Concat(si.Descendants(Main + "t").Select(t => t.Value))).ToList() : [];
        var days = zip.GetEntry("xl/styles.xml") is { } styles ? DayStyles(Part(styles)) : [];
        var rows = new List<(int, List<string>)>();
        foreach (var row in Part(sheet).Descendants(Main + "row").Take(Most + 2))
        {
            var cells = new List<string>();
            foreach (var cell in row.Elements(Main + "c"))
            {
                var at = Column(cell.Attribute("r")?.Value) ?? cells.Count;
                while (cells.Count <= Math.Min(at, 255))
                    cells.Add("");
                if (at < 256)
                    cells[at] = Value(cell, shared, days);
            }
            rows.Add((int.TryParse(row.Attribute("r")?.Value, CultureInfo.InvariantCulture, out var number) ? number : rows.Count + 1, cells));
        }
        return rows;
    }

    /// <summary>A part of a workbook; no larger than it may be, whatever the archive claims, and without a document type.</summary>
    private static XElement Part(ZipArchiveEntry entry)
    {
        if (entry.Length > LargestPart)
            throw new InvalidDataException("A part of the workbook is too large.");
        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LargestPart,
        });
        return XDocument.Load(xml).Root!;
    }

    /// <summary>The styles that show a number as a day: the built-in ones, and formats with a year (ECMA-376 part 1, 18.8.30).</summary>
    private static HashSet<string> DayStyles(XElement styles)
    {
        var own = styles.Descendants(Main + "numFmt").Where(f => f.Attribute("formatCode")?.Value.Contains("yy", StringComparison.OrdinalIgnoreCase) == true)
            .Select(f => f.Attribute("numFmtId")?.Value).ToHashSet();
        return [.. (styles.Element(Main + "cellXfs")?.Elements(Main + "xf") ?? []).Select((xf, i) => (Id: xf.Attribute("numFmtId")?.Value, Style: i))
            .Where(x => own.Contains(x.Id) || x.Id is "14" or "15" or "16" or "17" or "22").Select(x => x.Style.ToString(CultureInfo.InvariantCulture))];
    }

    private static string Value(XElement cell, List<string> shared, HashSet<string> days)
    {
        var value = cell.Element(Main + "v")?.Value ?? "";
        return cell.Attribute("t")?.Value switch
        {
            "s" => int.TryParse(value, CultureInfo.InvariantCulture, out var at) && at >= 0 && at < shared.Count ? shared[at] : "",
            "inlineStr" => string.Concat(cell.Descendants(Main + "t").Select(t => t.Value)),
            null or "n" when days.Contains(cell.Attribute("s")?.Value ?? "")
                && double.TryParse(value, CultureInfo.InvariantCulture, out var day) && day is > 0 and < 2_958_466
                => DayZero.AddDays(day).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            _ => value,
        };
    }

    /// <summary>The column of an address: "C5" is 2.</summary>
    private static int? Column(string? address)
    {
        if (address is null)
            return null;
        var column = 0;
        foreach (var c in address.TakeWhile(char.IsAsciiLetterUpper).Take(3))
            column = column * 26 + c - 'A' + 1;
        return column == 0 ? null : column - 1;
    }
}
