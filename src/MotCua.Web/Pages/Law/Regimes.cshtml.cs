using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Amending;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Law;

/// <summary>The regimes of the law, in order.</summary>
[NeedsDuty(Duty.Administer, Duty.Control)]
public sealed class RegimesModel(LawReader reader, TimeProvider clock) : PageModel
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<Regime> Regimes { get; private set; } = [];

    /// <summary>The one of today.</summary>
    public Regime Now { get; private set; } = null!;

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var rules = (await reader.Reference(cancel)).Rules;
        (Regimes, Now) = (rules.Regimes, rules.RegimeOn(Vietnam.Day(clock.GetUtcNow())));
    }
}
