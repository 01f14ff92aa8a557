using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Papers.Forms;
using MotCua.App.Print;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.Pages.Print;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Forms;

/// <summary>The paper books of a one-stop unit for the days on which the system is down (R-FORM-12).</summary>
[NeedsDuty(Duty.Receive, Duty.HeadOneStop)]
public sealed class PaperBooksModel(PaperBooks books, BookPrint print, ReferenceCache references, MotCuaDb db, TimeProvider clock) : PageModel
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>The volume to close.</summary>
        public int Id { get; set; }

        /// <summary>Pages of the volume to open.</summary>
        public int? Pages { get; set; } = 50;

        /// <summary>The last number written.</summary>
        public int? LastUsed { get; set; }

        /// <summary>When it was closed.</summary>
        public DateOnly? ClosedOn { get; set; }
    }

    /// <summary>The unit asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string? UnitText { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>Units whose books the officer keeps.</summary>
    public IReadOnlyList<Agency> Units { get; private set; } = [];

    /// <summary>The unit shown.</summary>
    public Agency? Unit { get; private set; }

    /// <summary>Its volumes.</summary>
    public IReadOnlyList<PaperBookLine> Books { get; private set; } = [];

    /// <summary>The volume that is open; null for none.</summary>
    public PaperBookLine? Current => Books.FirstOrDefault(b => b.Book.ClosedOn is null);

    /// <summary>This year.</summary>
    public int Year => Vietnam.Day(clock.GetUtcNow()).Year;

    private OfficerId Me => SignedIn.Of(HttpContext).Id;

    /// <summary>Shows the books.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Load(cancel) ? Page() : NotFound();

    /// <summary>A blank volume.</summary>
    public async Task<IActionResult> OnGetBlankAsync([FromQuery(Name = "quyen")] int id, CancellationToken cancel)
    {
        if (!await Load(cancel) || Books.FirstOrDefault(b => b.Book.Id == id) is not { } line)
            return NotFound();
        try
        {
            var (paper, no) = await print.Blank(line.Book, cancel);
            if (paper is not null)
                return PaperFile.Of(this, paper);
            ModelState.AddRefusal(no!);
        }
        catch (FormException e)
        {
            ModelState.AddModelError("", e.Message);
        }
        return Page();
    }

    /// <summary>Opens the next volume.</summary>
    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancel)
    {
        if (!await Load(cancel) || Unit is null)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var (book, no) = await books.Open(Unit.Id, Input.Pages ?? 0, Me, cancel);
        return Answer(no, book is null ? "" : $"Đã mở quyển {book.Volume:00}/{book.Year}, số {book.FirstNumber:00} đến {book.LastNumber:00}.");
    }

    /// <summary>Closes a volume.</summary>
    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancel)
    {
        if (!await Load(cancel) || Unit is null)
            return NotFound();
        return ModelState.IsValid
            ? Answer(await books.Close(Input.Id, Unit.Id, Input.LastUsed, Input.ClosedOn, Me, cancel), "Đã ghi việc khóa sổ.")
            : Page();
    }

    private IActionResult Answer(Refusal? no, string done)
    {
        if (no is not null)
        {
            ModelState.AddRefusal(no, "Input");
            return Page();
        }
        TempData["Done"] = done;
        return Redirect($"/so-giay?don-vi={UnitText}");
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        var officer = SignedIn.Of(HttpContext);
        var agencies = (await references.Get(db, cancel)).Agencies;
        Units = [.. officer.UnitsOf(Duty.Receive).Concat(officer.UnitsOf(Duty.HeadOneStop)).Distinct().Select(agencies.Find).OfType<Agency>()
            .Where(a => a.Kind == AgencyKind.OneStop)];
        Unit = string.IsNullOrEmpty(UnitText) ? Units.FirstOrDefault() : Units.FirstOrDefault(u => Text(u) == UnitText);
        if (Unit is null)
            return string.IsNullOrEmpty(UnitText);
        UnitText = Text(Unit);
        Books = await books.Of(Unit.Id, cancel);
        return true;
    }

    private static string Text(Agency unit) => unit.Id.Value.ToString(CultureInfo.InvariantCulture);
}
