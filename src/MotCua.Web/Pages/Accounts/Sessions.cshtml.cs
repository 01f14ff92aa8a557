using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Access;
using MotCua.Web.Configuration;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Accounts;

/// <summary>Where the officer is signed in; he ends what he does not know.</summary>
[AnyAccount(AccountState.NoDuty), NeverKept]
public sealed class SessionsModel(Sessions sessions, MotCuaSettings settings) : PageModel
{
    /// <summary>The running sessions, latest first.</summary>
    public IReadOnlyList<SessionRow> Lines { get; private set; } = [];

    /// <summary>The session of this page.</summary>
    public long Here => Account.Of(HttpContext)!.Session;

    /// <summary>How long a session lasts, in words.</summary>
    public string Limits =>
        $"Phiên tự hết sau {settings.SessionMinutes} phút không thao tác, và chậm nhất {settings.SessionHours} giờ sau khi đăng nhập.";

    private Account Who => Account.Of(HttpContext)!;

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancel) => Lines = await sessions.Of(Who.Id, cancel);

    /// <summary>Ends one of the others.</summary>
    /// <param name="phien">Its number; one that is not his or has ended changes nothing.</param>
    public async Task<IActionResult> OnPostEndAsync(long phien, CancellationToken cancel)
    {
        var ended = phien != Here && await sessions.End(Who.Id, phien, SessionEnd.Ended, Account.OriginOf(HttpContext), cancel);
        TempData[ended ? "Done" : "Failed"] = ended
            ? "Đã kết thúc phiên. Máy đó phải đăng nhập lại."
            : "Phiên đó không còn mở; danh sách dưới đây là mới nhất.";
        return RedirectToPage();
    }

    /// <summary>Ends all the others.</summary>
    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancel)
    {
        var ended = await sessions.EndAll(Who.Id, Here, SessionEnd.Ended, Account.OriginOf(HttpContext), cancel);
        TempData["Done"] = ended > 0 ? $"Đã kết thúc {ended} phiên khác." : "Không có phiên nào khác đang mở.";
        return RedirectToPage();
    }
}
