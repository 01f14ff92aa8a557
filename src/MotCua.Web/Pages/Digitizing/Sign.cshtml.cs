using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Digitizing;
using MotCua.App.Papers.Signing;
using MotCua.Domain.Agencies;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Digitizing;

/// <summary>Many copies, one PIN. The PIN is never kept, not even in a form that is opened again.</summary>
[NeedsDuty(Duty.Digitize, Duty.Receive, Duty.Clerk, Duty.Handle), NeverKept]
public sealed class SignModel(SignPapers sign, IOfficerKeys keys) : PageModel
{
    private IReadOnlyList<Guid>? chosen;

    /// <summary>The papers that wait.</summary>
    public IReadOnlyList<ToSign> Queue { get; private set; } = [];

    /// <summary>Whether the system signs with its test key.</summary>
    public bool IsTest => keys.Agency.IsTest;

    private OfficerId Me => SignedIn.Of(HttpContext).Id;

    /// <summary>Whether a paper is ticked: at first all whose data is confirmed.</summary>
    public bool IsChosen(ToSign line) => chosen?.Contains(line.Paper.Id) ?? line.Paper.CheckedAt is not null;

    /// <summary>Shows the queue.</summary>
    public async Task OnGetAsync(CancellationToken cancel) => Queue = await sign.Queue(Me, cancel);

    /// <summary>Signs what is ticked.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "paper")] Guid[] papers, [FromForm] string? pin, CancellationToken cancel)
    {
        var done = await sign.Do(papers, pin, Me, cancel);
        if (done.Signed > 0)
            TempData["Done"] = $"Đã ký {done.Signed} giấy tờ; {done.Kept} giấy tờ đã cấp mã và lưu kho.";
        if (done.Refusals.Count == 0)
            return Redirect("/so-hoa/ky");
        foreach (var no in done.Refusals)
            ModelState.AddRefusal(no);
        chosen = papers;
        Queue = await sign.Queue(Me, cancel);
        return Page();
    }
}
