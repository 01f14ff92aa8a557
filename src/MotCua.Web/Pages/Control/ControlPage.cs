using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Warnings.Control;
using MotCua.Domain.Law;
using MotCua.Domain.Words;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Control;

/// <summary>What the pages of the control officer share: the period and its address.</summary>
public abstract class ControlPage(TimeProvider clock) : PageModel
{
    /// <summary>The lists with their name in the address.</summary>
    public static readonly IReadOnlyList<(ControlKind Kind, string Slug)> Kinds =
    [
        (ControlKind.Pauses, "tam-dung"), (ControlKind.LateSupplements, "bo-sung-sat-han"), (ControlKind.HeldResults, "tra-cham"),
        (ControlKind.Batches, "hang-loat"),
    ];

    /// <summary>First day, as typed; the first of the month without it.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public string? From { get; set; }

    /// <summary>Last day, as typed; today without it.</summary>
    [BindProperty(SupportsGet = true, Name = "den")]
    public string? To { get; set; }

    /// <summary>The period; null while it cannot be read.</summary>
    protected ControlPeriod? ReadPeriod()
    {
        var today = Vietnam.Day(clock.GetUtcNow());
        var (from, to) = (Day(From, "tu", new DateOnly(today.Year, today.Month, 1)), Day(To, "den", today));
        if (from is null || to is null)
            return null;
        var period = new ControlPeriod(from.Value, to.Value);
        (From, To) = (VietText.Day(period.From), VietText.Day(period.To));
        if (period.Wrong is not { } wrong)
            return period;
        ModelState.AddModelError(wrong.Field!, wrong.Sentence);
        return null;
    }

    /// <summary>The query of an address that keeps the period.</summary>
    protected static string Query(ControlPeriod period, ControlKind kind, string? group) => string.Create(CultureInfo.InvariantCulture,
        $"?loai={Slug(kind)}&tu={period.From:yyyy-MM-dd}&den={period.To:yyyy-MM-dd}{(group is null ? "" : "&nhom=" + Uri.EscapeDataString(group))}");

    /// <summary>The list of a name in the address; null if there is none.</summary>
    protected static ControlKind? KindOf(string? slug) => Kinds.Where(k => k.Slug == slug).Select(k => (ControlKind?)k.Kind).FirstOrDefault();

    private static string Slug(ControlKind kind) => Kinds.First(k => k.Kind == kind).Slug;

    private DateOnly? Day(string? typed, string field, DateOnly without)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return without;
        if (VietnameseFormat.TryParseDay(typed, out var day) || DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out day))
            return day;
        ModelState.AddModelError(field, "Ngày chưa đúng. Hãy nhập như 22/11/2026.");
        return null;
    }
}
