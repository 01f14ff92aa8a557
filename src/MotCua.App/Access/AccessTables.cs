using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.App.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Access;

/// <summary>How a session came to its end.</summary>
[Term("lý do kết thúc phiên đăng nhập")]
public enum SessionEnd
{
    /// <summary>The officer signed out.</summary>
    [Term("tự đăng xuất")] SignedOut,
    /// <summary>Ended from the list of sessions.</summary>
    [Term("bị kết thúc từ danh sách phiên")] Ended,
    /// <summary>Somebody signed in anew in the same browser.</summary>
    [Term("đăng nhập lại trên cùng trình duyệt")] Replaced,
    /// <summary>The password was changed.</summary>
    [Term("đổi mật khẩu")] PasswordChanged,
    /// <summary>The second factor was set up, removed or reset.</summary>
    [Term("thay đổi lớp xác thực thứ hai")] FactorChanged,
}

/// <summary>A sign-in of an officer in a browser, until it ends.</summary>
[Term("phiên đăng nhập")]
public sealed class SessionRow
{
    /// <summary>Row number; it opens nothing.</summary>
    public long Id { get; set; }
    /// <summary>SHA-256, hexadecimal, of the key in the ticket; the key itself is stored nowhere.</summary>
    public required string KeyHash { get; set; }
    /// <summary>Whose it is.</summary>
    public int OfficerId { get; set; }
    /// <summary>Browser and system in words.</summary>
    public required string Device { get; set; }
    /// <summary>Address from which it was begun.</summary>
    public required string Address { get; set; }
    /// <summary>Begun.</summary>
    public DateTimeOffset Started { get; set; }
    /// <summary>Last request, to within <see cref="Sessions.Grain"/>.</summary>
    public DateTimeOffset LastSeen { get; set; }
    /// <summary>Ended by somebody; null while it runs or has run out by time.</summary>
    public DateTimeOffset? Ended { get; set; }
    /// <summary>Why it was ended.</summary>
    public SessionEnd? Why { get; set; }
}

/// <summary>An officer's second factor: a secret that his phone knows too (TOTP, RFC 6238).</summary>
[Term("lớp xác thực thứ hai")]
public sealed class SecondFactorRow
{
    /// <summary>Whose it is; he has one at most.</summary>
    public int OfficerId { get; set; }
    /// <summary>The secret, sealed with the installation's keys.</summary>
    public required string Secret { get; set; }
    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; set; }
    /// <summary>The latest time step whose code was taken; this one and earlier ones are taken no more.</summary>
    public long LastStep { get; set; }
    /// <summary>Salt of the recovery codes, hexadecimal.</summary>
    public required string Salt { get; set; }
}

/// <summary>A code that stands in for the phone once.</summary>
[Term("mã khôi phục")]
public sealed class RecoveryCodeRow
{
    /// <summary>Row number.</summary>
    public long Id { get; set; }
    /// <summary>Whose it is.</summary>
    public int OfficerId { get; set; }
    /// <summary>Salted hash of the code, hexadecimal.</summary>
    public required string Hash { get; set; }
    /// <summary>When it was used; null while it can be.</summary>
    public DateTimeOffset? Used { get; set; }
}

/// <summary>How often something was guessed wrong; the row goes when its window has passed.</summary>
[NoTerm("a counter of the software")]
public sealed class WrongGuessRow
{
    /// <summary>Hash of what is counted: neither a name nor an address can be read from it.</summary>
    public required string Id { get; set; }
    /// <summary>Tries in the window that have not succeeded.</summary>
    public int Count { get; set; }
    /// <summary>End of the window, in UTC ticks, so that both databases can count it up in one statement.</summary>
    public long Ends { get; set; }
}

