using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Agencies;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Web.Configuration;
using MotCua.Web.Verbs;

namespace MotCua.Web.SignIn;

/// <summary>The first accounts of an empty database: fictitious officers for a demonstration, else one administrator with a one-time password.</summary>
internal static class FirstAccounts
{
    public static async Task Make(MotCuaDb db, IPasswordHasher<OfficerRow> hasher, VerbLine line, CancellationToken stop)
    {
        var password = OneTimePasswords.New();
        if (await db.Set<OfficerRow>().AnyAsync(stop))
            await GivePassword(db, hasher, password, line, stop);
        else if (line.Settings.Demonstration)
            await Demo(db, hasher, password, line, stop);
        else
            await Administrator(db, hasher, password, line, stop);
    }

    private static async Task Demo(MotCuaDb db, IPasswordHasher<OfficerRow> hasher, string password, VerbLine line, CancellationToken stop)
    {
        // One password for all: hashing it for each officer would cost the first start some seconds for nothing.
        string? hash = null;
        Say(await new DemoOfficers(ProductFolder.SeedFolder).Load(db, o => hash ??= hasher.HashPassword(o, password), stop), password, line);
    }

    // Another verb made the officers, and no password: it had nobody to print it for.
    private static async Task GivePassword(
        MotCuaDb db, IPasswordHasher<OfficerRow> hasher, string password, VerbLine line, CancellationToken stop)
    {
        var without = await db.Set<OfficerRow>().AsNoTracking().Where(o => o.Demo && o.PasswordHash == "").OrderBy(o => o.Id).ToListAsync(stop);
        if (without.Count == 0)
            return;
        var hash = hasher.HashPassword(without[0], password);
        await db.Set<OfficerRow>().Where(o => o.Demo && o.PasswordHash == "").ExecuteUpdateAsync(o => o.SetProperty(x => x.PasswordHash, hash), stop);
        Say(without, password, line);
    }

    private static void Say(IReadOnlyList<OfficerRow> officers, string password, VerbLine line)
    {
        line.Say("Tài khoản trình diễn (cán bộ hư cấu), mật khẩu chung chỉ hiện một lần này:");
        line.Say($"  mật khẩu: {password}");
        foreach (var officer in officers)
            line.Say($"  {officer.UserName,-12} {officer.Name}, {officer.Title}");
    }

    private static async Task Administrator(MotCuaDb db, IPasswordHasher<OfficerRow> hasher, string password, VerbLine line, CancellationToken stop)
    {
        var root = await db.Set<AgencyRow>().OrderBy(a => a.Id).Select(a => a.Id).FirstAsync(stop);
        var admin = new OfficerRow
        {
            UserName = "quantri", Name = "Quản trị hệ thống", Title = "Quản trị", PasswordHash = "", SecurityStamp = Guid.NewGuid().ToString("N"),
            MustChangePassword = true, Version = 1,
            Grants = [new DutyGrantRow { Duty = Duty.Administer, UnitId = root, From = DateOnly.MinValue, Basis = "Tài khoản đầu tiên khi cài đặt" }],
        };
        admin.PasswordHash = hasher.HashPassword(admin, password);
        db.Add(admin);
        await db.SaveChangesAsync(stop);
        line.Say("Tài khoản quản trị đầu tiên, mật khẩu dùng một lần, phải đổi khi đăng nhập:");
        line.Say($"  {admin.UserName} / {password}");
    }
}
