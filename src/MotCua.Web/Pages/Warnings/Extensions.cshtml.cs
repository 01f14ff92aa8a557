using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Warnings;
using MotCua.Domain.Agencies;
using MotCua.Web.Pages.Dossiers;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Warnings;

/// <summary>Dossiers for which the head of the agency can apologise and appoint anew today for the last time; each request is prepared.</summary>
[NeedsDuty(Duty.Lead, Duty.Sign)]
public sealed class ExtensionsModel(ExtensionsDue extensions, TimeProvider clock) : PageModel
{
    /// <summary>The dossiers, the nearest limit first.</summary>
    public IReadOnlyList<ExtensionDue> Lines { get; private set; } = [];

    /// <summary>Now.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancel) => Lines = await extensions.For(SignedIn.Of(HttpContext).Id.Value, cancel);

    /// <summary>The prepared request: in the officer's own right, else in the place of the absent one whose duty he does.</summary>
    public string HrefOf(ExtensionDue line)
    {
        var me = SignedIn.Of(HttpContext);
        var grant = me.Duties.First(g => g.Unit == line.Competent && (g.Duty is Duty.Lead or Duty.Sign));
        var own = me.Duties.Any(g => g.Unit == line.Competent && (g.Duty is Duty.Lead or Duty.Sign) && g.Officer == me.Id);
        return $"/ho-so/{line.Code}/viec/request-extension"
            + (own ? "" : $"?{ActPage.InPlaceOfName}={grant.Officer.Value.ToString(CultureInfo.InvariantCulture)}");
    }
}
