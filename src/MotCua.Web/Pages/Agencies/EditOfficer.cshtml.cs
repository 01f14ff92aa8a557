using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Staff;
using MotCua.Domain.Agencies;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Agencies;

/// <summary>Changes what an account says.</summary>
[NeedsDuty(Duty.Administer)]
public sealed class EditOfficerModel(StaffReader staff, Officers officers) : OfficerPage(staff)
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public OfficerFieldsInput Input { get; set; } = new();

    /// <summary>The units to choose from; his present one stays choosable.</summary>
    public IReadOnlyList<Choice> Choices => View.Officer.UnitId is { } home && UnitChoices.All(u => u.Value != home.ToString(CultureInfo.InvariantCulture))
        ? [new Choice(home.ToString(CultureInfo.InvariantCulture), Unit(home)), .. UnitChoices]
        : UnitChoices;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Load("Sửa", cancel) || !View.Keeps)
            return NotFound();
        Input = OfficerFieldsInput.Of(View.Officer);
        return Page();
    }

    /// <summary>Keeps what was typed.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Load("Sửa", cancel) || !View.Keeps)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var kept = await officers.Change(Me, new OfficerId(OfficerId), Input.ToFields(), Input.Version, cancel);
        if (kept.Refusals.Count > 0)
        {
            Refuse(kept.Refusals);
            return Page();
        }
        TempData["Done"] = $"Đã lưu {Input.Name}.";
        return Redirect(Href);
    }
}
