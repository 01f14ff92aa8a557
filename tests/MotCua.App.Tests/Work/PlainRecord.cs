using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Reference;
using MotCua.App.Work;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Words;
using MotCua.Testing;

namespace MotCua.App.Tests.Work;

/// <summary>A dossier with everything about it in memory; units and officers come from the log.</summary>
internal sealed record PlainDossier(
    DossierRow Row, DossierSearchRow Search, IReadOnlyList<DossierStepRow> Steps, IReadOnlyList<PartyRow> Parties, IReadOnlySet<int> Units,
    IReadOnlySet<int> Officers);

/// <summary>All rows in memory, filtered by plain loops: what the database must answer, too.</summary>
internal sealed class PlainRecord(IReadOnlyList<PlainDossier> dossiers, IReadOnlyList<DutyGrantRow> grants, ReferenceData reference, DateTimeOffset now)
{
    private static readonly Duty[] Overseeing = [Duty.Control, Duty.Audit];
    private static readonly Duty[] OnNoDossier = [Duty.Administer, Duty.Post];

    public IReadOnlyList<PlainDossier> Dossiers => dossiers;

    public ReferenceData Reference => reference;

    public static async Task<PlainRecord> Read(TestHouse house)
    {
        await using var db = house.Db();
        var steps = (await db.Set<DossierStepRow>().AsNoTracking().ToListAsync()).ToLookup(s => s.DossierId);
        var parties = (await db.Set<PartyRow>().AsNoTracking().ToListAsync()).ToLookup(p => p.DossierId);
        var log = (await db.Set<DossierEventRow>().AsNoTracking().ToListAsync()).ToLookup(e => e.DossierId);
        var search = await db.Set<DossierSearchRow>().AsNoTracking().ToDictionaryAsync(s => s.DossierId);
        var rows = await db.Set<DossierRow>().AsNoTracking().ToListAsync();
        return new PlainRecord(
            rows.ConvertAll(r => new PlainDossier(
                r, search[r.Id], [.. steps[r.Id]], [.. parties[r.Id]], UnitsOf(log[r.Id]), log[r.Id].Select(e => e.OfficerId).OfType<int>().ToHashSet())),
            await db.Set<DutyGrantRow>().AsNoTracking().ToListAsync(), await house.References.Get(db, default), house.Clock.GetUtcNow());
    }

    /// <summary>Code and token of each row that an officer must be shown, in order; token 0 where rows are dossiers.</summary>
    public IReadOnlyList<(string Code, int Token)> Of(int officer, WorkQuery query)
    {
        var rows = dossiers.Where(d => Holds(d, query)).SelectMany(d => RowsOf(d, officer, query)).ToList();
        return [.. Sorted(rows, officer, query).Select(r => (r.Dossier.Row.Code, r.Step?.Token ?? 0))];
    }

    private IEnumerable<(PlainDossier Dossier, DossierStepRow? Step)> RowsOf(PlainDossier d, int officer, WorkQuery query)
    {
        var seen = Seen(officer).Where(u => query.Unit is null || u == query.Unit).ToHashSet();
        if (query.View is WorkView.Unit or WorkView.Mine)
            return d.Steps.Where(s => query.View == WorkView.Unit ? OfUnit(d, s, seen, query) : seen.Contains(s.UnitId) && IsHis(s, officer))
                .Where(s => (query.Step is null || s.Kind == query.Step) && (query.Officer is null || s.OfficerId == query.Officer))
                .Select(s => (d, (DossierStepRow?)s));
        var shown = d.Units.Overlaps(seen) && (query.View == WorkView.All || d.Officers.Contains(officer))
            && (query.Step is null || d.Steps.Any(s => s.Kind == query.Step))
            && (query.Officer is not { } o || d.Officers.Contains(o) || d.Steps.Any(s => s.OfficerId == o));
        return shown ? [(d, null)] : [];
    }

    private static bool OfUnit(PlainDossier d, DossierStepRow s, HashSet<int> seen, WorkQuery query) => seen.Contains(s.UnitId)
        || (query.Due == DueState.Waiting && s.WaitsFor == Side.Applicant && seen.Contains(d.Row.ReceptionId));

    private bool IsHis(DossierStepRow s, int officer)
    {
        if (s.WaitsFor != Side.Authority || s.Kind == StepKind.Return)
            return false;
        var duty = s.Kind switch
        {
            StepKind.HandOver => Duty.Receive, StepKind.Handle => Duty.Handle, StepKind.Approve => Duty.Sign, _ => Duty.Clerk,
        };
        return s.OfficerId == officer || (s.OfficerId is null && Held(officer).Any(g => g.Duty == duty && g.UnitId == s.UnitId));
    }

