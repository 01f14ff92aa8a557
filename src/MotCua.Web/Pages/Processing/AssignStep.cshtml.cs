using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Kit;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>The head of a unit gives a step to an officer.</summary>
public sealed class AssignStepModel(DossierReader reader, HandleDossier handle) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>Who gets the step.</summary>
        public int? Officer { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<AssignStep>();

    /// <summary>Officers who may have the step.</summary>
    public IReadOnlyList<Choice> Officers { get; private set; } = [];

    /// <summary>Gives the step to the officer.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Officer is null)
            ModelState.AddModelError("Input.Officer", "Hãy chọn cán bộ nhận bước này.");
        return Perform((id, step, hand) => handle.Assign(id, step, new OfficerId(Input.Officer ?? 0), hand, cancel), cancel);
    }

    /// <inheritdoc/>
    protected override async Task Prepare(CancellationToken cancel)
    {
        if (Step is not { } step)
            return;
        Officers = [.. (await handle.Candidates(step.Unit, step.Kind, cancel)).Select(o => new Choice(
            o.Id.ToString(CultureInfo.InvariantCulture), o.Name, step.Officer?.Value == o.Id ? $"{o.Title}, đang phụ trách" : o.Title))];
    }
}
