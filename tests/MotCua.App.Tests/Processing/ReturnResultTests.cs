using MotCua.App.Returning;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Paying;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Fees;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Processing;

/// <summary>What the counter records of the result.</summary>
public sealed class ReturnResultTests
{
    private static readonly DateOnly Today = new(2026, 11, 17);

    [Fact]
    [Requirement("R-RET-01")]
    [Requirement("R-RET-06")]
    public async Task A_result_is_registered_whole_and_stored_for_reuse()
    {
        await using var desk = await Desk.With();
        var step = await desk.Until(StepKind.Register);
        var (clerk, file) = (await desk.Of("le.tm"), await desk.Life.ResultFile());
        Assert.Equal("register.file", Desk.Code(await desk.Return(r => r.Register(desk.Id, step, "7/KS", Today, null, "Giấy khai sinh", clerk))));
        Assert.Equal("register.number", Desk.Code(await desk.Return(r => r.Register(desk.Id, step, "  ", Today, file, "Giấy khai sinh", clerk))));
        Assert.Equal("register.day", Desk.Code(await desk.Return(r => r.Register(desk.Id, step, "7/KS", Today.AddDays(1), file, "Giấy khai sinh", clerk))));
        Life.Expect(await desk.Return(r => r.Register(desk.Id, step, " 7/KS ", Today, file, "Giấy khai sinh", clerk)));
        var result = (await desk.Read())!.Papers.Single(p => p.Component == "result");
        Assert.Equal(("Giấy khai sinh số 7/KS", file.Digest), (result.Name, result.Files[0].Digest));
        Assert.NotNull(desk.House.Files.Open(file.Digest));
    }

    [Fact]
    [Requirement("R-RET-02")]
    public async Task Originals_are_given_back_with_the_result_and_the_hand_back_is_on_record()
    {
        await using var desk = await Desk.With("1.115320", giveBack: "3");
        var step = await desk.Until(StepKind.Return);
        var counter = await desk.Of("hanh.tn");
        var how = new Collecting(Collector.Applicant, Proof.Receipt, null, null, false);
        Assert.Equal("return.originals", Desk.Code(await desk.Return(r => r.HandOver(desk.Id, step, how, counter))));
        Life.Expect(await desk.Return(r => r.HandOver(desk.Id, step, how with { OriginalsToo = true }, counter)));
        var back = (await desk.Read())!.Timeline.Single(l => l.Event is OriginalsReturned);
        Assert.Equal((1, "Trần Ngọc Hạnh"), (((OriginalsReturned)back.Event).Count, back.Officer));
    }

    [Fact]
    [Requirement("R-RET-03")]
    [Requirement("R-RET-04")]
    public async Task An_early_result_is_announced_and_waits_until_the_time_on_the_receipt()
    {
        await using var desk = await Desk.With("1.115320");
        await desk.Until(StepKind.Return);
        var view = (await desk.Read())!;
        Assert.Equal(view.Dossier.Case.Appointment, view.Dossier.Open.Steps[0].Due);
        Assert.Equal(view.Dossier.Delivery.ReturnUnit, view.Dossier.Open.Steps[0].Unit);
        Assert.Contains(view.Outbox, o => o.Kind == "result-registered" && o.Receiver == "sms" && o.Text.Contains("Mời nhận tại"));
    }

    [Fact]
    [Requirement("R-RET-05")]
    [Requirement("R-RET-14")]
    public async Task A_proxy_without_the_receipt_leaves_both_on_record_and_the_receipt_is_closed()
    {
        await using var desk = await Desk.With("1.115320");
        var step = await desk.Until(StepKind.Return);
        var counter = await desk.Of("hanh.tn");
        var how = new Collecting(Collector.Proxy, Proof.PersonalPaper, null, "Căn cước", false);
        Assert.Equal("return.proxy", Desk.Code(await desk.Return(r => r.HandOver(desk.Id, step, how, counter))));
        how = how with { Authorisation = "Y Thuận Êban, giấy ủy quyền số 12" };
        Assert.Equal("return.paper-shown", Desk.Code(await desk.Return(r => r.HandOver(desk.Id, step, how with { PaperShown = " " }, counter))));
        Life.Expect(await desk.Return(r => r.HandOver(desk.Id, step, how, counter)));
        var line = (await desk.Read())!.Timeline.Single(l => l.Event is ResultHandedOver);
        Assert.Equal(Proof.PersonalPaper, ((ResultHandedOver)line.Event).Proof);
        Assert.Equal([("authorisation", "Y Thuận Êban, giấy ủy quyền số 12"), ("paper-shown", "Căn cước")], line.Texts.Select(t => (t.Kind, t.Body!)));
        Assert.Equal("receipt.already", Desk.Code(await desk.Handle(h => h.IssueReceipt(desk.Id, counter))));
    }

