using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MotCua.App.Dossiers;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Words;
using Npgsql;

namespace MotCua.Bench;

/// <summary>The rows of a sample with the places where a copy differs.</summary>
internal sealed partial class Template
{
    private readonly Dictionary<string, List<Cell[]>> rows = [];
    private readonly List<string> ids;
    private readonly string code, name;
    private int reception;

    private Template(Guid id, string code, string name, IEnumerable<string?> texts)
    {
        (this.code, this.name) = (code, name);
        var all = texts.OfType<string>().ToList();
        ids = [id.ToString(), .. all.SelectMany(t => Ids().Matches(t)).Select(m => m.Value).Distinct().Where(g => g != id.ToString())];
    }

    /// <summary>The columns of each table, without those that the database numbers.</summary>
    public Dictionary<string, IReadOnlyList<string>> Columns { get; } = [];

    /// <summary>Reads a sample.</summary>
    public static async Task<Template> Read(string connection, Guid id, IReadOnlyList<string> tables)
    {
        await using var bare = await Shared.Bare(connection);
        var (read, columns) = (new Dictionary<string, List<string?[]>>(), new Dictionary<string, IReadOnlyList<string>>());
        foreach (var table in tables)
            (columns[table], read[table]) = await Rows(bare, table, id);
        string Of(string table, string column) => read[table][0][columns[table].ToList().IndexOf(column)]!;
        var template = new Template(id, Of("dossiers", "Code"), Of("dossier_search", "OwnerName"), read.Values.SelectMany(r => r.SelectMany(c => c)))
        {
            reception = int.Parse(Of("dossiers", "ReceptionId"), CultureInfo.InvariantCulture),
        };
        foreach (var table in tables)
        {
            template.Columns[table] = columns[table];
            template.rows[table] = read[table].ConvertAll(row => row.Select((text, i) => template.CellOf(table, columns[table], row, i, text)).ToArray());
        }
        return template;
    }

    /// <summary>The code of a copy: that of its unit, its day, and the number that the unit drew.</summary>
    public string CodeOf(int offset, int shift, int serial) => string.Create(CultureInfo.InvariantCulture,
        $"{Unit}{(offset == 0 ? "" : $".{offset}")}-{Day.AddDays(shift):yyMMdd}-{serial:0000}");

    /// <summary>Says how many codes a unit drew on a day.</summary>
    public string CounterOf(int offset, int shift, int drawn)
    {
        var counter = Receive.CodeCounter(new AgencyId(reception + offset), Day.AddDays(shift));
        return $"INSERT INTO counters (\"Key\", \"Period\", \"Value\") VALUES ('{counter.Key}', '{counter.Period}', {drawn})";
    }

    private string Unit => code[..^12];

