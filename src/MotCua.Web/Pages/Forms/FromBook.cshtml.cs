using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Print;
using MotCua.App.Reception;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Forms;

/// <summary>Receives an attempt at the moment that stands in the paper book (R-FORM-12).</summary>
[NeedsDuty(Duty.Receive)]
public sealed class FromBookModel(AttemptReader attempts, ReceiveAtCounter receive, PaperBooks books) : PageModel
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>The volume.</summary>
        public int? Book { get; set; }

        /// <summary>The number in it.</summary>
        public int? Number { get; set; }

        /// <summary>Day of reception.</summary>
        public DateOnly? Day { get; set; }

        /// <summary>Hour of reception: "08:30".</summary>
        public string? Hour { get; set; }

        /// <summary>Why on paper.</summary>
        public string? Reason { get; set; }
    }

    /// <summary>The attempt.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Attempt { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The attempt as saved.</summary>
    public AttemptRow Row { get; private set; } = null!;

    /// <summary>Name of the procedure.</summary>
    public string Procedure { get; private set; } = "";

    /// <summary>Volumes of the unit.</summary>
    public IReadOnlyList<Choice> Books { get; private set; } = [];

    private OfficerId Me => SignedIn.Of(HttpContext).Id;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Load(cancel) ? Page() : NotFound();

    /// <summary>Receives.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Load(cancel))
            return NotFound();
        if (Paper() is not { } paper)
            return Page();
        var receipt = await receive.Do(Attempt, paper, Me, "counter", cancel);
        if (receipt.Dossier is not { } id || await attempts.CodeOf(id, cancel) is not { } code)
        {
            foreach (var no in receipt.Refusals)
                // What the reception form lacks is typed there; here its sentence alone is shown.
                ModelState.AddRefusal(no.Code.StartsWith("paper.", StringComparison.Ordinal) ? no : no with { Field = null }, "Input");
            return Page();
        }
        TempData["Done"] = $"Đã tiếp nhận hồ sơ {code} theo số {paper.Number:00} của sổ giấy.";
        (TempData["DoneHref"], TempData["DoneLabel"]) = ($"/ho-so/{code}/in/receipt", "In giấy tiếp nhận");
        return Redirect($"/ho-so/{code}");
    }

    private PaperReception? Paper()
    {
        Need("Book", Input.Book is not null, "Hãy chọn quyển sổ giấy.");
        Need("Number", Input.Number is not null, "Hãy nhập số thứ tự ghi trong sổ.");
        Need("Day", Input.Day is not null, "Hãy nhập ngày nhận ghi trong sổ.");
        var isHour = TimeOnly.TryParseExact(Input.Hour?.Trim(), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour);
        Need("Hour", isHour, "Hãy nhập giờ nhận dạng 08:30.");
        Need("Reason", !string.IsNullOrWhiteSpace(Input.Reason), "Hãy ghi lý do nhận hồ sơ bằng sổ giấy.");
        return ModelState.IsValid
            ? new PaperReception(Input.Book!.Value, Input.Number!.Value, Vietnam.Instant(Input.Day!.Value, hour), Input.Reason!)
            : null;
    }

    private void Need(string field, bool there, string sentence)
    {
        if (!there && ModelState[$"Input.{field}"] is not { Errors.Count: > 0 })
            ModelState.AddModelError($"Input.{field}", sentence);
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        if (await attempts.Find(Attempt, Me, null, cancel) is not { IsOpen: true } view)
            return false;
        (Row, Procedure) = (view.Attempt, view.Procedure.Name);
        Books = [.. (await books.Of(view.Unit.Id, cancel)).Select(b => new Choice(
            b.Book.Id.ToString(CultureInfo.InvariantCulture), $"{b.Book.Volume:00}/{b.Book.Year}{(b.Book.ClosedOn is null ? " (đang mở)" : "")}"))];
        return true;
    }
}
