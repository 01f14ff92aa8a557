using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Amending;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Law;

/// <summary>The groups of linked procedures, those that have ended too.</summary>
[NeedsDuty(Duty.Administer, Duty.Control)]
public sealed class GroupsModel(LawReader reader, TimeProvider clock) : PageModel
{
    /// <summary>The reference rows.</summary>
    public ReferenceData Reference { get; private set; } = null!;

    /// <summary>Today.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Reference = await reader.Reference(cancel);
        Today = Vietnam.Day(clock.GetUtcNow());
    }
}
