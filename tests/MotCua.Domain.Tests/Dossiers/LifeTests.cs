using CsCheck;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Paying;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Fees;
using MotCua.Domain.Papers;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Dossiers;

/// <summary>Properties over random lives: any act, in any order, with any input, at any working or resting hour.</summary>
public sealed class LifeTests
{
    private static readonly TextId Words = new(new Guid(9, 0, 0, new byte[8]));

    private static readonly Gen<DossierAct[]> Lives = Gen.Int[0, 100_000].Select(Act).Array[0, 40];

    // Acts that lead nowhere by themselves.
    private static readonly string[] ByTheWay =
    [
        "issue-receipt", "record-payment", "return-originals", "assign-step", "pause-clock", "request-extension", "apologise", "request-due-change",
        "approve-due-change", "decline-due-change", "ask-cooperation", "send-paper", "send-result", "forward-to-competent",
    ];

    [Fact]
    public void Any_life_replays_to_the_same_dossier() => Lives.Sample(acts =>
    {
        var (dossier, events) = Live(acts);
        Assert.Equal(World.Text(dossier), World.Text(Dossier.Fold(dossier.Id, events)));
        Assert.Equal(events.Count, dossier.Version);
    }, iter: 300);

    [Fact]
    public void Where_an_act_is_not_allowed_no_input_makes_it_happen() => Lives.Sample(acts =>
    {
        var world = new World();
        var dossier = Dossier.Unborn(new DossierId(Guid.Empty));
        foreach (var act in acts)
        {
            var kind = ActKinds.Of(act);
            var step = act is StepAct on ? dossier.Open[on.Step] : null;
            var allowed = kind.Allows(dossier, step, world.Now()) is null;
            var decision = world.Decide(dossier, act);
            Assert.True(allowed || decision.Refusal is not null, $"{kind.Name} was not allowed and yet done");
            Assert.True(decision.Refusal is null || decision.Events.Count == 0, "a refused act leaves no event");
            dossier = dossier.After(decision.Events);
            Move(world, act);
        }
    }, iter: 300);

    [Fact]
    public void An_open_dossier_always_has_a_way_on() => Lives.Sample(acts =>
    {
        var (dossier, _) = Live(acts, out var world);
        if (dossier.Case.Status is not DossierStatus.Unborn && !dossier.IsClosed)
            Assert.Contains(ActKinds.Allowed(dossier, world.Now()), a => !ByTheWay.Contains(a.Kind.Name)
                && (a.Kind.Name != "stop" || dossier.Case.StopRequest is not null));
    }, iter: 300);

    [Fact]
    [Requirement("R-WF-11")]
    public void Every_open_step_has_one_unit_and_an_open_dossier_one_lead_and_a_step() => Lives.Sample(acts =>
    {
        var (dossier, _) = Live(acts);
        Assert.Equal(dossier.Open.Steps.Count, dossier.Open.Steps.Select(s => s.Token).Distinct().Count());
        Assert.DoesNotContain(dossier.Open.Steps, s => s.Unit == default);
        if (dossier.Case.Status is DossierStatus.Unborn)
            return;
        Assert.NotEqual(default, dossier.Case.Lead);
        Assert.Equal(dossier.IsClosed, dossier.Open.Steps.IsEmpty);
    }, iter: 300);

    [Fact]
    [Requirement("R-WF-08")]
    public void The_account_of_the_due_date_adds_up_to_the_limit_whatever_happened() => Lives.Sample(acts =>
    {
        var (dossier, _) = Live(acts);
        if (dossier.Case.Status is not DossierStatus.Unborn)
            Assert.Equal(dossier.Case.Limit.Amount, dossier.Case.Due.Lines.Sum(l => l.Counts));
    }, iter: 200);

    [Fact]
    public void Money_and_originals_never_go_below_nothing() => Lives.Sample(acts =>
    {
        var (dossier, _) = Live(acts);
        Assert.True(dossier.Money.Owed.Amount >= 0 && dossier.Delivery.OriginalsHeld >= 0);
    }, iter: 200);

    private static (Dossier, List<DossierEvent>) Live(DossierAct[] acts) => Live(acts, out _);

