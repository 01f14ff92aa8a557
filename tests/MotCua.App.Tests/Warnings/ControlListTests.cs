using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Tests.Processing;
using MotCua.App.Tests.Work;
using MotCua.App.Warnings.Control;
using MotCua.App.Work;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Warnings;

/// <summary>What may be a game with the clock, as thinh.nd of the ward's control sees it; days of November 2026.</summary>
public sealed class ControlListTests
{
    private const string Land = "1.115320", ThreeDays = "1.001612";
    private static readonly DateOnly From = new(2026, 11, 1), To = new(2026, 12, 31);

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-TIME-15")]
    public async Task Pauses_stand_by_officer_and_reason_with_the_dossiers_behind_each_number(Engine engine)
    {
        await using var desk = await Desk.With(Land, engine);
        var step = await desk.Until(StepKind.Handle);
        var hand = await desk.Of("khanh.pq");
        foreach (var reason in new[] { "nghia-vu-tai-chinh", "nghia-vu-tai-chinh", "trung-cau-giam-dinh" })
        {
            Life.Expect(await desk.Time(t => t.Pause(desk.Id, step, reason, "Luật Đất đai 2024 Đ.10", "Chờ", hand)));
            desk.House.Clock.Advance(TimeSpan.FromHours(1));
            Life.Expect(await desk.Time(t => t.Resume(desk.Id, step, "Xong", hand)));
        }
        var list = await desk.House.Control("thinh.nd", ControlKind.Pauses, From, To);
        Assert.Equal(
            [("Phạm Quốc Khánh", "Chờ người nộp hồ sơ thực hiện nghĩa vụ tài chính", 2, 1), ("Phạm Quốc Khánh", "Chờ kết luận giám định", 1, 1)],
            list.Lines.Select(l => (l.Officer, l.What, l.Times, l.Dossiers)));
        var code = (await desk.Now()).Case.Code.Value;
        Assert.All(list.Cases, c => Assert.Equal(code, c.Code));
        Assert.All(list.Lines, l => Assert.Equal(l.Times, list.Cases.Count(c => c.Group == l.Group)));
        Assert.Empty((await desk.House.Control("thinh.nd", ControlKind.Pauses, From, new DateOnly(2026, 11, 16))).Cases);
        // The other commune is nobody's business here, nor is this ward of its people.
        Assert.Empty((await desk.House.Control("bang.tv", ControlKind.Pauses, From, To)).Cases);
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-TIME-15")]
    public async Task A_supplement_asked_for_in_the_last_tenth_of_the_limit_is_listed_and_one_before_is_not(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        // From 17/11 09:10 to 20/11 17:00 are 30 h 20 min: the last tenth begins at 13:58 on the 20th.
        var (early, late) = (await life.Received(ThreeDays), await life.Received(ThreeDays));
        foreach (var (id, hour, minute) in new[] { (early, 13, 50), (late, 14, 0) })
        {
            var step = await life.Until(id, StepKind.Handle);
            house.At(2026, 11, 20, hour, minute);
            await using var db = house.Db();
            Life.Expect(await house.Handle(db).RequestSupplement(
                id, step.Token, ["thieu-giay-to"], "Nộp thêm.", TestHouse.Hand(await life.OfficerOf(step))));
        }
        var found = Assert.Single((await house.Control("thinh.nd", ControlKind.LateSupplements, From, To)).Cases);
        Assert.Equal((await life.Now(late)).Case.Code.Value, found.Code);
        Assert.Contains("Còn 9,9% thời hạn", found.Note);
    }

    [Fact]
    [Requirement("R-TIME-15")]
    public async Task After_a_restart_the_tenth_is_of_the_limit_that_began_anew()
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        var id = await life.Received(ThreeDays);
        var step = await life.Until(id, StepKind.Handle);
        var hand = TestHouse.Hand(await life.OfficerOf(step));
        await using var db = house.Db();
        Life.Expect(await house.Handle(db).RequestSupplement(id, step.Token, ["thieu-giay-to"], "Nộp.", hand));
        house.At(2026, 11, 20, 16, 30);
        Life.Expect(await house.Handle(db).AcceptSupplement(
            id, [new App.Processing.SupplementPaper("1", Domain.Papers.PaperForm.Original, 1, true, false, null, [])],
            TestHouse.Hand(await house.Officer("hanh.tn"))));
        // By the first limit this is its last half hour; by the one that counts now three days are left.
        Life.Expect(await house.Handle(db).RequestSupplement(id, step.Token, ["thieu-giay-to"], "Nộp nữa.", hand));
        Assert.Empty((await house.Control("thinh.nd", ControlKind.LateSupplements, From, To)).Cases);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_result_that_was_registered_over_five_working_days_before_it_is_handed_over_is_listed(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var (quick, slow, waits) = (await life.Received(ThreeDays), await life.Received(ThreeDays), await life.Received(ThreeDays));
        foreach (var id in new[] { quick, slow, waits })
            await life.Until(id, StepKind.Return);
        // Five working days after Tuesday the 17th is the 24th.
        house.At(2026, 11, 24, 16, 0);
        Assert.Empty((await house.Control("thinh.nd", ControlKind.HeldResults, From, To)).Cases);
        await life.Ended(quick);
        house.At(2026, 11, 25, 8, 0);
        await life.Ended(slow);
        house.At(2026, 11, 27, 8, 0);
        var list = await house.Control("thinh.nd", ControlKind.HeldResults, From, To);
        Assert.Equal(
            new[] { (await Code(life, slow), "Trả sau 6 ngày làm việc, 08:00 25/11/2026"), (await Code(life, waits), "Chưa trả, đã 8 ngày làm việc") }.Order(),
            list.Cases.Select(c => (c.Code, c.Note)).Order());
        Assert.Equal("Trương Mỹ Lệ", Assert.Single(list.Lines).Officer);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Five_steps_ended_within_ten_minutes_before_the_close_are_a_batch_and_the_same_in_the_morning_are_not(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var ids = new List<DossierId>();
        for (var i = 0; i < 10; i++)
            ids.Add(await life.Received(ThreeDays));
        for (var i = 0; i < 10; i++)
        {
            house.At(2026, 11, 17, i < 5 ? 9 : 16, (i < 5 ? 30 : 45) + (i % 5));
            Life.Expect(await life.End(ids[i], await life.Step(ids[i], StepKind.HandOver)));
        }
        var list = await house.Control("thinh.nd", ControlKind.Batches, From, To);
        var line = Assert.Single(list.Lines);
        Assert.Equal(("5 bước, 16:45–16:49 ngày 17/11/2026", 5, 5), (line.What, line.Times, line.Dossiers));
        Assert.Equal(5, list.Cases.Select(c => c.Code).Distinct().Count());
        Assert.Contains("từ 5 bước trở lên trong 10 phút", list.Rule);
    }

    [Fact]
    public void Batches_are_runs_in_which_every_moment_has_enough_others_near_it()
    {
        DateTimeOffset At(int minute) => new DateTimeOffset(2026, 11, 17, 9, 0, 0, TimeSpan.Zero).AddMinutes(minute);
        IReadOnlyList<(int, int)> Find(params int[] minutes) => Batches.Find([.. minutes.Select(At)], 3, TimeSpan.FromMinutes(10));
        Assert.Empty(Find());
        Assert.Empty(Find(0, 11, 22, 33));
        Assert.Equal([(0, 2)], Find(0, 5, 10));
        Assert.Equal([(1, 5)], Find(0, 20, 25, 30, 35, 40));
        Assert.Equal([(0, 2), (3, 5)], Find(0, 1, 2, 30, 31, 32));
        var random = new Random(7);
        for (var n = 0; n < 300; n++)
        {
            int[] minutes = [.. Enumerable.Range(0, random.Next(14)).Select(_ => random.Next(60)).Order()];
            var runs = Find(minutes);
            // By brute force: a moment is in a batch when some span of ten minutes around it holds three.
            bool Dense(int i) => minutes.Any(
                start => start <= minutes[i] && minutes[i] - start <= 10 && minutes.Count(m => m >= start && m - start <= 10) >= 3);
            Assert.All(Enumerable.Range(0, minutes.Length), i => Assert.Equal(Dense(i), runs.Any(r => r.Item1 <= i && i <= r.Item2)));
        }
    }

    [Fact]
    [Requirement("R-SEC-09")]
    public async Task What_is_exported_is_the_list_and_that_it_was_is_written_down()
    {
        await using var desk = await Desk.With(Land);
        var step = await desk.Until(StepKind.Handle);
        Life.Expect(await desk.Time(async t => await t.Pause(
            desk.Id, step, "nghia-vu-tai-chinh", "Luật Đất đai 2024 Đ.10", "Chờ", await desk.Of("khanh.pq"))));
        await using var db = desk.House.Db();
        var log = new Lists.Log();
        var made = await new ExportControl(db, Bell.ControlLists(desk.House, db), desk.House.References, log, desk.House.Clock).Do(
            await desk.House.Officer("thinh.nd"), ControlKind.Pauses, new ControlPeriod(From, From.AddDays(30)), null, SheetKind.Csv);
        var text = await new StreamReader(made.Content).ReadToEndAsync();
        Assert.Contains((await desk.Now()).Case.Code.Value, text);
        Assert.Contains("Phạm Quốc Khánh", text);
        Assert.DoesNotContain("Ngọc Ưởng", text);
        Assert.Equal(("kiem-soat Pauses 2026-11-01..2026-12-01", 1), (Assert.Single(log.Exports).What, log.Exports[0].Rows));
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-TIME-16")]
    public async Task A_machine_clock_that_is_set_back_takes_no_time_off_a_dossier(Engine engine)
    {
        await using var desk = await Desk.With(Land, engine);
        desk.House.At(2026, 11, 18, 10, 0);
        await desk.Until(StepKind.Handle);
        // FakeTimeProvider goes forward only: another server's clock is behind.
        var behind = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Vietnam.Instant(new DateTime(2026, 11, 17, 10, 0, 0)));
        await using var db = desk.House.Db();
        var step = (await desk.Now()).Open.Steps[0];
        Life.Expect(await new App.Processing.HandleDossier(db, new DossierDesk(db, desk.House.References, behind), behind).Claim(
            desk.Id, step.Token, TestHouse.Hand(await desk.Life.OfficerOf(step))));
        var moments = await db.Set<DossierEventRow>().Where(e => e.DossierId == desk.Id.Value).OrderBy(e => e.Version).Select(e => e.At).ToListAsync();
        Assert.Equal(moments.Order(), moments);
        Assert.Equal(moments[^2], moments[^1]);
    }

    private static async Task<string> Code(Life life, DossierId id) => (await life.Now(id)).Case.Code.Value;
}
