using MotCua.Domain.Agencies;

namespace MotCua.App.Access;

/// <summary>Writes the security log.</summary>
public sealed class SecurityLog(MotCuaDb db, TimeProvider clock)
{
    /// <summary>Adds a line to what the next save writes.</summary>
    /// <param name="officer">Whose account; null where the name was nobody's.</param>
    /// <param name="by">Who did it, where it was not the officer himself.</param>
    public void Add(SecurityEventKind kind, OfficerId? officer, Origin origin, OfficerId? by = null) => db.Add(new SecurityEventRow
    {
        Kind = kind, OfficerId = officer?.Value, ById = by?.Value, At = clock.GetUtcNow(), Address = origin.Address, SessionId = origin.Session,
    });

    /// <summary>Writes a line at once.</summary>
    public async Task Write(SecurityEventKind kind, OfficerId? officer, Origin origin, CancellationToken cancel)
    {
        Add(kind, officer, origin);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
