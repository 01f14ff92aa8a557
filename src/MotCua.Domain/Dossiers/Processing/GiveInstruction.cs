using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>Whoever leads a unit of the dossier, or heads its one-stop unit, tells an officer what to do, until when (F-27).</summary>
/// <param name="From">The unit for which it is given.</param>
/// <param name="To">Who is to do it.</param>
/// <param name="Unit">The unit at which he works on the dossier.</param>
/// <param name="Text">What is to be done, kept beside the log.</param>
/// <param name="Days">Working days of his unit, from the day after.</param>
[Term("ra chỉ đạo")]
public sealed record GiveInstruction(AgencyId From, OfficerId To, AgencyId Unit, TextId? Text, int Days) : DossierAct, IAllowsOnDossier<GiveInstruction>
{
    /// <summary>The longest time that may be given, in working days.</summary>
    public const int Longest = 60;

    private static readonly Refusal Elsewhere = new(
        "instruction.unit", "Chỉ ra chỉ đạo được cho hồ sơ mà đơn vị bạn phụ trách đang tham gia giải quyết. Hãy mở hồ sơ của đơn vị mình.");
    private static readonly Refusal NoReceiver = new(
        "instruction.to", "Hãy chọn một cán bộ đang có nhiệm vụ tại đơn vị tham gia giải quyết hồ sơ.", null, nameof(To));
    private static readonly Refusal Himself = new("instruction.himself", "Hãy chọn một cán bộ khác để giao việc chỉ đạo.", null, nameof(To));
    private static readonly Refusal NoText = new("instruction.text", "Hãy ghi nội dung chỉ đạo.", null, nameof(Text));
    private static readonly Refusal NoDays = new("instruction.days", $"Hãy ghi thời hạn từ 1 đến {Longest} ngày làm việc.", null, nameof(Days));

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Named, Duty.Lead, Duty.Sign, Duty.HeadOneStop);

    /// <inheritdoc/>
    public override AgencyId? Place(Dossier dossier) => From;

    /// <inheritdoc/>
    public override IReadOnlyList<OfficerId> Concerns => [To];

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) => InProcess.Alive(dossier);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        Allows(dossier, now) is { } no ? no
        : now.By.Seat is not { } seat || !Instruction.UnitsOf(dossier).Contains(From) ? Elsewhere
        : To == seat ? Himself
        : !Instruction.UnitsOf(dossier).Contains(Unit) || !Enum.GetValues<Duty>().Any(d => now.Holds(To, d, Unit)) ? NoReceiver
        : Text is not { } text ? NoText
        : Days is < 1 or > Longest ? NoDays
        : new InstructionGiven(
            dossier.Instructions.Count + 1, text, seat, From, To, Unit,
            Deadline.Count(new TimeLimit(Days, LimitUnit.WorkingDay), now.Now, now.Calendar(Unit), DayCutOff.None), now.Now);
}

/// <summary>An instruction was given.</summary>
[Term("đã ra chỉ đạo"), Stored("instruction-given")]
public sealed record InstructionGiven(
    int Number, TextId Text, OfficerId By, AgencyId From, OfficerId To, AgencyId Unit, DueDateAccount Due, DateTimeOffset At) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with { Instructions = d.Instructions.Add(new Instruction(Number, Text, By, From, To, Unit, Due, At)) };
}

/// <summary>Its receiver answers: what he did.</summary>
[Term("báo cáo thực hiện chỉ đạo")]
public sealed record ReportInstruction(int Number, TextId? Text) : DossierAct, IAllowsOnDossier<ReportInstruction>
{
    private static readonly Refusal NotYours = new("instruction.not-yours", "Chỉ đạo này giao cho cán bộ khác. Hãy để người được giao báo cáo.");
    private static readonly Refusal NoText = new("instruction.report", "Hãy ghi kết quả thực hiện.", null, nameof(Text));

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Named, [.. Enum.GetValues<Duty>().Where(d => d is not (Duty.Administer or Duty.Audit))]);

    /// <inheritdoc/>
    public override AgencyId? Place(Dossier dossier) => dossier.Instructions.Find(i => i.Number == Number)?.Unit;

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) =>
        InProcess.Alive(dossier) ?? (dossier.Instructions.Exists(i => i.State == InstructionState.Open) ? null : Told.None);

    /// <inheritdoc/>
    public override bool IsOvertakenBy(DossierEvent e) => Told.Changes(e) == Number;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        Allows(dossier, now) is { } no ? no
        : dossier.Instructions.Find(i => i.Number == Number) is not { State: InstructionState.Open } told ? Told.None
        : now.By.Seat != told.To ? NotYours
        : Text is not { } text ? NoText
        : new InstructionReported(Number, text, now.Now, Deadline.Judge(told.Due.Due, now.Now));
}

