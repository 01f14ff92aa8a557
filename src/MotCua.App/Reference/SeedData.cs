using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Catalogue;
using MotCua.App.Law;
using MotCua.App.Processes;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;
using Sylvan.Data.Csv;

namespace MotCua.App.Reference;

/// <summary>A file of the seed cannot be read. The message is one Vietnamese sentence that names the file and the place in it.</summary>
public sealed class SeedException(string sentence, Exception? cause = null) : Exception(sentence, cause);

/// <summary>Loads the small seed that the product ships in <c>data/</c>. Loading it again changes nothing.</summary>
public sealed class SeedData(string folder)
{
    // What was decided by reading: the records list notes as papers and leave out units of limits.
    private static readonly CatalogueField[] Kept =
    [
        CatalogueField.Papers, CatalogueField.Limits, CatalogueField.Tariffs, CatalogueField.Result, CatalogueField.Scope, CatalogueField.Paper,
        CatalogueField.Process, CatalogueField.Keywords,
    ];

    /// <summary>What a load brought.</summary>
    public sealed record Loaded(int Procedures, int Agencies);

    /// <summary>Loads whatever is new; rows that are there stay as they are.</summary>
    /// <exception cref="SeedException">A file cannot be read.</exception>
    public async Task<Loaded> Load(MotCuaDb db, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Add(db, Rules(), r => (r.Key, r.Scope, r.From), cancel);
        await Take(db, RuleKeys(), cancel);
        await Add(db, Regimes(), r => r.Id, cancel);
        await AddReasons(db, cancel);
        await Add(db, Csv("law/national-status.csv", c => new NationalStatusRow
        {
            Status = c("our_status"), Code = c("national_code"), Name = c("national_name"),
        }), r => r.Status, cancel);
        await Add(db, Days(), d => (d.Day, d.Kind, d.Scope), cancel);
        await AddWeeks(db, cancel);
        foreach (var list in new[] { "provinces", "nationalities" })
            await Add(db, Csv($"law/{list}.csv", c => new CodeRow { List = list, Code = c("code"), Name = c("name") }), r => (r.List, r.Code), cancel);
        await Add(db, Csv("law/component-types.csv", c => new ComponentTypeRow
        {
            Procedure = c("procedure"), Component = c("component"), Type = c("type"), LegalBasis = c("legal_basis"), From = Day(c("from")),
            To = DayOrNull(c("to")), Verified = bool.Parse(c("verified")),
        }), r => (r.Procedure, r.Component, r.Type, r.From), cancel);
        await AddUnits(db, cancel);
        await Add(db, AgencyRows(), a => a.Id, cancel);
        await AddProcedures(db, cancel);
        await Add(db, ProcessRows(), p => (p.Code, p.Version), cancel);
        await Add(db, Groups(), g => (g.Procedure, g.From), cancel);
        await Add(db, Fields(), f => (f.Procedure, f.Name, f.From), cancel);
        if (db.ChangeTracker.HasChanges())
        {
            await ReferenceStamp.Raise(db, cancel);
            await db.SaveChangesAsync(cancel);
        }
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return new Loaded(await db.Set<ProcedureRow>().CountAsync(cancel), await db.Set<AgencyRow>().CountAsync(cancel));
    }

    private static async Task Add<TRow, TKey>(MotCuaDb db, IEnumerable<TRow> rows, Func<TRow, TKey> key, CancellationToken cancel)
        where TRow : class
    {
        var there = (await db.Set<TRow>().AsNoTracking().ToListAsync(cancel)).Select(key).ToHashSet();
        db.AddRange(rows.Where(r => there.Add(key(r))));
    }

    /// <summary>Reasons that are new; rows of an earlier program get whose move they are.</summary>
    private async Task AddReasons(MotCuaDb db, CancellationToken cancel)
    {
        var rows = Reasons().ToList();
        var whose = rows.Where(r => r.By is not null).ToDictionary(r => (r.Kind, r.Code, r.From));
        foreach (var old in await db.Set<ReasonRow>().Where(r => r.By == null).ToListAsync(cancel))
            if (whose.TryGetValue((old.Kind, old.Code, old.From), out var row))
                (old.By, old.NamesLaw) = (row.By, row.NamesLaw);
        await Add(db, rows, r => (r.Kind, r.Code, r.From), cancel);
    }

    /// <summary>What is said of keys is the product's: it is taken as the file has it.</summary>
    private static async Task Take(MotCuaDb db, IEnumerable<RuleKeyRow> keys, CancellationToken cancel)
    {
        var there = await db.Set<RuleKeyRow>().ToDictionaryAsync(k => k.Key, cancel);
        foreach (var key in keys)
            if (there.TryGetValue(key.Key, out var old))
                db.Entry(old).CurrentValues.SetValues(key);
            else
                db.Add(key);
    }

