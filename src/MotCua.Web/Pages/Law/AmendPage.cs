using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Amending;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Law;

/// <summary>A form that changes rules or the calendar: first it shows what would come of it, then it saves.</summary>
public abstract class AmendPage(Amend amend) : PageModel
{
    private const string Save = "save";

    /// <summary>"look" or "save": the button that was pressed.</summary>
    [BindProperty]
    public string? Do { get; set; }

    /// <summary>What would come of it; null before it was asked for.</summary>
    public AmendmentPreview? Preview { get; private set; }

    /// <summary>Looks at the change or makes it.</summary>
    /// <param name="href">Where to go when it is made.</param>
    protected async Task<IActionResult> Send(Amendment amendment, string href, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return Page();
        var officer = SignedIn.Of(HttpContext).Id;
        if (Do == Save)
        {
            var (run, no) = await amend.Do(amendment, officer, cancel);
            if (no is null)
            {
                TempData["Done"] = run is null ? "Đã lưu thay đổi." : "Đã lưu thay đổi. Hệ thống đang tính lại hạn của các hồ sơ đang mở.";
                if (run is not null)
                    (TempData["DoneHref"], TempData["DoneLabel"]) = ("/danh-muc/tinh-lai", "Xem tiến độ");
                return Redirect(href);
            }
            return Refuse(no);
        }
        (Preview, var refused) = await amend.Preview(amendment, officer, cancel);
        return refused is null ? Page() : Refuse(refused);
    }

    private PageResult Refuse(Refusal no)
    {
        ModelState.AddRefusal(no, "Input");
        if (no.Code == "law.duty")
            Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }
}
