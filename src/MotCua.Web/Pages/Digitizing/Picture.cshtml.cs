using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Digitizing;
using MotCua.App.Papers.Digitizing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Papers.Reading;
using MotCua.Web.SignIn;
using MotCua.Web.Watch;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace MotCua.Web.Pages.Digitizing;

/// <summary>The picture of a page: small, whole, or the part around a value.</summary>
[NeedsDuty(Duty.Digitize, Duty.Receive, Duty.Clerk, Duty.Handle), SecurityHeadersPolicy(BrowserRules.Papers)]
public sealed class PictureModel(ScanReader reader, IPagePictures pictures) : PageModel
{
    private const int Least = 60, Most = 3600;

    /// <summary>Sends the picture.</summary>
    /// <param name="rong">The most pixels on the longer side.</param>
    /// <param name="vung">Left, top, width and height of the part; none for the whole.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, [FromRoute(Name = "page")] long number, int? rong, string? vung, CancellationToken cancel)
    {
        if (await reader.Picture(id, number, SignedIn.Of(HttpContext).Id, cancel) is not { } found)
            return NotFound();
        Response.Headers.CacheControl = "private, no-store";
        return File(pictures.Show(found.Jpeg, found.Page.Quarters, Math.Clamp(rong ?? 1400, Least, Most), Part(vung)), "image/jpeg");
    }

    private static PageBox? Part(string? text)
    {
        var numbers = (text ?? "").Split(',').Select(t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToList();
        return numbers is [>= 0, >= 0, > 0, > 0] ? new PageBox(numbers[0], numbers[1], numbers[2], numbers[3]) : null;
    }
}
