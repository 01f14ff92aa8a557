using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using MotCua.App.Agencies;
using MotCua.App.Catalogue;
using MotCua.App.Law;
using MotCua.App.Processes;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;

namespace MotCua.App.Reference;

/// <summary>A reason of a dated list.</summary>
/// <param name="By">Whose move it is; null in lists that ask for nobody.</param>
/// <param name="NamesLaw">It holds only with an article of special law that the officer names.</param>
public sealed record Reason(
    string Kind, string Code, string Text, string LegalBasis, DateOnly From, DateOnly? To, bool Verified, Responsible? By = null, bool NamesLaw = false)
{
    /// <summary>The reason as an act asks for it.</summary>
    public LegalReason ToLaw() => new(Code, Text, LegalBasis, By ?? Responsible.Applicant, NamesLaw);
}

/// <summary>All reference rows as one immutable copy: rules, calendar, agencies, procedures, processes.</summary>
public sealed class ReferenceData
{
    private readonly UnitCalendars calendars;
    private readonly ILookup<string, ProcedureLine> byCode;

    internal ReferenceData(
        long stamp, RuleBook rules, AgencyDirectory agencies, UnitCalendars calendars,
        IReadOnlyList<ProcedureLine> procedures, ProcessShelf processes, IReadOnlyList<Reason> reasons,
        IReadOnlyDictionary<string, (string Code, string Name)> nationalStatuses, ILookup<string, (string Code, string Name)> codes,
        UnitBook units)
    {
        (Stamp, Rules, Agencies, Procedures, Processes, Reasons, NationalStatuses, Codes) =
            (stamp, rules, agencies, procedures, processes, reasons, nationalStatuses, codes);
        this.calendars = calendars;
        Provinces = codes["provinces"].Select(c => c.Code).ToHashSet();
        byCode = procedures.ToLookup(p => p.Code);
        Units = units;
    }

    /// <summary>Which state of the rows this copy is of.</summary>
    public long Stamp { get; }

    /// <summary>Dated rules and regimes.</summary>
    public RuleBook Rules { get; }

    /// <summary>Agencies.</summary>
    public AgencyDirectory Agencies { get; }

    /// <summary>All versions of all procedures, by code and number.</summary>
    public IReadOnlyList<ProcedureLine> Procedures { get; }

    /// <summary>All versions of all processes, by code and number. To walk all of them makes each one whole; ask for those of a code.</summary>
    public ProcessShelf Processes { get; }

    /// <summary>Dated reasons.</summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>Our status → the portal's code and name.</summary>
    public IReadOnlyDictionary<string, (string Code, string Name)> NationalStatuses { get; }

    /// <summary>Small lists by name: "provinces", "nationalities".</summary>
    public ILookup<string, (string Code, string Name)> Codes { get; }

    /// <summary>Province codes of personal numbers.</summary>
    public IReadOnlySet<string> Provinces { get; }

    /// <summary>Dated groups of linked procedures, by code and first day.</summary>
    public IReadOnlyList<LinkedGroup> Groups { get; internal init; } = [];

    /// <summary>Dated fields that applicants declare, in the order of the form.</summary>
    public IReadOnlyList<DeclaredField> Fields { get; internal init; } = [];

    /// <summary>The fields of a procedure on a day.</summary>
    public IEnumerable<DeclaredField> FieldsOf(string procedure, DateOnly day) => Fields.Where(f => f.Procedure == procedure && f.HoldsOn(day));

    /// <summary>The group that a code stands for on a day; null if it stands for none.</summary>
    public LinkedGroup? Group(string code, DateOnly day) => Groups.LastOrDefault(g => g.Procedure == code && g.HoldsOn(day));

    /// <summary>Administrative units, old and new.</summary>
    public UnitBook Units { get; }

    /// <summary>The work calendar of a unit.</summary>
    public WorkCalendar CalendarOf(AgencyId unit) => calendars.Of(unit);

    /// <summary>The named working weeks.</summary>
    public IReadOnlyDictionary<string, WorkWeek> Weeks => calendars.Weeks;

