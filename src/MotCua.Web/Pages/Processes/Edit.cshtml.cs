using Microsoft.AspNetCore.Mvc;
using MotCua.App;
using MotCua.App.Processes;
using MotCua.App.Publishing;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Processes;
using MotCua.Domain.Processes.Bpmn;
using MotCua.Domain.Words;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Processes;

/// <summary>Changes a draft as a table of steps: all of it where the steps follow one another, else names, kinds, places and times of the steps that are
/// drawn.</summary>
[NeedsDuty(Duty.Lead, Duty.Control, Duty.Administer)]
public sealed class EditModel(MotCuaDb db, ReferenceCache references, ProcessChecks checks, DraftProcess drafts, TimeProvider clock)
    : ProcessFormPage(db, references, checks, clock)
{
    /// <summary>Row of the version.</summary>
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>The version.</summary>
    public ProcessVersionRow Version { get; private set; } = null!;

    /// <inheritdoc/>
    public override string Here => ProcessWords.Href(Version) + "/sua";

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Load(cancel))
            return NotFound();
        var head = DraftProcess.HeadOf(Version);
        Input = new ProcessForm
        {
            Seen = Version.Changes, Procedures = string.Join(", ", head.Procedures), Name = head.Name, Decision = head.Decision, Issuer = head.Issuer,
            DecisionDay = head.DecisionDay, From = head.From, To = head.To,
        };
        var drawing = DraftProcess.DrawingOf(Version);
        if (Lines(drawing) is { } lines)
            Input.Take(lines);
        else
            Input.Steps = [.. Drawn(drawing)];
        return await Show(cancel);
    }

    /// <summary>Arranges rows, shows, or keeps the draft.</summary>
    /// <param name="button">"add", "up-2", "down-2", "drop-2", "preview", "save".</param>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "do")] string? button, CancellationToken cancel)
    {
        if (!await Load(cancel))
            return NotFound();
        var before = DraftProcess.DrawingOf(Version);
        IsLine = Lines(before) is not null;
        if (button == "fill" && IsLine)
            await Fill(cancel);
        else if (!IsLine && Input.Steps.Exists(s => before.Nodes.All(n => n.Id != s.Id)))
            ModelState.AddRefusal(DraftProcess.Crossed);
        else if (!(IsLine && Arranged(button ?? "")) && await Draw(Version.Code, Version.Version, before, cancel) is { } drawing)
        {
            if (button != "save")
                await Look(drawing, Version.Code, Version.Version, cancel);
            else if (await drafts.Change(Id, Input.Seen, Input.Head(Today), drawing, Me, cancel) is { Refusal: var no })
            {
                if (no is null)
                {
                    TempData["Done"] = "Đã lưu bản thảo.";
                    return Redirect(ProcessWords.Href(Version));
                }
                ModelState.AddRefusal(no, "Input");
                Response.StatusCode = no == DraftProcess.Crossed ? StatusCodes.Status409Conflict : StatusCodes.Status200OK;
            }
        }
        return await Show(cancel);
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        if (await drafts.Row(Id, cancel) is not { State: VersionState.Draft or VersionState.Checked } version)
            return false;
        Version = version;
        return true;
    }

    private IReadOnlyList<StepLine>? Lines(BpmnModel drawing)
    {
        var lines = ProcessChecks.Compile(drawing, ProcessChecks.HeadOf(Version)).Process is { } made ? StepLines.Of(made) : null;
        IsLine = lines is not null;
        return lines;
    }

    private static IEnumerable<StepFields> Drawn(BpmnModel drawing) => drawing.Nodes
        .Where(n => n.Kind is NodeKind.Task or NodeKind.UserTask or NodeKind.ManualTask && n.Id.Length > 0)
        .Select(n => (Node: n, Says: n.Properties ?? StepProperties.Empty)).Select(n => new StepFields
        {
            Id = n.Node.Id, Name = n.Node.Name, Kind = n.Says.Step?.ToString(),
            Where = n.Says.Place is { } place ? Places.Of(place, n.Says.Function, n.Says.Agency) : null,
            Hours = n.Says.Hours is { } hours ? VietnameseFormat.Number(hours) : "", Group = n.Says.Group,
        });
}
