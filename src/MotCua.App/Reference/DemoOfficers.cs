using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;

namespace MotCua.App.Reference;

/// <summary>Fictitious officers for demonstration and tests, one or more per duty.</summary>
public sealed class DemoOfficers(string folder)
{
    private sealed record Grant(Duty Duty, string Unit, DateOnly From, DateOnly? To, string Basis);

    private sealed record Officer(
        int Id, string UserName, string Name, string Title, string? Counter, IReadOnlyList<Grant> Grants, StaffKind Staff = StaffKind.CivilServant);

    /// <summary>Adds the officers that are not there yet.</summary>
    /// <param name="hash">Makes the password hash of an officer.</param>
    /// <returns>The user names that were added.</returns>
    public async Task<IReadOnlyList<OfficerRow>> Load(MotCuaDb db, Func<OfficerRow, string> hash, CancellationToken cancel = default)
    {
        var file = await File.ReadAllTextAsync(Path.Combine(folder, "demo", "officers.json"), cancel);
        var officers = JsonSerializer.Deserialize<List<Officer>>(file, Json.Stored)!;
        var agencies = await db.Set<AgencyRow>().AsNoTracking().ToDictionaryAsync(a => a.Code, a => a.Id, cancel);
        var there = await db.Set<OfficerRow>().Select(o => o.UserName).ToListAsync(cancel);
        var added = officers.Where(o => !there.Contains(o.UserName)).Select(o => Row(o, agencies)).ToList();
        foreach (var row in added)
            row.PasswordHash = hash(row);
        db.AddRange(added);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return added;
    }

    // The database gives the ids: an id given here would be given again to the next officer by PostgreSQL.
    private static OfficerRow Row(Officer o, IReadOnlyDictionary<string, int> agencies) => new()
    {
        UserName = o.UserName, Name = o.Name, Title = o.Title, Counter = o.Counter, PasswordHash = "",
        Staff = o.Staff, UnitId = agencies[o.Grants[0].Unit],
        SecurityStamp = Guid.NewGuid().ToString("N"), Demo = true, Version = 1,
        Grants = [.. o.Grants.Select(g => new DutyGrantRow { Duty = g.Duty, UnitId = agencies[g.Unit], From = g.From, To = g.To, Basis = g.Basis })],
    };
}