    private bool Holds(PlainDossier d, WorkQuery q)
    {
        var people = d.Parties.Select(p => VietnameseText.Fold(p.Name).Split(' ')).ToList();
        return Words(q.Words).All(d.Search.Folded.Contains)
            && (q.Person is null || (q.LooksUp ? d.Parties.Any(p => p.Number == q.Person.Replace(" ", "", StringComparison.Ordinal))
                : Words(q.Person).All(w => people.Exists(names => names.Any(n => n.StartsWith(w, StringComparison.Ordinal))))))
            && (q.Code is null || d.Row.Code.Contains(q.Code, StringComparison.Ordinal))
            && (q.Status is null || d.Row.Status == q.Status) && (q.Channel is null || d.Row.Channel == q.Channel)
            && (q.Procedure is null || d.Row.Procedure == q.Procedure)
            && (q.Sector is null || reference.Procedure(d.Row.Procedure, d.Row.ProcedureVersion).Sector == q.Sector)
            && (q.Due is null || StateOf(d.Row) == q.Due)
            && (q.Book is not { } b || (d.Row.ReceptionId == b.Unit && Vietnam.Day(d.Row.Received).Year == b.Year))
            && Within(q.Received, d.Row.Received) && Within(q.Appointment, d.Row.Appointment) && Within(q.Result, d.Row.Registered)
            && Within(q.Returned, d.Row.HandedOver);
    }

    private DueState? StateOf(DossierRow d)
    {
        if (d.Status == DossierStatus.Stopped)
            return null;
        if (d.Registered is { } done)
            return done <= d.Due ? DueState.InTime : DueState.TooLate;
        if (d.Status == DossierStatus.AwaitingSupplement)
            return DueState.Waiting;
        if (d.Paused is not null)
            return DueState.Paused;
        // One working day in the rule: today and the next working day are soon.
        var soon = reference.CalendarOf(default).NextWorkingDay(Vietnam.Day(now));
        return d.Due < now ? DueState.Overdue : Vietnam.Day(d.Due) <= soon ? DueState.Soon : DueState.Running;
    }

    private static IEnumerable<(PlainDossier Dossier, DossierStepRow? Step)> Sorted(
        List<(PlainDossier Dossier, DossierStepRow? Step)> rows, int officer, WorkQuery query)
    {
        var byCode = rows.OrderBy(r => r.Dossier.Row.Code, StringComparer.Ordinal).ThenBy(r => r.Step?.Token ?? 0).ToList();
        return (query.Sort ?? (query.OfSteps ? WorkSort.Due : WorkSort.Newest)) switch
        {
            WorkSort.Code => byCode,
            WorkSort.Oldest => byCode.OrderBy(r => r.Dossier.Row.Received),
            WorkSort.Newest => rows.OrderByDescending(r => r.Dossier.Row.Received).ThenByDescending(r => r.Dossier.Row.Code, StringComparer.Ordinal)
                .ThenBy(r => r.Step?.Token ?? 0),
            _ => byCode.OrderBy(r => r.Step is null || (r.Step.WaitsFor == Side.Authority && r.Dossier.Row.Registered is null
                && r.Dossier.Row.Paused is null) ? 0 : 1)
                .ThenBy(r => r.Dossier.Row.Due).ThenBy(r => r.Step is null || r.Step.OfficerId == officer ? 0 : 1),
        };
    }

    private List<DutyGrantRow> Held(int officer)
    {
        var today = Vietnam.Day(now);
        return [.. grants.Where(g => g.OfficerId == officer && g.From <= today && (g.To is null || g.To >= today))];
    }

    private HashSet<int> Seen(int officer)
    {
        var held = Held(officer);
        var seen = held.Where(g => !OnNoDossier.Contains(g.Duty)).Select(g => g.UnitId).ToHashSet();
        foreach (var over in held.Where(g => Overseeing.Contains(g.Duty)))
            seen.UnionWith(reference.Agencies.All.Where(a => IsBelow(a, over.UnitId)).Select(a => a.Id.Value));
        return seen;
    }

    private bool IsBelow(Agency? agency, int upper)
    {
        for (; agency is not null; agency = agency.Parent is { } p ? reference.Agencies.Find(p) : null)
            if (agency.Id.Value == upper)
                return true;
        return false;
    }

    private static HashSet<int> UnitsOf(IEnumerable<DossierEventRow> log) => [.. log.Select(e => EventFormat.Read(e.Kind, e.Data)).SelectMany(e => e switch
    {
        StepOpened opened => new[] { opened.Unit.Value },
        Received r => [r.Support.Value, r.Reception.Value, r.Competent.Value, r.ReturnUnit.Value],
        _ => [],
    })];

    private static string[] Words(string? text) => VietnameseText.Fold(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool Within(Days days, DateTimeOffset? at) => !days.Any
        || (at is { } some && (days.From is not { } from || Vietnam.Day(some) >= from) && (days.To is not { } to || Vietnam.Day(some) <= to));
}
