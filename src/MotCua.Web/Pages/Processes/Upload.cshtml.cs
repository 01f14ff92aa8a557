using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Processes;
using MotCua.App.Publishing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes.Bpmn;
using MotCua.Web.Kit;
using MotCua.Web.Pages.Catalogue.Admin;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Processes;

/// <summary>Takes a BPMN file as a new draft, or as the drawing of one that is there.</summary>
[NeedsDuty(Duty.Lead, Duty.Control, Duty.Administer)]
public sealed class UploadModel(DraftProcess drafts, TimeProvider clock) : PageModel
{
    /// <summary>The draft whose drawing it replaces; null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "ban")]
    public int? Of { get; set; }

    /// <summary>How often that draft had been changed.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>Codes of procedures.</summary>
    [BindProperty]
    public string? Procedures { get; set; }

    /// <summary>The file.</summary>
    [BindProperty]
    public IFormFile? Drawing { get; set; }

    /// <summary>The draft; null for a new one.</summary>
    public ProcessVersionRow? Version { get; private set; }

    /// <summary>Why the file was not taken.</summary>
    public IReadOnlyList<BpmnProblem> Faults { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Load(cancel))
            return NotFound();
        Seen = Version?.Changes ?? 0;
        return Page();
    }

    /// <summary>Takes the file. A drawing that cannot run yet is a draft all the same: it is mended here.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Load(cancel))
            return NotFound();
        if (Drawing is not { Length: > 0 } file)
        {
            ModelState.AddModelError(nameof(Drawing), "Hãy chọn tệp BPMN (.bpmn hoặc .xml).");
            return Page();
        }
        var reading = file.Length > BpmnReader.MostBytes ? BpmnReader.TooLarge : BpmnReader.Read(await Bytes(file, cancel));
        if (!reading.Ok)
        {
            Faults = reading.Faults;
            ModelState.AddModelError(nameof(Drawing), "Tệp này không nhận được; lý do nêu bên dưới.");
            return Page();
        }
        var me = SignedIn.Of(HttpContext).Id;
        var outcome = Version is { } old
            ? await drafts.Change(old.Id, Seen, DraftProcess.HeadOf(old), reading.Model, me, cancel)
            : await drafts.Make(null, Head(reading.Model!, file.FileName), reading.Model!, me, cancel);
        if (outcome is not { Refusal: null, Version: { } made })
        {
            ModelState.AddRefusal(outcome.Refusal!);
            return Page();
        }
        TempData["Done"] = "Đã nhận tệp thành bản thảo; xem các điều phải sửa bên dưới.";
        return Redirect(ProcessWords.Href(made));
    }

    private DraftHead Head(BpmnModel model, string fileName)
    {
        var name = model.Processes.Where(p => p.Nodes.Count > 0).Select(p => p.Name).FirstOrDefault(n => n.Length > 0);
        name = FormText.Null(name) ?? FormText.Null(Path.GetFileNameWithoutExtension(fileName)) ?? "Quy trình từ tệp";
        return new DraftHead(
            name.Length <= 300 ? name : name[..300], "", "", null, Vietnam.Day(clock.GetUtcNow()), null, new ProcessForm { Procedures = Procedures }.Codes);
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        if (Of is not { } id)
            return true;
        Version = await drafts.Row(id, cancel);
        return Version is { State: VersionState.Draft or VersionState.Checked };
    }

    private static async Task<byte[]> Bytes(IFormFile file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }
}
