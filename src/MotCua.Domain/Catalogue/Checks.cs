using System.Text.RegularExpressions;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;
using MotCua.Domain.Words;

namespace MotCua.Domain.Catalogue;

/// <summary>Something that a version says and may not say, or that somebody should look at.</summary>
/// <param name="About">The part of the version.</param>
/// <param name="Said">The sentence; its field is the place in the version: "Papers[2].Code".</param>
/// <param name="Blocks">Whether a version that says so is refused.</param>
[NoTerm("an outcome of Checks")]
public sealed record Finding(CatalogueField About, Refusal Said, bool Blocks);

/// <summary>What is asked of every version of a procedure, whoever makes it: an administrator, an import, the seed.</summary>
[NoTerm("rules on a ProcedureVersion")]
public static partial class Checks
{
    /// <summary>Working hours of a working day.</summary>
    private const decimal Day = ProcessTime.HoursOfADay;

    private const int DaysOfAWeek = 7, WorkingDaysOfAWeek = 5, WorkingDaysOfAMonth = 20, MostCopies = 999;

    /// <summary>Whether a code has the shape of the national catalogue: "1.000948", with a local suffix "1.000948.H15" or
    /// "1.000948.000.00.00.H15" (R-FORM-19).</summary>
    public static bool IsCode(string code) => CodeShape().IsMatch(code);

    /// <summary>The limit in working hours: of seven calendar days five are worked on, a same-day limit is one working day.</summary>
    public static decimal HoursOf(TimeLimit limit) => limit.Unit switch
    {
        LimitUnit.WorkingHour => limit.Amount,
        LimitUnit.Month => limit.Amount * WorkingDaysOfAMonth * Day,
        LimitUnit.CalendarDay => Math.Max(1, decimal.Floor(limit.Amount * WorkingDaysOfAWeek / DaysOfAWeek)) * Day,
        _ => limit.Amount * Day,
    };

    /// <summary>The shortest of the limits, in working hours; null where there is none.</summary>
    public static decimal? ShortestHours(ProcedureVersion version) =>
        version.Limits.Where(l => l.Limit.Amount > 0).Select(l => (decimal?)HoursOf(l.Limit)).Min();

    /// <summary>Everything wrong or odd, in the order of the version's parts.</summary>
    /// <param name="processes">The processes in force on the first day of the version; null where they are not asked about.</param>
    public static IReadOnlyList<Finding> Of(ProcedureVersion version, IReadOnlyList<ProcessDefinition>? processes = null) =>
        [.. General(version), .. Papers(version), .. Limits(version), .. Tariffs(version), .. Handling(version, processes)];

    private static IEnumerable<Finding> General(ProcedureVersion p)
    {
        if (!IsCode(p.Code))
            yield return Odd(CatalogueField.Name, "code", $"Mã “{p.Code}” không đúng dạng mã thủ tục (như 1.000948, 1.000948.H15).");
        if (string.IsNullOrWhiteSpace(p.Name))
            yield return No(CatalogueField.Name, "name", "Hãy nhập tên thủ tục đúng như quyết định công bố.", nameof(p.Name));
        if (string.IsNullOrWhiteSpace(p.Sector))
            yield return Odd(CatalogueField.Sector, "sector", "Chưa ghi lĩnh vực của thủ tục.", nameof(p.Sector));
        if (p.Levels.Count == 0)
            yield return No(CatalogueField.Levels, "levels", "Hãy chọn ít nhất một cấp giải quyết.", nameof(p.Levels));
        else if (!p.Levels.Contains(p.CompetentLevel))
            yield return No(CatalogueField.Levels, "level", "Cấp giải quyết chính phải nằm trong các cấp đã chọn.", nameof(p.CompetentLevel));
        if (p.Online == OnlineLevel.Partial && string.IsNullOrWhiteSpace(p.OnlineReason))
            yield return No(CatalogueField.Online, "online-reason",
                "Dịch vụ công trực tuyến một phần phải ghi lý do để công khai.", nameof(p.OnlineReason), "NĐ 224/2026/NĐ-CP Đ.14");
        if (!p.PaperAllowed && string.IsNullOrWhiteSpace(p.PaperBasis))
            yield return No(CatalogueField.Paper, "paper-basis", "Không nhận hồ sơ giấy thì phải ghi văn bản làm căn cứ.", nameof(p.PaperBasis),
                "CT 24/CT-TTg");
        if (p.Scope != BoundaryScope.Unit && string.IsNullOrWhiteSpace(p.ScopeBasis))
            yield return Odd(CatalogueField.Scope, "scope-basis", "Chưa ghi số quyết định về phạm vi tiếp nhận phi địa giới.", nameof(p.ScopeBasis));
        if (string.IsNullOrWhiteSpace(p.Decision))
            yield return Odd(CatalogueField.Decision, "decision", "Chưa ghi quyết định công bố.", nameof(p.Decision));
        if (string.IsNullOrWhiteSpace(p.ResultName))
            yield return No(CatalogueField.Result, "result", "Hãy ghi kết quả trả cho người nộp.", nameof(p.ResultName));
        if (p.To < p.From && p.To != p.From.AddDays(-1))
            yield return No(CatalogueField.Decision, "days", "Ngày hết hiệu lực phải từ ngày có hiệu lực trở đi.", nameof(p.From));
    }

