using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Reception;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.App.Warnings;

/// <summary>A warning as its officer reads it.</summary>
/// <param name="Code">The dossier's code; null for an attempt that is not received yet.</param>
/// <param name="MayOpen">Whether the officer may open it.</param>
/// <param name="Unit">Where it lies now: the unit of its step, or the one that received it.</param>
/// <param name="Step">What is to be done there; null where nothing is open.</param>
/// <param name="Holder">Name of who has it; null for nobody.</param>
/// <param name="Since">Since when it lies there.</param>
/// <param name="Calendar">Of the agency that resolves, or of the unit that answers.</param>
public sealed record WarningItem(
    WarningRow Warning, string? Code, bool MayOpen, string Procedure, string Unit, StepKind? Step, string? Holder, DateTimeOffset Since,
    Domain.Time.WorkCalendar Calendar);

/// <summary>What an officer has been warned of and still is.</summary>
/// <param name="Digest">Of this morning; null where there is none.</param>
/// <param name="More">There are more than are shown.</param>
public sealed record WarningPage(DigestRow? Digest, IReadOnlyList<WarningItem> Items, bool More);

/// <summary>Reads an officer's warnings.</summary>
public sealed class WarningList(MotCuaDb db, ReferenceCache references, Reaches reaches, TimeProvider clock)
{
    /// <summary>Warnings on the page; the bell counts as far.</summary>
    public const int Most = 200;

    private sealed record Place(string Code, string Procedure, int Version, int Competent, int Reception);

    /// <summary>How many warnings and digests of today an officer has not read, counted up to <see cref="Most"/>. Asked by every page: one look into
    /// indexes that hold nothing but what is unread.</summary>
    public Task<int> Unread(int officer, CancellationToken cancel = default)
    {
        var today = Vietnam.Day(clock.GetUtcNow());
        return db.Set<WarningRow>().Where(w => w.OfficerId == officer && w.Read == null && w.Settled == null).Select(w => w.Id)
            .Concat(db.Set<DigestRow>().Where(d => d.OfficerId == officer && d.Day == today && d.Read == null).Select(d => d.Id))
            .Take(Most).CountAsync(cancel);
    }

    /// <summary>What is shown to an officer: the most pressing first, unread before read.</summary>
    public async Task<WarningPage> Of(int officer, CancellationToken cancel = default)
    {
        var (reference, reach) = (await references.Get(db, cancel), await reaches.Of(officer, cancel));
        var digest = await db.Set<DigestRow>().AsNoTracking().FirstOrDefaultAsync(d => d.OfficerId == officer && d.Day == reach.Day, cancel);
        var (parts, seen) = (db.Set<DossierPartRow>(), reach.Seen);
        // Whoever has moved to another unit is told nothing more of the one that he left.
        var rows = await db.Set<WarningRow>().AsNoTracking().Where(w => w.OfficerId == officer && w.Settled == null)
            .Where(w => w.Kind == WarningKind.Answer || w.Kind == WarningKind.Opinion
                || parts.Any(p => p.DossierId == w.SubjectId && p.Kind == PartKind.Unit && seen.Contains(p.HolderId)))
            .OrderBy(w => w.Due).ThenBy(w => w.Id).Take(Most + 1).ToListAsync(cancel);
        var items = await Items(rows.Take(Most).ToList(), reach, reference, cancel);
        return new WarningPage(digest, items, rows.Count > Most);
    }

    private async Task<IReadOnlyList<WarningItem>> Items(List<WarningRow> rows, Reach reach, ReferenceData reference, CancellationToken cancel)
    {
        var ids = rows.ConvertAll(r => r.SubjectId);
        var dossiers = await db.Set<DossierRow>().AsNoTracking().Where(d => ids.Contains(d.Id))
            .Select(d => new { d.Id, Place = new Place(d.Code, d.Procedure, d.ProcedureVersion, d.CompetentId, d.ReceptionId) })
            .ToDictionaryAsync(d => d.Id, d => d.Place, cancel);
        var steps = (await db.Set<DossierStepRow>().AsNoTracking().Where(s => ids.Contains(s.DossierId) && s.Kind != StepKind.Return).ToListAsync(cancel))
            .ToLookup(s => s.DossierId);
        var attempts = await db.Set<AttemptRow>().AsNoTracking().Where(a => ids.Contains(a.Id) && a.DossierId == null)
            .Select(a => new { a.Id, a.Procedure, a.ProcedureVersion, a.UnitId, a.OfficerId, a.Created }).ToDictionaryAsync(a => a.Id, cancel);
        var names = await Names([.. steps.SelectMany(s => s).Select(s => s.OfficerId).OfType<int>(), .. attempts.Values.Select(a => a.OfficerId)], cancel);
        var items = new List<WarningItem>();
        foreach (var row in rows)
        {
            if (dossiers.TryGetValue(row.SubjectId, out var d))
                items.Add(Item(row, d, Nearest(steps[row.SubjectId], reach), names, reference));
            else if (attempts.TryGetValue(row.SubjectId, out var a))
                items.Add(new WarningItem(
                    row, null, reach[Duty.Receive].Contains(a.UnitId), reference.Procedure(a.Procedure, a.ProcedureVersion).Name,
                    reference.Agencies.NameOf(new AgencyId(a.UnitId)), null, names.GetValueOrDefault(a.OfficerId), a.Created,
                    reference.CalendarOf(new AgencyId(a.UnitId))));
        }
        return items;
    }

    private static WarningItem Item(
        WarningRow row, Place d, DossierStepRow? step, IReadOnlyDictionary<int, string> names, ReferenceData reference) => new(
        row, d.Code, true, reference.Procedure(d.Procedure, d.Version).Name,
        reference.Agencies.NameOf(new AgencyId(step?.UnitId ?? d.Reception)), step?.Kind, step?.OfficerId is { } o ? names.GetValueOrDefault(o) : null,
        step?.Opened ?? row.At, reference.CalendarOf(new AgencyId(d.Competent)));

    /// <summary>Of parallel steps the one that concerns the officer, else the one that is open longest.</summary>
    private static DossierStepRow? Nearest(IEnumerable<DossierStepRow> steps, Reach reach) =>
        steps.OrderBy(s => s.OfficerId == reach.Officer ? 0 : reach.Units.Contains(s.UnitId) ? 1 : 2).ThenBy(s => s.Opened).ThenBy(s =>
            s.Token).FirstOrDefault();

    private async Task<IReadOnlyDictionary<int, string>> Names(IReadOnlyList<int> ids, CancellationToken cancel) => ids.Count == 0
        ? new Dictionary<int, string>()
        : await db.Set<OfficerRow>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
}
