using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Amending;
using MotCua.Domain.Agencies;
using MotCua.Domain.Time;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Law;

/// <summary>Adds a named working week.</summary>
[NeedsDuty(Duty.Administer)]
public sealed class NewWeekModel(Amend amend) : AmendPage(amend)
{
    /// <summary>Days that have the same hours.</summary>
    public static readonly IReadOnlyList<(string Name, string Label, DayOfWeek[] Days)> Parts =
    [
        ("week", "Thứ Hai đến thứ Năm", [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday]),
        ("friday", "Thứ Sáu", [DayOfWeek.Friday]), ("saturday", "Thứ Bảy", [DayOfWeek.Saturday]),
    ];

    /// <summary>Opening and close of the two sessions.</summary>
    public static readonly IReadOnlyList<(string Suffix, string Label)> Edges =
        [(".0", "Sáng mở"), (".1", "Sáng đóng"), (".2", "Chiều mở"), (".3", "Chiều đóng")];

    /// <summary>What is typed, but the hours.</summary>
    public sealed class Fields
    {
        /// <summary>Name.</summary>
        public string? Name { get; set; }

        /// <summary>The text.</summary>
        public string? Basis { get; set; }

        /// <summary>Whether it was read.</summary>
        public bool Verified { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Adds it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var hours = new Dictionary<DayOfWeek, IReadOnlyList<OpeningHours>>();
        foreach (var (name, label, days) in Parts)
            if (Sessions(name) is not { } sessions)
                ModelState.AddModelError($"{name}.0", $"{label}: hãy viết giờ như 07:30, và đủ cả giờ mở lẫn giờ đóng của một buổi.");
            else if (sessions.Count > 0)
                foreach (var day in days)
                    hours[day] = sessions;
        return await Send(new AddWeek(Input.Name ?? "", hours, Input.Basis ?? "", Input.Verified), "/danh-muc/lich/tuan", cancel);
    }

    /// <summary>What was typed in a field of hours.</summary>
    public string? Typed(string field) => Request.HasFormContentType ? Request.Form[field].ToString() : null;

    private List<OpeningHours>? Sessions(string name)
    {
        var sessions = new List<OpeningHours>();
        for (var i = 0; i < Edges.Count; i += 2)
        {
            var (from, to) = (Typed($"{name}.{i}")?.Trim() ?? "", Typed($"{name}.{i + 1}")?.Trim() ?? "");
            if (from.Length == 0 && to.Length == 0)
                continue;
            if (Hour(from) is not { } open || Hour(to) is not { } close)
                return null;
            sessions.Add(new OpeningHours(open, close));
        }
        return sessions;
    }

    private static TimeOnly? Hour(string text) =>
        TimeOnly.TryParseExact(text, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;
}
