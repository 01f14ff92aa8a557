using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Paying;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Papers;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;
using MotCua.Testing;

namespace MotCua.House.Tests.Lives;

/// <summary>An act that led from one situation to another.</summary>
internal sealed record Way(Dossier From, DossierAct Act, Dossier To);

/// <summary>The situations that a dossier can be in, found by doing every act that is allowed, from nothing on.
/// Two dossiers are in one situation when no act asks for a difference between them.</summary>
internal sealed class Situations
{
    private static readonly OfficerId Colleague = new(8);
    private static readonly TextId Words = new(new Guid(9, 0, 0, new byte[8]));

    private static readonly WorkCalendar AnotherHoliday = new(
        "enacted", WorkCalendar.DefaultWeek,
        [.. World.Calendar.Days, new CalendarDay(new DateOnly(2026, 11, 19), DayKind.Holiday, "Ngày nghỉ mới", "Luật", true, null)],
        "QĐ 188/1999/QĐ-TTg", true);

    private readonly World world = new();
    private readonly Dictionary<string, Dossier> seen = [];

    private Situations()
    {
        world.Duties = [.. world.Duties, .. world.Duties.Select(g => g with { Officer = Colleague })];
        var ways = new List<Way>();
        var queue = new Queue<Dossier>([Dossier.Unborn(new DossierId(Guid.Empty))]);
        seen[Key(queue.Peek())] = queue.Peek();
        while (queue.TryDequeue(out var from))
            foreach (var act in Acts(from))
            {
                // Nobody approves what he asked for himself.
                world.By = act is ApproveDueChange ? Colleague : World.All;
                var decision = act is RecomputeDue ? act.Decide(from, Enacted()) : world.Decide(from, act);
                world.By = World.All;
                if (decision.Refusal is not null)
                    continue;
                var to = from.After(decision.Events);
                ways.Add(new Way(from, act, to));
                if (seen.TryAdd(Key(to), to))
                    queue.Enqueue(to);
            }
        Ways = ways;
    }

    /// <summary>Found once.</summary>
    public static Situations All { get; } = new();

    /// <summary>One dossier of each situation.</summary>
    public IReadOnlyCollection<Dossier> Dossiers => seen.Values;

    /// <summary>What led from one to another.</summary>
    public IReadOnlyList<Way> Ways { get; }

    /// <summary>The circumstances on the day of reception, also of a colleague, and on a day after the last for a supplement.</summary>
    public IReadOnlyList<Circumstances> Days
    {
        get
        {
            var now = world.Now();
            return [now, now with { By = Actor.Of(Colleague) }, now with { Now = now.Now.AddDays(14) }];
        }
    }

    /// <summary>The circumstances of the system after a holiday was enacted.</summary>
    private Circumstances Enacted() => world.Now() with { By = Actor.Job, Calendar = _ => AnotherHoliday };

    /// <summary>Acts with an input that is right where they are allowed.</summary>
    private static IEnumerable<DossierAct> Acts(Dossier dossier)
    {
        if (dossier.Version == 0)
            return from receipt in new[] { true, false }
                   from charged in new[] { 0L, 20_000L }
                   from giveBack in new[] { 0, 1 }
                   select World.Receive(giveBack, charged, receipt);
        return dossier.Open.Steps.SelectMany(s => OnStep(dossier, s.Token)).Concat(OnDossier(dossier)).Concat(OnTime(dossier)).Concat(Across(dossier));
    }

    /// <summary>What moves the clocks; asked where money and originals are out of the way, which no such act looks at.</summary>
    private static IEnumerable<DossierAct> OnTime(Dossier dossier)
    {
        if (dossier.Case.ReceiptNumber is null || dossier.Money.Charged.Amount > 0 || dossier.Delivery.OriginalsHeld > 0)
            yield break;
        foreach (var step in dossier.Open.Steps.Select(s => s.Token))
        {
            yield return new PauseClock(step, "cho", null, Words);
            yield return new ResumeClock(step, Words);
            yield return new RequestDueChange(step, new DateOnly(2026, 12, 4), "NĐ 101/2024/NĐ-CP Đ.22", Words);
        }
        yield return new RequestExtension(new DateOnly(2026, 12, 8), "cho", Words);
        yield return new Apologise("sai", Words);
        yield return new ApproveDueChange(dossier.Case.Clock.Change?.Due ?? default);
        yield return new DeclineDueChange(Words);
    }

