using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Amending;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Law;

/// <summary>Gives a unit a named week from a day on.</summary>
[NeedsDuty(Duty.Administer)]
public sealed class GiveWeekModel(Amend amend, LawReader reader, TimeProvider clock) : AmendPage(amend)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>The unit.</summary>
        public int? Unit { get; set; }

        /// <summary>Name of the week.</summary>
        public string? Week { get; set; }

        /// <summary>First day.</summary>
        public DateOnly? From { get; set; }

        /// <summary>The decision.</summary>
        public string? Basis { get; set; }

        /// <summary>Whether it was read.</summary>
        public bool Verified { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>Units that stand.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>The named weeks.</summary>
    public IReadOnlyList<Choice> Weeks { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    /// <summary>Looks at it or saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Load(cancel);
        if (Input.From is null && ModelState.IsValid)
            ModelState.AddModelError("Input.From", "Hãy nhập ngày bắt đầu.");
        return await Send(
            new GiveWeek(Input.Unit ?? 0, Input.Week ?? "", Input.From ?? default, Input.Basis ?? "", Input.Verified), "/danh-muc/lich/tuan", cancel);
    }

    private async Task Load(CancellationToken cancel)
    {
        var (reference, today) = (await reader.Reference(cancel), Vietnam.Day(clock.GetUtcNow()));
        Units = [.. reference.Agencies.All.Where(a => a.HoldsOn(today)).Select(a => new Choice(a.Id.Value.ToString(CultureInfo.InvariantCulture), a.Name))];
        Weeks = [.. reference.Weeks.Keys.Order(StringComparer.Ordinal).Select(w => new Choice(w, w))];
    }
}
