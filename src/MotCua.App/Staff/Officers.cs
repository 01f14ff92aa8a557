using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.App.Staff;

/// <summary>What is typed of an officer.</summary>
/// <param name="UserName">Name for sign-in; never changed afterwards.</param>
/// <param name="Unit">The unit that he belongs to.</param>
/// <param name="Fields">Fields that he is in charge of.</param>
public sealed record OfficerFields(
    string? UserName, string? Name, string? Title, StaffKind Staff, AgencyId Unit, string? Counter, string? Phone, string? Fields);

/// <summary>What became of a change of an officer.</summary>
public sealed record OfficerKept(OfficerId? Officer, IReadOnlyList<Refusal> Refusals);

/// <summary>Makes accounts and keeps what they say, within the reach of the administrator (R-ADM-29).</summary>
public sealed class Officers(MotCuaDb db, StaffReaches reaches, TimeProvider clock)
{
    private const int LongestName = 40, LongestText = 200;

    /// <summary>Makes an account with a one-time password.</summary>
    /// <param name="hash">Makes the hash of the one-time password.</param>
    public async Task<OfficerKept> Create(OfficerId actor, OfficerFields typed, Func<OfficerRow, string> hash, CancellationToken cancel = default)
    {
        var reached = await reaches.Of(actor, cancel);
        var userName = (typed.UserName ?? "").Trim().ToLowerInvariant();
        var refusals = UserName(userName).Concat(Wrong(typed)).ToList();
        if (!reached.Reach.Administers(typed.Unit))
            refusals.Add(StaffRefusals.Beyond with { Field = "Unit" });
        if (refusals.Count == 0 && await db.Set<OfficerRow>().AnyAsync(o => o.UserName == userName, cancel))
            refusals.Add(Taken);
        if (refusals.Count > 0)
            return new OfficerKept(null, refusals);
        var row = new OfficerRow
        {
            UserName = userName, Name = VietnameseText.Clean(typed.Name)!, Title = VietnameseText.Clean(typed.Title)!, PasswordHash = "",
            SecurityStamp = Guid.NewGuid().ToString("N"), MustChangePassword = true, Version = 1, CreatedById = actor.Value, Created = clock.GetUtcNow(),
        };
        Put(row, typed);
        row.PasswordHash = hash(row);
        db.Add(row);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Two administrators took the same name at once: the unique index of names decides.
            return new OfficerKept(null, [Taken]);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
        return new OfficerKept(new OfficerId(row.Id), []);
    }

    /// <summary>Changes what an account says; the name for sign-in stays. The unit may become any that the administrator reaches.</summary>
    /// <param name="seen">The version that the form carried.</param>
    public async Task<OfficerKept> Change(OfficerId actor, OfficerId officer, OfficerFields typed, int seen, CancellationToken cancel = default)
    {
        var reached = await reaches.Of(actor, cancel);
        var row = await db.Set<OfficerRow>().Include(o => o.Grants).FirstOrDefaultAsync(o => o.Id == officer.Value, cancel);
        try
        {
            if (row is null || !reached.Sees(row, row.Grants))
                return new OfficerKept(null, [StaffRefusals.Unknown]);
            var refusals = Wrong(typed).ToList();
            if (!reached.Keeps(row, row.Grants) || (typed.Unit.Value != row.UnitId && !reached.Reach.Administers(typed.Unit)))
                refusals.Add(StaffRefusals.Beyond with { Field = "Unit" });
            if (row.Version != seen)
                refusals.Add(StaffRefusals.Crossed);
            if (refusals.Count > 0)
                return new OfficerKept(null, refusals);
            (row.Name, row.Title) = (VietnameseText.Clean(typed.Name)!, VietnameseText.Clean(typed.Title)!);
            Put(row, typed);
            row.Version++;
            await db.SaveChangesAsync(cancel);
            return new OfficerKept(officer, []);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new OfficerKept(null, [StaffRefusals.Crossed]);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Whether an administrator may open an account anew with a one-time password: only where he reaches every duty it has, and never
    /// his own.</summary>
    /// <returns>Why not; null if he may.</returns>
    public async Task<Refusal?> MayReopen(OfficerId actor, OfficerId officer, CancellationToken cancel = default)
    {
        var reached = await reaches.Of(actor, cancel);
        var row = await db.Set<OfficerRow>().AsNoTracking().Include(o => o.Grants).FirstOrDefaultAsync(o => o.Id == officer.Value, cancel);
        return row is null || !reached.Sees(row, row.Grants) ? StaffRefusals.Unknown
            : actor == officer ? new Refusal("staff.own-password", "Đổi mật khẩu của chính mình tại trang Tài khoản, không đặt lại ở đây.")
            : reached.KeepsAll(row, row.Grants) ? null
            : StaffRefusals.Beyond;
    }

    private static readonly Refusal Taken = new("officer.user-name", "Tên đăng nhập này đã có người dùng. Hãy chọn tên khác, ví dụ thêm số.", null, "UserName");

    private static void Put(OfficerRow row, OfficerFields typed)
    {
        (row.Staff, row.UnitId) = (typed.Staff, typed.Unit.Value);
        (row.Counter, row.Phone, row.Fields) =
            (VietnameseText.Clean(typed.Counter), VietnameseText.Clean(typed.Phone), VietnameseText.Clean(typed.Fields));
    }

    private static IEnumerable<Refusal> UserName(string name)
    {
        if (name.Length is < 3 or > LongestName || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-')
            || !char.IsAsciiLetterLower(name[0]))
            yield return new Refusal(
                "officer.user-name", "Tên đăng nhập gồm 3 đến 40 chữ thường không dấu, chữ số, dấu chấm, gạch nối; bắt đầu bằng chữ.", null, "UserName");
    }

    private static IEnumerable<Refusal> Wrong(OfficerFields typed)
    {
        if (VietnameseText.Clean(typed.Name) is not { Length: <= LongestText })
            yield return new Refusal("officer.name", "Hãy ghi họ và tên, không quá 200 ký tự.", null, "Name");
        if (VietnameseText.Clean(typed.Title) is not { Length: <= LongestText })
            yield return new Refusal("officer.title", "Hãy ghi chức danh, không quá 200 ký tự.", null, "Title");
        if (typed.Phone?.Length > LongestName)
            yield return new Refusal("officer.phone", "Số điện thoại quá dài. Hãy ghi một số.", null, "Phone");
        if (typed.Counter?.Length > LongestName)
            yield return new Refusal("officer.counter", "Tên quầy quá dài. Hãy ghi ngắn, ví dụ Quầy 3.", null, "Counter");
        if (typed.Fields?.Length > LongestText)
            yield return new Refusal("officer.fields", "Lĩnh vực phụ trách quá dài. Hãy ghi không quá 200 ký tự.", null, "Fields");
    }
}