    private DateOnly Day => DateOnly.ParseExact(code[^11..^5], "yyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Writes the rows of a copy in the text format of COPY.</summary>
    public void Write(Copy copy, Dictionary<string, StringBuilder> into)
    {
        foreach (var (table, of) in rows)
        {
            var (text, before) = (into[table], "");
            foreach (var row in of)
            {
                var hash = table == "dossier_events" ? before = Hash(row, Columns[table], copy, before) : null;
                for (var i = 0; i < row.Length; i++)
                {
                    if (i > 0)
                        text.Append('\t');
                    if (row[i] is { Hash: true })
                        text.Append(hash);
                    else
                        row[i].Write(copy, text);
                }
                text.Append('\n');
            }
        }
    }

    private static string Hash(Cell[] row, IReadOnlyList<string> columns, Copy copy, string before)
    {
        string? Of(string column) => row[((List<string>)columns).IndexOf(column)].Text(copy);
        int? Number(string column) => Of(column) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
        return EventFormat.Hash(new DossierEventRow
        {
            DossierId = copy.Dossier, Version = Number("Version")!.Value, Kind = Of("Kind")!, Data = Of("Data")!,
            At = DateTimeOffset.Parse(Of("At")!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), Actor = Enum.Parse<ActorKind>(Of("Actor")!),
            OfficerId = Number("OfficerId"), OnBehalfOf = Number("OnBehalfOf"), Door = Of("Door")!, Act = Of("Act")!, Hash = "",
        }, before);
    }

    [SuppressMessage("Security", "CA2100", Justification = "The names are made here.")]
    private static async Task<(IReadOnlyList<string> Columns, List<string?[]> Rows)> Rows(NpgsqlConnection bare, string table, Guid id)
    {
        var columns = new List<string>();
        await using (var names = new NpgsqlCommand(
            $"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' AND is_identity = 'NO' ORDER BY ordinal_position", bare))
        await using (var reader = await names.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                columns.Add(reader.GetString(0));
        var key = table == "dossiers" ? "Id" : "DossierId";
        var order = columns.Contains("Version") && table != "dossiers" ? " ORDER BY \"Version\"" : "";
        await using var command = new NpgsqlCommand(
            $"SELECT {string.Join(", ", columns.Select((c, i) => $"\"{c}\"::text AS c{i}"))} FROM {table} WHERE \"{key}\" = @id{order}", bare);
        command.Parameters.Add(new NpgsqlParameter("id", id));
        await using var rows = await command.ExecuteReaderAsync();
        var read = new List<string?[]>();
        while (await rows.ReadAsync())
            read.Add([.. columns.Select((_, i) => rows.IsDBNull(i) ? null : rows.GetString(i))]);
        return (columns, read);
    }

    private Cell CellOf(string table, IReadOnlyList<string> columns, string?[] row, int at, string? text)
    {
        var column = columns[at];
        if (text is null)
            return new Cell([new Part(@"\N", null, null)], null);
        if (column == "Hash")
            return new Cell([], null) { Hash = true };
        if ((table, column) is ("dossier_search", "SortKey"))
            return new Cell([new Part("", c => c.SortKey, null)], null);
        if ((table, column) is ("parties", "Number"))
            return new Cell([new Part("", c => c.Identity, null)], null);
        var holder = column == "HolderId" || column.EndsWith("UnitId", StringComparison.Ordinal) || column is "SupportId" or "ReceptionId" or "CompetentId"
            or "OfficerId" or "OnBehalfOf";
        if (holder && int.TryParse(text, CultureInfo.InvariantCulture, out var number))
            return new Cell([new Part("", c => Moved(number, c.Offset), null)], null);
        var parts = Parts(text).ToList();
        return parts is [{ Of: null }] ? new Cell([new Part(Escaped(text), null, null)], text) : new Cell(parts, null);
    }

    private static string Moved(int number, int offset) => (number + offset).ToString(CultureInfo.InvariantCulture);

    private IEnumerable<Part> Parts(string text)
    {
        var folded = VietnameseText.Fold(name);
        var places = Regex.Matches(text, $"(?<id>{string.Join('|', ids.SelectMany(i => new[] { i, i.Replace("-", "") }))})|(?<code>{Regex.Escape(code)})"
            + $"|(?<low>{Regex.Escape(code.ToLowerInvariant())})|(?<name>{Regex.Escape(name)})|(?<folded>\\b{Regex.Escape(folded)}\\b)"
            + "|(?<unit>(?<=\"(unit|support|reception|competent|returnUnit|officer|by|from)\":)\\d+)"
            + "|(?<day>\\d{4}-\\d{2}-\\d{2})|(?<local>\\d{2}/\\d{2}/\\d{4})");
        var end = 0;
        foreach (Match place in places)
        {
            if (place.Index > end)
                yield return new Part(Escaped(text[end..place.Index]), null, text[end..place.Index]);
            yield return new Part("", Slot(place), null);
            end = place.Index + place.Length;
        }
        if (end < text.Length || end == 0)
            yield return new Part(Escaped(text[end..]), null, text[end..]);
    }

    private Func<Copy, string> Slot(Match place)
    {
        var found = place.Value;
        if (place.Groups["id"].Success)
        {
            var (at, bare) = (ids.FindIndex(i => i == found || i.Replace("-", "") == found), !found.Contains('-'));
            return c => c.Id(at).ToString(bare ? "N" : "D");
        }
        if (place.Groups["unit"].Success)
        {
            var number = int.Parse(found, CultureInfo.InvariantCulture);
            return c => Moved(number, c.Offset);
        }
        if (place.Groups["day"].Success || place.Groups["local"].Success)
        {
            var form = place.Groups["day"].Success ? "yyyy-MM-dd" : "dd/MM/yyyy";
            // A birthday is not moved with the dossier; nothing older than the system is.
            if (!DateOnly.TryParseExact(found, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year < 2018)
                return _ => found;
            return c => day.AddDays(c.Shift).ToString(form, CultureInfo.InvariantCulture);
        }
        return place.Groups["code"].Success ? c => c.Code
            : place.Groups["low"].Success ? c => c.Code.ToLowerInvariant()
            : place.Groups["name"].Success ? c => c.Name
            : c => c.Folded;
    }

    private static string Escaped(string text) =>
        text.Replace(@"\", @"\\").Replace("\t", @"\t").Replace("\n", @"\n").Replace("\r", @"\r");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Ids();

    /// <summary>A piece of a cell: the same for all copies, or worked out for each.</summary>
    private sealed record Part(string Escaped, Func<Copy, string>? Of, string? Plain);

    /// <summary>A value of a row; its texts are null where it is NULL.</summary>
    private sealed record Cell(IReadOnlyList<Part> Parts, string? Same)
    {
        public bool Hash { get; init; }

        public void Write(Copy copy, StringBuilder into)
        {
            foreach (var part in Parts)
                into.Append(part.Of is { } of ? of(copy) : part.Escaped);
        }

        public string? Text(Copy copy) => Same is not null ? Same : Parts is [{ Escaped: @"\N" }] ? null
            : string.Concat(Parts.Select(p => p.Of is { } of ? of(copy) : p.Plain));
    }
}
