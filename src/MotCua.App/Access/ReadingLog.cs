using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Access;

/// <summary>What was read.</summary>
[Term("loại dữ liệu đã xem")]
public enum ReadingKind
{
    /// <summary>The page of a dossier, or of an act on it.</summary>
    [Term("mở hồ sơ")] Dossier,
    /// <summary>A file of a dossier.</summary>
    [Term("mở tệp")] File,
    /// <summary>The original of an identity paper, without the mark of who looks.</summary>
    [Term("mở bản gốc giấy tờ tùy thân")] Original,
    /// <summary>A printed paper.</summary>
    [Term("in giấy tờ")] Paper,
    /// <summary>The whole number of a person.</summary>
    [Term("xem đủ số định danh")] Number,
    /// <summary>Rows taken out of the system.</summary>
    [Term("xuất danh sách")] Export,
    /// <summary>A person looked up by his number.</summary>
    [Term("tra cứu người")] LookUp,
    /// <summary>The repository of a person's documents, or one of them.</summary>
    [Term("mở kho dữ liệu của chủ hồ sơ")] Repository,
}

/// <summary>Who read what, by which duty, and why. It names persons by nothing but the dossier's id, so that their data can be erased and the log
/// cannot.</summary>
[Term("nhật ký truy cập dữ liệu cá nhân", Law = "NĐ 356/2025/NĐ-CP (chưa đọc toàn văn)")]
public sealed class ReadingRow
{
    /// <summary>Row number.</summary>
    public long Id { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }
    /// <summary>Who.</summary>
    public int OfficerId { get; set; }
    /// <summary>By which duty; null where none was asked for.</summary>
    public Duty? Duty { get; set; }
    /// <summary>At which unit he holds it.</summary>
    public int? UnitId { get; set; }
    /// <summary>What.</summary>
    public ReadingKind Kind { get; set; }
    /// <summary>Of which dossier; null for an export or a draft.</summary>
    public Guid? DossierId { get; set; }
    /// <summary>Which part: "file:12", "receipt", the filter of an export. No data of persons.</summary>
    public required string Part { get; set; }
    /// <summary>Why.</summary>
    public required string Purpose { get; set; }
    /// <summary>How many rows an export held.</summary>
    public int? Count { get; set; }
    /// <summary>By which door: "counter" for the officers' pages; "" in rows of before it was written.</summary>
    public string Door { get; set; } = "";
}

/// <summary>A look at data of persons.</summary>
/// <param name="By">The duty that opened it; null where any duty does.</param>
/// <param name="Purpose">Why; null = the work of the duty.</param>
public sealed record Reading(OfficerId Officer, DutyGrant? By, ReadingKind Kind, Guid? Dossier, string Part, string? Purpose = null, int? Count = null)
{
    /// <summary>By which door.</summary>
    public string Door { get; init; } = "counter";
}

/// <summary>What an auditor asks for; everything that is given must hold.</summary>
/// <param name="Before">Rows older than this one: the next page.</param>
public sealed record ReadingQuery(DateOnly? From, DateOnly? To, int? Officer, ReadingKind? Kind, Guid? Dossier, long? Before = null);

/// <summary>Writes and searches the log of readings (R-SEC-09). Lists that mask numbers are not logged.</summary>
public sealed class ReadingLog(MotCuaDb db, TimeProvider clock)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>The longest purpose that is kept.</summary>
    public const int LongestPurpose = 500;

    /// <summary>Writes a reading; it stands before anything is shown.</summary>
    public async Task Write(Reading reading, CancellationToken cancel = default)
    {
        var purpose = reading.Purpose is { Length: > 0 } why ? why
            : reading.By is { } by ? $"thực hiện nhiệm vụ {Terms.Of(by.Duty)}" : "thực hiện nhiệm vụ được giao";
        db.Add(new ReadingRow
        {
            At = clock.GetUtcNow(), OfficerId = reading.Officer.Value, Duty = reading.By?.Duty, UnitId = reading.By?.Unit.Value, Kind = reading.Kind,
            DossierId = reading.Dossier, Part = reading.Part, Purpose = purpose.Length > LongestPurpose ? purpose[..LongestPurpose] : purpose,
            Count = reading.Count, Door = reading.Door,
        });
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>The purpose that an officer gave for a dossier today; null if he gave none.</summary>
    public Task<string?> PurposeToday(OfficerId officer, Guid dossier, CancellationToken cancel = default)
    {
        var since = Vietnam.Instant(Vietnam.Day(clock.GetUtcNow()), TimeOnly.MinValue);
        return db.Set<ReadingRow>().AsNoTracking()
            .Where(r => r.DossierId == dossier && r.OfficerId == officer.Value && r.Kind == ReadingKind.Dossier && r.At >= since)
            .OrderByDescending(r => r.Id).Select(r => (string?)r.Purpose).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Whether an officer wrote the same reading within some time.</summary>
    public Task<bool> Since(OfficerId officer, ReadingKind kind, string part, TimeSpan within, CancellationToken cancel = default)
    {
        var since = clock.GetUtcNow() - within;
        return db.Set<ReadingRow>().AnyAsync(r => r.OfficerId == officer.Value && r.Kind == kind && r.Part == part && r.At >= since, cancel);
    }

    /// <summary>A page of readings, latest first, and whether there are older ones.</summary>
    public async Task<(IReadOnlyList<ReadingRow> Rows, bool More)> Find(ReadingQuery query, CancellationToken cancel = default)
    {
        var rows = db.Set<ReadingRow>().AsNoTracking();
        if (query.From is { } from)
        {
            var start = Vietnam.Instant(from, TimeOnly.MinValue);
            rows = rows.Where(r => r.At >= start);
        }
        if (query.To is { } to)
        {
            var end = Vietnam.Instant(to.AddDays(1), TimeOnly.MinValue);
            rows = rows.Where(r => r.At < end);
        }
        if (query.Officer is { } officer)
            rows = rows.Where(r => r.OfficerId == officer);
        if (query.Kind is { } kind)
            rows = rows.Where(r => r.Kind == kind);
        if (query.Dossier is { } dossier)
            rows = rows.Where(r => r.DossierId == dossier);
        if (query.Before is { } before)
            rows = rows.Where(r => r.Id < before);
        var found = await rows.OrderByDescending(r => r.Id).Take(PageSize + 1).ToListAsync(cancel);
        return (found.Take(PageSize).ToList(), found.Count > PageSize);
    }
}

internal sealed class ReadingTables : IEntityTypeConfiguration<ReadingRow>
{
    public void Configure(EntityTypeBuilder<ReadingRow> row)
    {
        row.ToTable("reading_log");
        row.HasIndex(r => new { r.DossierId, r.OfficerId });
        row.HasIndex(r => new { r.OfficerId, r.At });
        row.HasIndex(r => r.At);
    }
}
