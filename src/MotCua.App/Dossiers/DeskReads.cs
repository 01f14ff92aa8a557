using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Law;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Dossiers;

/// <summary>What the desk reads before it decides, in one round trip: the log, who may have a say, and the state of the reference rows.</summary>
internal sealed class DeskReads
{
    private readonly HashSet<(PartKind Kind, int Holder)> parts = [];
    private readonly IReadOnlyList<DutyGrantRow> grants;
    private readonly HashSet<int> asked;

    private DeskReads(
        DossierId id, IReadOnlyList<DossierEventRow> log, IdempotencyRow? before, long stamp, IReadOnlyList<DutyGrantRow> grants, HashSet<int> asked)
    {
        (Log, Before, ReferenceStamp, this.grants, this.asked) = (log, before, stamp, grants, asked);
        Dossier = Dossier.Unborn(id);
        foreach (var row in log)
        {
            var e = EventFormat.Read(row.Kind, row.Data);
            Dossier = Dossier.After(e);
            parts.UnionWith(Dossiers.Parts.Of(e, Dossier).Concat(Dossiers.Parts.Of(row.OfficerId, row.OnBehalfOf)));
            asked.UnionWith(new[] { row.OfficerId, row.OnBehalfOf }.OfType<int>());
        }
    }

    /// <summary>The events, oldest first.</summary>
    public IReadOnlyList<DossierEventRow> Log { get; }

    /// <summary>Their fold.</summary>
    public Dossier Dossier { get; }

    /// <summary>What the same key came to before; null if it is new.</summary>
    public IdempotencyRow? Before { get; }

    /// <summary>The state of the reference rows.</summary>
    public long ReferenceStamp { get; }

    /// <summary>Whoever the log has given a part to.</summary>
    public IReadOnlySet<(PartKind Kind, int Holder)> Parts => parts;

    /// <summary>Reads them.</summary>
    /// <param name="concerns">Officers whom the act names.</param>
    public static async Task<DeskReads> Read(
        MotCuaDb db, DossierId id, Actor by, IReadOnlyList<OfficerId> concerns, string? key, CancellationToken cancel)
    {
        var read = new Bundle(db);
        var (dossier, used, me, others) = (id.Value, key ?? "", by.Officer?.Value ?? 0, concerns.Select(c => c.Value).ToArray());
        var events = db.Set<DossierEventRow>().Where(e => e.DossierId == dossier);
        var log = read.Add("desk.log", () => events.OrderBy(e => e.Version), ("dossier", dossier));
        // After the log: whoever sees what the first request did also sees its key.
        var keys = read.Add("desk.key", () => db.Set<IdempotencyRow>().Where(i => i.Key == used), ("used", used));
        var stamps = read.Add("reference.stamp", () => Law.ReferenceStamp.Rows(db));
        var grants = read.Add(
            "desk.duties",
            () => db.Set<DutyGrantRow>().Where(g => g.OfficerId == me || others.Contains(g.OfficerId)
                || events.Any(e => e.OfficerId == g.OfficerId || e.OnBehalfOf == g.OfficerId)),
            ("me", me), ("others", others), ("dossier", dossier));
        await read.Run(cancel);
        return new DeskReads(id, log.Rows, keys.First, stamps.First?.Value ?? 0, grants.Rows, [me, .. others]);
    }

    /// <summary>The duties of officers, whenever they hold.</summary>
    /// <param name="officers">Whom they are asked of; whoever read them is among them anyway.</param>
    public async Task<IReadOnlyList<DutyGrantRow>> Grants(MotCuaDb db, IReadOnlyList<int> officers, CancellationToken cancel)
    {
        var unread = officers.Except(asked).ToList();
        return unread.Count == 0 ? grants
            : [.. grants, .. await db.Set<DutyGrantRow>().AsNoTracking().Where(g => unread.Contains(g.OfficerId)).ToListAsync(cancel)];
    }
}
