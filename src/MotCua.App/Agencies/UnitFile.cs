using System.Globalization;
using System.Text.RegularExpressions;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.App.Agencies;

/// <summary>A line that could not be taken in.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Reason">One Vietnamese sentence.</param>
public sealed record RejectedLine(string File, int Line, string Reason);

/// <summary>A file of units as text: recognized by its columns, read line by line, so that a broken line spoils no other.</summary>
internal sealed partial class UnitFile
{
    private static readonly Dictionary<string, UnitKind> Kinds = new()
    {
        ["tinh"] = UnitKind.Province, ["thanh_pho_tw"] = UnitKind.City, ["huyen"] = UnitKind.District, ["quan"] = UnitKind.UrbanDistrict,
        ["thi_xa"] = UnitKind.Town, ["thanh_pho"] = UnitKind.DistrictCity, ["xa"] = UnitKind.Commune, ["phuong"] = UnitKind.Ward,
        ["thi_tran"] = UnitKind.Township, ["dac_khu"] = UnitKind.SpecialZone,
    };

    private readonly string[] lines;
    private readonly Dictionary<string, int> columns;

    private UnitFile(string name, string[] lines)
    {
        (Name, this.lines) = (name, lines);
        var header = lines.Length == 0 ? [] : Cut(lines[0].TrimStart('\uFEFF')) ?? [];
        columns = header.Index().GroupBy(c => c.Item.Trim()).ToDictionary(c => c.Key, c => c.First().Index);
    }

    /// <summary>Name without its folder.</summary>
    public string Name { get; }

    /// <summary>Lines that could not be taken in.</summary>
    public List<RejectedLine> Rejected { get; } = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static async Task<UnitFile> Open(string path, CancellationToken cancel) =>
        new(Path.GetFileName(path), (await File.ReadAllTextAsync(path, cancel)).Split('\n'));

    /// <summary>Whether it says what became of old communes.</summary>
    public bool IsMapping => Has("old_commune_code", "new_commune_code", "old_commune_is_split", "old_district_code", "old_province_code", "new_province_code");

    /// <summary>The level of a list; null for a file that is none.</summary>
    public Level? ListLevel => !Has("code", "name", "type") || IsMapping ? null
        : Has("district_code") ? Level.Commune
        : !Has("province_code") ? Level.Province
        : Codes().FirstOrDefault()?.Length == 3 ? Level.District : Level.Commune;

    /// <summary>The level of the superior units that it names.</summary>
    public Level ParentLevel => Has("district_code") ? Level.District : Level.Province;

    /// <summary>The day as whose state the file's name gives it: the last of its month or year; null where the name says nothing.</summary>
    public DateOnly? AsOf => NamedTime().Match(Name) is not { Success: true } m ? null
        : m.Groups["month"].Success
            ? new DateOnly(Number(m, "year"), Number(m, "month"), 1).AddMonths(1).AddDays(-1)
            : new DateOnly(Number(m, "year"), 12, 31);

    /// <summary>Whether the list is of the time before the reform of 2025: it has districts, or units that do not stand today.</summary>
    /// <param name="today">Codes of today's provinces.</param>
    public bool IsFormer(IReadOnlySet<string> today) => ListLevel switch
    {
        Level.District => true,
        Level.Commune => Has("district_code"),
        _ => Name.StartsWith("pre", StringComparison.OrdinalIgnoreCase)
            || (AsOf is null && !IsLater && Codes().Any(c => c.Length == 2 && !today.Contains(c))),
    };

    /// <summary>Whether the columns are those of a later state than the first.</summary>
    public bool IsLater => Has("name_en");

