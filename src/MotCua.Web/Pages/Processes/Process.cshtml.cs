using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Processes;
using MotCua.App.Publishing;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Processes;
using MotCua.Domain.Processes.Bpmn;
using MotCua.Domain.Processes.Bpmn.Drawing;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Processes;

/// <summary>One version of a process that runs: its picture, its steps with their times, what the check says, and the file for an editor.</summary>
public sealed class ProcessModel(MotCuaDb db, ReferenceCache references, DraftProcess drafts, ProcessDrawings drawings) : PageModel
{
    /// <summary>The version.</summary>
    public ProcessDefinition Process { get; private set; } = null!;

    /// <summary>How it came to be; null where it was not drawn here.</summary>
    public ProcessVersionRow? Drawn { get; private set; }

    /// <summary>Its steps in the order of the process.</summary>
    public IReadOnlyList<ProcessElement> Steps { get; private set; } = [];

    /// <summary>The picture as SVG.</summary>
    public string Picture { get; private set; } = "";

    /// <summary>What the check of the drawing found.</summary>
    public BpmnReport Report { get; private set; } = null!;

    /// <summary>All agencies.</summary>
    public AgencyDirectory Agencies { get; private set; } = null!;

    /// <summary>Sum of the times of all steps, in working hours; larger than the time of the way where steps run side by side.</summary>
    public decimal Sum => Process.Sum();

    /// <summary>Whether the officer may make drafts.</summary>
    public bool MayDraft { get; private set; }

    /// <summary>Whether the officer may move running dossiers.</summary>
    public bool MayMove { get; private set; }

    /// <summary>Shows a version.</summary>
    public async Task<IActionResult> OnGetAsync(string code, int version, CancellationToken cancel) =>
        await Load(code, version, cancel) ? Page() : NotFound();

    /// <summary>The version as a BPMN file.</summary>
    public async Task<IActionResult> OnGetFileAsync(string code, int version, CancellationToken cancel) =>
        await Find(code, version, cancel) is { } model
            ? File(model.Write(), "application/xml", $"{Process.Code}-{Process.Version}.bpmn")
            : NotFound();

    /// <summary>Makes the next version from it.</summary>
    public async Task<IActionResult> OnPostNextAsync(string code, int version, CancellationToken cancel) =>
        await NextVersion.Make(this, drafts, code, version, SignedIn.Of(HttpContext).Id, cancel) ?? (await Load(code, version, cancel) ? Page() : NotFound());

    private async Task<bool> Load(string code, int version, CancellationToken cancel)
    {
        if (await Find(code, version, cancel) is not { } model)
            return false;
        Steps = [.. Process.Elements.Where(e => e.Kind == ElementKind.Task)];
        Picture = BpmnPicture.Draw(model, $"Sơ đồ {Process.Name}, {Steps.Count} bước; các bước được kể trong bảng bên dưới.");
        Report = BpmnReader.Read(model.Write()).Check();
        Drawn = await drafts.Row(code, version, cancel);
        var me = SignedIn.Of(HttpContext);
        MayDraft = me.Has(Duty.Lead) || me.Has(Duty.Control) || me.Has(Duty.Administer);
        MayMove = me.Has(Duty.Lead) || me.Has(Duty.Control);
        return true;
    }

    private async Task<BpmnModel?> Find(string code, int version, CancellationToken cancel)
    {
        var reference = await references.Get(db, cancel);
        if (reference.Processes.Find(code, version) is not { } process)
            return null;
        (Process, Agencies) = (process, reference.Agencies);
        return await drawings.Of(process, f => ProcessWords.Department(f, reference.Agencies), cancel);
    }
}
