using MotCua.App.Warnings;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Web.Kit;
using MotCua.Web.Pages.Dossiers;
using MotCua.Web.Pages.Work;

namespace MotCua.Web.Pages.Warnings;

/// <summary>Says a warning as its officer reads it, as of the moment at which he reads.</summary>
public static class WarningWords
{
    /// <summary>The groups of the page with their name in the address.</summary>
    public static readonly IReadOnlyList<(WarningKind Kind, string Slug, string Label)> Groups =
    [
        (WarningKind.Overdue, "qua-han", "Quá hạn"), (WarningKind.DueDay, "hom-nay", "Đến hạn hôm nay"), (WarningKind.Before, "sap-han", "Sắp đến hạn"),
        (WarningKind.Answer, "truc-tuyen", "Hồ sơ trực tuyến chờ trả lời"), (WarningKind.Opinion, "y-kien", "Chậm cho ý kiến"),
        (WarningKind.Instruction, "chi-dao", "Chậm thực hiện chỉ đạo"),
    ];

    /// <summary>Why the officer is told.</summary>
    public static string Why(WarningItem item) => item.Warning.As switch
    {
        WarnedAs.Asker when item.Warning.Kind == WarningKind.Opinion => "Bạn đã hỏi; chưa có ý kiến, im lặng không phải là đồng ý",
        WarnedAs.Asker => "Bạn đã ra chỉ đạo; chưa có báo cáo",
        WarnedAs.Holder when item.Warning.Kind == WarningKind.Opinion => "Đơn vị bạn được hỏi, chưa trả lời",
        WarnedAs.Holder when item.Warning.Kind == WarningKind.Instruction => "Chỉ đạo giao cho bạn, chưa báo cáo",
        WarnedAs.Holder => item.Code is null ? "Bạn đang giữ" : item.Holder is null ? "Chưa ai nhận; bạn nhận được" : "Việc của bạn",
        WarnedAs.Leader => "Bạn phụ trách đơn vị",
        _ => "Bộ phận Một cửa của bạn tiếp nhận",
    };

    /// <summary>Where the dossier lies.</summary>
    public static string Where(WarningItem item) => IsTask(item) ? ActWords.Capital(Terms.Of(item.Warning.Kind)) : item.Step is { } step
        ? $"{WorkBeside.StepWords(step)}, {item.Unit}" : item.Unit;

    /// <summary>Who has it, since when.</summary>
    public static string Who(WarningItem item) => IsTask(item) ? ""
        : $"{item.Holder ?? "Chưa ai nhận"}, {(item.Code is null ? "nộp lúc" : "từ")} {VietText.ShortInstant(item.Since)}";

    /// <summary>Whether it is of an opinion or an instruction, which have dates of their own.</summary>
    public static bool IsTask(WarningItem item) => item.Warning.Kind is WarningKind.Opinion or WarningKind.Instruction;

    /// <summary>Where the line leads; null for an attempt.</summary>
    public static string? Href(WarningItem item) => item.Code is not { } code ? null : (item.Warning.Kind, item.Warning.As) switch
    {
        (WarningKind.Opinion, WarnedAs.Asker) => $"/ho-so/{code}",
        (WarningKind.Opinion, _) => $"/y-kien/{code}/{Number(item)}",
        (WarningKind.Instruction, _) => $"/ho-so/{code}/chi-dao/{Number(item)}",
        _ => $"/ho-so/{code}",
    };

    /// <summary>The limit in words where the shape alone does not say it; null where it does.</summary>
    public static string? Limit(WarningItem item, DateTimeOffset now) => item.Warning.Kind != WarningKind.Answer ? null
        : now <= item.Warning.Due ? $"Đã qua {Hours(item)} giờ làm việc" : "Quá giờ phải trả lời";

    /// <summary>Working days until the due day; null once it is over, and for what is counted in hours.</summary>
    public static int? Left(WarningItem item, DateTimeOffset now) => item.Warning.Kind == WarningKind.Answer || now > item.Warning.Due
        ? null : item.Calendar.WorkingDaysBetween(Vietnam.Day(now), Vietnam.Day(item.Warning.Due));

    /// <summary>What is counted on a morning, with the list of the work that shows it.</summary>
    public static IEnumerable<(int Count, string Label, string Due)> Counts(DigestRow digest) => new[]
    {
        (digest.Overdue, "quá hạn", "qua-han"), (digest.DueToday, "đến hạn hôm nay", "sap-han"),
        (digest.DueNext, "đến hạn ngày làm việc kế tiếp", "sap-han"), (digest.Paused, "đang tạm dừng đồng hồ", "tam-dung"),
        (digest.Waiting, "chờ người nộp bổ sung", "cho-bo-sung"),
    }.Where(c => c.Item1 > 0);

    private static string Number(WarningItem item) => item.Warning.Threshold.Split(':')[^1];

    private static string Hours(WarningItem item) => item.Warning.Threshold.Split(':')[^1];
}
