using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MotCua.App.Tracking;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;
using MotCua.Web.Watch;

namespace MotCua.Web.Pages.Tracking;

/// <summary>Tracking for everybody: by the code alone how far the dossier is; with the factor on the receipt whose turn it is (R-ADM-13).</summary>
[AllowAnonymous, NeverKept, EnableRateLimiting(RequestRate.Guessing)]
public sealed class IndexModel(TrackDossier track) : PageModel
{
    /// <summary>Code of the dossier.</summary>
    [BindProperty(Name = "ma")]
    public string? Code { get; set; }

    /// <summary>The second factor.</summary>
    [BindProperty(Name = "ma-tra-cuu")]
    public string? Factor { get; set; }

    /// <summary>How far it is; null where more is known, or nothing.</summary>
    public Degree? Degree { get; private set; }

    /// <summary>How it stands; null without the factor.</summary>
    public Progress? Progress { get; private set; }

    /// <summary>Whose turn it is, in words.</summary>
    public string TurnWords => Progress?.Turn switch
    {
        Turn.Applicant => "Ông (bà)",
        Turn.Nobody => "Không chờ ai, hồ sơ đã kết thúc",
        _ => "Cơ quan nhà nước",
    };

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Answers.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError("ma", "Chưa nhập mã hồ sơ. Hãy nhập mã ở dòng đầu của giấy tiếp nhận.");
            return Page();
        }
        Code = Code.Trim().ToUpperInvariant();
        var tracked = string.IsNullOrWhiteSpace(Factor)
            ? await track.ByCode(Code, cancel)
            : await track.ByFactor(Code, Factor, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", cancel);
        (Degree, Progress) = (tracked.Degree, tracked.Progress);
        if (tracked.Refusal is { } no)
            ModelState.AddRefusal(no);
        return Page();
    }
}