    private static IEnumerable<Finding> Papers(ProcedureVersion p)
    {
        foreach (var name in p.Cases.GroupBy(c => VietnameseText.Fold(c)).Where(g => g.Count() > 1).Select(g => g.First()))
            yield return No(CatalogueField.Papers, "case-twice", $"Trường hợp “{name}” bị ghi hai lần.", nameof(p.Cases));
        foreach (var (i, paper) in p.Papers.Index())
        {
            var place = $"{nameof(p.Papers)}[{i}]";
            if (!ComponentShape().IsMatch(paper.Code))
                yield return No(CatalogueField.Papers, "paper-code", $"Số thứ tự giấy tờ “{paper.Code}” chỉ gồm chữ thường không dấu và số, như 2a.",
                    place + ".Code");
            else if (p.Papers.Take(i).Any(other => other.Code == paper.Code))
                yield return No(CatalogueField.Papers, "paper-twice", $"Số thứ tự giấy tờ “{paper.Code}” bị dùng hai lần.", place + ".Code");
            if (string.IsNullOrWhiteSpace(paper.Name))
                yield return No(CatalogueField.Papers, "paper-name", $"Hãy nhập tên giấy tờ {paper.Code}.", place + ".Name");
            if (paper.Originals is < 0 or > MostCopies || paper.Copies is < 0 or > MostCopies)
                yield return No(CatalogueField.Papers, "paper-count", $"Số bản của giấy tờ {paper.Code} phải từ 0 đến {MostCopies}.", place + ".Originals");
            if (paper.Case is { } name && !p.Cases.Contains(name))
                yield return No(CatalogueField.Papers, "paper-case", $"Giấy tờ {paper.Code} thuộc trường hợp “{name}” không có trong danh sách.",
                    place + ".Case");
        }
    }

    private static IEnumerable<Finding> Limits(ProcedureVersion p)
    {
        foreach (var (i, row) in p.Limits.Index())
        {
            var place = $"{nameof(p.Limits)}[{i}]";
            if (row.Limit.Amount <= 0)
                yield return No(CatalogueField.Limits, "limit-amount", $"Thời hạn dòng {i + 1} phải lớn hơn 0.", place + ".Amount");
            if (string.IsNullOrWhiteSpace(row.LegalBasis))
                yield return No(CatalogueField.Limits, "limit-basis", $"Hãy ghi căn cứ của thời hạn dòng {i + 1}.", place + ".LegalBasis");
            if (row.Case is { } name && !p.Cases.Contains(name))
                yield return No(CatalogueField.Limits, "limit-case", $"Thời hạn dòng {i + 1} thuộc trường hợp “{name}” không có trong danh sách.",
                    place + ".Case");
            if (p.Limits.Take(i).Any(other => (other.Channel, other.Case) == (row.Channel, row.Case)))
                yield return No(CatalogueField.Limits, "limit-twice", $"Thời hạn dòng {i + 1} trùng kênh nộp và trường hợp với dòng trước.",
                    place + ".Channel");
        }
        if (p.Routing != Routing.Local)
            yield break;
        if (p.Limits.Count == 0)
            yield return Odd(CatalogueField.Limits, "no-limit", "Chưa có thời hạn giải quyết: chưa tiếp nhận được ở một cửa.", nameof(p.Limits));
        else
            foreach (var name in p.Cases.Where(c => !p.Limits.Any(l => l.Case is null || l.Case == c)))
                yield return Odd(CatalogueField.Limits, "no-limit-case", $"Trường hợp “{name}” chưa có thời hạn.", nameof(p.Limits));
    }

