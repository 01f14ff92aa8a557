using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Staff;
using MotCua.Domain.Agencies;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Agencies;

/// <summary>The official and the backup list of a unit, to be printed on A4 and put up (R-ADM-09, R-ADM-10).</summary>
public sealed class RosterModel(StaffReader staff, Rosters rosters) : PageModel
{
    /// <summary>The lists.</summary>
    public Roster Roster { get; private set; } = null!;

    /// <summary>Agencies, for their names.</summary>
    public AgencyDirectory Agencies { get; private set; } = null!;

    /// <summary>Shows the lists.</summary>
    /// <param name="unit">The unit.</param>
    public async Task<IActionResult> OnGetAsync(int unit, CancellationToken cancel)
    {
        var reached = await staff.Reach(SignedIn.Of(HttpContext).Id, cancel);
        if (await rosters.Of(new AgencyId(unit), reached, cancel) is not { } roster)
            return NotFound();
        (Roster, Agencies) = (roster, reached.Reference.Agencies);
        ViewData["Title"] = "Danh sách chính thức, dự phòng";
        ViewData["Css"] = "staff";
        ViewData["Crumbs"] = new Crumb[] { new("/to-chuc", "Đơn vị và cán bộ"), new($"/to-chuc?don-vi={unit}", roster.Unit.Name), new(null, "Danh sách") };
        return Page();
    }
}
