using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Processing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.App.Staff;

/// <summary>An open step that an officer has.</summary>
public sealed record HeldStep(DossierId Dossier, string Code, string Owner, Token Step, StepKind Kind, AgencyId Unit, OfficerId Officer)
{
    /// <summary>The duty that ends it.</summary>
    public Duty Duty => StepDuties.Of(Kind);
}

/// <summary>Where a step goes when its officer leaves.</summary>
/// <param name="To">Who takes it over; null: back to the unit, where nobody has it yet.</param>
public sealed record StepMove(DossierId Dossier, Token Step, OfficerId? To);

/// <summary>Takes open steps from officers who leave their duty, by acts at the desk: nothing is left with somebody who may not act on it.</summary>
public sealed class StepHandOver(MotCuaDb db, HandleDossier handle, TimeProvider clock)
{
    /// <summary>What the log says of the door.</summary>
    public const string Door = "staff";

    /// <summary>The open steps of an officer, those of the earliest limit first.</summary>
    public async Task<IReadOnlyList<HeldStep>> Of(OfficerId officer, CancellationToken cancel = default) =>
        await Held(db.Set<DossierStepRow>().Where(s => s.OfficerId == officer.Value), cancel);

    /// <summary>Moves steps as was chosen. A step whose new officer may not take it goes back to its unit.</summary>
    /// <param name="by">Who chose; the log names him.</param>
    /// <returns>How many steps changed hands.</returns>
    public async Task<int> Move(IEnumerable<StepMove> moves, OfficerId? by, CancellationToken cancel = default)
    {
        var moved = 0;
        var hand = new Hand(new Actor(ActorKind.Job, by), Door);
        foreach (var move in moves)
        {
            var done = move.To is { } to && await handle.Assign(move.Dossier, move.Step, to, hand, cancel) is Performed.Done
                || await handle.Release(move.Dossier, move.Step, hand, cancel) is Performed.Done;
            moved += done ? 1 : 0;
        }
        return moved;
    }

    /// <summary>Takes back to their units all steps whose officer does not hold their duty today.</summary>
    /// <param name="only">Only the steps of one officer; null for everybody's.</param>
    /// <param name="by">Who made him leave; null for the turn of the day.</param>
    /// <returns>How many steps went back.</returns>
    /// <exception cref="AggregateException">Some could not; all others did.</exception>
    public async Task<int> Sweep(OfficerId? only = null, OfficerId? by = null, CancellationToken cancel = default)
    {
        var (moved, broken) = (0, new List<Exception>());
        foreach (var step in await Held(Left(only), cancel))
        {
            try
            {
                moved += await Move([new StepMove(step.Dossier, step.Step, null)], by, cancel);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // One broken record must not keep the steps of all others where they are.
                broken.Add(e);
            }
        }
        return broken.Count == 0 ? moved : throw new AggregateException("Some steps could not go back to their units.", broken);
    }

    /// <summary>The open steps whose officer does not hold their duty today.</summary>
    public IQueryable<DossierStepRow> Left(OfficerId? only = null)
    {
        var today = Vietnam.Day(clock.GetUtcNow());
        var grants = db.Set<DutyGrantRow>().Where(g => g.From <= today && (g.To == null || g.To >= today));
        var steps = db.Set<DossierStepRow>().AsNoTracking().Where(s => s.OfficerId != null);
        if (only is { } officer)
            steps = steps.Where(s => s.OfficerId == officer.Value);
        return steps.Where(s => !grants.Any(g => g.OfficerId == s.OfficerId && g.UnitId == s.UnitId
            && ((s.Kind == StepKind.HandOver && g.Duty == Duty.Receive) || (s.Kind == StepKind.Handle && g.Duty == Duty.Handle)
                || (s.Kind == StepKind.Approve && g.Duty == Duty.Sign) || (s.Kind == StepKind.Register && g.Duty == Duty.Clerk)
                || (s.Kind == StepKind.Return && g.Duty == Duty.Return))));
    }

    private async Task<IReadOnlyList<HeldStep>> Held(IQueryable<DossierStepRow> steps, CancellationToken cancel)
    {
        var rows = await (
            from s in steps.AsNoTracking()
            join d in db.Set<DossierRow>().AsNoTracking() on s.DossierId equals d.Id
            join w in db.Set<DossierSearchRow>().AsNoTracking() on s.DossierId equals w.DossierId
            orderby d.Due, d.Code, s.Token
            select new { d.Id, d.Code, w.OwnerName, s.Token, s.Kind, s.UnitId, s.OfficerId }).ToListAsync(cancel);
        return rows.ConvertAll(r => new HeldStep(
            new DossierId(r.Id), r.Code, r.OwnerName, new Token(r.Token), r.Kind, new AgencyId(r.UnitId), new OfficerId(r.OfficerId!.Value)));
    }
}