/// <summary>What happened at the door.</summary>
[Term("loại sự kiện an toàn")]
public enum SecurityEventKind
{
    /// <summary>Signed in.</summary>
    [Term("đăng nhập")] SignedIn,
    /// <summary>Signed out.</summary>
    [Term("đăng xuất")] SignedOut,
    /// <summary>Name or password was wrong.</summary>
    [Term("sai tên đăng nhập hoặc mật khẩu")] Refused,
    /// <summary>The code of the second factor was wrong or used already.</summary>
    [Term("sai mã xác thực")] CodeRefused,
    /// <summary>Too many wrong tries: further ones from that place have to wait.</summary>
    [Term("tạm giữ vì thử sai nhiều lần")] HeldBack,
    /// <summary>The password was changed.</summary>
    [Term("đổi mật khẩu đăng nhập")] PasswordChanged,
    /// <summary>A second factor was set up.</summary>
    [Term("bật lớp xác thực thứ hai")] FactorEnrolled,
    /// <summary>The officer removed his second factor.</summary>
    [Term("tắt lớp xác thực thứ hai")] FactorRemoved,
    /// <summary>An administrator removed another officer's second factor.</summary>
    [Term("quản trị đặt lại lớp xác thực thứ hai")] FactorReset,
    /// <summary>A recovery code was used.</summary>
    [Term("dùng mã khôi phục")] RecoveryUsed,
    /// <summary>New recovery codes were made.</summary>
    [Term("cấp lại mã khôi phục")] RecoveryRenewed,
    /// <summary>A session was ended from the list.</summary>
    [Term("kết thúc phiên đăng nhập")] SessionEnded,
    /// <summary>An administrator made the account.</summary>
    [Term("lập tài khoản")] AccountMade,
    /// <summary>An administrator gave another officer a one-time password.</summary>
    [Term("quản trị đặt lại mật khẩu")] PasswordReset,
}

/// <summary>A line of the security log. It never holds what was typed.</summary>
[Term("sự kiện an toàn")]
public sealed class SecurityEventRow
{
    /// <summary>Row number; grows with time.</summary>
    public long Id { get; set; }
    /// <summary>What.</summary>
    public SecurityEventKind Kind { get; set; }
    /// <summary>Whose account; null where the name was nobody's.</summary>
    public int? OfficerId { get; set; }
    /// <summary>Who did it to another's account; null where it was his own.</summary>
    public int? ById { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }
    /// <summary>From which address.</summary>
    public required string Address { get; set; }
    /// <summary>In, or about, which session.</summary>
    public long? SessionId { get; set; }
}

internal sealed class AccessTables :
    IEntityTypeConfiguration<SessionRow>, IEntityTypeConfiguration<SecondFactorRow>, IEntityTypeConfiguration<RecoveryCodeRow>,
    IEntityTypeConfiguration<WrongGuessRow>, IEntityTypeConfiguration<SecurityEventRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> row)
    {
        row.ToTable("sessions");
        row.HasIndex(s => s.KeyHash).IsUnique();
        row.HasIndex(s => new { s.OfficerId, s.LastSeen });
        row.HasOne<OfficerRow>().WithMany().HasForeignKey(s => s.OfficerId);
    }

    public void Configure(EntityTypeBuilder<SecondFactorRow> row)
    {
        row.ToTable("second_factors");
        row.HasKey(f => f.OfficerId);
        row.Property(f => f.OfficerId).ValueGeneratedNever();
        row.HasOne<OfficerRow>().WithMany().HasForeignKey(f => f.OfficerId);
    }

    public void Configure(EntityTypeBuilder<RecoveryCodeRow> row)
    {
        row.ToTable("recovery_codes");
        row.HasIndex(c => new { c.OfficerId, c.Hash });
        row.HasOne<OfficerRow>().WithMany().HasForeignKey(c => c.OfficerId);
    }

    public void Configure(EntityTypeBuilder<WrongGuessRow> row)
    {
        row.ToTable("wrong_guesses");
        row.Property(g => g.Id).HasMaxLength(64);
        row.HasIndex(g => g.Ends);
    }

    public void Configure(EntityTypeBuilder<SecurityEventRow> row)
    {
        row.ToTable("security_events");
        row.HasIndex(e => e.At);
        row.HasIndex(e => new { e.OfficerId, e.Id });
    }
}
