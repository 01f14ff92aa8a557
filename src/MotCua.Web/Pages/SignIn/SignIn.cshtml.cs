using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Agencies;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Configuration;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.SignIn;

/// <summary>Signs an officer in.</summary>
[AllowAnonymous, NeverKept, EnableRateLimiting(GuessRate.Policy)]
public sealed class SignInModel : PageModel
{
    private readonly MotCuaDb db;
    private readonly MotCuaSettings settings;
    private readonly ReferenceCache references;

    /// <summary>Asks the host for what the page shows.</summary>
    public SignInModel(MotCuaDb db, MotCuaSettings settings, ReferenceCache references) =>
        (this.db, this.settings, this.references) = (db, settings, references);

    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>User name.</summary>
        [Required(ErrorMessage = "Hãy nhập tên đăng nhập.")]
        public string UserName { get; set; } = "";

        /// <summary>Password.</summary>
        [Required(ErrorMessage = "Hãy nhập mật khẩu.")]
        public string Password { get; set; } = "";
    }

    /// <summary>Officers of a duty, for a demonstration.</summary>
    /// <param name="Duty">The duty in words.</param>
    public sealed record DemoDuty(string Duty, IReadOnlyList<DemoAccount> Accounts);

    /// <summary>A fictitious officer.</summary>
    public sealed record DemoAccount(string UserName, string Name, string Unit);

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? ReturnTo { get; set; }

    /// <summary>A form was sent of which nobody knows whose it is; it could not be kept.</summary>
    [BindProperty(SupportsGet = true, Name = "mat")]
    public bool FormLost { get; set; }

    /// <summary>A form is kept and opens after the sign-in.</summary>
    public bool FormKept => Guid.TryParse(Requests.QueryValue(ReturnTo, KeptForm.Query), out _);

    /// <summary>The accounts of a demonstration by duty; empty where this is none.</summary>
    public IReadOnlyList<DemoDuty> Demo { get; private set; } = [];

    /// <summary>Shows the form; whoever is signed in goes on.</summary>
    /// <param name="ten">A user name to start with.</param>
    public async Task<IActionResult> OnGetAsync(string? ten, CancellationToken cancel)
    {
        if (Account.Of(HttpContext) is not null)
            return Onward();
        Input.UserName = ten ?? "";
        return await Show(cancel);
    }

    /// <summary>Checks the password.</summary>
    public async Task<IActionResult> OnPostAsync([FromServices] SignInDesk desk, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return await Show(cancel);
        var step = await desk.Try(HttpContext, Input.UserName, Input.Password, cancel);
        if (step.Refused is { } refused)
        {
            ModelState.AddModelError("", refused);
            return await Show(cancel);
        }
        return step.CodeWanted ? RedirectToPage("/SignIn/Code", new { ve = Url.IsLocalUrl(ReturnTo) ? ReturnTo : null }) : Onward();
    }

    private IActionResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnTo) ? ReturnTo : "/viec");

    private async Task<IActionResult> Show(CancellationToken cancel)
    {
        if (settings.Demonstration)
        {
            var today = Vietnam.Day(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
            var reference = await references.Get(db, cancel);
            var officers = await db.Set<OfficerRow>().AsNoTracking().Include(o => o.Grants).Where(o => o.Demo).OrderBy(o => o.Id).ToListAsync(cancel);
            Demo = [.. officers.SelectMany(o => o.Grants.Where(g => g.ToGrant().HoldsOn(today)), (o, g) => (Officer: o, g.Duty, g.UnitId))
                .GroupBy(g => g.Duty).OrderBy(g => g.Key)
                .Select(g => new DemoDuty(Terms.Of(g.Key), [.. g.DistinctBy(x => x.Officer.Id)
                    .Select(x => new DemoAccount(x.Officer.UserName, x.Officer.Name, reference.Agencies.NameOf(new AgencyId(x.UnitId))))]))];
        }
        return Page();
    }
}
