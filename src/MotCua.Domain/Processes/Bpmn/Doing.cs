using MotCua.Domain.Agencies;
using MotCua.Domain.Words;

namespace MotCua.Domain.Processes.Bpmn;

/// <summary>Who does a step: what its properties say, else what its lane's name and its own say.</summary>
internal static class Doing
{
    private static readonly (StepKind Kind, string[] Words)[] Names =
    [
        (StepKind.Return, ["tra ket qua", "giao ket qua", "trao ket qua"]),
        (StepKind.Register, ["dong dau", "vao so", "lay so", "phat hanh"]),
        (StepKind.Approve, ["phe duyet", "ky duyet", "ky ket qua", "duyet ket qua"]),
    ];

    private static readonly (StepKind Kind, string[] Words)[] Lanes =
    [
        (StepKind.Register, ["van thu"]),
        (StepKind.HandOver, ["mot cua", "tiep nhan", "tra ket qua", "phuc vu hanh chinh cong"]),
        (StepKind.Handle, ["phong ", "chuyen vien", "chuyen mon", "can bo", "cong chuc", "thu ly"]),
        (StepKind.Approve, ["lanh dao", "chu tich", "giam doc", "chi huy", "thu truong"]),
    ];

    /// <summary>What a step says of itself, filled up by its lane; null where neither says who does it.</summary>
    public static StepProperties? Of(BpmnNode node, StepProperties written, string? lane, StepProperties? otherwise)
    {
        var kind = written.Step ?? ByPlace(written) ?? ByLane(node.Name, lane) ?? otherwise?.Step;
        if (kind is not { } step)
            return null;
        var (place, duty) = Usual(step);
        return written with { Step = step, Place = written.Place ?? place, Duty = written.Duty ?? duty };
    }

    /// <summary>Where a wait belongs to: the department that handles, unless it says another place. Other elements belong to nobody.</summary>
    public static StepProperties Waiting(ElementKind kind, StepProperties written, string? lane, string? agency) =>
        kind is ElementKind.Timer or ElementKind.Message or ElementKind.Service or ElementKind.Boundary
            ? written with { Step = null, Duty = null, Place = written.Place ?? (ByName(lane, Lanes) is { } at ? Usual(at).Place : StepPlace.Department) }
            : kind == ElementKind.SubProcess ? StepProperties.Empty with { Agency = written.Agency ?? agency }
            : StepProperties.Empty;

    /// <summary>Place and duty of a kind of step.</summary>
    public static (StepPlace Place, Duty Duty) Usual(StepKind kind) => kind switch
    {
        StepKind.HandOver => (StepPlace.Reception, Duty.Receive),
        StepKind.Handle => (StepPlace.Department, Duty.Handle),
        StepKind.Approve => (StepPlace.Competent, Duty.Sign),
        StepKind.Register => (StepPlace.Competent, Duty.Clerk),
        _ => (StepPlace.Reception, Duty.Return),
    };

    private static StepKind? ByPlace(StepProperties written) => (written.Duty, written.Place) switch
    {
        (Duty.Receive, _) => StepKind.HandOver,
        (Duty.Handle, _) => StepKind.Handle,
        (Duty.Sign, _) => StepKind.Approve,
        (Duty.Clerk, _) => StepKind.Register,
        (Duty.Return, _) => StepKind.Return,
        (null, StepPlace.Department) => StepKind.Handle,
        _ => null,
    };

    // A lane says who, the name of a step says what: the one-stop unit both hands over and returns, a head both approves and appraises.
    private static StepKind? ByLane(string name, string? lane) => ByName(lane, Lanes) switch
    {
        StepKind.HandOver => ByName(name, Names) == StepKind.Return ? StepKind.Return : StepKind.HandOver,
        StepKind.Approve => StepKind.Approve,
        StepKind.Register => StepKind.Register,
        StepKind.Handle => StepKind.Handle,
        _ => null,
    };

    private static StepKind? ByName(string? name, (StepKind Kind, string[] Words)[] list)
    {
        var folded = $" {VietnameseText.Fold(name ?? "")} ";
        foreach (var (kind, words) in list)
            if (words.Any(w => folded.Contains(w, StringComparison.Ordinal)))
                return kind;
        return null;
    }
}