    [Fact]
    [Requirement("R-RET-12")]
    public async Task Resolved_and_returned_are_two_states_and_each_destination_keeps_its_own_proof()
    {
        await using var desk = await Desk.With();
        await desk.Until(StepKind.Return);
        var view = (await desk.Read())!;
        Assert.Equal((DossierStatus.ResultReady, "9"), (view.Dossier.Case.Status, view.NationalStatus?.Code));
        await desk.Life.Ended(desk.Id);
        view = (await desk.Read())!;
        Assert.Equal((DossierStatus.Returned, "10"), (view.Dossier.Case.Status, view.NationalStatus?.Code));
        var last = view.Timeline.Single(l => l.Event is ResultHandedOver).Row.Version;
        Assert.Equal(["national-portal", "sms"], view.Outbox.Where(o => o.Kind == "result-handed-over").Select(o => o.Receiver).Order());
        Assert.All(view.Outbox, o => Assert.Null(o.Sent));
        Assert.True(last > view.Timeline.Single(l => l.Event is ResultRegistered).Row.Version);
    }

    [Fact]
    [Requirement("R-FEE-12")]
    public async Task A_procedure_without_a_fee_is_returned_without_a_payment_and_one_with_a_fee_is_not()
    {
        await using var desk = await Desk.With("1.115320");
        var end = await desk.Life.Ended(desk.Id);
        Assert.Equal((DossierStatus.Returned, 0L), (end.Case.Status, end.Money.Charged.Amount));
        Assert.Empty((await desk.Read())!.Payments);

        var paid = await desk.Life.Received("1.001612");
        var step = await desk.Life.Until(paid, StepKind.Return);
        var counter = await desk.Of("hanh.tn");
        var how = new Collecting(Collector.Applicant, Proof.Receipt, null, null, false);
        Assert.Equal("return.unpaid", Desk.Code(await desk.Return(r => r.HandOver(paid, step.Token, how, counter))));
        var owed = (await desk.Life.Now(paid)).Money.Owed;
        Life.Expect(await desk.Return(r => r.Pay(paid, new Dong(owed.Amount - 1), PaymentMethod.Cash, "BL-1", counter)));
        Assert.Equal("return.unpaid", Desk.Code(await desk.Return(r => r.HandOver(paid, step.Token, how, counter))));
        Life.Expect(await desk.Return(r => r.Pay(paid, new Dong(1), PaymentMethod.Transfer, " ", counter)));
        Life.Expect(await desk.Return(r => r.HandOver(paid, step.Token, how, counter)));
    }

    [Theory]
    [Requirement("R-TIME-14")]
    [InlineData(26, 9, LimitOutcome.Early)]
    [InlineData(27, 17, LimitOutcome.OnTime)]
    [InlineData(30, 8, LimitOutcome.Late)]
    public async Task A_step_and_the_whole_are_judged_on_the_day_and_stay_judged(int day, int hour, LimitOutcome outcome)
    {
        await using var desk = await Desk.With("1.115320");
        var step = await desk.Until(StepKind.Register);
        desk.House.At(2026, 11, day, hour, 0);
        Life.Expect(await desk.Return(async r => await r.Register(
            desk.Id, step, "7/GCN", Today, await desk.Life.ResultFile(), "Giấy chứng nhận", await desk.Of("le.tm"))));
        var view = (await desk.Read())!;
        Assert.Equal(outcome, view.Dossier.Delivery.Outcome);
        Assert.Equal(LimitOutcome.Late, view.Timeline.Select(l => l.Event).OfType<StepClosed>().Last().Outcome);
    }
}
