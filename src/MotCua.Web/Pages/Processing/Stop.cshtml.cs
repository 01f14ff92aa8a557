using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>The one-stop unit stops a dossier that has no result yet.</summary>
public sealed class StopModel(DossierReader reader, HandleDossier handle) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>Code of the ground.</summary>
        public string Reason { get; set; } = "";

        /// <summary>The facts, where the applicant did not ask for it.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Text { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<Stop>();

    /// <summary>Stops the dossier.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Perform((id, _, hand) => handle.Stop(id, Input.Reason, hand, cancel, Input.Text), cancel);
}