    /// <summary>Code of the province to which a unit belongs, by the name of its topmost agency; null where that is none of a province.</summary>
    public string? ProvinceOf(AgencyId unit, DateOnly day)
    {
        const string Committee = "Ủy ban nhân dân ";
        var top = Agencies.Find(unit);
        while (top?.Parent is { } parent && Agencies.Find(parent) is { } above)
            top = above;
        return top?.Name.StartsWith(Committee, StringComparison.Ordinal) == true && UnitName.Split(top.Name[Committee.Length..], Level.Province) is { } name
            ? Units.Named(Level.Province, UnitName.Key(name.Proper)).FirstOrDefault(u => u.HoldsOn(day))?.Code
            : null;
    }

    /// <summary>The version of a procedure in force on a day; null if there is none.</summary>
    public ProcedureLine? Procedure(string code, DateOnly day) => byCode[code].LastOrDefault(p => p.HoldsOn(day));

    /// <summary>An exact version.</summary>
    /// <exception cref="InvalidOperationException">It is not there: a version that a dossier uses is never deleted.</exception>
    public ProcedureLine Procedure(string code, int version) =>
        byCode[code].FirstOrDefault(p => p.Version == version)
        ?? throw new InvalidOperationException($"Procedure {code} has no version {version}.");

    /// <summary>The version of a process in force on a day.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ProcessDefinition Process(string code, DateOnly day) =>
        Processes.Find(code, day)
        ?? throw new InvalidOperationException($"Process {code} has no version on {day:yyyy-MM-dd}.");

    /// <summary>An exact version.</summary>
    /// <exception cref="InvalidOperationException">It is not there.</exception>
    public ProcessDefinition Process(string code, int version) =>
        Processes.Find(code, version)
        ?? throw new InvalidOperationException($"Process {code} has no version {version}.");

    /// <summary>The reasons of a list on a day.</summary>
    public IEnumerable<Reason> ReasonsOf(string kind, DateOnly day) =>
        Reasons.Where(r => r.Kind == kind && r.From <= day && (r.To is null || day <= r.To));
}

/// <summary>Keeps one copy of the reference rows; the stamp row says when it is old. Whole procedures are read when they are asked for,
/// and the last ones are kept.</summary>
public sealed class ReferenceCache : IDisposable
{
    /// <summary>Characters of procedures kept in memory.</summary>
    private const int Room = 8_000_000;

    private readonly MemoryCache versions = new(new MemoryCacheOptions { SizeLimit = Room });
    private volatile ReferenceData? copy;
    private volatile Tuple<long, UnitBook>? units;

    /// <summary>The whole version of a procedure in force on a day; null if there is none.</summary>
    public async Task<ProcedureVersion?> Procedure(MotCuaDb db, string code, DateOnly day, CancellationToken cancel) =>
        (await Get(db, cancel)).Procedure(code, day) is { } line ? await Procedure(db, code, line.Version, cancel) : null;

    /// <summary>A whole version. What it says never changes; its last day may.</summary>
    /// <exception cref="InvalidOperationException">It is not there: a version that a dossier uses is never deleted.</exception>
    public async Task<ProcedureVersion> Procedure(MotCuaDb db, string code, int version, CancellationToken cancel)
    {
        var key = (code, version);
        if (versions.TryGetValue(key, out ProcedureVersion? held))
            return held!;
        var row = await db.Set<ProcedureRow>().AsNoTracking().FirstOrDefaultAsync(p => p.Code == code && p.Version == version, cancel)
            ?? throw new InvalidOperationException($"Procedure {code} has no version {version}.");
        return versions.Set(key, ProcedureRows.Version(row), new MemoryCacheEntryOptions { Size = row.Content.Length });
    }

    /// <inheritdoc/>
    public void Dispose() => versions.Dispose();

    /// <summary>The copy that belongs to the database as this transaction sees it.</summary>
    public async Task<ReferenceData> Get(MotCuaDb db, CancellationToken cancel) => await Get(db, await Stamp(db, cancel), cancel);

