using System.ComponentModel.DataAnnotations;
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

/// <summary>An officer gives his step to a colleague.</summary>
public sealed class DelegateStepModel(DossierReader reader, HandleDossier handle) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>Who gets the step.</summary>
        public int? Officer { get; set; }

        /// <summary>What he should know.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Note { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<DelegateStep>();

    /// <summary>Officers who may have the step.</summary>
    public IReadOnlyList<Choice> Officers { get; private set; } = [];

    /// <summary>Gives the step to the colleague.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Officer is null)
            ModelState.AddModelError("Input.Officer", "Hãy chọn người nhận bước này.");
        return Perform((id, step, hand) => handle.Delegate(id, step, new OfficerId(Input.Officer ?? 0), Input.Note, hand, cancel), cancel);
    }

    /// <inheritdoc/>
    protected override async Task Prepare(CancellationToken cancel)
    {
        if (Step is { } step)
            Officers = [.. (await handle.Candidates(step.Unit, step.Kind, cancel)).Where(o => step.Officer?.Value != o.Id)
                .Select(o => new Choice(o.Id.ToString(CultureInfo.InvariantCulture), o.Name, o.Title))];
    }
}
