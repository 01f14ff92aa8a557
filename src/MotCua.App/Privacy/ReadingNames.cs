using Microsoft.EntityFrameworkCore;
using MotCua.App.Access;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;

namespace MotCua.App.Privacy;

/// <summary>A reading in words.</summary>
/// <param name="Duty">The duty and where it is held.</param>
/// <param name="What">What was read.</param>
/// <param name="Code">Code of the dossier; null where none was opened.</param>
public sealed record ReadingLine(ReadingRow Row, string Officer, string Duty, string What, string? Code);

/// <summary>Gives the rows of the reading log the names that an auditor knows, and back.</summary>
public sealed class ReadingNames(MotCuaDb db, ReferenceCache references)
{
    /// <summary>The officer with a user name; null if there is none.</summary>
    public async Task<int?> Officer(string userName, CancellationToken cancel = default)
    {
        var name = userName.Trim().ToLowerInvariant();
        return await db.Set<OfficerRow>().Where(o => o.UserName == name).Select(o => (int?)o.Id).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The dossier with a code; null if there is none.</summary>
    public async Task<Guid?> Dossier(string code, CancellationToken cancel = default)
    {
        var normal = code.Trim().ToUpperInvariant();
        return await db.Set<DossierRow>().Where(d => d.Code == normal).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Rows in words, in their order.</summary>
    public async Task<IReadOnlyList<ReadingLine>> Lines(IReadOnlyList<ReadingRow> rows, CancellationToken cancel = default)
    {
        var reference = await references.Get(db, cancel);
        var officers = rows.Select(r => r.OfficerId).Distinct().ToList();
        var names = await db.Set<OfficerRow>().AsNoTracking().Where(o => officers.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o =>
            $"{o.Name} ({o.UserName})", cancel);
        var dossiers = rows.Select(r => r.DossierId).OfType<Guid>().Distinct().ToList();
        var codes = await db.Set<DossierRow>().AsNoTracking().Where(d => dossiers.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Code, cancel);
        return [.. rows.Select(r => new ReadingLine(
            r, names.GetValueOrDefault(r.OfficerId, "cán bộ đã bị xóa"), Duty(r, reference), What(r),
            r.DossierId is { } d ? codes.GetValueOrDefault(d) : null))];
    }

    private static string Duty(ReadingRow row, ReferenceData reference) => row.Duty is { } duty
        ? $"{Terms.Of(duty)}{(row.UnitId is { } unit ? $", {reference.Agencies.NameOf(new AgencyId(unit))}" : "")}"
        : "không theo nhiệm vụ cụ thể";

    private static string What(ReadingRow row)
    {
        var kind = Terms.Of(row.Kind);
        var rows = row.Count is { } count ? $", {count} dòng" : "";
        return (Part(row.Part) is { Length: > 0 } part ? $"{kind} ({part})" : kind) + rows;
    }

    private static string Part(string part) => part switch
    {
        "purpose" => "nêu lý do trước khi xem",
        "due" => "cách tính thời hạn",
        "personal-data" => "dữ liệu cá nhân",
        "receipt" => "giấy tiếp nhận",
        "supplement" => "phiếu yêu cầu bổ sung",
        "refusal" => "phiếu từ chối",
        "control-slip" => "phiếu kiểm soát",
        "paper-slip" => "phiếu giao, nhận hồ sơ giấy",
        "transfer-slip" => "phiếu chuyển xử lý",
        _ when part.StartsWith("act:", StringComparison.Ordinal) && ActKinds.All.FirstOrDefault(k => k.Name == part[4..]) is { } kind => kind.Term,
        _ when part.StartsWith("file:", StringComparison.Ordinal) => $"tệp số {part[5..]}",
        _ when part.StartsWith("attempt:", StringComparison.Ordinal) && part.Split(" file:") is [_, var number] => $"tệp số {number} của lượt tiếp nhận",
        _ when part.StartsWith("owner ", StringComparison.Ordinal) => "chủ hồ sơ của lượt tiếp nhận",
        _ when part.StartsWith("submitter ", StringComparison.Ordinal) => "người nộp của lượt tiếp nhận",
        _ => part,
    };
}