    /// <summary>The copy of a state of the rows that was just read.</summary>
    /// <param name="stamp">What <see cref="ReferenceStamp.Rows"/> gave.</param>
    public async Task<ReferenceData> Get(MotCuaDb db, long stamp, CancellationToken cancel)
    {
        if (copy is { } held && held.Stamp == stamp)
            return held;
        for (long after; ; stamp = after)
        {
            var loaded = await Load(db, stamp, cancel);
            // Rows that change while they are read must not mix: whoever changes them changes the stamp.
            after = await Stamp(db, cancel);
            if (after == stamp)
                return copy = loaded;
        }
    }

    private static Task<long> Stamp(MotCuaDb db, CancellationToken cancel, int id = 1) =>
        db.Set<ReferenceStampRow>().AsNoTracking().Where(s => s.Id == id).Select(s => s.Value).FirstOrDefaultAsync(cancel);

    /// <summary>Units are many and change seldom: they are read anew only after one of them changed.</summary>
    private async Task<UnitBook> Units(MotCuaDb db, CancellationToken cancel)
    {
        var stamp = await Stamp(db, cancel, UnitRows.Stamp);
        if (units is not { } held || held.Item1 != stamp)
            units = held = Tuple.Create(stamp, await UnitRows.Book(db, cancel));
        return held.Item2;
    }

    private async Task<ReferenceData> Load(MotCuaDb db, long stamp, CancellationToken cancel)
    {
        var rules = (await db.Set<RuleRow>().AsNoTracking().OrderBy(r => r.From).ToListAsync(cancel))
            .ConvertAll(r => new Rule(r.Key, r.Scope, r.Value, r.LegalBasis, r.From, r.To, r.Binds, r.Verified));
        var regimes = (await db.Set<RegimeRow>().AsNoTracking().OrderBy(r => r.From).ToListAsync(cancel))
            .ConvertAll(r => new Regime(r.Id, r.Name, r.From, r.To, r.LegalBasis));
        var keys = (await db.Set<RuleKeyRow>().AsNoTracking().OrderBy(k => k.Place).ToListAsync(cancel)).ConvertAll(k => k.ToKey());
        var agencies = await db.Set<AgencyRow>().AsNoTracking().OrderBy(a => a.Id).ToListAsync(cancel);
        var directory = new AgencyDirectory(agencies.ConvertAll(a => a.ToAgency()));
        var procedures = (await db.Set<ProcedureRow>().AsNoTracking().OrderBy(p => p.Code).ThenBy(p => p.Version)
            .Select(p => new { p.Summary, p.From, p.To }).ToListAsync(cancel)).ConvertAll(p => ProcedureRows.Line(p.Summary, p.From, p.To));
        var processes = new ProcessShelf(await db.Set<ProcessRow>().AsNoTracking().ToListAsync(cancel));
        var reasons = (await db.Set<ReasonRow>().AsNoTracking().OrderBy(r => r.Id).ToListAsync(cancel))
            .ConvertAll(r => new Reason(r.Kind, r.Code, r.Text, r.LegalBasis, r.From, r.To, r.Verified, r.By, r.NamesLaw));
        var statuses = await db.Set<NationalStatusRow>().AsNoTracking().ToDictionaryAsync(s => s.Status, s => (s.Code, s.Name), cancel);
        var codes = (await db.Set<CodeRow>().AsNoTracking().OrderBy(c => c.Code).ToListAsync(cancel)).ToLookup(c => c.List, c => (c.Code, c.Name));
        return new ReferenceData(
            stamp, new RuleBook(rules, regimes, keys), directory, await UnitCalendars.Load(db, directory, agencies, cancel),
            procedures, processes, reasons, statuses, codes, await Units(db, cancel))
        {
            Groups = (await db.Set<LinkedGroupRow>().AsNoTracking().Include(g => g.Members).OrderBy(g => g.Procedure).ThenBy(g => g.From)
                .ToListAsync(cancel)).ConvertAll(g => g.ToGroup()),
            Fields = (await db.Set<DeclaredFieldRow>().AsNoTracking().OrderBy(f => f.Procedure).ThenBy(f => f.Name).ToListAsync(cancel))
                .ConvertAll(f => f.ToField()),
        };
    }
}
