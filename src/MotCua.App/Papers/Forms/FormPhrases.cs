using MotCua.Domain.Law;

namespace MotCua.App.Papers.Forms;

/// <summary>Days, moments and counts as official papers write them (NĐ 30/2020/NĐ-CP, Phụ lục I:
/// days under 10, months 1 and 2 and numbers under 10 take a leading 0).</summary>
public static class FormPhrases
{
    /// <summary>"ngày 05 tháng 02 năm 2026"; months 3 to 9 without a leading 0.</summary>
    public static string Day(DateOnly day) =>
        FormattableString.Invariant($"ngày {day.Day:00} tháng {(day.Month < 3 ? "0" : "")}{day.Month} năm {day.Year}");

    /// <summary>"16 giờ 40 phút, ngày 13 tháng 11 năm 2026", in Vietnam's time.</summary>
    public static string Moment(DateTimeOffset instant)
    {
        var local = Vietnam.Local(instant);
        return FormattableString.Invariant($"{local.Hour:00} giờ {local.Minute:00} phút, {Day(DateOnly.FromDateTime(local))}");
    }

    /// <summary>"05", "12".</summary>
    public static string Count(int number) => number.ToString("00", System.Globalization.CultureInfo.InvariantCulture);
}
