using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Processes;
using MotCua.App.Processing;
using MotCua.App.Publishing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Processes;

/// <summary>Leads past dossiers through a version before it is published: what would end at another time, where it would stand for ever, who would have
/// how much to do. Nothing is kept.</summary>
[NeedsDuty(Duty.Lead, Duty.Control, Duty.Administer, Duty.Sign)]
public sealed class ReplayModel(DraftProcess drafts, ProcessChecks checks, ReplayProcess replay, TimeProvider clock) : PageModel
{
    /// <summary>Rows of a list that are shown.</summary>
    public const int Shown = 100;

    /// <summary>Row of the version.</summary>
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>The procedure; null until it is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "thu-tuc")]
    public string? Procedure { get; set; }

    /// <summary>First day of reception.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    /// <summary>Last day of reception.</summary>
    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    /// <summary>The version.</summary>
    public ProcessVersionRow Version { get; private set; } = null!;

    /// <summary>What would run; null where it cannot.</summary>
    public ProcessDefinition? Process { get; private set; }

    /// <summary>Procedures to choose from.</summary>
    public IReadOnlyList<Choice> Procedures { get; private set; } = [];

    /// <summary>What was found; null until it is asked for.</summary>
    public Replayed? Found { get; private set; }

    /// <summary>Shows the form, or what was found.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await drafts.Row(Id, cancel) is not { } row)
            return NotFound();
        Version = row;
        var found = await checks.Of(row, cancel);
        Process = found.Definition;
        Procedures = [.. found.Procedures.Select(p => new Choice(p.Code, $"{p.Code} {p.Name}"))];
        To ??= Vietnam.Day(clock.GetUtcNow());
        From ??= To.Value.AddMonths(-1);
        if (From > To)
            ModelState.AddModelError("den", "Ngày cuối phải từ ngày đầu trở đi.");
        else if (ModelState.IsValid && Process is { } process && Procedures.Any(p => p.Value == Procedure))
            Found = await replay.Run(process, Procedure!, From, To, cancel);
        return Page();
    }
}
