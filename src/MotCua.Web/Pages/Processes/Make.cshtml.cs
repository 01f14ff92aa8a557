using Microsoft.AspNetCore.Mvc;
using MotCua.App;
using MotCua.App.Publishing;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Processes;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Processes;

/// <summary>Makes a process of the usual kind without drawing: one form, steps filled in from the procedure's limit.</summary>
[NeedsDuty(Duty.Lead, Duty.Control, Duty.Administer)]
public sealed class MakeModel(MotCuaDb db, ReferenceCache references, ProcessChecks checks, DraftProcess drafts, TimeProvider clock)
    : ProcessFormPage(db, references, checks, clock)
{
    private const string NewCode = "moi";

    /// <inheritdoc/>
    public override string Here => "/quy-trinh/moi";

    /// <summary>Shows the form; filled in where a procedure is named.</summary>
    /// <param name="procedure">National code.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "thu-tuc")] string? procedure, CancellationToken cancel)
    {
        Input.Procedures = procedure;
        Input.From = Today;
        if (!string.IsNullOrWhiteSpace(procedure))
            await Fill(cancel);
        else
            Input.Take(StepLines.Usual(null));
        return await Show(cancel);
    }

    /// <summary>Fills in, arranges rows, shows, or keeps the draft.</summary>
    /// <param name="button">"fill", "add", "up-2", "down-2", "drop-2", "preview", "save".</param>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "do")] string? button, CancellationToken cancel)
    {
        if (button == "fill")
            await Fill(cancel);
        else if (!Arranged(button ?? "") && await Draw(NewCode, 1, null, cancel) is { } drawing)
        {
            if (button != "save")
                await Look(drawing, NewCode, 1, cancel);
            else if (await drafts.Make(null, Input.Head(Today), drawing, Me, cancel) is { Refusal: var no, Version: var made })
            {
                if (no is null)
                {
                    TempData["Done"] = $"Đã lưu bản thảo {made!.Name}. Bước tiếp theo: kiểm soát thủ tục hành chính kiểm tra.";
                    return Redirect(ProcessWords.Href(made));
                }
                ModelState.AddRefusal(no, "Input");
            }
        }
        return await Show(cancel);
    }
}