    /// <summary>What passes between agencies; asked where money, originals and clocks are out of the way. Forwarding, paper and cooperation are each
    /// looked at alone.</summary>
    private static IEnumerable<DossierAct> Across(Dossier dossier)
    {
        if (dossier is not { Case.ReceiptNumber: not null, Money.Charged.Amount: 0, Delivery.OriginalsHeld: 0, Case.StopRequest: null }
            || dossier.Case.Clock is { Standing: not null } or { Change: not null } or { IsSet: true } or { Reappointments: > 0 }
            || dossier.Case.SupplementRounds > 0 || dossier.Open.Steps.Exists(s => s.BackTo is not null || s.Officer is not null))
            yield break;
        var forwarded = dossier.Case.Competent != World.Ward;
        if (!forwarded && dossier.Cooperation.Tasks.IsEmpty)
            yield return new ForwardToCompetent(World.Other, Words);
        if (forwarded)
        {
            yield return new SendPaper(PaperCarrier.Post, "EA123456789VN", null);
            yield return new SendResult(PaperCarrier.Officer, null, Words);
            yield return new ReceivePaper(null);
            yield break;
        }
        foreach (var step in dossier.Open.Steps.Where(s => s.Kind is StepKind.Handle or StepKind.Cooperate).Select(s => s.Token))
        {
            if (dossier.Cooperation.Tasks.IsEmpty)
                yield return new AskCooperation(step, CooperationMode.Electronic, [new CooperationAsk(World.Department, Words, 2)]);
            yield return new AnswerCooperation(step, Words, null);
            yield return new RecallCooperation(step, Words);
        }
    }

    private static IEnumerable<DossierAct> OnStep(Dossier dossier, Token step) =>
    [
        new HandOver(step), new CompleteStep(step, Outcome.Granted, null), new Approve(step), new SendBack(step, "sai-sot", Words),
        new RefuseAfterAppraisal(step, "khong-du", Words, Words), new RequestSupplement(step, Words, ["thieu"]),
        new RegisterResult(step, "15/KQ", new DateOnly(2026, 11, 17), new string('a', 64)), new ClaimStep(step), new ReleaseStep(step),
        new AssignStep(step, World.All), new AssignStep(step, Colleague),
        new HandOverResult(
            step, Collector.Applicant, dossier.Case.ReceiptNumber is null ? Proof.NoReceipt : Proof.Receipt, null,
            dossier.Case.ReceiptNumber is null ? Words : null, dossier.Delivery.OriginalsHeld > 0),
    ];

    private static IEnumerable<DossierAct> OnDossier(Dossier dossier) =>
    [
        new AcceptSupplement([new TakenPaper("2", PaperForm.Original, 1, true, false, [])]), new RequestWithdrawal(Channel.Direct, Words),
        new Stop("rut"), new DeclineStop(Words), new RecordPayment(dossier.Money.Owed, PaymentMethod.Cash, "BL-1"), new ReturnOriginals(),
        new IssueReceipt(), new RecomputeDue("Luật"), new MoveToProcess(2),
    ];

    private static string Key(Dossier d) => string.Join('|',
    [
        d.Case.Status, d.Case.Decided, d.Case.StopRequest is not null, d.Case.ReceiptNumber is not null, d.Money.Owed.Amount > 0,
        d.Delivery.OriginalsHeld > 0, d.Delivery.RegisteredAt is not null,
        d.Case.Clock.Standing is { } standing ? d.Open[standing.Step]?.Element ?? "done" : "", d.Case.Clock.Reappointments, d.Case.Clock.IsSet,
        d.Case.Clock.Change is not null, d.Case.Competent.Value, d.Paper.Waits, d.Paper.UnderWay?.What, d.Paper.Last(ParcelContent.Result) is not null,
        string.Join(',', d.Cooperation.Tasks.Select(t => t.State)),
        .. d.Open.Steps.Select(s => $"{s.Kind}{Whose(s)}{s.BackTo}").Order(StringComparer.Ordinal), .. d.Open.Joins.Select(j => $"{j.Key}{j.Value}"),
    ]);

    private static string Whose(OpenStep step) => step.Officer is { } officer ? officer == World.All ? "mine" : "theirs" : "free";
}
