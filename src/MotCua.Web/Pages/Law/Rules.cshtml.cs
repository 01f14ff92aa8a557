using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Amending;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Law;

/// <summary>The rules in force on any day, or all rows of one key.</summary>
[NeedsDuty(Duty.Administer, Duty.Control)]
public sealed class RulesModel(LawReader reader, TimeProvider clock) : PageModel
{
    /// <summary>The day that is shown.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Today.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The key whose rows are shown; null for all keys.</summary>
    public string? Key { get; private set; }

    /// <summary>Why the day that was typed is not shown.</summary>
    public string? Wrong { get; private set; }

    /// <summary>The regime of the day; null before the first.</summary>
    public Regime? Regime { get; private set; }

    /// <summary>The reference rows.</summary>
    public ReferenceData Reference { get; private set; } = null!;

    /// <summary>The rows by heading.</summary>
    public IReadOnlyList<IGrouping<string, RuleLine>> Groups { get; private set; } = [];

    /// <summary>Shows them.</summary>
    /// <param name="ngay">The day; today where it is left out.</param>
    /// <param name="khoa">A key: all its rows.</param>
    public async Task OnGetAsync(DateOnly? ngay, string? khoa, CancellationToken cancel)
    {
        Today = Vietnam.Day(clock.GetUtcNow());
        Day = ngay ?? Today;
        if (!ModelState.IsValid)
            Wrong = "Hãy nhập ngày như 22/11/2026.";
        Reference = await reader.Reference(cancel);
        Key = Reference.Rules.Keys.Any(k => k.Key == khoa) ? khoa : null;
        Regime = Reference.Rules.Regimes.LastOrDefault(r => r.From <= Day && (r.To is null || Day <= r.To));
        var place = Reference.Rules.Keys.Select((k, i) => (k.Key, i)).ToDictionary(k => k.Key, k => k.i);
        Groups = [.. (await reader.Rules(Key is null ? Day : null, Key, cancel))
            .OrderBy(r => place.GetValueOrDefault(r.Rule.Key, int.MaxValue)).ThenBy(r => r.Rule.Scope == "nation" ? 0 : 1).ThenBy(r => r.Rule.From)
            .GroupBy(r => Reference.Rules.KeyOf(r.Rule.Key).Group)];
    }
}