/// <summary>Its receiver reported.</summary>
/// <param name="Outcome">How the report stood against the date of the instruction.</param>
[Term("đã báo cáo thực hiện chỉ đạo"), Stored("instruction-reported")]
public sealed record InstructionReported(int Number, TextId Text, DateTimeOffset At, LimitOutcome? Outcome) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => Instruction.With(
        d, Number, i => i with { State = InstructionState.Reported, Report = Text, ReportedAt = At });
}

/// <summary>Whoever gave it closes it, done or needed no more.</summary>
[Term("kết thúc chỉ đạo")]
public sealed record CloseInstruction(int Number) : DossierAct, IAllowsOnDossier<CloseInstruction>
{
    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Named, Duty.Lead, Duty.Sign, Duty.HeadOneStop);

    /// <inheritdoc/>
    public override AgencyId? Place(Dossier dossier) => dossier.Instructions.Find(i => i.Number == Number)?.From;

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) =>
        InProcess.Alive(dossier) ?? (dossier.Instructions.Exists(i => i.State != InstructionState.Closed) ? null : Told.None);

    /// <inheritdoc/>
    public override bool IsOvertakenBy(DossierEvent e) => Told.Changes(e) == Number;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        (Allows(dossier, now) ?? Told.Given(dossier, Number, now)) is { } no ? no : new InstructionClosed(Number, now.Now);
}

/// <summary>An instruction was closed.</summary>
[Term("đã kết thúc chỉ đạo"), Stored("instruction-closed")]
public sealed record InstructionClosed(int Number, DateTimeOffset At) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => Instruction.With(d, Number, i => i with { State = InstructionState.Closed, ClosedAt = At });
}

/// <summary>Whoever gave it finds the report wanting; the date stays.</summary>
[Term("yêu cầu thực hiện lại chỉ đạo")]
public sealed record ReturnInstruction(int Number, TextId? Text) : DossierAct, IAllowsOnDossier<ReturnInstruction>
{
    private static readonly Refusal NoText = new("instruction.wanting", "Hãy ghi điều còn thiếu để người nhận làm tiếp.", null, nameof(Text));

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Named, Duty.Lead, Duty.Sign, Duty.HeadOneStop);

    /// <inheritdoc/>
    public override AgencyId? Place(Dossier dossier) => dossier.Instructions.Find(i => i.Number == Number)?.From;

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) =>
        InProcess.Alive(dossier) ?? (dossier.Instructions.Exists(i => i.State == InstructionState.Reported) ? null : Told.None);

    /// <inheritdoc/>
    public override bool IsOvertakenBy(DossierEvent e) => Told.Changes(e) == Number;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        (Allows(dossier, now) ?? Told.Given(dossier, Number, now)) is { } no ? no
        : dossier.Instructions[Number - 1].State != InstructionState.Reported ? Told.None
        : Text is not { } text ? NoText
        : new InstructionReturned(Number, text);
}

/// <summary>A report was found wanting.</summary>
[Term("đã yêu cầu thực hiện lại chỉ đạo"), Stored("instruction-returned")]
public sealed record InstructionReturned(int Number, TextId Text) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => Instruction.With(d, Number, i => i with { State = InstructionState.Open, Wanting = Text });
}

/// <summary>What the acts on instructions ask first.</summary>
internal static class Told
{
    /// <summary>There is no such instruction that still asks for this.</summary>
    public static readonly Refusal None = new(
        "instruction.none", "Chỉ đạo này không còn chờ việc đó. Hãy xem lại tình trạng mới nhất của hồ sơ.");

    private static readonly Refusal NotGiver = new(
        "instruction.not-giver", "Chỉ người đã ra chỉ đạo mới kết thúc hoặc yêu cầu làm lại được. Hãy để người đó xem báo cáo.");

    /// <summary>Refusal unless the actor gave it and it is not closed.</summary>
    public static Refusal? Given(Dossier dossier, int number, Circumstances now) =>
        dossier.Instructions.Find(i => i.Number == number) is not { } told || told.State == InstructionState.Closed ? None
        : now.By.Seat != told.By ? NotGiver : null;

    /// <summary>The instruction that an event changes; null for none.</summary>
    public static int? Changes(DossierEvent e) => e switch
    {
        InstructionReported r => r.Number,
        InstructionReturned r => r.Number,
        InstructionClosed c => c.Number,
        _ => null,
    };
}
