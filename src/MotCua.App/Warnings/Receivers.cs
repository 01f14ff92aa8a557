using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;

namespace MotCua.App.Warnings;

/// <summary>An open step as warnings see it.</summary>
internal sealed record WarnedStep(Guid Dossier, StepKind Kind, int Unit, int? Officer);

/// <summary>Who is to be told: who holds which duty where today, and who stands in for whom.</summary>
internal sealed class Receivers
{
    private readonly ILookup<(Duty, int Unit), int> holders;
    private readonly ILookup<(int Absent, Duty, int Unit), int> substitutes;

    private Receivers(ILookup<(Duty, int Unit), int> holders, ILookup<(int Absent, Duty, int Unit), int> substitutes) =>
        (this.holders, this.substitutes) = (holders, substitutes);

    /// <summary>The duties of a day.</summary>
    public static async Task<Receivers> On(MotCuaDb db, DateOnly day, CancellationToken cancel)
    {
        var grants = await db.Set<DutyGrantRow>().AsNoTracking().Where(g => g.From <= day && (g.To == null || g.To >= day))
            .Select(g => new { g.OfficerId, g.Duty, g.UnitId }).ToListAsync(cancel);
        var standIns = await (
            from s in db.Set<SubstitutionRow>().AsNoTracking()
            where s.Approved && s.From <= day && s.To >= day && (s.RevokedFrom == null || s.RevokedFrom > day)
            from d in s.Scope
            select new { s.AbsentId, d.Duty, d.UnitId, s.SubstituteId }).ToListAsync(cancel);
        var held = grants.Select(g => (g.OfficerId, g.Duty, g.UnitId)).ToHashSet();
        return new Receivers(
            grants.ToLookup(g => (g.Duty, g.UnitId), g => g.OfficerId),
            standIns.Where(s => held.Contains((s.AbsentId, s.Duty, s.UnitId))).ToLookup(s => (s.AbsentId, s.Duty, s.UnitId), s => s.SubstituteId));
    }

    /// <summary>Everybody with a duty today, with his units.</summary>
    public IEnumerable<(int Officer, IReadOnlyList<(Duty Duty, int Unit)> Duties)> All => holders
        .SelectMany(g => g.Select(o => (Officer: o, At: g.Key)))
        .Concat(substitutes.SelectMany(g => g.Select(s => (Officer: s, At: (g.Key.Item2, g.Key.Unit)))))
        .GroupBy(g => g.Officer).Select(g => (g.Key, (IReadOnlyList<(Duty, int)>)[.. g.Select(x => x.At).Distinct()]));

    /// <summary>Who holds a duty at a unit, and whoever stands in for him.</summary>
    public IEnumerable<int> Of(Duty duty, int unit) => holders[(duty, unit)].SelectMany(o => With(o, duty, unit)).Distinct();

    /// <summary>Who has a step: its officer, or everyone who may take it; and whoever stands in.</summary>
    public IEnumerable<int> Of(WarnedStep step)
    {
        var duty = StepDuties.Of(step.Kind);
        return step.Officer is { } officer ? With(officer, duty, step.Unit) : Of(duty, step.Unit);
    }

    /// <summary>Who is told of a dossier, each once, the nearest to the work first.</summary>
    public IEnumerable<(int Officer, WarnedAs As)> Of(IEnumerable<WarnedStep> steps, int reception)
    {
        var open = steps.ToList();
        return open.SelectMany(Of).Select(o => (o, WarnedAs.Holder))
            .Concat(open.SelectMany(s => Of(Duty.Lead, s.Unit)).Select(o => (o, WarnedAs.Leader)))
            .Concat(Of(Duty.HeadOneStop, reception).Select(o => (o, WarnedAs.HeadOneStop)))
            .DistinctBy(r => r.o);
    }

    private IEnumerable<int> With(int officer, Duty duty, int unit) => substitutes[(officer, duty, unit)].Prepend(officer);
}
