using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Paying;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.App.Work;

/// <summary>What is asked of dossiers that one unit received and another agency resolves.</summary>
[NoTerm("columns of a list")]
public enum AcrossCount
{
    /// <summary>Received in the period.</summary>
    Received,
    /// <summary>Of these: with a result.</summary>
    Resolved,
    /// <summary>Of these: with a result after the limit, or without one and over it.</summary>
    Late,
    /// <summary>Of these: handed over.</summary>
    Returned,
    /// <summary>On which the receiving unit took money in the period.</summary>
    Collected,
}

/// <summary>A pair of units: who received, who resolves.</summary>
[NoTerm("a line of a list")]
public sealed record AcrossPair(AgencyId Reception, AgencyId Competent);

/// <summary>The dossiers of a pair in a period.</summary>
/// <param name="Collected">Money that the receiving unit took in the period for the agency, in đồng: owed to it (R-NB-10).</param>
/// <param name="Payments">How often it took money.</param>
[NoTerm("a line of a list")]
public sealed record AcrossLine(
    AcrossPair Pair, bool CrossesBoundary, int Received, int Resolved, int Late, int Returned, long Collected, int Payments, int CollectedOn);

/// <summary>A dossier behind a number.</summary>
/// <param name="Collected">Money taken in the period, in đồng.</param>
[NoTerm("a line of a list")]
public sealed record AcrossCase(
    Guid Id, string Code, string Procedure, AcrossPair Pair, DossierStatus Status, DateTimeOffset Received, DateTimeOffset Due,
    DateTimeOffset? Registered, DateTimeOffset? HandedOver, long Collected, int Payments, bool ReceivedInPeriod);

/// <summary>A part that another agency has open.</summary>
[NoTerm("a line of a list")]
public sealed record OpenCooperation(
    string Code, string Procedure, AgencyId Agency, AgencyId Reception, AgencyId Competent, DateTimeOffset Opened, DateTimeOffset? Due, bool IsLate);

/// <summary>Dossiers across agencies, counted by who received and who resolves (R-NB-06), and the money that is owed between them (R-NB-10).
/// What an officer sees are dossiers in which a unit of his reach has a part.</summary>
public sealed class AcrossBook(MotCuaDb db, ReferenceCache references, Reaches reaches, TimeProvider clock)
{
    /// <summary>Dossiers and payments read for a period; more is said to be "at least".</summary>
    public const int Most = 50_000;

    /// <summary>The pairs of a period, those across a boundary first; and whether not everything was read.</summary>
    /// <param name="from">First day, inclusive.</param>
    /// <param name="to">Last day, inclusive.</param>
    public async Task<(IReadOnlyList<AcrossLine> Lines, bool AtLeast)> Lines(int officer, DateOnly from, DateOnly to, CancellationToken cancel = default)
    {
        var (cases, atLeast) = await Cases(officer, from, to, cancel);
        var agencies = (await references.Get(db, cancel)).Agencies;
        var now = clock.GetUtcNow();
        return ([.. cases.GroupBy(c => c.Pair).Select(g => new AcrossLine(
                g.Key, !Boundary.IsOwn(g.Key.Reception, g.Key.Competent, agencies),
                Count(g, AcrossCount.Received, now), Count(g, AcrossCount.Resolved, now), Count(g, AcrossCount.Late, now),
                Count(g, AcrossCount.Returned, now), g.Sum(c => c.Collected), g.Sum(c => c.Payments), Count(g, AcrossCount.Collected, now)))
            .OrderByDescending(l => l.CrossesBoundary).ThenBy(l => agencies.NameOf(l.Pair.Reception), StringComparer.Ordinal)
            .ThenBy(l => agencies.NameOf(l.Pair.Competent), StringComparer.Ordinal)], atLeast);
    }

    /// <summary>The dossiers behind one number.</summary>
    public async Task<IReadOnlyList<AcrossCase>> Behind(
        int officer, DateOnly from, DateOnly to, AcrossPair pair, AcrossCount count, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return [.. (await Cases(officer, from, to, cancel)).Cases.Where(c => c.Pair == pair && Counts(c, count, now))
            .OrderBy(c => c.Received).ThenBy(c => c.Code)];
    }