    /// <summary>The units of a list. Where type and name differ the name decides: it is what people see.</summary>
    /// <param name="isKnown">Whether a unit of the level above is known.</param>
    public IReadOnlyList<UnitLine> Units(Level level, Func<string, bool> isKnown)
    {
        var parent = level == Level.Province ? null : ParentLevel == Level.District ? "district_code" : "province_code";
        var units = new Dictionary<string, UnitLine>();
        foreach (var (number, cells) in Rows())
        {
            string Cell(string column) => cells[columns[column]].Trim();
            var (code, name) = (Cell("code"), VietnameseText.Clean(Cell("name")) ?? "");
            var above = parent is null ? null : Cell(parent);
            if (AdministrativeUnit.LevelOf(code) != level)
                Reject(number, $"mã “{code}” không phải mã {Terms.Of(level)}");
            else if (name.Length == 0 || !name.Any(char.IsLetter) || name.Contains('\uFFFD', StringComparison.Ordinal))
                Reject(number, $"đơn vị {code} không có tên đọc được");
            else if (above is not null && (AdministrativeUnit.LevelOf(above) != ParentLevel || !isKnown(above)))
                Reject(number, $"đơn vị {code} thuộc đơn vị cấp trên “{above}” không có trong danh mục");
            else if (KindOf(name, Cell("type"), level) is not { } kind)
                Reject(number, $"đơn vị {code} có loại “{Cell("type")}” không rõ");
            else if (!units.TryAdd(code, new UnitLine(code, UnitName.Full(name, level), kind, above))
                && units[code].Name != UnitName.Full(name, level))
                Reject(number, $"mã {code} đã có ở dòng trên với tên khác ({units[code].Name})");
        }
        return [.. units.Values];
    }

    /// <summary>What became of old units: communes, the districts that had none, and the provinces.</summary>
    /// <param name="isKnown">Whether a commune of today is known.</param>
    public IReadOnlyList<UnitSuccession> Mappings(DateOnly day, Func<string, bool> isKnown)
    {
        var rows = new Dictionary<(string, string), UnitSuccession>();
        void Add(string old, string now, bool split) => rows[(old, now)] = new UnitSuccession(old, now, day, split, ImportUnits.Unverified, false);
        foreach (var (number, cells) in Rows())
        {
            string Cell(string column) => cells[columns[column]].Trim();
            var (old, now) = (Cell("old_commune_code"), Cell("new_commune_code"));
            if (old.Length == 0)
                old = Cell("old_district_code");
            if (AdministrativeUnit.LevelOf(old) is not (Level.Commune or Level.District))
                Reject(number, $"mã cũ “{old}” không phải mã cấp xã, cấp huyện");
            else if (AdministrativeUnit.LevelOf(now) != Level.Commune || !isKnown(now))
                Reject(number, $"mã mới “{now}” không phải mã của một xã, phường, đặc khu hiện nay");
            else if (new[] { Cell("old_province_code"), Cell("new_province_code") }.Any(p => AdministrativeUnit.LevelOf(p) != Level.Province))
                Reject(number, $"mã tỉnh của {old} không đúng dạng");
            else if (!bool.TryParse(Cell("old_commune_is_split"), out var split))
                Reject(number, $"cột old_commune_is_split của {old} phải là true hoặc false");
            else
            {
                Add(old, now, split);
                Add(Cell("old_province_code"), Cell("new_province_code"), false);
            }
        }
        return [.. rows.Values];
    }

    /// <summary>Says that a line cannot be taken in.</summary>
    public void Reject(int line, string reason) => Rejected.Add(new RejectedLine(Name, line, reason));

    private IEnumerable<(int Number, List<string> Cells)> Rows()
    {
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0)
                continue;
            if (Cut(lines[i]) is { } cells && cells.Count == columns.Count)
                yield return (i + 1, cells);
            else
                Reject(i + 1, $"dòng không có đúng {columns.Count} cột");
        }
    }

    private bool Has(params string[] names) => names.All(columns.ContainsKey);

    private IEnumerable<string> Codes() => lines.Skip(1).Select(l => l.Split(',')[0]).Where(c => AdministrativeUnit.LevelOf(c) is not null);

    private static UnitKind? KindOf(string name, string type, Level level) => UnitName.Split(name, level)?.Kind
        ?? (Kinds.TryGetValue(type, out var kind) && UnitName.LevelOf(kind) == level ? kind : null);

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary>The cells of a line; null where a quotation mark is left open.</summary>
    private static List<string>? Cut(string line)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        line = line.TrimEnd('\r');
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                cell.Append(line[i++]);
            else if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(line[i]);
        }
        cells.Add(cell.ToString());
        return quoted ? null : cells;
    }

    [GeneratedRegex(@"^(?<year>20\d\d)(-(?<month>0[1-9]|1[0-2]))?[-_.]", RegexOptions.ExplicitCapture)]
    private static partial Regex NamedTime();
}