    private static IEnumerable<Finding> Tariffs(ProcedureVersion p)
    {
        foreach (var (i, row) in p.Tariffs.Index())
        {
            var place = $"{nameof(p.Tariffs)}[{i}]";
            if (string.IsNullOrWhiteSpace(row.Name))
                yield return No(CatalogueField.Tariffs, "tariff-name", $"Hãy nhập tên khoản thu dòng {i + 1}.", place + ".Name");
            if (row.Amount.Amount < 0)
                yield return No(CatalogueField.Tariffs, "tariff-amount", $"Mức thu dòng {i + 1} phải từ 0 đồng trở lên.", place + ".Amount");
            if (string.IsNullOrWhiteSpace(row.LegalBasis))
                yield return No(CatalogueField.Tariffs, "tariff-basis", $"Hãy ghi văn bản quy định mức thu dòng {i + 1}.", place + ".LegalBasis");
            if (row.To < row.From)
                yield return No(CatalogueField.Tariffs, "tariff-days", $"Mức thu dòng {i + 1} hết hiệu lực trước khi có hiệu lực.", place + ".To");
            if (row.Channel is { } channel && !Enum.TryParse<Channel>(channel, out _))
                yield return No(CatalogueField.Tariffs, "tariff-channel", $"Kênh nộp “{channel}” của mức thu dòng {i + 1} chưa đúng.", place + ".Channel");
        }
    }

    private static IEnumerable<Finding> Handling(ProcedureVersion p, IReadOnlyList<ProcessDefinition>? processes)
    {
        if (p.Routing != Routing.Local)
            yield break;
        if (p.Process.Length == 0)
            yield return Odd(CatalogueField.Process, "no-process", "Chưa gắn quy trình nội bộ: chưa tiếp nhận được ở một cửa.", nameof(p.Process));
        else if (processes is not null && processes.FirstOrDefault(x => x.Code == p.Process) is var process)
        {
            if (process is null)
                yield return No(CatalogueField.Process, "process", $"Không có quy trình “{p.Process}” đang có hiệu lực. Hãy chọn lại.", nameof(p.Process));
            else if (ShortestHours(p) is { } limit && process.Longest() is var hours && hours > limit)
                yield return Odd(CatalogueField.Process, "process-long",
                    $"Quy trình cần {VietnameseFormat.Number(hours)} giờ làm việc, quá thời hạn ngắn nhất ({VietnameseFormat.Number(limit)} giờ).",
                    nameof(p.Process));
        }
    }

    private static Finding No(CatalogueField about, string code, string sentence, string? place = null, string? law = null) =>
        new(about, new Refusal("procedure." + code, sentence, law, place), true);

    private static Finding Odd(CatalogueField about, string code, string sentence, string? place = null) =>
        new(about, new Refusal("procedure." + code, sentence, null, place), false);

    [GeneratedRegex(@"\A[0-9]\.[0-9]{6}(\.(000\.00\.00\.)?H[0-9]{2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeShape();

    // It becomes a part of the names of fields.
    [GeneratedRegex(@"\A[a-z0-9][a-z0-9\-]{0,19}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ComponentShape();
}
