using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Work;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Words;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Across;

/// <summary>What the pages about dossiers across agencies share: the period, the names of units, the addresses behind numbers.</summary>
public abstract class AcrossPage(TimeProvider clock) : PageModel
{
    /// <summary>The counts with their name in the address and in a title.</summary>
    public static readonly IReadOnlyList<(AcrossCount Count, string Slug, string Title)> Counts =
    [
        (AcrossCount.Received, "tiep-nhan", "Hồ sơ tiếp nhận"), (AcrossCount.Resolved, "co-ket-qua", "Hồ sơ có kết quả"),
        (AcrossCount.Late, "qua-han", "Hồ sơ quá hạn"), (AcrossCount.Returned, "da-tra", "Hồ sơ đã trả kết quả"),
        (AcrossCount.Collected, "thu-ho", "Hồ sơ có thu phí, lệ phí"),
    ];

    /// <summary>First day, as typed; the first of the month without it.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public string? From { get; set; }

    /// <summary>Last day, as typed; today without it.</summary>
    [BindProperty(SupportsGet = true, Name = "den")]
    public string? To { get; set; }

    /// <summary>The agencies.</summary>
    protected AgencyDirectory Agencies { get; set; } = new([]);

    private (DateOnly From, DateOnly To) Period { get; set; }

    /// <summary>Name of a unit.</summary>
    public string Unit(AgencyId id) => Agencies.NameOf(id);

    /// <summary>The address of the dossiers behind a number.</summary>
    public string Href(AcrossPair pair, AcrossCount count) => string.Create(CultureInfo.InvariantCulture,
        $"/phi-dia-gioi/ho-so?nhan={pair.Reception.Value}&giai-quyet={pair.Competent.Value}&so={SlugOf(count)}")
        + string.Create(CultureInfo.InvariantCulture, $"&tu={Period.From:yyyy-MM-dd}&den={Period.To:yyyy-MM-dd}");

    /// <summary>The period; null while it cannot be read.</summary>
    protected (DateOnly From, DateOnly To)? ReadPeriod()
    {
        var today = Vietnam.Day(clock.GetUtcNow());
        if (Day(From, "tu", new DateOnly(today.Year, today.Month, 1)) is not { } from || Day(To, "den", today) is not { } to)
            return null;
        (From, To) = (VietText.Day(from), VietText.Day(to));
        if (to >= from)
            return Period = (from, to);
        ModelState.AddModelError("den", "Ngày cuối phải từ ngày đầu trở đi. Hãy nhập lại.");
        return null;
    }

    private static string SlugOf(AcrossCount count) => Counts.First(c => c.Count == count).Slug;

    private DateOnly? Day(string? typed, string field, DateOnly without)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return without;
        if (VietnameseFormat.TryParseDay(typed, out var day)
            || DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return day;
        ModelState.AddModelError(field, "Ngày chưa đúng. Hãy nhập như 22/11/2026.");
        return null;
    }
}