    /// <summary>A week is taken as a whole: the sessions of a week that is there are never mixed with those of the file.</summary>
    private async Task AddWeeks(MotCuaDb db, CancellationToken cancel)
    {
        var there = (await db.Set<WorkWeekRow>().Select(w => w.Name).Distinct().ToListAsync(cancel)).ToHashSet();
        db.AddRange(Weeks().Where(w => !there.Contains(w.Name)));
    }

    /// <summary>Versions that are new, and the fields of their procedures that an import leaves alone; rows of an earlier program get their new
    /// columns.</summary>
    private async Task AddProcedures(MotCuaDb db, CancellationToken cancel)
    {
        foreach (var old in await db.Set<ProcedureRow>().Where(p => p.Summary == "").ToListAsync(cancel))
            ProcedureRows.Fill(old);
        var there = (await db.Set<ProcedureRow>().Select(p => new { p.Code, p.Version }).ToListAsync(cancel)).Select(p => (p.Code, p.Version)).ToHashSet();
        var versions = Files("procedures").SelectMany(Read<List<ProcedureVersion>>).ToList();
        db.AddRange(versions.Where(v => !there.Contains((v.Code, v.Version))).Select(v => ProcedureRows.Of(v, VersionOrigin.Seed)));
        var locks = versions.Select(v => v.Code).Distinct().SelectMany(code => Kept.Select(field => new ProcedureLockRow
        {
            Code = code, Field = field, Reason = "Nội dung do sản phẩm soạn và đối chiếu với bản công bố; mở khóa nếu muốn lấy theo bản đồng bộ.",
        }));
        await Add(db, locks, l => (l.Code, l.Field), cancel);
    }

    /// <summary>The provinces, and the units of the province that the product is made for; an import brings the rest and is not undone here.</summary>
    private async Task AddUnits(MotCuaDb db, CancellationToken cancel)
    {
        var units = (await db.Set<AdministrativeUnitRow>().Select(u => new { u.Code, u.From }).ToListAsync(cancel)).Select(u => (u.Code, u.From)).ToHashSet();
        var mappings = (await db.Set<AdministrativeUnitMappingRow>().Select(m => new { m.OldCode, m.NewCode, m.Day }).ToListAsync(cancel))
            .Select(m => (m.OldCode, m.NewCode, m.Day)).ToHashSet();
        var newUnits = UnitFiles("units", Unit).Where(u => !units.Contains((u.Code, u.From))).ToList();
        var newMappings = UnitFiles("mapping", Mapping).Where(m => !mappings.Contains((m.OldCode, m.NewCode, m.Day))).ToList();
        db.AddRange(newUnits);
        db.AddRange(newMappings);
        if (newUnits.Count + newMappings.Count > 0)
            await ReferenceStamp.Raise(db, UnitRows.Stamp, cancel);
    }

    private IEnumerable<TRow> UnitFiles<TRow>(string kind, Func<Func<string, string>, TRow> read) => Directory
        .EnumerateFiles(Path.Combine(folder, "units"), "*.csv").Order(StringComparer.Ordinal)
        .Where(f => f.EndsWith("-mapping.csv", StringComparison.Ordinal) == (kind == "mapping"))
        .SelectMany(f => Csv(Path.GetRelativePath(folder, f), read));

    private static AdministrativeUnitRow Unit(Func<string, string> c) => AdministrativeUnitRow.Of(new AdministrativeUnit(
        c("code"), c("name"), Enum.Parse<UnitKind>(c("kind")), c("parent") is { Length: > 0 } parent ? parent : null,
        DayOrNull(c("from")) ?? AdministrativeUnit.LongAgo, DayOrNull(c("to")), c("legal_basis"), bool.Parse(c("verified"))));

    private static AdministrativeUnitMappingRow Mapping(Func<string, string> c) => AdministrativeUnitMappingRow.Of(new UnitSuccession(
        c("old"), c("new"), Day(c("day")), bool.Parse(c("split")), c("legal_basis"), bool.Parse(c("verified"))));

    private IEnumerable<RuleRow> Rules() => Csv("law/rules.csv", c => new RuleRow
    {
        Key = c("key"), Scope = c("scope"), Value = c("value"), LegalBasis = c("legal_basis"), From = Day(c("from")), To = DayOrNull(c("to")),
        Binds = Enum.Parse<Binds>(c("binds"), ignoreCase: true), Verified = bool.Parse(c("verified")),
    });

    private IEnumerable<RuleKeyRow> RuleKeys() => Csv("law/rule-keys.csv", c => new RuleKeyRow
    {
        Key = c("key"), Label = c("label"), Group = c("group"), Value = Enum.Parse<RuleValue>(c("value"), ignoreCase: true),
        Unit = c("unit") is { Length: > 0 } unit ? unit : null, Stricter = Enum.Parse<Stricter>(c("stricter"), ignoreCase: true),
        MovesDue = bool.Parse(c("moves_due")),
    }).Select((row, place) =>
    {
        row.Place = place;
        return row;
    });

    private IEnumerable<RegimeRow> Regimes() => Csv("law/regimes.csv", c => new RegimeRow
    {
        Id = c("id"), Name = c("name"), From = Day(c("from")), To = DayOrNull(c("to")), LegalBasis = c("legal_basis"),
    });

