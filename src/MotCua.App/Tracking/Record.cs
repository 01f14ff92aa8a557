using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Outbox;
using MotCua.App.Papers;

namespace MotCua.App.Tracking;

/// <summary>All rows of one dossier, as they stand in the database.</summary>
internal sealed record Record(
    Guid Id, IReadOnlyList<DossierEventRow> Log, DossierRow? Mirror, IReadOnlyList<DossierStepRow> Steps, IReadOnlyList<TextRow> Texts,
    IReadOnlyList<PartyRow> Parties, IReadOnlyList<DossierPaperRow> Papers, IReadOnlyList<OutboxRow> Outbox,
    IReadOnlyList<DossierPartRow> Parts, bool CanBeFound, IReadOnlyList<DossierWaitRow> Waits, IReadOnlyList<ConsultationRow> Consultations,
    IReadOnlyList<InstructionRow> Instructions);

/// <summary>Reads the rows of several dossiers at once.</summary>
internal static class Records
{
    /// <summary>The rows of these dossiers.</summary>
    public static async Task<IReadOnlyList<Record>> Read(MotCuaDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var events = (await db.Set<DossierEventRow>().AsNoTracking().Where(e => ids.Contains(e.DossierId)).OrderBy(e => e.Version).ToListAsync(cancel))
            .ToLookup(e => e.DossierId);
        var mirrors = await db.Set<DossierRow>().AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        var steps = (await db.Set<DossierStepRow>().AsNoTracking().Where(s => ids.Contains(s.DossierId)).OrderBy(s => s.Token).ToListAsync(cancel))
            .ToLookup(s => s.DossierId);
        var texts = (await db.Set<TextRow>().AsNoTracking().Where(t => ids.Contains(t.DossierId)).ToListAsync(cancel)).ToLookup(t => t.DossierId);
        var parties = (await db.Set<PartyRow>().AsNoTracking().Where(p => ids.Contains(p.DossierId)).ToListAsync(cancel)).ToLookup(p => p.DossierId);
        var papers = (await db.Set<DossierPaperRow>().AsNoTracking().Include(p => p.Files).Where(p => ids.Contains(p.DossierId)).ToListAsync(cancel))
            .ToLookup(p => p.DossierId);
        var outbox = (await db.Set<OutboxRow>().AsNoTracking().Where(o => ids.Contains(o.DossierId)).ToListAsync(cancel)).ToLookup(o => o.DossierId);
        var parts = (await db.Set<DossierPartRow>().AsNoTracking().Where(p => ids.Contains(p.DossierId)).ToListAsync(cancel)).ToLookup(p => p.DossierId);
        var waits = (await db.Set<DossierWaitRow>().AsNoTracking().Where(w => ids.Contains(w.DossierId)).OrderBy(w => w.Token).ToListAsync(cancel))
            .ToLookup(w => w.DossierId);
        var found = (await db.Set<DossierSearchRow>().Where(s => ids.Contains(s.DossierId)).Select(s => s.DossierId).ToListAsync(cancel)).ToHashSet();
        var questions = (await db.Set<ConsultationRow>().AsNoTracking().Where(c => ids.Contains(c.DossierId)).OrderBy(c => c.Number).ToListAsync(cancel))
            .ToLookup(c => c.DossierId);
        var told = (await db.Set<InstructionRow>().AsNoTracking().Where(i => ids.Contains(i.DossierId)).OrderBy(i => i.Number).ToListAsync(cancel))
            .ToLookup(i => i.DossierId);
        return [.. ids.Select(id => new Record(
            id, [.. events[id]], mirrors.GetValueOrDefault(id), [.. steps[id]], [.. texts[id]], [.. parties[id]], [.. papers[id]], [.. outbox[id]],
            [.. parts[id]], found.Contains(id), [.. waits[id]], [.. questions[id]], [.. told[id]]))];
    }
}
