using MotCua.App.Demonstration;
using MotCua.App.Dossiers;
using MotCua.App.Work;
using MotCua.Domain.Law;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Work;

/// <summary>Every filter, alone and together with others, shows what plain loops over all rows show, in the same order, on each database.</summary>
public sealed class WorkFilterTests
{
    private static readonly DateTime Afternoon = new(2026, 11, 17, 14, 40, 0);

    // The last one oversees the whole province.
    private static readonly string[] Users = ["hanh.tn", "khanh.pq", "khoi.nd", "phuoc.nv", "huong.lt", "thinh.nd", "vu.lq", "quy.ct"];

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-REPO-03")]
    public async Task The_database_shows_what_plain_loops_show_for_any_filters_together(Engine engine)
    {
        await using var house = await Lived(engine, 50);
        var record = await PlainRecord.Read(house);
        await using var db = house.Db();
        var (search, random, answers) = (house.Search(db), new RandomQuery(record, seed: 17), 0);
        var pairs = from a in Enumerable.Range(0, RandomQuery.Filters) from b in Enumerable.Range(a, RandomQuery.Filters - a) select random.With(a, b);
        foreach (var (query, i) in pairs.Concat(Enumerable.Range(0, 150).Select(_ => random.Next())).Select((q, i) => (q, i)).ToList())
        {
            var user = (await house.Officer(Users[i % Users.Length])).Value;
            var expected = record.Of(user, query);
            var page = await search.Page(user, query, size: 100);
            Assert.Equal((Users[i % Users.Length], query, Text(expected)), (Users[i % Users.Length], query, Text(Rows(page, query))));
            if (query.OfSteps)
                Assert.Equal(expected.Count, await search.Count(user, query));
            answers += expected.Count > 0 ? 1 : 0;
        }
        Assert.True(answers > 50, $"only {answers} queries had an answer");
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Pages_forward_and_back_hold_each_row_once_in_the_order_of_the_whole(Engine engine)
    {
        await using var house = await Lived(engine, 30);
        var views = from view in Enum.GetValues<WorkView>() from sort in Enum.GetValues<WorkSort>() select new WorkQuery(view) { Sort = sort };
        foreach (var (query, user) in views.SelectMany(q => new[] { "hanh.tn", "huong.lt", "quy.ct" }.Select(u => (q, u))))
        {
            var whole = Rows(await house.Page(user, query, size: 500), query);
            var (there, place, pages) = (new List<(string, int)>(), (string?)null, new List<WorkPage>());
            do
            {
                pages.Add(await house.Page(user, query, place, size: 4));
                there.AddRange(Rows(pages[^1], query));
                place = pages[^1].After;
            }
            while (place is not null);
            Assert.Equal((query, user, Text(whole)), (query, user, Text(there)));
            for (var at = pages.Count - 1; at > 0; at--)
            {
                var back = await house.Page(user, query, before: pages[at].Before, size: 4);
                Assert.Equal((query, user, Text(Rows(pages[at - 1], query))), (query, user, Text(Rows(back, query))));
                Assert.Equal(at == 1, back.Before is null);
            }
        }
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Counters_say_how_many_rows_stand_behind_each_link(Engine engine)
    {
        await using var house = await Lived(engine, 40);
        foreach (var user in Users)
        {
            var open = await house.OpenWork(user);
            Assert.Equal((user, await house.Count(user, new WorkQuery())), (user, open.All));
            foreach (var kind in Enum.GetValues<Domain.Processes.StepKind>())
                Assert.Equal((user, kind, await house.Count(user, new WorkQuery { Step = kind })), (user, kind, open.Steps.GetValueOrDefault(kind)));
            foreach (var due in Enum.GetValues<DueState>())
                Assert.Equal((user, due, await house.Count(user, new WorkQuery { Due = due })), (user, due, open.Due.GetValueOrDefault(due)));
        }
    }

    [Fact]
    public async Task A_place_that_is_none_begins_at_the_beginning()
    {
        await using var house = await TestHouse.Open();
        await new Life(house).Received();
        foreach (var place in new[] { "", "x", "%", "bm90", new string('A', 500), "MQ", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5CngKMQ", "\0" })
            foreach (var view in Enum.GetValues<WorkView>())
                Assert.Equal((place, 1), (place, (await house.Page("hanh.tn", new WorkQuery(view), after: place)).Items.Count));
    }

    private static IReadOnlyList<(string, int)> Rows(WorkPage page, WorkQuery query) =>
        [.. page.Items.Select(i => (i.Dossier.Code, query.OfSteps ? i.Step!.Token : 0))];

    private static string Text(IEnumerable<(string Code, int Token)> rows) => string.Join(' ', rows.Select(r => $"{r.Code}/{r.Token}"));

    private static async Task<TestHouse> Lived(Engine engine, int dossiers)
    {
        var house = await TestHouse.Open(engine, Afternoon);
        var now = Vietnam.Instant(Afternoon);
        var clock = new MovedClock(now);
        var stage = new Stage(house.Db, house.References, house.Files, clock, "seed", TestHouse.ResultFile);
        var people = DemoPeople.Load(Repository.Path("data"));
        await new DemoLives(clock, stage, people).Make(dossiers, new DateOnly(2026, 10, 20), now, null);
        return house;
    }
}
