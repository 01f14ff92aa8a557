using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers;

/// <summary>Where an instruction stands.</summary>
[Term("tình trạng chỉ đạo")]
public enum InstructionState
{
    /// <summary>Its receiver has not reported yet.</summary>
    [Term("chưa báo cáo thực hiện")] Open,
    /// <summary>Its receiver says it is done; whoever gave it has not said so yet.</summary>
    [Term("đã báo cáo, chờ xác nhận")] Reported,
    /// <summary>Whoever gave it has closed it.</summary>
    [Term("đã kết thúc")] Closed,
}

/// <summary>An instruction on a dossier as a task with a date (F-27). It stands beside the steps: it moves none and decides nothing.</summary>
/// <param name="Number">1, 2, 3 … in the dossier.</param>
/// <param name="Text">What is to be done, a row beside the log.</param>
/// <param name="By">Who gave it.</param>
/// <param name="From">The unit for which he gave it.</param>
/// <param name="To">Who is to do it.</param>
/// <param name="Unit">His unit.</param>
/// <param name="Due">Until when, in working days of his unit.</param>
[Term("chỉ đạo điều hành")]
public sealed record Instruction(
    int Number, TextId Text, OfficerId By, AgencyId From, OfficerId To, AgencyId Unit, DueDateAccount Due, DateTimeOffset At)
{
    private static readonly Duty[] Givers = [Duty.Lead, Duty.Sign, Duty.HeadOneStop];

    /// <summary>Where it stands.</summary>
    public InstructionState State { get; init; } = InstructionState.Open;

    /// <summary>What its receiver reported last; null while he did not.</summary>
    public TextId? Report { get; init; }

    /// <summary>When he reported last.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>Why the report was not enough; null where it was not returned since.</summary>
    public TextId? Wanting { get; init; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Whether it is late.</summary>
    public bool IsLate(DateTimeOffset now) => State == InstructionState.Open && now > Due.Due;

    /// <summary>The units that have to do with a dossier now.</summary>
    public static IReadOnlyList<AgencyId> UnitsOf(Dossier dossier) =>
        [.. dossier.Open.Steps.Select(s => s.Unit).Concat([dossier.Case.Competent, dossier.Case.Lead, dossier.Case.Reception]).Distinct()];

    /// <summary>The unit for which the actor may give instructions on a dossier; null where he leads none of its units.</summary>
    public static AgencyId? GiverOf(Dossier dossier, Circumstances now) => now.By.Seat is not { } seat ? null
        : UnitsOf(dossier).Where(u => Givers.Any(d => now.Holds(seat, d, u))).Select(u => (AgencyId?)u).FirstOrDefault();

    /// <summary>The dossier with one instruction changed.</summary>
    internal static Dossier With(Dossier d, int number, Func<Instruction, Instruction> change) =>
        d with { Instructions = d.Instructions.ConvertAll(i => i.Number == number ? change(i) : i) };
}
