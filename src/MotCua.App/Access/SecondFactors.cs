using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Access;

/// <summary>What an officer's second factor looks like to him.</summary>
/// <param name="CodesLeft">Recovery codes not used yet.</param>
public sealed record FactorState(DateTimeOffset Since, int CodesLeft);

/// <summary>What a typed code turned out to be.</summary>
public enum CodeVerdict
{
    /// <summary>Neither, or used already.</summary>
    Wrong,

    /// <summary>The phone's code.</summary>
    Phone,

    /// <summary>A recovery code, used up by this.</summary>
    Recovery,
}

/// <summary>The second factor of officers: set up, asked for, renewed, removed, reset.</summary>
public sealed class SecondFactors(
    MotCuaDb db, IOneTimeCodes phone, ISecretSeal seal, Sessions sessions, SecurityLog log, Duties duties, TimeProvider clock)
{
    private const int PhoneDigits = 6;

    /// <summary>The officer's second factor; null if he has none.</summary>
    public async Task<FactorState?> Of(OfficerId officer, CancellationToken cancel)
    {
        var row = await db.Set<SecondFactorRow>().AsNoTracking().FirstOrDefaultAsync(f => f.OfficerId == officer.Value, cancel);
        return row is null ? null
            : new FactorState(row.Since, await db.Set<RecoveryCodeRow>().CountAsync(c => c.OfficerId == officer.Value && c.Used == null, cancel));
    }

    /// <summary>Sets up a second factor whose secret the officer's phone has read; his sessions elsewhere end.</summary>
    /// <param name="secret">From <see cref="IOneTimeCodes.NewSecret"/>.</param>
    /// <param name="code">What the phone shows, as the proof.</param>
    /// <returns>The recovery codes, shown this once; or why not.</returns>
    public async Task<(IReadOnlyList<string> Codes, Refusal? Refused)> Enrol(
        OfficerId officer, string secret, string code, Origin origin, CancellationToken cancel)
    {
        if (phone.StepOf(secret, Digits(code), clock.GetUtcNow()) is not { } step)
            return ([], new Refusal("factor.code", "Mã chưa khớp; hãy chờ mã mới trên điện thoại, kiểm tra giờ của điện thoại rồi nhập lại.", Field: "Code"));
        var codes = RecoveryCodes.Make();
        var row = new SecondFactorRow
        {
            OfficerId = officer.Value, Secret = seal.Seal(PurposeOf(officer), secret), Since = clock.GetUtcNow(), LastStep = step,
            Salt = RecoveryCodes.NewSalt(),
        };
        db.Add(row);
        db.AddRange(Rows(officer, codes, row.Salt));
        log.Add(SecurityEventKind.FactorEnrolled, officer, origin);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await Of(officer, cancel) is null)
                throw;
            return ([], new Refusal("factor.there", "Tài khoản đã bật lớp xác thực thứ hai; muốn đổi điện thoại thì tắt lớp đang dùng trước."));
        }
        db.ChangeTracker.Clear();
        await sessions.EndAll(officer, origin.Session, SessionEnd.FactorChanged, origin, cancel);
        return (codes, null);
    }

    /// <summary>Judges a typed code and uses it up: neither the phone's code nor a recovery code is taken twice.</summary>
    public async Task<CodeVerdict> Check(OfficerId officer, string typed, Origin origin, CancellationToken cancel)
    {
        var row = await db.Set<SecondFactorRow>().AsNoTracking().FirstOrDefaultAsync(f => f.OfficerId == officer.Value, cancel);
        if (row is null)
            return CodeVerdict.Wrong;
        var digits = Digits(typed);
        return digits.Length == PhoneDigits && digits.All(char.IsAsciiDigit)
            ? await TakePhone(officer, row, digits, cancel) ? CodeVerdict.Phone : CodeVerdict.Wrong
            : await TakeRecovery(officer, row, typed, origin, cancel) ? CodeVerdict.Recovery : CodeVerdict.Wrong;
    }

    /// <summary>Makes new recovery codes; the old ones hold no longer. Who asks has shown password and code before.</summary>
    /// <returns>The codes, shown this once.</returns>
    public async Task<IReadOnlyList<string>> Renew(OfficerId officer, Origin origin, CancellationToken cancel)
    {
        var codes = RecoveryCodes.Make();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var row = await db.Set<SecondFactorRow>().FirstAsync(f => f.OfficerId == officer.Value, cancel);
        row.Salt = RecoveryCodes.NewSalt();
        await db.Set<RecoveryCodeRow>().Where(c => c.OfficerId == officer.Value).ExecuteDeleteAsync(cancel);
        db.AddRange(Rows(officer, codes, row.Salt));
        log.Add(SecurityEventKind.RecoveryRenewed, officer, origin);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return codes;
    }

    /// <summary>Removes the officer's own second factor; his sessions elsewhere end. Who asks has shown password and code before.</summary>
    public Task Remove(OfficerId officer, Origin origin, CancellationToken cancel) =>
        Drop(officer, SecurityEventKind.FactorRemoved, null, origin, origin.Session, cancel);

    /// <summary>Removes the second factor of an officer who has lost his phone and his codes; all his sessions end, and he signs in with the
    /// password alone until he sets up another one.</summary>
    /// <param name="actor">An administrator of the officer's unit or of one above it.</param>
    /// <returns>Why not; null if done.</returns>
    public async Task<Refusal?> Reset(OfficerId actor, OfficerId officer, AgencyDirectory agencies, Origin origin, CancellationToken cancel)
    {
        if (actor == officer)
            return new Refusal("factor.own", "Không tự đặt lại lớp xác thực của chính mình; hãy tắt bằng mật khẩu và mã, hoặc nhờ quản trị khác.");
        var reach = UnitReach.Of((await duties.Of(actor, cancel)).Where(g => g.Duty == Duty.Administer).Select(g => g.Unit), agencies);
        if (reach is not null && await UnitsOf(officer, cancel) is var units && (units.Count == 0 || !units.All(reach.Contains)))
            return new Refusal("factor.reach",
                "Chỉ quản trị của đơn vị cán bộ đó hoặc của cấp trên mới đặt lại được; hãy chuyển yêu cầu cho quản trị cấp tỉnh.");
        return await Drop(officer, SecurityEventKind.FactorReset, actor, origin, null, cancel)
            ? null
            : new Refusal("factor.none", "Tài khoản này chưa bật lớp xác thực thứ hai nên không có gì để đặt lại.");
    }

    // Of an officer without a duty today, those that he had.
    private async Task<IReadOnlyList<int>> UnitsOf(OfficerId officer, CancellationToken cancel) =>
        await duties.Of(officer, cancel) is { Count: > 0 } today
            ? [.. today.Select(g => g.Unit.Value)]
            : await db.Set<DutyGrantRow>().AsNoTracking().Where(g => g.OfficerId == officer.Value).Select(g => g.UnitId).ToListAsync(cancel);

    private async Task<bool> Drop(OfficerId officer, SecurityEventKind kind, OfficerId? by, Origin origin, long? keep, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var gone = await db.Set<SecondFactorRow>().Where(f => f.OfficerId == officer.Value).ExecuteDeleteAsync(cancel) > 0;
        if (!gone)
            return false;
        await db.Set<RecoveryCodeRow>().Where(c => c.OfficerId == officer.Value).ExecuteDeleteAsync(cancel);
        log.Add(kind, officer, origin, by);
        await db.SaveChangesAsync(cancel);
        await sessions.EndAll(officer, keep, SessionEnd.FactorChanged, origin, cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return true;
    }

    private async Task<bool> TakePhone(OfficerId officer, SecondFactorRow row, string code, CancellationToken cancel) =>
        seal.Open(PurposeOf(officer), row.Secret) is { } secret && phone.StepOf(secret, code, clock.GetUtcNow()) is { } step
        && await db.Set<SecondFactorRow>().Where(f => f.OfficerId == officer.Value && f.LastStep < step)
            .ExecuteUpdateAsync(f => f.SetProperty(x => x.LastStep, step), cancel) == 1;

    private async Task<bool> TakeRecovery(OfficerId officer, SecondFactorRow row, string typed, Origin origin, CancellationToken cancel)
    {
        if (RecoveryCodes.Read(typed) is not { } code)
            return false;
        var hash = RecoveryCodes.HashOf(code, row.Salt);
        DateTimeOffset? now = clock.GetUtcNow();
        if (await db.Set<RecoveryCodeRow>().Where(c => c.OfficerId == officer.Value && c.Hash == hash && c.Used == null)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Used, now), cancel) != 1)
            return false;
        await log.Write(SecurityEventKind.RecoveryUsed, officer, origin, cancel);
        return true;
    }

    private static IEnumerable<RecoveryCodeRow> Rows(OfficerId officer, IEnumerable<string> codes, string salt) =>
        codes.Select(c => new RecoveryCodeRow { OfficerId = officer.Value, Hash = RecoveryCodes.HashOf(RecoveryCodes.Read(c)!, salt) });

    private static string Digits(string typed) => string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));

    private static string PurposeOf(OfficerId officer) => $"second-factor {officer.Value}";
}
