using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Papers.Forms;
using MotCua.App.Print;
using MotCua.App.Work;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Print;

/// <summary>The follow-up book of a one-stop unit as PDF, by fields and period (R-FORM-11).</summary>
public sealed class BookModel(BookPrint print) : PageModel
{
    /// <summary>Why it was not printed.</summary>
    public string? Sentence { get; private set; }

    /// <summary>Prints.</summary>
    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "don-vi")] string? unit, [FromQuery(Name = "nam")] string? year, [FromQuery(Name = "linh-vuc")] string[]? sectors,
        [FromQuery(Name = "tu")] DateOnly? from, [FromQuery(Name = "den")] DateOnly? to, CancellationToken cancel)
    {
        if (Number(unit) is not { } u || Number(year) is not (>= 2000 and <= 2200 and var y))
            return NotFound();
        try
        {
            var (first, last) = (from ?? new DateOnly(y, 1, 1), to ?? new DateOnly(y, 12, 31));
            var (paper, no) = ModelState.IsValid
                ? await print.Filled(SignedIn.Of(HttpContext).Id, new BookOf(u, y), [.. (sectors ?? []).Where(s => s.Length > 0)], first, last, cancel)
                : (null, new Domain.Law.Refusal("book.period", "Ngày chưa đúng. Hãy nhập ngày dạng 31/12/2026."));
            if (paper is not null)
                return PaperFile.Of(this, paper);
            if (no is null)
                return NotFound();
            Sentence = no.Sentence;
        }
        catch (FormException e)
        {
            Sentence = e.Message;
        }
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
