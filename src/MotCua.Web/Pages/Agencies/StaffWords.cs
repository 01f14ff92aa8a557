using System.Globalization;
using MotCua.App.Agencies;
using MotCua.App.Staff;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Agencies;

/// <summary>Says duties, times and decisions in words, and makes choices of them.</summary>
public static class StaffWords
{
    /// <summary>The term of a value with a capital first letter.</summary>
    public static string Term(Enum value) => Sentence(Terms.Of(value));

    /// <summary>A text with a capital first letter.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>From when to when.</summary>
    public static string Span(DateOnly from, DateOnly? to) =>
        to < from ? "chưa bắt đầu đã kết thúc"
        : (from > DateOnly.MinValue ? $"từ {VietText.Day(from)}" : "từ khi cài đặt") + (to is { } last ? $" đến hết {VietText.Day(last)}" : "");

    /// <summary>Number and day of a decision.</summary>
    public static string Basis(string number, DateOnly? day) => day is { } d ? $"{number} ngày {VietText.Day(d)}" : number;

    /// <summary>Duties and units of a substitution.</summary>
    public static string Scope(SubstitutionRow row, AgencyDirectory agencies) => string.Join("; ", row.Scope
        .GroupBy(s => s.UnitId).Select(u => $"{string.Join(", ", u.Select(s => Terms.Of(s.Duty)))} – {agencies.NameOf(new AgencyId(u.Key))}"));

    /// <summary>Where a substitution stands on a day.</summary>
    public static (string Words, Tone Tone) State(SubstitutionRow row, DateOnly today) => row switch
    {
        { DecidedAt: null } when row.To < today => ("hết hạn, chưa ai duyệt", Tone.Plain),
        { DecidedAt: null } => ("chờ phê duyệt", Tone.Ask),
        { RevokedFrom: not null } => ("đã thu hồi", Tone.No),
        { Approved: false } => ("không phê duyệt", Tone.No),
        _ when row.To < today => ("đã hết hạn", Tone.Plain),
        _ when row.From > today => ("sắp có hiệu lực", Tone.Hold),
        _ => ("đang có hiệu lực", Tone.Ok),
    };

    /// <summary>Where a duty stands on a day.</summary>
    public static (string Words, Tone Tone) State(DutyGrantRow row, DateOnly today) => row switch
    {
        _ when row.To < row.From => ("đã hủy trước khi có hiệu lực", Tone.No),
        _ when row.To < today => (row.Ended is null ? "hết hạn" : "đã kết thúc", Tone.Plain),
        _ when row.From > today => ("sắp có hiệu lực", Tone.Hold),
        { Ended: not null } => ("đang giữ, sắp kết thúc", Tone.Hold),
        _ => ("đang giữ", Tone.Ok),
    };

    /// <summary>Units to choose from, set in by their depth.</summary>
    public static IReadOnlyList<Choice> Choices(IEnumerable<StaffUnit> units) =>
        [.. units.Select(u => new Choice(Id(u.Unit.Id), new string(' ', 3 * u.Depth) + u.Unit.Name))];

    /// <summary>An id as a form carries it.</summary>
    public static string Id(AgencyId unit) => unit.Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A duty at a unit as a form carries it: "Handle:13".</summary>
    public static string Id(DutyAt at) => $"{at.Duty}:{Id(at.Unit)}";

    /// <summary>Reads a duty at a unit; null if it is none.</summary>
    public static DutyAt? Read(string? text) => text?.Split(':') is [var duty, var unit] && Enum.TryParse<Duty>(duty, out var d) && Enum.IsDefined(d)
        && int.TryParse(unit, NumberStyles.None, CultureInfo.InvariantCulture, out var u) ? new DutyAt(d, new AgencyId(u)) : null;
}
