using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Dossiers;

/// <summary>The work list says the same on each database.</summary>
public sealed class WorkListTests
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
            Assert.Equal((query, found), (query, (await Of(house, "hanh.tn", WorkFilter.All, query)).Items.Count));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Signs_that_mean_something_to_a_database_mean_themselves(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        await life.Received();
        foreach (var query in new[] { "%", "_", "n%g", "ng_yen", "\\", "[n]", "*", "'", "\"; DROP TABLE dossiers; --", "\0" })
        {
            // What folds to nothing is no search: the whole list stays.
            var all = MotCua.Domain.Words.VietnameseText.Fold(query).Length == 0;
            Assert.Equal((query, all ? 1 : 0), (query, (await Of(house, "hanh.tn", WorkFilter.All, query)).Items.Count));
        }
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Each_filter_shows_and_counts_the_same_rows(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        await life.Received();
        await life.Until(await life.Received("1.115320"), StepKind.Handle);
        await life.Until(await life.Received("1.001612"), StepKind.Return);
        var waiting = await life.Received("1.001612");
        var step = await life.Until(waiting, StepKind.Handle);
        await using (var db = house.Db())
            Life.Expect(await house.Handle(db).RequestSupplement(
                waiting, step.Token, ["thieu-giay-to"], "Bản chính để đối chiếu.", TestHouse.Hand(await life.OfficerOf(step))));
        foreach (var (user, filter, count) in new[]
        {
            ("hanh.tn", WorkFilter.Mine, 1), ("hanh.tn", WorkFilter.ToReturn, 1), ("hanh.tn", WorkFilter.Received, 4), ("khanh.pq", WorkFilter.Mine, 1),
            ("toan.dm", WorkFilter.Mine, 1), ("khoi.nd", WorkFilter.All, 0), ("thinh.nd", WorkFilter.Applicant, 1), ("hanh.tn", WorkFilter.Due, 1),
        })
        {
            var page = await Of(house, user, filter, null);
            Assert.Equal((user, filter, count), (user, filter, page.Items.Count));
            if (filter != WorkFilter.Received)
                Assert.Equal((user, filter, count), (user, filter, await Count(house, user, filter)));
        }
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task The_most_urgent_comes_first_whatever_the_order_of_reception(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        string[] procedures = ["1.115334", "1.001193", "1.013225", "1.001612"];
        foreach (var procedure in procedures)
            await life.Received(procedure);
        var list = (await Of(house, "hanh.tn", WorkFilter.All, null)).Items;
        Assert.Equal(["1.001193", "1.001612", "1.013225", "1.115334"], list.Select(i => i.Dossier.Procedure));
        Assert.Equal(list.Select(i => i.Dossier.Due).Order(), list.Select(i => i.Dossier.Due));
    }

    private static async Task<WorkPage> Of(TestHouse house, string user, WorkFilter filter, string? query)
    {
        await using var db = house.Db();
        return await new WorkList(db, house.Clock).Of((await house.Officer(user)).Value, filter, query, 1);
    }

    private static async Task<int> Count(TestHouse house, string user, WorkFilter filter)
    {
        await using var db = house.Db();
        return await new WorkList(db, house.Clock).Count((await house.Officer(user)).Value, filter);
    }
}
