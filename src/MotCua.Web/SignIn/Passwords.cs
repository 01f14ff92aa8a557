using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Domain.Words;

namespace MotCua.Web.SignIn;

/// <summary>A hash that no password fits. An unknown name is checked against it, so that the answer takes as long as for a known one.</summary>
internal sealed class PasswordOfNobody(IPasswordHasher<OfficerRow> hasher)
{
    public OfficerRow Row { get; } = Make(hasher);

    private static OfficerRow Make(IPasswordHasher<OfficerRow> hasher)
    {
        var row = new OfficerRow { UserName = "", Name = "", Title = "", PasswordHash = "", SecurityStamp = "" };
        row.PasswordHash = hasher.HashPassword(row, Guid.NewGuid().ToString());
        return row;
    }
}

/// <summary>Checks passwords and changes them.</summary>
internal sealed class Passwords(MotCuaDb db, IPasswordHasher<OfficerRow> hasher, PasswordOfNobody nobody)
{
    /// <summary>The longest password that is read: hashing more would only cost time.</summary>
    public const int Longest = 200;

    /// <summary>The officer with a name; null if it is nobody's.</summary>
    public async Task<OfficerId?> IdOf(string userName, CancellationToken cancel) =>
        await db.Set<OfficerRow>().Where(o => o.UserName == userName).Select(o => (int?)o.Id).FirstOrDefaultAsync(cancel) is { } id ? new OfficerId(id) : null;

    /// <summary>The officer, while his stamp is still this one.</summary>
    public Task<OfficerRow?> OfficerOf(OfficerId officer, string stamp, CancellationToken cancel) =>
        db.Set<OfficerRow>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == officer.Value && o.SecurityStamp == stamp, cancel);

    /// <summary>The officer whose name and password these are; null if they are not.</summary>
    public async Task<OfficerRow?> Find(string userName, string password, CancellationToken cancel)
    {
        var row = await db.Set<OfficerRow>().AsNoTracking().FirstOrDefaultAsync(o => o.UserName == userName, cancel);
        var checkable = row is { PasswordHash: not "" } ? row : nobody.Row;
        return await Fits(checkable, password, cancel) && checkable == row ? row : null;
    }

    /// <summary>Gives the officer a new password and a new stamp, which ends his sessions elsewhere.</summary>
    /// <returns>The officer as he is now; null if the present password is wrong or somebody changed it meanwhile.</returns>
    public async Task<OfficerRow?> Change(int officer, string present, string chosen, CancellationToken cancel)
    {
        var row = await db.Set<OfficerRow>().FirstAsync(o => o.Id == officer, cancel);
        if (!await Fits(row, present, cancel))
            return null;
        row.PasswordHash = hasher.HashPassword(row, Canonical(chosen));
        row.SecurityStamp = Guid.NewGuid().ToString("N");
        row.MustChangePassword = false;
        row.Version++;
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return row;
    }

    private async Task<bool> Fits(OfficerRow row, string password, CancellationToken cancel)
    {
        if (password.Length > Longest)
            password = password[..Longest];
        var verdict = hasher.VerifyHashedPassword(row, row.PasswordHash, Canonical(password));
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            var (old, fresh) = (row.PasswordHash, hasher.HashPassword(row, Canonical(password)));
            await db.Set<OfficerRow>().Where(o => o.Id == row.Id && o.PasswordHash == old)
                .ExecuteUpdateAsync(o => o.SetProperty(x => x.PasswordHash, fresh), cancel);
        }
        return verdict != PasswordVerificationResult.Failed;
    }

    // The same Vietnamese letter can be typed as one sign or as a letter and its tone.
    private static string Canonical(string password) => VietnameseText.Nfc(password);
}
