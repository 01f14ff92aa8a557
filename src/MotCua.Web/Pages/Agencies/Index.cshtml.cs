using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Staff;
using MotCua.Domain.Agencies;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Agencies;

/// <summary>The units that an officer sees, and the staff of one of them with their duties of today and later.</summary>
public sealed class IndexModel(StaffReader staff) : PageModel
{
    /// <summary>How far the officer reaches.</summary>
    public Reached Reached { get; private set; } = null!;

    /// <summary>The units.</summary>
    public IReadOnlyList<StaffUnit> Units { get; private set; } = [];

    /// <summary>The unit that is shown; null where he sees none.</summary>
    public Agency? Unit { get; private set; }

    /// <summary>Its staff.</summary>
    public IReadOnlyList<StaffLine> Lines { get; private set; } = [];

    /// <summary>How much waits for a second person.</summary>
    public int Waiting { get; private set; }

    /// <summary>Shows a unit; the officer's own where none is named.</summary>
    /// <param name="unit">The unit.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "don-vi")] int? unit, CancellationToken cancel)
    {
        var me = SignedIn.Of(HttpContext);
        Reached = await staff.Reach(me.Id, cancel);
        Units = StaffReader.Units(Reached);
        Unit = Units.FirstOrDefault(u => u.Unit.Id == (unit is { } id ? new AgencyId(id) : me.Home.Id))?.Unit;
        if (unit is not null && Unit is null)
            return NotFound();
        Unit ??= Units.Count > 0 ? Units[0].Unit : null;
        if (Unit is not null)
            Lines = await staff.Staff(Unit.Id, Reached, cancel);
        if (Reached.Reach.IsApprover)
        {
            var waiting = await staff.Waiting(Reached, cancel);
            Waiting = waiting.Requests.Count + waiting.Substitutions.Count;
        }
        return Page();
    }
}
