using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Access;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;

namespace MotCua.Web.SignIn;

/// <summary>Passwords for one sign-in: shown once to whoever hands them over, changed by the officer before he does anything else.</summary>
internal sealed class OneTimePasswords(MotCuaDb db, IPasswordHasher<OfficerRow> hasher, Sessions sessions, SecurityLog log)
{
    // No letters or digits that look alike on paper.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int Length = 12;

    /// <summary>A new random password.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>The hash of one for an account that is being made.</summary>
    public string HashOf(OfficerRow officer, string password) => hasher.HashPassword(officer, password);

    /// <summary>Notes that an administrator made an account.</summary>
    public async Task NoteMade(OfficerId officer, OfficerId by, Origin origin, CancellationToken cancel)
    {
        log.Add(SecurityEventKind.AccountMade, officer, origin, by);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>Gives an account a new one-time password; all its sessions end, and the security log says who did it.</summary>
    /// <returns>The password; null if the account changed at the same moment.</returns>
    public async Task<string?> Give(OfficerId officer, OfficerId by, Origin origin, CancellationToken cancel)
    {
        var row = await db.Set<OfficerRow>().FirstAsync(o => o.Id == officer.Value, cancel);
        var password = New();
        row.PasswordHash = hasher.HashPassword(row, password);
        row.SecurityStamp = Guid.NewGuid().ToString("N");
        row.MustChangePassword = true;
        row.Version++;
        try
        {
            log.Add(SecurityEventKind.PasswordReset, officer, origin, by);
            await db.SaveChangesAsync(cancel);
            await sessions.EndAll(officer, null, SessionEnd.PasswordChanged, origin, cancel);
            return password;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
