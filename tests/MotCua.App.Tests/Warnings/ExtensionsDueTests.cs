using MotCua.App.Dossiers;
using MotCua.App.Tests.Processing;
using MotCua.App.Warnings;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Warnings;

/// <summary>A dossier received on 17/11/2026 and due on Friday 27/11: the last day to apologise is Thursday 26/11.</summary>
public sealed class ExtensionsDueTests
{
    private const string Land = "1.115320";

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-TIME-09")]
    [Requirement("R-TIME-10")]
    public async Task One_day_before_the_deadline_the_apology_is_prepared_for_the_head_and_it_can_be_sent_as_it_is_once(Engine engine)
    {
        await using var desk = await Desk.With(Land, engine);
        await desk.Until(StepKind.Handle);
        desk.House.At(2026, 11, 25, 16, 0);
        Assert.Empty(await desk.House.ExtensionsDue("khoi.nd"));
        desk.House.At(2026, 11, 26, 8, 0);
        var due = Assert.Single(await desk.House.ExtensionsDue("khoi.nd"));
        Assert.Equal(((await desk.Now()).Case.Code.Value, new DateOnly(2026, 11, 26)), (due.Code, due.LastDay));
        Assert.Single(await desk.House.ExtensionsDue("tho.hv"));
        Assert.Empty(await desk.House.ExtensionsDue("khanh.pq"));
        Assert.Empty(await desk.House.ExtensionsDue("thon.ym"));

        var view = (await desk.Read("khoi.nd"))!;
        var proposal = ExtensionProposal.Of(view.Dossier, view.Now, view.Reference);
        Assert.Contains("từ", proposal.Text);
        Assert.Contains("bước", proposal.Text);
        var after = Life.Expect(await desk.Time(async t => await t.Extend(
            desk.Id, proposal.Day, proposal.Reason, proposal.Text, await desk.Of("khoi.nd"))));
        Assert.Equal(proposal.Day, Vietnam.Day(after.Case.Appointment));
        Assert.Empty(await desk.House.ExtensionsDue("khoi.nd"));
    }

    [Fact]
    [Requirement("R-TIME-17")]
    public async Task On_the_due_date_nothing_is_prepared_any_more()
    {
        await using var desk = await Desk.With(Land);
        await desk.Until(StepKind.Handle);
        desk.House.At(2026, 11, 27, 7, 30);
        Assert.Empty(await desk.House.ExtensionsDue("khoi.nd"));
        var view = (await desk.Read("khoi.nd"))!;
        var proposal = ExtensionProposal.Of(view.Dossier, view.Now, view.Reference);
        Assert.Equal("extension.too-late", Desk.Code(await desk.Time(async t => await t.Extend(
            desk.Id, proposal.Day, proposal.Reason, proposal.Text, await desk.Of("khoi.nd")))));
    }

    [Fact]
    [Requirement("R-TIME-09")]
    public async Task Due_on_a_Monday_it_is_prepared_on_the_Friday_before()
    {
        await using var house = await TestHouse.Open(at: new DateTime(2026, 11, 18, 9, 0, 0));
        var life = new Life(house);
        await life.Received(Land);
        house.At(2026, 11, 26, 9, 0);
        Assert.Empty(await house.ExtensionsDue("khoi.nd"));
        house.At(2026, 11, 27, 9, 0);
        Assert.Equal(new DateOnly(2026, 11, 29), Assert.Single(await house.ExtensionsDue("khoi.nd")).LastDay);
    }

    [Fact]
    public async Task The_new_day_leaves_the_hours_of_the_steps_that_are_still_to_be_done()
    {
        await using var desk = await Desk.With(Land);
        await desk.Until(StepKind.Handle);
        desk.House.At(2026, 11, 26, 8, 0);
        var view = (await desk.Read("khoi.nd"))!;
        var proposal = ExtensionProposal.Of(view.Dossier, view.Now, view.Reference);
        // Appraisal is over its 24 hours: three days more, then approval 8 and registration 4 hours: from 26/11 08:00 to 2/12.
        Assert.Equal(new DateOnly(2026, 12, 2), proposal.Day);
        // The land registry, which is no unit of the ward, has not answered.
        Assert.Equal("cho-y-kien-phoi-hop", proposal.Reason);
        await desk.Until(StepKind.Approve);
        view = (await desk.Read("khoi.nd"))!;
        proposal = ExtensionProposal.Of(view.Dossier, view.Now, view.Reference);
        Assert.Equal((new DateOnly(2026, 11, 30), "can-xac-minh-them"), (proposal.Day, proposal.Reason));
    }

    [Fact]
    [Requirement("R-TIME-15")]
    public async Task While_the_clock_stands_still_no_apology_is_prepared()
    {
        await using var desk = await Desk.With(Land);
        var step = await desk.Until(StepKind.Handle);
        Life.Expect(await desk.Time(async t => await t.Pause(
            desk.Id, step, Domain.Dossiers.StandingClock.FinancialDuty, "NĐ 151/2025/NĐ-CP Đ.1", "Chờ.", await desk.Of("khanh.pq"))));
        desk.House.At(2026, 11, 26, 8, 0);
        Assert.Empty(await desk.House.ExtensionsDue("khoi.nd"));
    }
}
