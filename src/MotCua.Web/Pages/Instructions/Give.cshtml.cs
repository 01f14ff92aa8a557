using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Access;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Web.Kit;
using MotCua.Web.Pages.Dossiers;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Instructions;

/// <summary>Whoever leads a unit of the dossier tells an officer what to do, until when.</summary>
public sealed class GiveModel(DossierDoor door, Instruct instruct, InstructionList list) : PageModel
{
    private string? key;

    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>Officer and unit: "7-3".</summary>
        public string? To { get; set; }

        /// <summary>What is to be done.</summary>
        [StringLength(ActPage.Longest, ErrorMessage = "Nội dung quá dài; hãy rút gọn.")]
        public string? Text { get; set; }

        /// <summary>Working days.</summary>
        public int? Days { get; set; }
    }

    /// <summary>Code of the dossier, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The form's own key: sent twice it is one instruction.</summary>
    [BindProperty(Name = "khoa")]
    public string? Key { get => key ??= Guid.NewGuid().ToString("N"); set => key = Guid.TryParse(value, out var id) ? id.ToString("N") : null; }

    /// <summary>The dossier.</summary>
    public DossierView View { get; private set; } = null!;

    /// <summary>Who may be told.</summary>
    public IReadOnlyList<Choice> Receivers { get; private set; } = [];

    private AgencyId giver;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Load(cancel) is { } no)
            return no;
        Input.Days ??= 2;
        return Page();
    }

    /// <summary>Gives the instruction.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Load(cancel) is { } no)
            return no;
        var (to, unit) = Receiver();
        if (!ModelState.IsValid)
            return Page();
        var id = View.Dossier.Id;
        var hand = SignedIn.Of(HttpContext).Hand() with { Key = $"give-instruction:{id.Value:N}:{Key}" };
        switch (await instruct.Give(id, giver, to, unit, Input.Text, Input.Days ?? 0, hand, cancel))
        {
            case Performed.Refused refused:
                ModelState.AddRefusal(refused.Why, "Input");
                return Page();
            default:
                TempData["Done"] = $"Đã ra chỉ đạo trên hồ sơ {Code}.";
                return Redirect($"/ho-so/{Code}");
        }
    }

    private (OfficerId To, AgencyId Unit) Receiver()
    {
        if (Input.To?.Split('-') is [var who, var where] && int.TryParse(who, NumberStyles.None, CultureInfo.InvariantCulture, out var officer)
            && int.TryParse(where, NumberStyles.None, CultureInfo.InvariantCulture, out var unit))
            return (new OfficerId(officer), new AgencyId(unit));
        ModelState.AddModelError("Input.To", "Hãy chọn cán bộ nhận chỉ đạo.");
        return default;
    }

    private async Task<IActionResult?> Load(CancellationToken cancel)
    {
        var (view, instead) = await door.Open(this, Code, ReadingKind.Dossier, "act:give-instruction", cancel);
        if (view is null)
            return instead!;
        View = view;
        if (view.Dossier.IsClosed || Instruction.GiverOf(view.Dossier, view.Now) is not { } unit)
            return new StatusCodeResult(StatusCodes.Status403Forbidden);
        giver = unit;
        Receivers = [.. (await list.Choices(view.Dossier, SignedIn.Of(HttpContext).Id, cancel)).Select(c => new Choice(
            string.Create(CultureInfo.InvariantCulture, $"{c.Officer}-{c.Unit}"), $"{c.Name} – {c.UnitName}"))];
        return null;
    }
}
