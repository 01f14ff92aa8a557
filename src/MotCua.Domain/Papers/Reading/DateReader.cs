using System.Globalization;
using System.Text.RegularExpressions;

namespace MotCua.Domain.Papers.Reading;

/// <summary>The date of the paper itself.</summary>
internal static partial class DateReader
{
    private const int Earliest = 1945, Latest = 2100;

    public static ReadField Read(Paper paper) => paper.Kind switch
    {
        PaperKinds.Birth or PaperKinds.Marriage => Of(paper.Body, Registered(), last: false) is { Value: not null } date ? date : Placed(paper),
        PaperKinds.Enterprise or PaperKinds.Household => Changed(paper),
        PaperKinds.Minutes or PaperKinds.Proxy => Of(paper.Body, Today(), last: false) is { Value: not null } date ? date : Placed(paper),
        _ => Placed(paper),
    };

    /// <summary>A day out of three numbers; null where there is none such.</summary>
    public static DateOnly? Day(string day, string month, string year) =>
        int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d)
            && int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y is >= Earliest and <= Latest && m is >= 1 and <= 12
            && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;

    /// <summary>As it is told outside.</summary>
    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ReadField Changed(Paper paper)
    {
        var changed = Of(paper.Body, ChangedOn(), last: true);
        // Where a change is named but its day is not legible, the first day would be wrong.
        return changed.Value is not null || ChangeNamed().IsMatch(paper.Body.Plain) ? changed : Of(paper.Body, FirstOn(), last: false);
    }

    // "Đắk Lắk, ngày 06 tháng 3 năm 2019": a stamp has no place before its day.
    private static ReadField Placed(Paper paper)
    {
        var head = paper.Title is { } title
            ? paper.Parts.Where(p => p.Row <= title.Last + 2).Select(p => Of(p.Run, WithPlace(), last: false))
                .FirstOrDefault(f => f.Value is not null) : default;
        if (head.Value is not null)
            return head;
        return paper.Parts.Where(p => p.Row > (paper.Title?.Last ?? 0) + 2).Select(p => Of(p.Run, WithPlace(), last: false))
            .LastOrDefault(f => f.Value is not null);
    }

    private static ReadField Of(TextRun run, Regex pattern, bool last)
    {
        var matches = pattern.Matches(run.Plain);
        if (matches.Count == 0)
            return ReadField.None;
        var match = matches[last ? ^1 : 0];
        if (Day(match.Groups["d"].Value, match.Groups["m"].Value, match.Groups["y"].Value) is not { } day)
            return ReadField.None;
        var sure = new[] { "d", "m", "y" }.Min(g => run.Sure(match.Groups[g].Index, match.Groups[g].Length));
        return ReadField.Of(Written(day), sure);
    }

    private const string Words = @"(?<d>\d{1,2}) {0,2}th\S{1,3} {0,2}(?<m>\d{1,2}) {0,2}n\S{1,2} {0,2}(?<y>\d{4})";
    private const string Short = @"(?<d>\d{1,2})/(?<m>\d{1,2})/(?<y>\d{4})";

    [GeneratedRegex(@"ngay, thang, nam dang ky\s*[:;.]?\s*(?:ngay )?(?:" + Words + "|" + Short + ")")]
    private static partial Regex Registered();

    [GeneratedRegex(@"hom nay,?[^\n]{0,40}?ngay (?:" + Words + "|" + Short + ")")]
    private static partial Regex Today();

    [GeneratedRegex(@"thay doi lan thu[^\n]{0,20}?ngay[: ]{1,2}(?:" + Words + "|" + Short + ")")]
    private static partial Regex ChangedOn();

    [GeneratedRegex("thay doi lan thu")]
    private static partial Regex ChangeNamed();

    [GeneratedRegex(@"dang ky lan dau[^\n]{0,10}?ngay[: ]{1,2}(?:" + Words + "|" + Short + ")")]
    private static partial Regex FirstOn();

    [GeneratedRegex(@"^[^\d\n]{2,45}[,.] ?ng\S{1,2} {0,2}" + Words + @"\W{0,3}$")]
    private static partial Regex WithPlace();
}
