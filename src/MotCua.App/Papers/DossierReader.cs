using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Outbox;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Papers;

/// <summary>Reads dossiers for pages. Who may read is asked here, too (<see cref="Sight"/>): whoever may not learns nothing,
/// not even that the dossier exists.</summary>
public sealed class DossierReader(MotCuaDb db, DossierDesk desk, ReferenceCache references)
{
    /// <summary>The dossier with a code; null if there is none that the officer may see.</summary>
    public async Task<DossierView?> Find(string code, Actor by, CancellationToken cancel = default) =>
        await IdOf(code, cancel) is { } id ? await Find(id, by, cancel) : null;

    /// <summary>The dossier with an id; null if there is none that the officer may see.</summary>
    public async Task<DossierView?> Find(DossierId id, Actor by, CancellationToken cancel = default)
    {
        if (await desk.Look(id, by, cancel) is not { } seen)
            return null;
        var reference = await references.Get(db, cancel);
        var timeline = Lines(seen.Log, e => ElementNames.Of(reference, seen.Now.Process, e));
        var inPlace = await InPlace(seen.Now, cancel);
        var (sight, grant) = Sights.With(seen.Dossier, timeline.Select(l => l.Event), WithAll(seen.Now, inPlace));
        return sight == Sight.None ? null : (await View(seen.Dossier, seen.Now, inPlace, sight, timeline, cancel)) with { By = grant };
    }

    /// <summary>A file of a dossier that the officer may see; null if the dossier has none such.</summary>
    /// <param name="file">Id of the file's row.</param>
    public async Task<PaperFileRow?> File(DossierView view, long file, CancellationToken cancel = default)
    {
        var papers = view.Papers.Select(p => p.Id).ToList();
        return await db.Set<PaperFileRow>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == file && papers.Contains(f.PaperId), cancel);
    }

    /// <summary>The circumstances in the place of each officer that the actor stands in for today.</summary>
    private async Task<IReadOnlyList<Circumstances>> InPlace(Circumstances now, CancellationToken cancel)
    {
        if (now.By is not { Kind: ActorKind.Officer, Officer: { } officer, OnBehalfOf: null })
            return [];
        var grants = await StandIns.Of(db, officer.Value, now.Today).AsNoTracking().OrderBy(g => g.Id).ToListAsync(cancel);
        return [.. grants.GroupBy(g => g.OfficerId).Select(g => now with
        {
            By = Actor.InPlaceOf(new OfficerId(g.Key), officer), Duties = [.. g.Select(d => d.ToGrant())],
        })];
    }

    private static Circumstances WithAll(Circumstances now, IEnumerable<Circumstances> inPlace) =>
        now with { Duties = [.. now.Duties, .. inPlace.SelectMany(c => c.Duties)] };

    /// <summary>The id of the dossier with a code; null if there is none. It says nothing about who may see it.</summary>
    public async Task<DossierId?> IdOf(string code, CancellationToken cancel)
    {
        var read = new Bundle(db);
        var dossiers = read.Add("dossier.code", () => db.Set<DossierRow>().Where(d => d.Code == code), ("code", code));
        await read.Run(cancel);
        return dossiers.First is { } row ? new DossierId(row.Id) : null;
    }

    private static List<TimelineLine> Lines(IReadOnlyList<DossierEventRow> log, Func<string, string> nameOf)
    {
        var elements = new Dictionary<Token, string>();
        var lines = new List<TimelineLine>();
        foreach (var row in log)
        {
            var e = EventFormat.Read(row.Kind, row.Data);
            if (e is StepOpened opened)
                elements[opened.Token] = nameOf(opened.Element);
            lines.Add(new TimelineLine(row, e, null, null, e.Changes is { } token ? elements.GetValueOrDefault(token) : null, []));
        }
        return lines;
    }

    private async Task<DossierView> View(
        Dossier dossier, Circumstances now, IReadOnlyList<Circumstances> inPlace, Sight sight, IReadOnlyList<TimelineLine> timeline,
        CancellationToken cancel)
    {
        var id = dossier.Id.Value;
        var parties = await db.Set<PartyRow>().AsNoTracking().Where(p => p.DossierId == id).ToListAsync(cancel);
        var papers = await db.Set<DossierPaperRow>().AsNoTracking().Include(p => p.Files.OrderBy(f => f.Id))
            .Where(p => p.DossierId == id).OrderBy(p => p.Id).ToListAsync(cancel);
        var texts = await db.Set<TextRow>().AsNoTracking().Where(t => t.DossierId == id).OrderBy(t => t.Version).ToListAsync(cancel);
        var outbox = await db.Set<OutboxRow>().AsNoTracking().Where(o => o.DossierId == id).OrderBy(o => o.Id).ToListAsync(cancel);
        var officers = await Officers(dossier, timeline, inPlace, cancel);
        var lines = timeline.Select(l => l with
        {
            Officer = l.Row.OfficerId is { } who ? officers.GetValueOrDefault(who) : null,
            OnBehalfOf = l.Row.OnBehalfOf is { } whom ? officers.GetValueOrDefault(whom) : null,
            Texts = [.. EventTexts.Of(l.Event).Select(t => texts.Find(row => row.Id == t.Value)).OfType<TextRow>()],
        }).ToList();
        return new DossierView(dossier, now, sight, lines, parties, papers, texts, outbox, officers, await references.Get(db, cancel))
        {
            InPlace = inPlace, Linked = await Linked(dossier, cancel),
            Declared = await db.Set<DossierDeclaredRow>().AsNoTracking().Where(d => d.DossierId == id).OrderBy(d => d.Name).ToListAsync(cancel),
        };
    }

    private async Task<IReadOnlyList<DossierRow>> Linked(Dossier dossier, CancellationToken cancel)
    {
        var ids = dossier.Links.Children.Select(c => c.Value).Concat(dossier.Links.Parent is { } parent ? [parent.Value] : []).ToList();
        if (ids.Count == 0)
            return [];
        var rows = await db.Set<DossierRow>().AsNoTracking().Where(d => ids.Contains(d.Id)).ToListAsync(cancel);
        return [.. rows.OrderBy(r => ids.IndexOf(r.Id))];
    }

    private async Task<Dictionary<int, string>> Officers(
        Dossier dossier, IReadOnlyList<TimelineLine> timeline, IReadOnlyList<Circumstances> inPlace, CancellationToken cancel)
    {
        var ids = timeline.SelectMany(l => new[] { l.Row.OfficerId, l.Row.OnBehalfOf, Named(l.Event)?.Value })
            .Concat(dossier.Open.Steps.Select(s => s.Officer?.Value))
            .Concat(dossier.Instructions.SelectMany(i => new int?[] { i.By.Value, i.To.Value }))
            .Concat(inPlace.Select(c => c.By.OnBehalfOf?.Value)).OfType<int>().Distinct().ToList();
        return await db.Set<OfficerRow>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
    }

    private static OfficerId? Named(DossierEvent e) => e switch
    {
        StepOpened opened => opened.Officer,
        Domain.Dossiers.Processing.StepAssigned assigned => assigned.Officer,
        Domain.Dossiers.Processing.StepReleased released => released.From,
        StepClosed closed => closed.By,
        Domain.Dossiers.Processing.StepHandedBack back => back.From,
        Domain.Dossiers.Processing.StepDelegated delegated => delegated.From,
        Domain.Dossiers.Processing.OpinionAsked asked => asked.By,
        Domain.Dossiers.Processing.DueChangeRequested asked => asked.By,
        Domain.Dossiers.Processing.DueChanged changed => changed.RequestedBy,
        _ => null,
    };
}
