using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Work;

/// <summary>The rows that lists begin with, each within the officer's reach.</summary>
internal sealed class WorkSources(MotCuaDb db, Reach reach)
{
    /// <summary>Open steps of some of the units.</summary>
    /// <param name="waiting">Also steps elsewhere that wait for the applicant of a dossier which the units received: the one-stop unit calls
    /// for a supplement and takes it, wherever the dossier lies meanwhile.</param>
    public IQueryable<WorkFound> Steps(IReadOnlyList<int> units, bool waiting)
    {
        var rows = WorkList.Steps(db);
        return Found(waiting
            ? rows.Where(r => units.Contains(r.Step.UnitId) || (r.Step.WaitsFor == Side.Applicant && units.Contains(r.Dossier.ReceptionId)))
            : rows.Where(r => units.Contains(r.Step.UnitId)));
    }

    /// <summary>Open steps that wait for the officer.</summary>
    public IQueryable<WorkFound> Own(IReadOnlyList<int> units) =>
        Found(WorkList.OwnOf(db, WorkList.Steps(db).Where(r => units.Contains(r.Step.UnitId)), reach));

    /// <summary>Dossiers in which a unit or an officer has a part.</summary>
    /// <param name="units">Only those in which one of these has a part, too; null where that is known.</param>
    public IQueryable<WorkFound> Dossiers(PartKind kind, int holder, IReadOnlyList<int>? units)
    {
        var parts = db.Set<DossierPartRow>().AsNoTracking();
        var mine = parts.Where(p => p.Kind == kind && p.HolderId == holder);
        if (units is not null)
            mine = mine.Where(p => parts.Any(u => u.DossierId == p.DossierId && u.Kind == PartKind.Unit && units.Contains(u.HolderId)));
        return
            from p in mine
            join d in db.Set<DossierRow>().AsNoTracking() on p.DossierId equals d.Id
            select new WorkFound { Dossier = d, Received = p.Received, Code = p.Code, Procedure = p.Procedure };
    }

    /// <summary>Dossiers in which one of many units has a part.</summary>
    public IQueryable<WorkFound> Overseen(IReadOnlyList<int> units) =>
        from d in db.Set<DossierRow>().AsNoTracking()
        where db.Set<DossierPartRow>().Any(p => p.DossierId == d.Id && p.Kind == PartKind.Unit && units.Contains(p.HolderId))
        select new WorkFound { Dossier = d, Received = d.Received, Code = d.Code, Procedure = d.Procedure };

    private IQueryable<WorkFound> Found(IQueryable<StepOfDossier> rows)
    {
        var me = reach.Officer;
        return rows.Select(r => new WorkFound
        {
            Dossier = r.Dossier, Step = r.Step,
            Received = r.Dossier.Received, Code = r.Dossier.Code, Procedure = r.Dossier.Procedure, Token = r.Step.Token,
            Rank = r.Step.WaitsFor == Side.Authority && r.Dossier.Registered == null && r.Dossier.Paused == null ? 0 : 1,
            Others = r.Step.OfficerId == me ? 0 : 1,
        });
    }
}