    private IEnumerable<ReasonRow> Reasons() => Csv("law/reasons.csv", c => new ReasonRow
    {
        Kind = c("kind"), Code = c("code"), Text = c("text"), LegalBasis = c("legal_basis"), From = Day(c("from")), To = DayOrNull(c("to")),
        Verified = bool.Parse(c("verified")), By = c("by") is { Length: > 0 } by ? Enum.Parse<Responsible>(by) : null, NamesLaw = c("names_law") == "true",
    });

    private IEnumerable<CalendarDayRow> Days() => Csv("calendar/holidays.csv", c => new CalendarDayRow
    {
        Day = Day(c("day")), Kind = Enum.Parse<DayKind>(c("kind"), ignoreCase: true), Name = c("name"), LegalBasis = c("legal_basis"),
        Verified = bool.Parse(c("verified")), SwappedWith = DayOrNull(c("swapped_with")),
    });

    private IEnumerable<WorkWeekRow> Weeks() => Csv("calendar/weeks.csv", c => new WorkWeekRow
    {
        Name = c("name"), Weekday = Enum.Parse<DayOfWeek>(c("weekday"), ignoreCase: true), From = Hour(c("from")), To = Hour(c("to")),
        Basis = c("basis"), Verified = bool.Parse(c("verified")),
    });

    private IEnumerable<AgencyRow> AgencyRows() => Read<List<Agency>>("agencies.json").Select(a => new AgencyRow
    {
        Id = a.Id.Value, Code = a.Code, OldCode = a.OldCode, Name = a.Name, Kind = a.Kind, Level = a.Level, ParentId = a.Parent?.Value,
        Function = a.Function, Place = a.Place, Phone = a.Phone, From = a.From, To = a.To, Verified = a.Verified, SuccessorId = a.Successor?.Value,
    });

    private IEnumerable<DeclaredFieldRow> Fields() => Csv("law/declared-fields.csv", c => new DeclaredFieldRow
    {
        Procedure = c("procedure"), Name = c("name"), Label = c("label"), Kind = Enum.Parse<DeclaredKind>(c("kind")), Choices = c("choices"),
        Required = bool.Parse(c("required")), From = Day(c("from")), To = DayOrNull(c("to")), Basis = c("basis"),
    });

    /// <summary>One line of the file is one procedure of a group.</summary>
    private IEnumerable<LinkedGroupRow> Groups() => Csv("law/linked-groups.csv", c => (Group: new LinkedGroupRow
    {
        Procedure = c("group"), Publisher = Enum.Parse<GroupPublisher>(c("publisher")), LegalBasis = c("legal_basis"), From = Day(c("from")),
        To = DayOrNull(c("to")), Verified = bool.Parse(c("verified")),
    }, Member: new LinkedMemberRow { Procedure = c("procedure"), Needs = c("needs"), StopsWithout = bool.Parse(c("stops_without")) }))
        .GroupBy(l => (l.Group.Procedure, l.Group.From)).Select(lines =>
        {
            var group = lines.First().Group;
            group.Members = [.. lines.Select(l => l.Member)];
            foreach (var (i, member) in group.Members.Index())
                member.Place = i + 1;
            return group;
        });

    private IEnumerable<ProcessRow> ProcessRows() => Files("processes").Select(Read<ProcessDefinition>).Select(p => new ProcessRow
    {
        Code = p.Code, Version = p.Version, From = p.From, To = p.To, Content = JsonSerializer.Serialize(p, Json.Stored),
    });

    private IEnumerable<string> Files(string sub) =>
        Directory.EnumerateFiles(Path.Combine(folder, sub), "*.json").Order(StringComparer.Ordinal).Select(f => Path.GetRelativePath(folder, f));

    private T Read<T>(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(folder, file)), Json.Stored)
                ?? throw new SeedException($"Tệp data/{file} trong bộ dữ liệu đi kèm bị trống; hãy lấy lại tệp gốc.");
        }
        catch (JsonException e)
        {
            throw Malformed(file, e.LineNumber.GetValueOrDefault() + 1, e);
        }
    }

    private List<TRow> Csv<TRow>(string file, Func<Func<string, string>, TRow> read)
    {
        using var csv = CsvDataReader.Create(Path.Combine(folder, file));
        var rows = new List<TRow>();
        try
        {
            while (csv.Read())
                rows.Add(read(column => csv.GetString(csv.GetOrdinal(column))));
        }
        catch (Exception e) when (e is FormatException or ArgumentException or IndexOutOfRangeException)
        {
            throw Malformed(file, csv.RowNumber + 1, e);
        }
        return rows;
    }

    private static SeedException Malformed(string file, long line, Exception cause) =>
        new($"Tệp data/{file} trong bộ dữ liệu đi kèm không đúng khuôn ở dòng {line}; hãy sửa dòng đó rồi chạy lại.", cause);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? DayOrNull(string text) => text.Length == 0 ? null : Day(text);

    private static TimeOnly Hour(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
