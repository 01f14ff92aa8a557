using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Processes;
using MotCua.App.Publishing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Processes.Bpmn;
using MotCua.Domain.Processes.Bpmn.Drawing;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;
using MotCua.Web.Watch;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace MotCua.Web.Pages.Processes;

/// <summary>Edits the drawing of a draft in the browser with bpmn-js where it is installed; else, and without scripts, shows the picture and leads to the
/// table and to the upload.</summary>
[NeedsDuty(Duty.Lead, Duty.Control, Duty.Administer), SecurityHeadersPolicy(BrowserRules.Drawing)]
[RequestFormLimits(ValueLengthLimit = BpmnReader.MostBytes)]
public sealed class DrawModel(DraftProcess drafts, IWebHostEnvironment host) : PageModel
{
    private const string Editor = "lib/bpmn-js/bpmn-modeler.production.min.js";

    /// <summary>Row of the version.</summary>
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>How often it had been changed when the page was shown.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>The drawing.</summary>
    [BindProperty]
    public string? Xml { get; set; }

    /// <summary>The version.</summary>
    public ProcessVersionRow Version { get; private set; } = null!;

    /// <summary>Whether the editor is installed.</summary>
    public bool HasEditor => host.WebRootFileProvider.GetFileInfo(Editor).Exists;

    /// <summary>The picture as it was last kept.</summary>
    public string Picture => BpmnPicture.Draw(DraftProcess.DrawingOf(Version), $"Sơ đồ {Version.Name}");

    /// <summary>Shows the drawing.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Load(cancel))
            return NotFound();
        (Seen, Xml) = (Version.Changes, WithDiagram(Version));
        return Page();
    }

    /// <summary>Keeps the drawing.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Load(cancel))
            return NotFound();
        var reading = BpmnReader.Read(Encoding.UTF8.GetBytes(Xml ?? ""));
        if (!reading.Ok)
        {
            foreach (var fault in reading.Faults.Take(5))
                ModelState.AddModelError("", fault.Name.Length > 0 ? $"{fault.Name}: {fault.Reason}" : fault.Reason);
            return Page();
        }
        var outcome = await drafts.Change(Id, Seen, DraftProcess.HeadOf(Version), reading.Model, SignedIn.Of(HttpContext).Id, cancel);
        if (outcome.Refusal is { } no)
        {
            ModelState.AddRefusal(no);
            Response.StatusCode = no == DraftProcess.Crossed ? StatusCodes.Status409Conflict : StatusCodes.Status200OK;
            return Page();
        }
        TempData["Done"] = "Đã lưu sơ đồ.";
        return Redirect(ProcessWords.Href(Version));
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        if (await drafts.Row(Id, cancel) is not { State: VersionState.Draft or VersionState.Checked } version)
            return false;
        Version = version;
        return true;
    }

    // The editor shows nothing of a file without a diagram.
    private static string WithDiagram(ProcessVersionRow version) => Encoding.UTF8.GetString(DraftProcess.DrawingOf(version).WithDiagram().Write());
}
