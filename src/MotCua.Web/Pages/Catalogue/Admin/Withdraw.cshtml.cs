using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Catalogue.Editing;
using MotCua.Domain.Agencies;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Catalogue.Admin;

/// <summary>Withdraws a procedure from a day on.</summary>
[NeedsDuty(Duty.Administer, Duty.Control)]
public sealed class WithdrawModel(ProcedureSheets sheets, EditProcedure editing) : PageModel
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>The highest version there was.</summary>
        public int Seen { get; set; }

        /// <summary>The first day without it.</summary>
        public DateOnly? From { get; set; }

        /// <summary>The decision.</summary>
        public string Basis { get; set; } = "";
    }

    /// <summary>National code.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The procedure.</summary>
    public ProcedureSheet Sheet { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Load(cancel))
            return NotFound();
        Input.Seen = Sheet.Last;
        return Page();
    }

    /// <summary>Withdraws it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Load(cancel))
            return NotFound();
        if (Input.From is null && ModelState.IsValid)
            ModelState.AddModelError("Input.From", "Hãy nhập ngày bãi bỏ.");
        if (!ModelState.IsValid)
            return Page();
        if (await editing.Withdraw(Code, Input.Seen, Input.From!.Value, Input.Basis, SignedIn.Of(HttpContext).Id, cancel) is { } no)
        {
            ModelState.AddRefusal(no, "Input");
            Response.StatusCode = no.Code switch
            {
                "catalogue.duty" => StatusCodes.Status403Forbidden,
                "procedure.crossed" => StatusCodes.Status409Conflict,
                _ => StatusCodes.Status200OK,
            };
            return Page();
        }
        TempData["Done"] = $"Thủ tục {Code} bị bãi bỏ từ ngày {VietText.Day(Input.From.Value)}; hồ sơ đã tiếp nhận được giải quyết tiếp.";
        return Redirect(CatalogueWords.Href(Code));
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        if (await sheets.Find(Code, null, cancel) is not { } sheet)
            return false;
        Sheet = sheet;
        return true;
    }
}
