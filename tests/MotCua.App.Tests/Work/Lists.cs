using MotCua.App.Dossiers;
using MotCua.App.Work;
using MotCua.Domain.Agencies;
using MotCua.Testing;

namespace MotCua.App.Tests.Work;

/// <summary>The readers of lists over a house, each on a context of its own.</summary>
internal static class Lists
{
    public static WorkSearch Search(this TestHouse house, MotCuaDb db) => new(db, new Reaches(db, house.Clock), house.References, house.Clock);

    public static async Task<WorkPage> Page(
        this TestHouse house, string user, WorkQuery query, string? after = null, string? before = null, int size = WorkSearch.PageSize)
    {
        await using var db = house.Db();
        return await house.Search(db).Page((await house.Officer(user)).Value, query, after, before, size);
    }

    public static async Task<IReadOnlyList<string>> Codes(this TestHouse house, string user, WorkQuery query) =>
        [.. (await house.Page(user, query)).Items.Select(i => i.Dossier.Code)];

    public static async Task<int?> Count(this TestHouse house, string user, WorkQuery query)
    {
        await using var db = house.Db();
        return await house.Search(db).Count((await house.Officer(user)).Value, query);
    }

    public static async Task<OpenWork> OpenWork(this TestHouse house, string user)
    {
        await using var db = house.Db();
        return await new WorkCounts(db, new Reaches(db, house.Clock), house.References, house.Clock).Of((await house.Officer(user)).Value);
    }

    /// <summary>Writes down what was exported and who was looked up.</summary>
    public sealed class Log : IExportLog
    {
        public List<(int Officer, string What, int Rows)> Exports { get; } = [];

        public int LookUps { get; private set; }

        public Task Exported(OfficerId officer, string what, int rows, CancellationToken cancel = default)
        {
            Exports.Add((officer.Value, what, rows));
            return Task.CompletedTask;
        }

        public Task LookedUp(OfficerId officer, CancellationToken cancel = default)
        {
            LookUps++;
            return Task.CompletedTask;
        }
    }
}
