using Microsoft.EntityFrameworkCore;
using MotCua.App.Tests.Processing;
using MotCua.App.Warnings;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Warnings;

/// <summary>A dossier of eight working days, received on 17/11/2026 at 09:10 and due on Friday 27/11 at 17:00, is with two units at once: the
/// department, where khanh.pq has taken it and tuyet.dt leads, and the land registry, where toan.dm may take it and sau.kv leads.</summary>
public sealed class RaiseWarningsTests
{
    private const string Land = "1.115320";

    private static readonly string[] Before2 =
        ["khanh.pq before:2", "phuoc.nv before:2", "sau.kv before:2", "toan.dm before:2", "tuyet.dt before:2"];

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-TIME-13")]
    public async Task Each_threshold_is_told_once_to_the_officer_the_leader_and_the_head_of_the_one_stop_unit(Engine engine)
    {
        await using var desk = await Taken(engine);
        desk.House.At(2026, 11, 24, 16, 59);
        Assert.Equal(0, (await desk.House.Warn()).Warnings);
        desk.House.At(2026, 11, 25, 7, 30);
        Assert.Equal(5, (await desk.House.Warn()).Warnings);
        Assert.Equal(Before2, await desk.House.Given());
        desk.House.At(2026, 11, 25, 10, 0);
        Assert.Equal(0, (await desk.House.Warn()).Warnings);

        desk.House.At(2026, 11, 26, 8, 0);
        Assert.Equal(5, (await desk.House.Warn()).Warnings);
        // The later word takes the place of the earlier one.
        Assert.Equal(Before2.Select(w => w.Replace(":2", ":1")), await desk.House.Given(current: true));
        desk.House.At(2026, 11, 27, 8, 0);
        Assert.Equal(5, (await desk.House.Warn()).Warnings);
        desk.House.At(2026, 11, 30, 8, 0);
        Assert.Equal(5, (await desk.House.Warn()).Warnings);
        desk.House.At(2026, 12, 4, 8, 0);
        Assert.Equal(5, (await desk.House.Warn()).Warnings);
        desk.House.At(2026, 12, 28, 8, 0);
        Assert.Equal(0, (await desk.House.Warn()).Warnings);
        Assert.Equal(
            ["khanh.pq before:1", "khanh.pq before:2", "khanh.pq due-day", "khanh.pq overdue:1", "khanh.pq overdue:5"],
            (await desk.House.Given()).Where(g => g.StartsWith("khanh.pq", StringComparison.Ordinal)));
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-TIME-13")]
    public async Task Servers_that_warn_at_the_same_moment_warn_nobody_twice(Engine engine)
    {
        await using var desk = await Taken(engine);
        desk.House.At(2026, 11, 25, 8, 0);
        var raised = await Together.Do(4, _ => desk.House.Warn());
        Assert.Equal(5, raised.Sum(r => r.Warnings));
        Assert.Equal(Before2, await desk.House.Given());
        await using var db = desk.House.Db();
        var digests = await db.Set<DigestRow>().Select(d => new { d.OfficerId, d.Day }).ToListAsync();
        Assert.Equal(raised.Sum(r => r.Digests), digests.Count);
        Assert.Equal(digests.Distinct().Count(), digests.Count);
    }

    [Fact]
    [Requirement("R-TIME-13")]
    public async Task Nobody_is_disturbed_outside_working_hours_and_a_job_that_was_down_says_where_the_dossier_stands_now()
    {
        await using var desk = await Taken(Testing.Engine.Sqlite);
        foreach (var (day, hour) in new[] { (25, 6), (25, 12), (25, 18), (28, 9), (29, 9) })
        {
            desk.House.At(2026, 11, day, hour, 15);
            Assert.Equal(0, (await desk.House.Warn()).Warnings);
        }
        // Down since Wednesday: before:2, before:1 and due-day were passed meanwhile, nobody needs them any more.
        desk.House.At(2026, 11, 30, 7, 31);
        Assert.Equal(5, (await desk.House.Warn()).Warnings);
        Assert.All(await desk.House.Given(), g => Assert.EndsWith(" overdue:1", g));
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-TIME-13")]
    [Requirement("R-TIME-15")]
    public async Task A_clock_that_stands_still_warns_of_nothing_and_another_due_date_is_warned_of_anew(Engine engine)
    {
        await using var desk = await Taken(engine);
        var step = (await desk.Now()).Open.Steps.First(s => s.Officer is not null).Token;
        var hand = await desk.Of("khanh.pq");
        desk.House.At(2026, 11, 25, 8, 0);
        Assert.Equal(5, (await desk.House.Warn()).Warnings);
        desk.House.At(2026, 11, 25, 16, 0);
        Life.Expect(await desk.Time(t => t.Pause(desk.Id, step, StandingClock(), "NĐ 151/2025/NĐ-CP Đ.1", "Chờ nộp.", hand)));
        desk.House.At(2026, 11, 26, 8, 0);
        Assert.Equal(0, (await desk.House.Warn()).Warnings);
        Assert.Empty(await desk.House.Given(current: true));
        Assert.Equal(1, await desk.House.Unread("khanh.pq"));
        Assert.Empty((await desk.House.Shown("khanh.pq")).Items);

        // Six days were used up; the 25th is not counted, so three are left from the 26th: due on Monday 30/11.
        Life.Expect(await desk.Time(t => t.Resume(desk.Id, step, "Đã nộp.", hand)));
        Assert.Equal(new DateOnly(2026, 11, 30), Vietnam.Day((await desk.Now()).Case.Due.Due));
        Assert.Equal(5, (await desk.House.Warn()).Warnings);
        Assert.Equal(2, (await desk.House.Given()).Count(g => g == "khanh.pq before:2"));
        desk.House.At(2026, 11, 27, 8, 0);
        Assert.Equal(5, (await desk.House.Warn()).Warnings);
        Assert.Equal("before:1", Assert.Single((await desk.House.Shown("khanh.pq")).Items).Warning.Threshold);
    }

    [Fact]
    [Requirement("R-TIME-13")]
    public async Task A_dossier_that_is_done_or_waits_for_the_applicant_is_settled_and_no_longer_counted_by_the_bell()
    {
        await using var desk = await Taken(Testing.Engine.Sqlite);
        var other = await desk.Life.Received(Land);
        desk.House.At(2026, 11, 26, 8, 0);
        await desk.House.Warn();
        // The morning's digest and two dossiers.
        Assert.Equal(3, await desk.House.Unread("phuoc.nv"));
        await desk.Life.Ended(other);
        Life.Expect(await desk.Time(async t => await t.Pause(
            desk.Id, (await desk.Now()).Open.Steps.First(s => s.Officer is not null).Token, StandingClock(), "NĐ 151/2025/NĐ-CP Đ.1", "Chờ.",
            await desk.Of("khanh.pq"))));
        await desk.House.Warn();
        Assert.Equal(1, await desk.House.Unread("phuoc.nv"));
        await using var db = desk.House.Db();
        var book = new WarningBook(db, desk.House.Clock);
        await book.MarkDigest((await desk.House.Officer("phuoc.nv")).Value);
        Assert.Equal(0, await desk.House.Unread("phuoc.nv"));
    }

    [Fact]
    public async Task An_officer_marks_his_own_warnings_and_nobody_elses()
    {
        await using var desk = await Taken(Testing.Engine.Sqlite);
        desk.House.At(2026, 11, 25, 8, 0);
        await desk.House.Warn();
        var id = Assert.Single((await desk.House.Shown("khanh.pq")).Items).Warning.Id;
        await using var db = desk.House.Db();
        var book = new WarningBook(db, desk.House.Clock);
        await book.Mark((await desk.House.Officer("tuyet.dt")).Value, [id], true);
        Assert.Null(Assert.Single((await desk.House.Shown("khanh.pq")).Items).Warning.Read);
        await book.Mark((await desk.House.Officer("khanh.pq")).Value, [id], true);
        Assert.NotNull(Assert.Single((await desk.House.Shown("khanh.pq")).Items).Warning.Read);
        await book.Mark((await desk.House.Officer("khanh.pq")).Value, [id], false);
        Assert.Null(Assert.Single((await desk.House.Shown("khanh.pq")).Items).Warning.Read);
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-TIME-13")]
    public async Task A_working_morning_has_one_digest_of_what_is_due_late_paused_and_waiting(Engine engine)
    {
        await using var desk = await Taken(engine);
        desk.House.At(2026, 11, 27, 6, 59);
        Assert.Equal(0, (await desk.House.Warn()).Digests);
        desk.House.At(2026, 11, 27, 7, 0);
        Assert.True((await desk.House.Warn()).Digests > 10);
        Assert.Equal(0, (await desk.House.Warn()).Digests);
        Assert.Equal((1, 0, 0, 0, 0), await Counts(desk, "khanh.pq"));
        Assert.Equal((1, 0, 0, 0, 0), await Counts(desk, "tuyet.dt"));
        // Two open steps of one dossier are one dossier.
        Assert.Equal((1, 0, 0, 0, 0), await Counts(desk, "phuoc.nv"));
        Assert.Equal((0, 0, 0, 0, 0), await Counts(desk, "blim.h"));
        Assert.Equal((1, 0), (await desk.House.Unread("khanh.pq"), await desk.House.Unread("blim.h")));

        desk.House.At(2026, 11, 28, 9, 0);
        Assert.Equal(0, (await desk.House.Warn()).Digests);
        // Nobody made one on Monday morning: it is made when the job runs again on that day.
        desk.House.At(2026, 11, 30, 14, 0);
        await desk.House.Warn();
        Assert.Equal((0, 0, 1, 0, 0), await Counts(desk, "khanh.pq"));
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-REC-10")]
    [Requirement("R-TIME-20")]
    public async Task What_was_filed_online_is_answered_within_eight_working_hours_with_words_at_four_and_seven(Engine engine)
    {
        await using var house = await TestHouse.Open(engine, new DateTime(2026, 11, 21, 20, 0, 0));
        var life = new Life(house);
        var officer = await house.Officer("hanh.tn");
        // On a Saturday evening: the clock starts on Monday 23/11 at 07:30.
        var attempt = await life.Attempt(officer, "1.001193", (await life.Typed()).With(("channel", "Online")));
        await life.Attempt(officer, "1.000656");
        foreach (var (hour, minute, said) in new[] { (11, 29, 0), (13, 0, 2), (15, 59, 0), (16, 0, 2) })
        {
            house.At(2026, 11, 23, hour, minute);
            Assert.Equal(said, (await house.Warn()).Warnings);
        }
        house.At(2026, 11, 24, 7, 30);
        Assert.Equal(2, (await house.Warn()).Warnings);
        Assert.Equal(["hanh.tn answer:4", "hanh.tn answer:7", "hanh.tn answer:8", "phuoc.nv answer:4", "phuoc.nv answer:7", "phuoc.nv answer:8"],
            await house.Given());
        var item = Assert.Single((await house.Shown("hanh.tn")).Items);
        Assert.Equal((attempt, true, Vietnam.Instant(new DateTime(2026, 11, 23, 17, 0, 0))), (item.Warning.SubjectId, item.MayOpen, item.Warning.Due));
        Assert.False(Assert.Single((await house.Shown("phuoc.nv")).Items).MayOpen);

        await using (var db = house.Db())
            Assert.Null(await house.Attempts(db).Discard(attempt, officer));
        await house.Warn();
        Assert.Empty(await house.Given(current: true));
    }

    [Fact]
    public async Task Whoever_stands_in_for_an_absent_officer_is_told_in_his_place()
    {
        await using var desk = await Taken(Testing.Engine.Sqlite);
        await using (var db = desk.House.Db())
        {
            var (absent, substitute) = ((await desk.House.Officer("khanh.pq")).Value, (await desk.House.Officer("lu.vh")).Value);
            var unit = (await desk.Now()).Open.Steps.First(s => s.Officer is not null).Unit.Value;
            db.Add(new App.Agencies.SubstitutionRow
            {
                AbsentId = absent, SubstituteId = substitute, From = new DateOnly(2026, 11, 25), To = new DateOnly(2026, 11, 25), Basis = "GM 1",
                Approved = true, Scope = [new App.Agencies.SubstitutedDutyRow { Duty = Duty.Handle, UnitId = unit }],
            });
            await db.SaveChangesAsync();
        }
        desk.House.At(2026, 11, 25, 8, 0);
        await desk.House.Warn();
        Assert.Contains("lu.vh before:2", await desk.House.Given());
        desk.House.At(2026, 11, 26, 8, 0);
        await desk.House.Warn();
        Assert.DoesNotContain("lu.vh before:1", await desk.House.Given());
    }

    private static string StandingClock() => Domain.Dossiers.StandingClock.FinancialDuty;

    /// <summary>A dossier with both handling steps open; khanh.pq has taken his.</summary>
    private static async Task<Desk> Taken(Engine engine)
    {
        var desk = await Desk.With(Land, engine);
        await desk.Until(StepKind.Handle);
        var hand = await desk.Of("khanh.pq");
        var reference = await desk.House.Stage.Reference();
        var step = (await desk.Now()).Open.Steps.First(s => reference.Agencies.Find(s.Unit)!.Code == "H15.12.03");
        Life.Expect(await desk.Handle(h => h.Claim(desk.Id, step.Token, hand)));
        return desk;
    }

    private static async Task<(int, int, int, int, int)> Counts(Desk desk, string user)
    {
        var digest = (await desk.House.Shown(user)).Digest;
        return digest is null ? (-1, 0, 0, 0, 0) : (digest.DueToday, digest.DueNext, digest.Overdue, digest.Paused, digest.Waiting);
    }
}
