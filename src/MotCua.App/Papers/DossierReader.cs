using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Outbox;
using MotCua.App.Dossiers;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Papers;

/// <summary>A line of the timeline: what happened, who did it, when.</summary>
/// <param name="Text">The officer's own words that came with it, if any.</param>
public sealed record TimelineLine(DossierEventRow Row, DossierEvent Event, string? Officer, string? OnBehalfOf, string? Text);

/// <summary>Everything that the page of one dossier shows.</summary>
public sealed record DossierView(
    Dossier Dossier, Circumstances Now, IReadOnlyList<TimelineLine> Timeline, IReadOnlyList<PartyRow> Parties,
    IReadOnlyList<DossierPaperRow> Papers, IReadOnlyList<TextRow> Texts, IReadOnlyList<OutboxRow> Outbox,
    IReadOnlyDictionary<int, string> Officers)
{
    /// <summary>The owner.</summary>
    public PartyRow Owner => Parties.First(p => p.Id == Dossier.Case.Owner.Value);

    /// <summary>The submitter; the owner himself as a rule.</summary>
    public PartyRow Submitter => Parties.First(p => p.Id == Dossier.Case.Submitter.Value);

    /// <summary>The words of a text; null once erased.</summary>
    public string? TextOf(TextId id) => Texts.FirstOrDefault(t => t.Id == id.Value)?.Body;
}

/// <summary>Reads dossiers for pages. Who may read is asked here, too: an officer sees a dossier that his units receive, resolve,
/// handle or return; anyone else learns nothing, not even that it exists.</summary>
public sealed class DossierReader(MotCuaDb db, DossierDesk desk)
{
    private static readonly Duty[] Everywhere = [Duty.Control, Duty.Audit];

    /// <summary>The dossier with a code; null if there is none that the officer may see.</summary>
    public async Task<DossierView?> Find(string code, Actor by, CancellationToken cancel = default)
    {
        var id = await db.Set<DossierRow>().AsNoTracking().Where(d => d.Code == code).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancel);
        return id is { } found && await MaySee(found, by, cancel) ? await View(new DossierId(found), by, cancel) : null;
    }

    /// <summary>The dossier with an id; null if there is none that the officer may see.</summary>
    public async Task<DossierView?> Find(DossierId id, Actor by, CancellationToken cancel = default) =>
        await MaySee(id.Value, by, cancel) ? await View(id, by, cancel) : null;

    /// <summary>Whether the officer's units have or had to do with the dossier.</summary>
    private async Task<bool> MaySee(Guid id, Actor by, CancellationToken cancel)
    {
        if (by.Kind != ActorKind.Officer)
            return true;
        if (await db.Set<DossierRow>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancel) is not { } row)
            return false;
        var grants = await db.Set<DutyGrantRow>().AsNoTracking().Where(g => g.OfficerId == by.Officer!.Value.Value).ToListAsync(cancel);
        if (grants.Any(g => Everywhere.Contains(g.Duty)))
            return true;
        var units = grants.Select(g => g.UnitId).ToHashSet();
        if (units.Contains(row.ReceptionId) || units.Contains(row.SupportId) || units.Contains(row.CompetentId) || units.Contains(row.ReturnUnitId))
            return true;
        return await db.Set<DossierStepRow>().AsNoTracking().AnyAsync(s => s.DossierId == id && units.Contains(s.UnitId), cancel)
            || await WasHandledBy(id, units, cancel);
    }

    private async Task<bool> WasHandledBy(Guid id, HashSet<int> units, CancellationToken cancel) =>
        (await db.Set<DossierEventRow>().AsNoTracking().Where(e => e.DossierId == id && e.Kind == "step-opened").ToListAsync(cancel))
        .Select(e => EventFormat.Read(e.Kind, e.Data)).OfType<StepOpened>().Any(s => units.Contains(s.Unit.Value));

    private async Task<DossierView?> View(DossierId id, Actor by, CancellationToken cancel)
    {
        if (await desk.Look(id, by, cancel) is not { } seen)
            return null;
        var parties = await db.Set<PartyRow>().AsNoTracking().Where(p => p.DossierId == id.Value).ToListAsync(cancel);
        var papers = await db.Set<DossierPaperRow>().AsNoTracking().Include(p => p.Files)
            .Where(p => p.DossierId == id.Value).OrderBy(p => p.Id).ToListAsync(cancel);
        var texts = await db.Set<TextRow>().AsNoTracking().Where(t => t.DossierId == id.Value).OrderBy(t => t.Version).ToListAsync(cancel);
        var outbox = await db.Set<OutboxRow>().AsNoTracking().Where(o => o.DossierId == id.Value).OrderBy(o => o.Id).ToListAsync(cancel);
        var ids = seen.Log.SelectMany(e => new[] { e.OfficerId, e.OnBehalfOf }).Concat(seen.Dossier.Open.Steps.Select(s => s.Officer?.Value))
            .OfType<int>().Distinct().ToList();
        var officers = await db.Set<OfficerRow>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        var timeline = seen.Log.Select(e => new TimelineLine(
            e, EventFormat.Read(e.Kind, e.Data), e.OfficerId is { } o ? officers.GetValueOrDefault(o) : null,
            e.OnBehalfOf is { } b ? officers.GetValueOrDefault(b) : null,
            texts.Find(t => t.Version == e.Version)?.Body)).ToList();
        return new DossierView(seen.Dossier, seen.Now, timeline, parties, papers, texts, outbox, officers);
    }
}
