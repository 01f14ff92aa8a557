using System.Globalization;
using MotCua.App.Amending;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Time;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Law;

/// <summary>Rules and the calendar in plain words.</summary>
public static class LawWords
{
    /// <summary>The pages of this folder, for the tabs.</summary>
    public static readonly IReadOnlyList<Choice> Pages =
    [
        new("/danh-muc/quy-dinh", "Quy định đang áp dụng"), new("/danh-muc/lich", "Lịch làm việc"), new("/danh-muc/lich/tuan", "Tuần làm việc"),
        new("/danh-muc/giai-doan", "Giai đoạn pháp luật"), new("/danh-muc/tinh-lai", "Tính lại hạn"),
        new("/danh-muc/nhom-lien-thong", "Nhóm liên thông"),
    ];

    private static readonly Dictionary<string, string> Codes = new()
    {
        ["direct"] = "trực tiếp", ["postal"] = "bưu chính công ích", ["online"] = "Cổng Dịch vụ công quốc gia", ["online-vneid"] = "ứng dụng VNeID",
        ["on-request"] = "khi người nộp yêu cầu", ["reception"] = "đơn vị tiếp nhận", ["year"] = "năm", ["top-left"] = "góc trên bên trái",
        ["dossier"] = "mã hồ sơ", ["procedure"] = "mã thủ tục", ["applicant-id"] = "số định danh người nộp", ["document"] = "số giấy tờ",
        ["system"] = "hệ thống", ["exported-at"] = "lúc xuất", ["appointment"] = "hẹn trả", ["valid-until"] = "hiệu lực đến", ["scope"] = "phạm vi sử dụng",
    };

    /// <summary>A value as people say it.</summary>
    public static string Value(RuleKey key, string value) => key.Value switch
    {
        RuleValue.Flag => value == "true" ? "Có" : "Không",
        RuleValue.Number when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) =>
            VietText.Number(n) + (key.Unit is { } unit ? $" {unit}" : ""),
        RuleValue.Text when key.Key == "form.set" => $"Bộ biểu mẫu {value}",
        RuleValue.Text or RuleValue.Numbers or RuleValue.NumbersOrShares =>
            string.Join(", ", value.Split('|').Select(Part)) + (key.Unit is { } unit ? $" {unit}" : ""),
        _ => value,
    };

    /// <summary>The days of a row.</summary>
    public static string Days(DateOnly from, DateOnly? to) => to is { } last ? $"{VietText.Day(from)}–{VietText.Day(last)}" : $"từ {VietText.Day(from)}";

    /// <summary>With a capital at the beginning.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];

    /// <summary>The scope with a capital.</summary>
    public static string Scope(string scope, ReferenceData reference) =>
        AmendmentWords.Scope(scope, reference) is { Length: > 0 } words ? char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..] : scope;

    /// <summary>Scopes that may be chosen: the nation, the province, each unit that stands.</summary>
    public static IReadOnlyList<Choice> Scopes(ReferenceData reference, DateOnly day) =>
    [
        new("nation", "Cả nước"),
        .. reference.Agencies.All.Where(a => a.Parent is null).Select(RuleScopes.Wide).Distinct().Select(s => new Choice(s, Scope(s, reference))),
        .. reference.Agencies.All.Where(a => a.Parent is not null && a.HoldsOn(day)).Select(a => new Choice($"unit:{a.Code}", a.Name)),
    ];

    /// <summary>The sign of a day in the year's sheet: colour is never the only sign.</summary>
    public static (string Sign, string Css) Sign(CalendarDay day) => day.Kind switch
    {
        DayKind.Holiday => ("L", "off"),
        DayKind.Compensation => ("B", "off"),
        DayKind.SwappedOff => ("H", "off"),
        DayKind.SwappedWorked => ("+", "worked"),
        DayKind.HalfDay => ("½", "half"),
        _ => ("?", "open"),
    };

    private static string Part(string part) => Codes.GetValueOrDefault(part)
        ?? (Enum.TryParse<Duty>(part, out var duty) && Enum.IsDefined(duty) && !char.IsDigit(part[0]) ? Terms.Of(duty)
            : Enum.TryParse<Level>(part, out var level) && Enum.IsDefined(level) && !char.IsDigit(part[0]) ? Terms.Of(level) : part);
}
