using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>One agency that is asked.</summary>
/// <param name="Work">What it is to do.</param>
/// <param name="Days">Working days of its own calendar.</param>
/// <param name="Feeds">The agency, asked together with it, that needs its result next.</param>
[NoTerm("a part of AskCooperation")]
public sealed record CooperationAsk(AgencyId Agency, TextId? Work, decimal Days, AgencyId? Feeds = null);

/// <summary>The lead agency or the one-stop unit sends parts of the dossier to other agencies, each with its work and its due date: all at once
/// electronically, or on paper one after the other in the order given (R-WF-10, R-WF-11, R-WF-12).</summary>
[Term("gửi phối hợp, chuyển liên thông", Law = "NĐ 61/2018/NĐ-CP Đ.19.6")]
public sealed record AskCooperation(Token Step, CooperationMode Mode, IReadOnlyList<CooperationAsk> Asks) : StepAct(Step), IAllowsOnStep<AskCooperation>
{
    /// <summary>The series of the transfer slips' numbers.</summary>
    public const string Series = "transfer-slip";

    /// <summary>The longest time that may be given, in working days.</summary>
    public const int MostDays = 60;

    private static readonly Refusal NotHere = new(
        "cooperation.not-here", "Chỉ gửi phối hợp được khi hồ sơ ở Bộ phận Một cửa hoặc ở bước thẩm định. Hãy xem bước hiện tại của hồ sơ.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Handle, Duty.Lead, Duty.Receive, Duty.HeadOneStop);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) =>
        step.Kind is not (StepKind.Handle or StepKind.HandOver) ? NotHere
        : InProcess.Running(dossier) ?? (Heads(step, now) ? null : StepFlow.Mine(step, now)) ?? LimitClock.Ticks(dossier);

    /// <inheritdoc/>
    public override IReadOnlyList<Counter> Draws(Dossier dossier, Circumstances now) =>
        dossier.Open[Step] is { } step ? [now.FormCounter(Series, step.Unit)] : [];

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<AskCooperation>(dossier, Step, now, step =>
    {
        if (Wrong(dossier, step, now) is { } wrong)
            return wrong;
        var dues = Dues(now);
        if (dossier.Case.Due.Due > now.Now && dues.FindIndex(d => d.Due > dossier.Case.Due.Due) is >= 0 and var late)
            return new Refusal("cooperation.too-long",
                $"Hạn của {now.Agencies.NameOf(Asks[late].Agency)} ({Vietnam.Day(dues[late].Due):dd/MM/yyyy}) sau hạn giải quyết của hồ sơ. Hãy rút ngắn.",
                "NĐ 61/2018/NĐ-CP Đ.19.6", nameof(Asks));
        var (slip, first) = (now.Numbers[now.FormCounter(Series, step.Unit)], dossier.Cooperation.Tasks.Count + 1);
        var asked = Asks.Select((a, i) => new CooperationAsked(
            Step, first + i, slip, Mode, step.Unit, a.Agency, Supervisor(step, a.Agency, now), a.Work!.Value, dues[i], a.Feeds, now.Now)).ToList();
        return Decision.Of([.. asked, .. asked.Take(Mode == CooperationMode.Paper ? 1 : asked.Count).Select((a, i) => new StepOpened(
            new Token(dossier.Open.NextToken + i), CooperationTask.ElementOf(a.Number), StepKind.Cooperate, a.Agency, null, now.Now, a.Due.Due, null))]);
    });

    private static bool Heads(OpenStep step, Circumstances now) => now.By.Seat is { } officer
        && (now.Holds(officer, Duty.Lead, step.Unit) || now.Holds(officer, Duty.HeadOneStop, step.Unit));

    private Refusal? Wrong(Dossier dossier, OpenStep step, Circumstances now)
    {
        if (Asks.Count == 0)
            return new Refusal("cooperation.nobody", "Hãy chọn ít nhất một cơ quan phối hợp.", "NĐ 61/2018/NĐ-CP Đ.19.6", nameof(Asks));
        var busy = dossier.Cooperation.Pending.Select(t => t.Agency).ToHashSet();
        foreach (var ask in Asks)
        {
            var name = now.Agencies.NameOf(ask.Agency);
            var sentence = now.Agencies.Find(ask.Agency) is not { } agency || !agency.HoldsOn(now.Today) ? "Hãy chọn cơ quan phối hợp đang hoạt động."
                : agency.Kind == AgencyKind.OneStop ? $"{name} tiếp nhận, không giải quyết. Hãy chọn cơ quan, đơn vị giải quyết."
                : ask.Agency == step.Unit ? $"{name} đang giữ bước này. Hãy chọn cơ quan khác."
                : !busy.Add(ask.Agency) ? $"{name} đã có một việc phối hợp chưa xong ở hồ sơ này. Hãy chọn mỗi cơ quan một lần."
                : ask.Work is null ? $"Hãy ghi việc cần {name} thực hiện."
                : ask.Days is <= 0 or > MostDays ? $"Số ngày làm việc của {name} phải từ 0,5 đến {MostDays}. Hãy nhập lại."
                : null;
            if (sentence is not null)
                return new Refusal("cooperation.ask", sentence, "NĐ 61/2018/NĐ-CP Đ.19.6", nameof(Asks));
        }
        return null;
    }

    // On paper an agency can begin only when the one before has ended.
    private List<DueDateAccount> Dues(Circumstances now)
    {
        var (from, dues) = (now.Now, new List<DueDateAccount>());
        foreach (var ask in Asks)
        {
            // Days begin on the next day; less than one is meant from now on, in hours.
            var limit = ask.Days < 1 ? new TimeLimit(ask.Days * ProcessTime.HoursOfADay, LimitUnit.WorkingHour) : new TimeLimit(ask.Days, LimitUnit.WorkingDay);
            dues.Add(Deadline.Count(limit, from, now.Calendar(ask.Agency), DayCutOff.None));
            from = Mode == CooperationMode.Paper ? dues[^1].Due : from;
        }
        return dues;
    }

    private static AgencyId? Supervisor(OpenStep step, AgencyId agency, Circumstances now) =>
        now.Agencies.Find(agency) is { } asked && now.Agencies.Find(step.Unit) is { } asker && asked.Level < asker.Level
            ? Boundary.OneStopsOf(agency, now.Agencies).FirstOrDefault()?.Id : null;
}

/// <summary>An agency was asked to do a part.</summary>
/// <param name="Step">The step on which it was asked.</param>
[Term("đã gửi phối hợp"), Stored("cooperation-asked")]
public sealed record CooperationAsked(
    Token Step, int Number, long Slip, CooperationMode Mode, AgencyId Asker, AgencyId Agency, AgencyId? Supervisor, TextId Work, DueDateAccount Due,
    AgencyId? Feeds, DateTimeOffset At) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Cooperation = new Cooperation(d.Cooperation.Tasks.Add(new CooperationTask(
            Number, Slip, Mode, Step, Asker, Agency, Supervisor, Work, Due, Feeds, At,
            Mode == CooperationMode.Paper && d.Cooperation.Tasks.Exists(t => t.Slip == Slip && t.Asker == Asker && t.AskedAt == At)
                ? TaskState.Waits : TaskState.Open))),
    };
}
