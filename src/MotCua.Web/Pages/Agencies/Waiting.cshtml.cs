using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Staff;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Agencies;

/// <summary>What waits for a second person: duties and substitutions.</summary>
[NeedsDuty(Duty.Administer, Duty.Lead, Duty.HeadOneStop)]
public sealed class WaitingModel(StaffReader staff, GrantDuties grants, Substitutes substitutes) : PageModel
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>"Duty" or "Substitution".</summary>
        public string? What { get; set; }

        /// <summary>Row number.</summary>
        public int Id { get; set; }

        /// <summary>Why not.</summary>
        public string? Words { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>How far whoever looks reaches.</summary>
    public Reached Reached { get; private set; } = null!;

    /// <summary>What waits.</summary>
    public WaitingDecisions Rows { get; private set; } = null!;

    /// <summary>Who looks.</summary>
    public int MyId => SignedIn.Of(HttpContext).Id.Value;

    /// <summary>Name of an officer.</summary>
    public string Name(int id) => Rows.Names.GetValueOrDefault(id, "–");

    /// <summary>Name of a unit.</summary>
    public string Unit(int id) => Reached.Reference.Agencies.NameOf(new AgencyId(id));

    /// <summary>Shows what waits.</summary>
    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    /// <summary>Approves one.</summary>
    public async Task<IActionResult> OnPostApproveAsync(CancellationToken cancel)
    {
        var me = SignedIn.Of(HttpContext).Id;
        IReadOnlyList<Refusal> refusals = Input.What == "Duty"
            ? (await grants.Approve(me, Input.Id, cancel)).Refusals
            : await substitutes.Approve(me, Input.Id, cancel) is { } no ? [no] : [];
        return await Answer(refusals, "Đã phê duyệt.", cancel);
    }

    /// <summary>Declines one.</summary>
    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken cancel)
    {
        var me = SignedIn.Of(HttpContext).Id;
        IReadOnlyList<Refusal> refusals = Input.What == "Duty"
            ? (await grants.Decline(me, Input.Id, Input.Words, cancel)).Refusals
            : await substitutes.Decline(me, Input.Id, Input.Words, cancel) is { } no ? [no] : [];
        return await Answer(refusals, "Đã ghi không phê duyệt.", cancel);
    }

    private async Task<IActionResult> Answer(IReadOnlyList<Refusal> refusals, string done, CancellationToken cancel)
    {
        if (refusals.Count == 0)
        {
            TempData["Done"] = done;
            return Redirect("/to-chuc/cho-duyet");
        }
        foreach (var no in refusals)
            ModelState.AddRefusal(no with { Field = null });
        await Load(cancel);
        return Page();
    }

    private async Task Load(CancellationToken cancel)
    {
        ViewData["Title"] = "Chờ phê duyệt";
        ViewData["Css"] = "staff";
        ViewData["Crumbs"] = new Crumb[] { new("/to-chuc", "Đơn vị và cán bộ"), new(null, "Chờ phê duyệt") };
        Reached = await staff.Reach(SignedIn.Of(HttpContext).Id, cancel);
        Rows = await staff.Waiting(Reached, cancel);
    }
}
