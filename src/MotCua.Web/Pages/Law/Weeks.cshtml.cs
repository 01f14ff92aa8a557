using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Amending;
using MotCua.App.Law;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Time;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Law;

/// <summary>The named working weeks, and the units that keep one of their own.</summary>
[NeedsDuty(Duty.Administer, Duty.Control)]
public sealed class WeeksModel(LawReader reader) : PageModel
{
    /// <summary>The weeks by name.</summary>
    public IReadOnlyList<KeyValuePair<string, WorkWeek>> Weeks { get; private set; } = [];

    /// <summary>The units with one of their own.</summary>
    public IReadOnlyList<UnitWeekRow> Given { get; private set; } = [];

    /// <summary>The reference rows.</summary>
    public ReferenceData Reference { get; private set; } = null!;

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Reference = await reader.Reference(cancel);
        Weeks = [.. Reference.Weeks.OrderBy(w => w.Key, StringComparer.Ordinal)];
        Given = await reader.UnitWeeks(cancel);
    }

    /// <summary>"Thứ Hai–thứ Sáu: 07:30–11:30, 13:00–17:00", a line for each run of days with the same hours.</summary>
    public static IEnumerable<string> Hours(WorkWeek week)
    {
        var days = Enumerable.Range(1, 7).Select(i => (DayOfWeek)(i % 7)).Where(week.Hours.ContainsKey)
            .Select(d => (Day: d, Text: Text(week.Hours[d]))).ToList();
        for (var i = 0; i < days.Count;)
        {
            var last = i;
            while (last + 1 < days.Count && days[last + 1].Text == days[i].Text && (int)days[last + 1].Day == (int)days[last].Day + 1)
                last++;
            yield return $"{Name(days[i].Day)}{(last > i ? $"–{Name(days[last].Day)}" : "")}: {days[i].Text}";
            i = last + 1;
        }
    }

    private static string Text(IReadOnlyList<OpeningHours> hours) => string.Join(", ", hours.Select(h => $"{h.From:HH\\:mm}–{h.To:HH\\:mm}"));

    private static string Name(DayOfWeek day) => VietText.Weekday(new DateOnly(2026, 11, 22).AddDays((int)day));
}
