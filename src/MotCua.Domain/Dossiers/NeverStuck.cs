using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Domain.Dossiers;

/// <summary>Why an open dossier cannot go on by itself.</summary>
[Term("lý do hồ sơ bị kẹt")]
public enum StuckKind
{
    /// <summary>Its officer holds no duty any more.</summary>
    [Term("người phụ trách đã thôi việc hoặc chuyển đi")] OfficerLeft,
    /// <summary>Its officer does not hold the step's duty at the unit any more.</summary>
    [Term("người phụ trách không còn nhiệm vụ của bước này")] DutyEnded,
    /// <summary>Its unit has ended.</summary>
    [Term("đơn vị đã kết thúc hoạt động")] UnitEnded,
    /// <summary>Nobody at its unit holds the duty.</summary>
    [Term("đơn vị không có ai được giao nhiệm vụ")] Nobody,
    /// <summary>It is open and no step is.</summary>
    [Term("hồ sơ đang mở mà không có bước nào")] NoStep,
    /// <summary>No agency leads it.</summary>
    [Term("không rõ cơ quan chủ trì")] NoLead,
}

/// <summary>Who works where on a day, as far as steps ask for it.</summary>
/// <param name="Works">Whether an officer holds any duty.</param>
/// <param name="Holds">Whether he holds one at a unit.</param>
/// <param name="Anybody">Whether anybody holds one at a unit.</param>
[NoTerm("what is asked about staff")]
public sealed record Staffing(
    AgencyDirectory Agencies, DateOnly Day, Func<OfficerId, bool> Works, Func<OfficerId, Duty, AgencyId, bool> Holds, Func<Duty, AgencyId, bool> Anybody)
{
    /// <summary>The staffing that duties give on a day.</summary>
    public static Staffing Of(IEnumerable<DutyGrant> duties, AgencyDirectory agencies, DateOnly day)
    {
        var held = duties.Where(g => g.HoldsOn(day)).ToList();
        var (officers, exact, places) = (held.Select(g => g.Officer).ToHashSet(), held.Select(g => (g.Officer, g.Duty, g.Unit)).ToHashSet(),
            held.Select(g => (g.Duty, g.Unit)).ToHashSet());
        return new Staffing(agencies, day, officers.Contains, (o, d, u) => exact.Contains((o, d, u)), (d, u) => places.Contains((d, u)));
    }
}

/// <summary>Finds what would leave a dossier lying: pure, so that a property and the sweep ask the same.</summary>
public static class NeverStuck
{
    /// <summary>Why a step cannot be done by whoever has it; null if it can.</summary>
    public static StuckKind? OfStep(StepKind kind, AgencyId unit, OfficerId? officer, Staffing staff)
    {
        var duty = StepDuties.Of(kind);
        return staff.Agencies.Find(unit)?.HoldsOn(staff.Day) != true ? StuckKind.UnitEnded
            : officer is { } who && !staff.Works(who) ? StuckKind.OfficerLeft
            : officer is { } other && !staff.Holds(other, duty, unit) ? StuckKind.DutyEnded
            : staff.Anybody(duty, unit) ? null : StuckKind.Nobody;
    }

    /// <summary>Everything that keeps a dossier from going on; a closed one is never stuck.</summary>
    public static IReadOnlyList<(Token? Step, StuckKind Kind)> Of(Dossier dossier, Staffing staff)
    {
        if (dossier.Case.Status == DossierStatus.Unborn || dossier.IsClosed)
            return [];
        var found = dossier.Open.Steps.Select(s => ((Token?)s.Token, OfStep(s.Kind, s.Unit, s.Officer, staff)))
            .Where(s => s.Item2 is not null).Select(s => (s.Item1, s.Item2!.Value)).ToList();
        // A named wait looks after itself; that a process has run out is for somebody to decide.
        if (dossier.Open.Steps.IsEmpty && dossier.Open.Waits.TrueForAll(w => w.Kind == WaitKind.Ended))
            found.Add((null, StuckKind.NoStep));
        if (staff.Agencies.Find(dossier.Case.Lead) is null)
            found.Add((null, StuckKind.NoLead));
        return found;
    }
}
