using Microsoft.EntityFrameworkCore;
using MotCua.App.Work;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Work;

/// <summary>Lists say the same on each database.</summary>
public sealed class WorkSearchTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_dossier_is_found_by_words_without_tones_and_by_the_end_of_its_code(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        await life.Received();
        await life.Received("2.000815", await life.Typed("2.000815", "H'Đăm Byă", "066191999051"));
        foreach (var (query, found) in new[]
        {
            ("nguyen thi ngoc uong", 1), ("NGỌC ƯỞNG", 1), ("hdam", 1), ("H’Đăm", 1), ("0002", 1), ("261117", 2), ("khai sinh uong", 1), ("uong hdam", 0),
        })
            Assert.Equal((query, found), (query, (await house.Codes("hanh.tn", new WorkQuery(WorkView.All) { Words = query })).Count));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_person_is_found_by_his_name_and_not_by_words_of_the_procedure_or_a_part_of_his_number(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        await life.Received();
        foreach (var (person, found) in new[]
        {
            ("uong", 1), ("ngoc nguyen", 1), ("Ưởng", 1), ("uo", 1), ("khai", 0), ("sinh", 0), ("ong", 0), ("066190004812", 1), ("066 190 004 812", 1),
            ("066190004", 0), ("812", 0),
        })
            Assert.Equal((person, found), (person, (await house.Codes("hanh.tn", new WorkQuery { Person = person })).Count));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Signs_that_mean_something_to_a_database_mean_themselves(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        await new Life(house).Received();
        foreach (var query in new[] { "%", "_", "n%g", "ng_yen", "\\", "[n]", "*", "'", "\"; DROP TABLE dossiers; --", "\0" })
        {
            // What folds to nothing is no search: the whole list stays.
            var all = MotCua.Domain.Words.VietnameseText.Fold(query).Length == 0;
            Assert.Equal((query, all ? 1 : 0), (query, (await house.Codes("hanh.tn", new WorkQuery(WorkView.All) { Words = query })).Count));
            if (query == "\0")
                continue;
            Assert.Equal((query, 0), (query, (await house.Codes("hanh.tn", new WorkQuery { Code = query })).Count));
            Assert.Equal((query, 0), (query, (await house.Codes("hanh.tn", new WorkQuery { Sector = query })).Count));
        }
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task The_most_urgent_stands_first_and_of_equally_urgent_ones_the_officers_own(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        foreach (var procedure in new[] { "1.115334", "1.001193", "1.013225", "1.001612" })
            await life.Received(procedure);
        var list = (await house.Page("hanh.tn", new WorkQuery())).Items;
        Assert.Equal(["1.001193", "1.001612", "1.013225", "1.115334"], list.Select(i => i.Dossier.Procedure));
        var (first, second) = (await life.Received(), await life.Received());
        foreach (var id in new[] { first, second })
            await life.Until(id, StepKind.Handle);
        await using (var db = house.Db())
            Life.Expect(await house.Handle(db).Claim(
                second, (await life.Step(second, StepKind.Handle)).Token, TestHouse.Hand(await house.Officer("moan.yb"))));
        var (one, two) = ((await life.Now(first)).Case.Code.Value, (await life.Now(second)).Case.Code.Value);
        Assert.Equal([two, one], await house.Codes("moan.yb", new WorkQuery(WorkView.Mine)));
        Assert.Equal([one], await house.Codes("ngoc.ltb", new WorkQuery(WorkView.Mine)));
        Assert.Equal([one, two], await house.Codes("ngoc.ltb", new WorkQuery()));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_unit_that_handled_a_dossier_finds_it_after_the_end_and_an_officer_what_he_did(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var id = await life.Received();
        var handler = await life.OfficerOf(await life.Until(id, StepKind.Handle));
        var code = (await life.Ended(id)).Case.Code.Value;
        foreach (var user in new[] { "ngoc.ltb", "moan.yb", "hanh.tn", "khoi.nd" })
        {
            Assert.Equal([code], await house.Codes(user, new WorkQuery(WorkView.All)));
            var acted = (await house.Officer(user)) == handler || user is "hanh.tn" or "khoi.nd";
            Assert.Equal((user, acted), (user, (await house.Codes(user, new WorkQuery(WorkView.Done))).Count == 1));
        }
        Assert.Empty(await house.Codes("khanh.pq", new WorkQuery(WorkView.All)));
        Assert.Empty(await house.Codes("blim.h", new WorkQuery(WorkView.All) { Code = code }));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task An_applicants_supplement_waits_in_the_list_of_the_unit_that_received(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var id = await life.Received("1.001612");
        var step = await life.Until(id, StepKind.Handle);
        await using (var db = house.Db())
            Life.Expect(await house.Handle(db).RequestSupplement(
                id, step.Token, ["thieu-giay-to"], "Bản chính để đối chiếu.", TestHouse.Hand(await life.OfficerOf(step))));
        Assert.Single(await house.Codes("hanh.tn", new WorkQuery { Due = DueState.Waiting }));
        Assert.Empty(await house.Codes("hanh.tn", new WorkQuery()));
        Assert.Equal(DueState.Waiting, Assert.Single((await house.Page("khanh.pq", new WorkQuery())).Items).Due);
    }

    [Theory]
    [InlineData(17, 16, 59, DueState.Soon)]
    [InlineData(17, 17, 0, DueState.Soon)]
    [InlineData(17, 17, 1, DueState.Overdue)]
    public async Task A_limit_of_today_is_soon_until_its_moment_is_over(int day, int hour, int minute, DueState state)
    {
        await using var house = await TestHouse.Open();
        await new Life(house).Received();
        house.At(2026, 11, day, hour, minute);
        Assert.Single(await house.Codes("hanh.tn", new WorkQuery { Due = state }));
        Assert.Equal(state, Assert.Single((await house.Page("hanh.tn", new WorkQuery())).Items).Due);
    }

    [Fact]
    public async Task Duties_that_have_ended_show_and_count_nothing()
    {
        await using var house = await TestHouse.Open();
        await new Life(house).Received();
        await using (var db = house.Db())
        {
            var me = (await house.Officer("hanh.tn")).Value;
            await db.Database.ExecuteSqlAsync(
                $"""UPDATE duty_grants SET "To" = '2026-11-16' WHERE "OfficerId" = {me}""");
        }
        foreach (var view in Enum.GetValues<WorkView>())
            Assert.Empty(await house.Codes("hanh.tn", new WorkQuery(view)));
        Assert.Equal(0, (await house.OpenWork("hanh.tn")).All);
    }
}
