using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Agencies;

namespace MotCua.Bench.Faults;

/// <summary>More officers for one unit than the demonstration has: each with a login of his own and the duties of one who is there, for two who share
/// a login also share its drafts.</summary>
internal static class Colleagues
{
    private const int FirstId = 5000;

    /// <summary>Makes one.</summary>
    /// <param name="like">User name of the officer whose duties and password he gets.</param>
    /// <returns>His user name.</returns>
    public static async Task<string> Make(Func<MotCuaDb> open, string like, int number)
    {
        await using var db = open();
        var officer = await db.Set<OfficerRow>().AsNoTracking().Include(o => o.Grants).SingleAsync(o => o.UserName == like);
        (officer.Id, officer.UserName) = (FirstId + number, $"{like}.x{number}");
        foreach (var grant in officer.Grants)
            (grant.Id, grant.OfficerId) = (0, officer.Id);
        db.Add(officer);
        await db.SaveChangesAsync();
        return officer.UserName;
    }
}
