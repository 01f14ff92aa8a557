using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Warnings;
using MotCua.App.Warnings.Control;
using MotCua.Testing;

namespace MotCua.App.Tests.Warnings;

/// <summary>Warnings of a house, each question on a context of its own.</summary>
internal static class Bell
{
    /// <summary>A round of the job, as one of the servers does it.</summary>
    public static async Task<Raised> Warn(this TestHouse house)
    {
        await using var db = house.Db();
        return await new RaiseWarnings(db, house.References, new WarningBook(db, house.Clock), house.Clock).Run();
    }

    /// <summary>All warnings ever given, as "user name threshold".</summary>
    public static async Task<IReadOnlyList<string>> Given(this TestHouse house, bool current = false)
    {
        await using var db = house.Db();
        var rows = await (
            from w in db.Set<WarningRow>()
            join o in db.Set<OfficerRow>() on w.OfficerId equals o.Id
            where !current || w.Settled == null
            select new { o.UserName, w.Threshold }).ToListAsync();
        return [.. rows.Select(r => $"{r.UserName} {r.Threshold}").Order(StringComparer.Ordinal)];
    }

    public static async Task<WarningPage> Shown(this TestHouse house, string user)
    {
        await using var db = house.Db();
        return await List(house, db).Of((await house.Officer(user)).Value);
    }

    public static async Task<int> Unread(this TestHouse house, string user)
    {
        await using var db = house.Db();
        return await List(house, db).Unread((await house.Officer(user)).Value);
    }

    public static async Task<IReadOnlyList<ExtensionDue>> ExtensionsDue(this TestHouse house, string user)
    {
        await using var db = house.Db();
        return await new ExtensionsDue(db, house.References, new Reaches(db, house.Clock), house.Clock).For((await house.Officer(user)).Value);
    }

    public static async Task<ControlList> Control(this TestHouse house, string user, ControlKind kind, DateOnly from, DateOnly to)
    {
        await using var db = house.Db();
        return await ControlLists(house, db).Of((await house.Officer(user)).Value, kind, new ControlPeriod(from, to));
    }

    public static ControlLists ControlLists(TestHouse house, MotCuaDb db) => new(db, house.References, new Reaches(db, house.Clock), house.Clock);

    private static WarningList List(TestHouse house, MotCuaDb db) => new(db, house.References, new Reaches(db, house.Clock), house.Clock);
}