    /// <summary>Parts that other agencies have open on dossiers of the officer's units, and that his units have themselves; the latest due first.</summary>
    public async Task<IReadOnlyList<OpenCooperation>> Open(int officer, CancellationToken cancel = default)
    {
        var seen = (await reaches.Of(officer, cancel)).Seen;
        var (parts, now) = (db.Set<DossierPartRow>(), clock.GetUtcNow());
        var rows = await (from s in db.Set<DossierStepRow>().AsNoTracking()
                          join d in db.Set<DossierRow>() on s.DossierId equals d.Id
                          where s.Kind == StepKind.Cooperate
                              && parts.Any(p => p.DossierId == d.Id && p.Kind == PartKind.Unit && seen.Contains(p.HolderId))
                          orderby s.Due, d.Code
                          select new { d.Code, d.Procedure, d.ProcedureVersion, s.UnitId, d.ReceptionId, d.CompetentId, s.Opened, s.Due })
            .Take(Most).ToListAsync(cancel);
        var reference = await references.Get(db, cancel);
        return rows.ConvertAll(r => new OpenCooperation(
            r.Code, reference.Procedure(r.Procedure, r.ProcedureVersion).Name, new AgencyId(r.UnitId), new AgencyId(r.ReceptionId),
            new AgencyId(r.CompetentId), r.Opened, r.Due, r.Due < now));
    }

    private static int Count(IEnumerable<AcrossCase> cases, AcrossCount count, DateTimeOffset now) => cases.Count(c => Counts(c, count, now));

    private static bool Counts(AcrossCase c, AcrossCount count, DateTimeOffset now) => count switch
    {
        AcrossCount.Collected => c.Payments > 0,
        _ when !c.ReceivedInPeriod => false,
        AcrossCount.Resolved => c.Registered is not null,
        AcrossCount.Late => c.Status != DossierStatus.Stopped && (c.Registered ?? now) > c.Due,
        AcrossCount.Returned => c.HandedOver is not null,
        _ => true,
    };

    private async Task<(IReadOnlyList<AcrossCase> Cases, bool AtLeast)> Cases(int officer, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var seen = (await reaches.Of(officer, cancel)).Seen;
        var (since, until) = (Vietnam.Instant(from, TimeOnly.MinValue), Vietnam.Instant(to.AddDays(1), TimeOnly.MinValue));
        var (parts, events) = (db.Set<DossierPartRow>(), db.Set<DossierEventRow>());
        var paid = await (from e in events.AsNoTracking()
                          where e.Kind == PaidKind && e.At >= since && e.At < until
                              && parts.Any(p => p.DossierId == e.DossierId && p.Kind == PartKind.Unit && seen.Contains(p.HolderId))
                          orderby e.Id
                          select new { e.DossierId, e.Data }).Take(Most).ToListAsync(cancel);
        var sums = paid.GroupBy(p => p.DossierId).ToDictionary(
            g => g.Key, g => (Sum: g.Sum(p => ((Paid)EventFormat.Read(PaidKind, p.Data)).Amount.Amount), Times: g.Count()));
        var rows = await db.Set<DossierRow>().AsNoTracking()
            .Where(d => (d.Received >= since && d.Received < until)
                || events.Any(e => e.DossierId == d.Id && e.Kind == PaidKind && e.At >= since && e.At < until))
            .Where(d => parts.Any(p => p.DossierId == d.Id && p.Kind == PartKind.Unit && seen.Contains(p.HolderId)))
            .OrderBy(d => d.Received).ThenBy(d => d.Code).Take(Most).ToListAsync(cancel);
        var reference = await references.Get(db, cancel);
        return (rows.ConvertAll(d => new AcrossCase(
            d.Id, d.Code, reference.Procedure(d.Procedure, d.ProcedureVersion).Name, new AcrossPair(new AgencyId(d.ReceptionId), new AgencyId(d.CompetentId)),
            d.Status, d.Received, d.Due, d.Registered, d.HandedOver, sums.GetValueOrDefault(d.Id).Sum, sums.GetValueOrDefault(d.Id).Times,
            d.Received >= since && d.Received < until)), rows.Count == Most || paid.Count == Most);
    }

    private const string PaidKind = "paid";
}
