using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Papers.BackFile;
using MotCua.App.Papers.Signing;
using MotCua.Domain.Agencies;
using MotCua.Web.SignIn;
using MotCua.Web.Watch;

namespace MotCua.Web.Pages.Documents;

/// <summary>One batch of old results: its lines with their mistakes, and the run.</summary>
[NeedsDuty(Duty.Digitize), NeverKept]
public sealed class BatchModel(BackFiles files, BackFileRuns runs) : PageModel
{
    /// <summary>Id, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>PIN or password of the key; empty where the configuration names it.</summary>
    [BindProperty]
    public string? Pin { get; set; }

    /// <summary>Also what failed before.</summary>
    [BindProperty]
    public bool Again { get; set; }

    /// <summary>How far it is.</summary>
    public BatchCount Count { get; private set; } = null!;

    /// <summary>Its lines, those with a mistake first.</summary>
    public IReadOnlyList<BackFileLineRow> Lines { get; private set; } = [];

    /// <summary>Whether it is being digitized.</summary>
    public bool Runs => runs.Runs(Id);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Load(cancel) ? Page() : NotFound();

    /// <summary>Begins, or goes on.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Load(cancel))
            return NotFound();
        var me = SignedIn.Of(HttpContext);
        var papers = Count.Of(OldPaperState.Waiting) + (Again ? Count.Of(OldPaperState.Failed) : 0);
        try
        {
            await runs.Start(Id, string.IsNullOrEmpty(Pin) ? null : Pin, papers, me.Id, me.Name, Again, cancel);
        }
        catch (SigningException e)
        {
            ModelState.AddModelError(nameof(Pin), e.Message);
            return Page();
        }
        TempData["Done"] = papers == 0 ? "Không còn dòng nào chờ số hóa." : $"Đang số hóa {papers} giấy tờ. Có thể rời trang này; tải lại để xem tiến độ.";
        return Redirect($"/so-hoa-ket-qua-cu/{Id}");
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        var me = SignedIn.Of(HttpContext).Id;
        if (await files.LinesOf(Id, me, 500, cancel) is not { } lines)
            return false;
        Lines = lines;
        Count = (await files.Batches(me, cancel)).First(b => b.Batch.Id == Id);
        return true;
    }
}
