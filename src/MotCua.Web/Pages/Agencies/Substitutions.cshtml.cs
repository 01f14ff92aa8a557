using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Agencies;
using MotCua.App.Staff;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Agencies;

/// <summary>Substitutions of today and later that concern the officer or his units.</summary>
public sealed class SubstitutionsModel(StaffReader staff, Substitutes substitutes) : PageModel
{
    /// <summary>How far whoever looks reaches.</summary>
    public Reached Reached { get; private set; } = null!;

    /// <summary>The substitutions, latest first.</summary>
    public IReadOnlyList<SubstitutionRow> Rows { get; private set; } = [];

    /// <summary>Names of the officers in them.</summary>
    public IReadOnlyDictionary<int, string> Names { get; private set; } = new Dictionary<int, string>();

    /// <summary>Shows them.</summary>
    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    /// <summary>Takes one back from now on.</summary>
    /// <param name="id">Row number.</param>
    public async Task<IActionResult> OnPostRevokeAsync([FromForm(Name = "lan")] int id, CancellationToken cancel)
    {
        if (await substitutes.Revoke(SignedIn.Of(HttpContext).Id, id, null, cancel) is { } no)
        {
            ModelState.AddRefusal(no);
            await Load(cancel);
            return Page();
        }
        TempData["Done"] = "Đã thu hồi việc làm thay, có hiệu lực ngay.";
        return Redirect("/to-chuc/lam-thay");
    }

    private async Task Load(CancellationToken cancel)
    {
        ViewData["Title"] = "Vắng mặt, làm thay";
        ViewData["Css"] = "staff";
        ViewData["Crumbs"] = new Crumb[] { new("/to-chuc", "Đơn vị và cán bộ"), new(null, "Vắng mặt, làm thay") };
        Reached = await staff.Reach(SignedIn.Of(HttpContext).Id, cancel);
        (Rows, Names) = await staff.Substitutions(Reached, cancel);
    }
}
