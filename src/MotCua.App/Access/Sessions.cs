using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Law;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Access;

/// <summary>How long a session lasts.</summary>
/// <param name="Idle">Without a request.</param>
/// <param name="Life">In all, however busy it is.</param>
public sealed record SessionLimits(TimeSpan Idle, TimeSpan Life);

/// <summary>A running session with its officer.</summary>
/// <param name="HasFactor">Whether the officer has a second factor.</param>
/// <param name="Duties">All duties that he may act on today, as <see cref="Agencies.Duties.Of"/> says.</param>
/// <param name="ReferenceStamp">The state of the reference rows at the same moment.</param>
public sealed record OpenSession(OfficerRow Officer, SessionRow Session, bool HasFactor, IReadOnlyList<DutyGrant> Duties, long ReferenceStamp)
{
    /// <summary>The day on which the duties hold.</summary>
    public DateOnly Day { get; init; }
}

/// <summary>The sessions of officers: begun, seen, listed, ended.</summary>
public sealed class Sessions(MotCuaDb db, SessionLimits limits, SecurityLog log, TimeProvider clock)
{
    /// <summary>How exactly the last request of a session is known: a request writes nothing while the last note is younger.</summary>
    public static readonly TimeSpan Grain = TimeSpan.FromMinutes(5);

    /// <summary>How long an address is remembered as one of the officer's own; then ended sessions go.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    private const int KeyBytes = 32;

    /// <summary>Begins a session.</summary>
    /// <param name="signIn">Whether it is a sign-in of its own, to be logged, or goes on from one that had to end.</param>
    /// <returns>Its row, and the key for the ticket, which is stored nowhere.</returns>
    public async Task<(SessionRow Session, string Key)> Begin(OfficerId officer, string device, string address, bool signIn, CancellationToken cancel)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        var now = clock.GetUtcNow();
        var row = new SessionRow
        {
            KeyHash = HashOf(key), OfficerId = officer.Value, Device = device, Address = address, Started = now, LastSeen = now,
        };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        if (signIn)
            await log.Write(SecurityEventKind.SignedIn, officer, new Origin(address, row.Id), cancel);
        return (row, key);
    }

    /// <summary>The running session of a ticket, and notes that it was seen; null where it has ended, run out or is another's.</summary>
    /// <param name="note">False for what a page's script asks for by itself: it keeps no session alive.</param>
    public async Task<OpenSession?> Find(OfficerId officer, string stamp, string key, CancellationToken cancel, bool note = true)
    {
        var (hash, me, day) = (HashOf(key), officer.Value, Vietnam.Day(clock.GetUtcNow()));
        var read = new Bundle(db);
        var sessions = read.Add("session", () => db.Set<SessionRow>().Where(s => s.KeyHash == hash && s.OfficerId == me), ("hash", hash), ("me", me));
        var officers = read.Add("session.officer", () => db.Set<OfficerRow>().Where(o => o.Id == me && o.SecurityStamp == stamp), ("me", me), ("stamp", stamp));
        var factors = read.Add("session.factors", () => db.Set<SecondFactorRow>().Where(f => f.OfficerId == me), ("me", me));
        var grants = read.Add("duties", () => Duties.Rows(db, officer, day), ("officer_Value", me), ("substitute", me), ("day", day));
        var stamps = read.Add("reference.stamp", () => ReferenceStamp.Rows(db));
        await read.Run(cancel);
        if (sessions.First is not { } session || officers.First is not { } row || !Runs(session))
            return null;
        var found = new OpenSession(row, session, factors.Rows.Count > 0, Duties.Sorted(officer, grants.Rows), stamps.First?.Value ?? 0) { Day = day };
        var (id, seen, now) = (found.Session.Id, found.Session.LastSeen, clock.GetUtcNow());
        // Of requests at the same moment one writes.
        if (note && now - seen >= Grain)
            await db.Set<SessionRow>().Where(s => s.Id == id && s.LastSeen == seen)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeen, now), cancel);
        return found;
    }

    /// <summary>The running sessions of an officer, latest first.</summary>
    public async Task<IReadOnlyList<SessionRow>> Of(OfficerId officer, CancellationToken cancel)
    {
        var idle = clock.GetUtcNow() - limits.Idle - Grain;
        var rows = await db.Set<SessionRow>().AsNoTracking().Where(s => s.OfficerId == officer.Value && s.Ended == null && s.LastSeen > idle)
            .OrderByDescending(s => s.LastSeen).ToListAsync(cancel);
        return [.. rows.Where(Runs)];
    }

    /// <summary>Ends one session of the officer.</summary>
    /// <returns>Whether it was his and still running.</returns>
    public async Task<bool> End(OfficerId officer, long session, SessionEnd why, Origin origin, CancellationToken cancel)
    {
        if (await Close(s => s.OfficerId == officer.Value && s.Id == session, why, cancel) == 0)
            return false;
        await Note(officer, why, origin with { Session = session }, cancel);
        return true;
    }

    /// <summary>Ends all sessions of the officer but one.</summary>
    /// <param name="keep">The one that goes on; null to end all.</param>
    /// <returns>How many were ended.</returns>
    public async Task<int> EndAll(OfficerId officer, long? keep, SessionEnd why, Origin origin, CancellationToken cancel)
    {
        var ended = await Close(s => s.OfficerId == officer.Value && s.Id != keep, why, cancel);
        if (ended > 0)
            await Note(officer, why, origin, cancel);
        return ended;
    }

    /// <summary>The addresses from which the officer has signed in lately.</summary>
    public async Task<IReadOnlyList<string>> AddressesOf(OfficerId officer, CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - Memory;
        return await db.Set<SessionRow>().AsNoTracking().Where(s => s.OfficerId == officer.Value && s.LastSeen > since)
            .Select(s => s.Address).Distinct().Take(200).ToListAsync(cancel);
    }

    /// <summary>Lets go of sessions that have not been seen for long.</summary>
    /// <returns>How many rows went.</returns>
    public Task<int> Sweep(CancellationToken cancel)
    {
        var until = clock.GetUtcNow() - Memory;
        return db.Set<SessionRow>().Where(s => s.LastSeen <= until).ExecuteDeleteAsync(cancel);
    }

    private bool Runs(SessionRow session)
    {
        var now = clock.GetUtcNow();
        return session.Ended is null && now - session.Started < limits.Life && now - session.LastSeen < limits.Idle + Grain;
    }

    private Task<int> Close(System.Linq.Expressions.Expression<Func<SessionRow, bool>> which, SessionEnd why, CancellationToken cancel)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return db.Set<SessionRow>().Where(s => s.Ended == null).Where(which)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Ended, now).SetProperty(x => x.Why, why), cancel);
    }

    private async Task Note(OfficerId officer, SessionEnd why, Origin origin, CancellationToken cancel)
    {
        if (why is SessionEnd.SignedOut or SessionEnd.Ended)
            await log.Write(why == SessionEnd.SignedOut ? SecurityEventKind.SignedOut : SecurityEventKind.SessionEnded, officer, origin, cancel);
    }

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
