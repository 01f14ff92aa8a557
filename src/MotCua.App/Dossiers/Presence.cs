using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Dossiers;

/// <summary>An officer has a dossier open.</summary>
[NoTerm("who has a dossier open now")]
public sealed class DossierPresenceRow
{
    /// <summary>The dossier.</summary>
    public Guid DossierId { get; set; }
    /// <summary>The officer.</summary>
    public int OfficerId { get; set; }
    /// <summary>Since when without a break.</summary>
    public DateTimeOffset Since { get; set; }
    /// <summary>The last sign of it.</summary>
    public DateTimeOffset Last { get; set; }
}

/// <summary>Another officer who has the same dossier open.</summary>
/// <param name="Doing">In which duty or step: "thẩm định, xử lý".</param>
public sealed record Present(string Name, string Doing, DateTimeOffset Since);

/// <summary>Who has a dossier open now, whichever node he is on. The caller has asked whether the officer may see the dossier.</summary>
public sealed class Presence(MotCuaDb db, TimeProvider clock)
{
    /// <summary>Whoever has given no sign for so long is not there.</summary>
    public static readonly TimeSpan Gone = TimeSpan.FromSeconds(90);

    // Rows older than this are of nobody who could still be there.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Says that the officer has the dossier open, and who else has, longest first.</summary>
    public async Task<IReadOnlyList<Present>> Enter(Guid dossier, OfficerId officer, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        await Sign(dossier, officer.Value, now, cancel);
        return await new PresentOthers(db).Of(dossier, officer, now, cancel);
    }

    private async Task Sign(Guid dossier, int officer, DateTimeOffset now, CancellationToken cancel)
    {
        var gone = now - Gone;
        var signed = await db.Set<DossierPresenceRow>().Where(p => p.DossierId == dossier && p.OfficerId == officer)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.Since, x => x.Last < gone ? now : x.Since).SetProperty(x => x.Last, now), cancel);
        if (signed > 0)
            return;
        var old = now - Kept;
        await db.Set<DossierPresenceRow>().Where(p => p.Last < old).ExecuteDeleteAsync(cancel);
        var row = new DossierPresenceRow { DossierId = dossier, OfficerId = officer, Since = now, Last = now };
        db.Add(row);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException clash) when (Collisions.Is(clash))
        {
            // Two pages of the same officer opened at once: the other one has signed.
        }
        db.Entry(row).State = EntityState.Detached;
    }
}

/// <summary>Reads who else is there. It writes nothing.</summary>
internal sealed class PresentOthers(MotCuaDb db)
{
    /// <summary>The others who have given a sign lately.</summary>
    public async Task<IReadOnlyList<Present>> Of(Guid dossier, OfficerId officer, DateTimeOffset now, CancellationToken cancel)
    {
        var gone = now - Presence.Gone;
        var found = await (
            from p in db.Set<DossierPresenceRow>().AsNoTracking()
            join o in db.Set<OfficerRow>() on p.OfficerId equals o.Id
            where p.DossierId == dossier && p.OfficerId != officer.Value && p.Last >= gone
            orderby p.Since, o.Id
            select new { o.Id, o.Name, o.Title, p.Since }).ToListAsync(cancel);
        if (found.Count == 0)
            return [];
        var ids = found.ConvertAll(f => f.Id);
        var steps = await StepWords(dossier, ids, cancel);
        var duties = await DutyWords(dossier, ids, now, cancel);
        return found.ConvertAll(f => new Present(f.Name, steps.GetValueOrDefault(f.Id) ?? duties.GetValueOrDefault(f.Id) ?? f.Title, f.Since));
    }

    private async Task<Dictionary<int, string>> StepWords(Guid dossier, List<int> officers, CancellationToken cancel) =>
        (await db.Set<DossierStepRow>().AsNoTracking().Where(s => s.DossierId == dossier && s.OfficerId != null && officers.Contains(s.OfficerId.Value))
            .OrderBy(s => s.Token).ToListAsync(cancel))
        .GroupBy(s => s.OfficerId!.Value).ToDictionary(g => g.Key, g => Terms.Of(g.First().Kind));

    private async Task<Dictionary<int, string>> DutyWords(Guid dossier, List<int> officers, DateTimeOffset now, CancellationToken cancel)
    {
        var today = Vietnam.Day(now);
        var parts = db.Set<DossierPartRow>();
        return (await db.Set<DutyGrantRow>().AsNoTracking()
                .Where(g => officers.Contains(g.OfficerId) && g.From <= today && (g.To == null || g.To >= today)
                    && parts.Any(p => p.DossierId == dossier && p.Kind == PartKind.Unit && p.HolderId == g.UnitId))
                .OrderBy(g => g.Id).ToListAsync(cancel))
            .GroupBy(g => g.OfficerId).ToDictionary(g => g.Key, g => Terms.Of(g.First().Duty));
    }
}

internal sealed class PresenceTables : IEntityTypeConfiguration<DossierPresenceRow>
{
    public void Configure(EntityTypeBuilder<DossierPresenceRow> row)
    {
        row.ToTable("dossier_presence").HasKey(p => new { p.DossierId, p.OfficerId });
        row.HasIndex(p => p.Last);
    }
}
