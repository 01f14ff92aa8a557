using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Staff;
using MotCua.Domain.Agencies;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Agencies;

/// <summary>Makes an account with a one-time password.</summary>
[NeedsDuty(Duty.Administer)]
public sealed class NewOfficerModel(StaffReader staff, Officers officers, IServiceProvider services) : PageModel
{
    /// <summary>An account that was just made.</summary>
    /// <param name="Password">Shown this once.</param>
    public sealed record MadeAccount(int Id, string Name, string UserName, string Password);

    /// <summary>What is typed.</summary>
    [BindProperty]
    public OfficerFieldsInput Input { get; set; } = new();

    /// <summary>The units to choose from.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>The account, once it is made.</summary>
    public MadeAccount? Made { get; private set; }

    /// <summary>Shows the form.</summary>
    /// <param name="unit">The unit to begin with.</param>
    public async Task OnGetAsync([FromQuery(Name = "don-vi")] int? unit, CancellationToken cancel)
    {
        await Prepare(cancel);
        Input.Unit = Units.Any(u => u.Value == (unit ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture)) ? unit : null;
    }

    /// <summary>Makes the account.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        if (!ModelState.IsValid)
            return Page();
        var (me, passwords, password) = (SignedIn.Of(HttpContext).Id, services.GetRequiredService<OneTimePasswords>(), OneTimePasswords.New());
        var kept = await officers.Create(me, Input.ToFields(), o => passwords.HashOf(o, password), cancel);
        foreach (var no in kept.Refusals)
            ModelState.AddRefusal(no, "Input");
        if (kept.Officer is { } id)
        {
            await passwords.NoteMade(id, me, Account.OriginOf(HttpContext), cancel);
            Made = new MadeAccount(id.Value, Input.Name!.Trim(), Input.UserName!.Trim().ToLowerInvariant(), password);
        }
        return Page();
    }

    private async Task Prepare(CancellationToken cancel)
    {
        ViewData["Title"] = "Thêm cán bộ";
        ViewData["Crumbs"] = new Crumb[] { new("/to-chuc", "Đơn vị và cán bộ"), new(null, "Thêm cán bộ") };
        var reached = await staff.Reach(SignedIn.Of(HttpContext).Id, cancel);
        Units = StaffWords.Choices(StaffReader.Units(reached).Where(u => reached.Reach.Administers(u.Unit.Id)));
    }
}
