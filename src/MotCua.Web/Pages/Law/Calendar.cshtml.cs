using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Amending;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Time;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Law;

/// <summary>A year of the calendar: which days count, which do not, and why.</summary>
[NeedsDuty(Duty.Administer, Duty.Control)]
public sealed class CalendarModel(LawReader reader, TimeProvider clock) : PageModel
{
    private const int YearsAhead = 2;

    /// <summary>A day of the sheet.</summary>
    /// <param name="Sign">A letter for what differs from the week.</param>
    public sealed record Cell(DateOnly Day, string Css, string? Sign, string Why);

    /// <summary>A month of the sheet, and the days in it that differ.</summary>
    public sealed record Month(int Number, IReadOnlyList<IReadOnlyList<Cell?>> Weeks, IReadOnlyList<DayLine> Special);

    /// <summary>The year.</summary>
    public int Year { get; private set; }

    /// <summary>Whose calendar: "nation", "province:…" or "unit:…".</summary>
    public string Scope { get; private set; } = "nation";

    /// <summary>Whether the holidays of the year are known.</summary>
    public bool Known { get; private set; }

    /// <summary>Years that may be shown.</summary>
    public IReadOnlyList<Choice> Years { get; private set; } = [];

    /// <summary>Whose calendar may be shown.</summary>
    public IReadOnlyList<Choice> Scopes { get; private set; } = [];

    /// <summary>The reference rows.</summary>
    public ReferenceData Reference { get; private set; } = null!;

    /// <summary>The calendar.</summary>
    public WorkCalendar Calendar { get; private set; } = null!;

    /// <summary>The months.</summary>
    public IReadOnlyList<Month> Months { get; private set; } = [];

    /// <summary>Shows a year.</summary>
    public async Task OnGetAsync(int? nam, [FromQuery(Name = "don-vi")] string? unit, CancellationToken cancel)
    {
        var today = Vietnam.Day(clock.GetUtcNow());
        Reference = await reader.Reference(cancel);
        var first = Reference.Rules.Regimes[0].From.Year;
        Year = Math.Clamp(nam ?? today.Year, first, today.Year + YearsAhead);
        Years = [.. Enumerable.Range(first, today.Year + YearsAhead - first + 1).Select(y => y.ToString(CultureInfo.InvariantCulture))
            .Select(y => new Choice(y, y))];
        Scopes = LawWords.Scopes(Reference, today);
        Scope = Scopes.Any(s => s.Value == unit) ? unit! : "nation";
        var agency = Agency();
        Calendar = Reference.CalendarOf(agency?.Id ?? default);
        Known = Calendar.Days.Any(d => d.Day.Year == Year && d.Kind != DayKind.Proposed);
        var scopes = agency is null ? [] : RuleScopes.Of(Reference.Agencies, agency.Id);
        var days = await reader.Days(Year, [.. scopes, "nation"], cancel);
        var special = Calendar.Days.ToLookup(d => d.Day);
        Months = [.. Enumerable.Range(1, 12).Select(m => new Month(
            m, Weeks(m, special), [.. days.Where(d => d.Day.Day.Year == Year && d.Day.Day.Month == m)]))];
    }

    /// <summary>The page of a day.</summary>
    public string DayHref(DateOnly day) => $"/danh-muc/lich/ngay?ngay={VietText.Day(day)}&pham-vi={Uri.EscapeDataString(Scope)}";

    private Agency? Agency() => Scope switch
    {
        "nation" => null,
        _ when Scope.StartsWith("unit:", StringComparison.Ordinal) => Reference.Agencies.Find(Scope["unit:".Length..]),
        _ => Reference.Agencies.All.FirstOrDefault(a => a.Parent is null && RuleScopes.Wide(a) == Scope),
    };

    private List<IReadOnlyList<Cell?>> Weeks(int month, ILookup<DateOnly, CalendarDay> special)
    {
        var first = new DateOnly(Year, month, 1);
        var cells = Enumerable.Repeat<Cell?>(null, ((int)first.DayOfWeek + 6) % 7)
            .Concat(Enumerable.Range(0, DateTime.DaysInMonth(Year, month)).Select(i => (Cell?)CellOf(first.AddDays(i), special)));
        return [.. cells.Chunk(7).Select(w => (IReadOnlyList<Cell?>)[.. w, .. Enumerable.Repeat<Cell?>(null, 7 - w.Length)])];
    }

    private Cell CellOf(DateOnly day, ILookup<DateOnly, CalendarDay> special)
    {
        var why = Calendar.Why(day);
        // Of two rows the later one holds, and any over a proposed one.
        var row = special[day].OrderBy(d => d.Kind != DayKind.Proposed).LastOrDefault();
        return row is null
            ? new Cell(day, why.Works ? "works" : Calendar.OpeningsOn(day).Count > 0 ? "half" : "rest", null, why.Reason)
            : new Cell(day, LawWords.Sign(row).Css + (row.Verified ? "" : " estimated"), LawWords.Sign(row).Sign, why.Reason);
    }
}