    private static (Dossier, List<DossierEvent>) Live(DossierAct[] acts, out World world)
    {
        world = new World();
        var dossier = Dossier.Unborn(new DossierId(Guid.Empty));
        var events = new List<DossierEvent>();
        foreach (var act in acts)
        {
            var decision = world.Decide(dossier, act);
            events.AddRange(decision.Events);
            dossier = dossier.After(decision.Events);
            Move(world, act);
        }
        return (dossier, events);
    }

    /// <summary>Time goes on by some hours that depend on the act, nights and weekends included.</summary>
    private static void Move(World world, DossierAct act) => world.At = world.At.AddMinutes(7 + (Math.Abs(act.GetHashCode() % 5) * 171));

    /// <summary>An act out of a number: the usual ones more often, so that lives get far.</summary>
    private static DossierAct Act(int n)
    {
        var step = new Token(1 + (n / 31 % 9));
        var yes = n / 7 % 3 > 0;
        return (n % 44) switch
        {
            0 or 1 or 2 => World.Receive(n / 31 % 3, n / 97 % 2 * 20_000, n / 193 % 4 > 0),
            3 or 4 or 5 => new HandOver(step),
            6 or 7 or 8 or 9 => new CompleteStep(step, yes ? Outcome.Granted : Outcome.Refused, n / 5 % 2 == 0 ? Words : null),
            10 or 11 or 12 => new Approve(step),
            13 or 14 or 15 => new RegisterResult(step, yes ? "15/KQ" : " ", new DateOnly(2026, 11, yes ? 17 : 30), n % 2 == 0 ? new string('a', 64) : null),
            16 or 17 or 18 => new HandOverResult(
                step, yes ? Collector.Applicant : Collector.Proxy, (Proof)(n / 13 % 3), n / 5 % 2 == 0 ? Words : null,
                n / 3 % 2 == 0 ? Words : null, n / 11 % 2 == 0),
            19 => new SendBack(step, "sai-sot", yes ? Words : null),
            20 => new RefuseAfterAppraisal(step, "khong-du", yes ? Words : null, n / 5 % 2 == 0 ? Words : null),
            21 => new RequestSupplement(step, yes ? Words : null, n / 5 % 2 == 0 ? ["thieu"] : []),
            22 or 23 => new AcceptSupplement(yes ? [new TakenPaper("2", PaperForm.Original, 1, n % 2 == 0, n % 3 == 0, [])] : []),
            24 => new RequestWithdrawal(Channel.Direct, yes ? Words : null),
            25 => n % 2 == 0 ? new Stop("rut") : new DeclineStop(yes ? Words : null),
            26 or 27 => new RecordPayment(new Dong(n / 31 % 4 * 10_000), PaymentMethod.Cash, "BL-1"),
            28 => new ReturnOriginals(),
            29 => n % 2 == 0 ? new ClaimStep(step) : new AssignStep(step, yes ? World.All : new OfficerId(8)),
            30 or 31 => new PauseClock(step, yes ? "cho" : "", null, Words),
            32 or 33 => new ResumeClock(step, yes ? Words : null),
            34 => new RequestExtension(new DateOnly(2026, 11, 17).AddDays(n / 31 % 60), "cho", yes ? Words : null),
            35 => new RequestDueChange(step, new DateOnly(2026, 11, 17).AddDays(n / 31 % 60), "NĐ 101/2024/NĐ-CP Đ.22", Words),
            36 => n % 3 == 0 ? new DeclineDueChange(Words) : new Apologise("sai", yes ? Words : null),
            38 => new ForwardToCompetent(yes ? World.Other : World.Ward, Words),
            39 or 40 => new AskCooperation(step, n % 2 == 0 ? CooperationMode.Paper : CooperationMode.Electronic,
                [new CooperationAsk(World.Department, Words, 1), new CooperationAsk(World.Land, yes ? Words : null, 1)]),
            41 => n % 3 == 0 ? new RecallCooperation(step, Words) : new AnswerCooperation(step, yes ? Words : null, null),
            42 => n % 2 == 0 ? new SendPaper(PaperCarrier.Post, "EA1VN", null) : new SendResult(PaperCarrier.Officer, null, Words),
            43 => n % 3 == 0 ? new ReceivePaper(Words) : new AnswerCooperation(step, Words, null),
            _ => new IssueReceipt(),
        };
    }
}
