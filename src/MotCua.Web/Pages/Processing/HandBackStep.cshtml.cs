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

/// <summary>An officer gives his step back to his unit.</summary>
public sealed class HandBackStepModel(DossierReader reader, HandleDossier handle) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>Why.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Reason { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<HandBackStep>();

    /// <summary>Gives it back.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Perform((id, step, hand) => handle.HandBack(id, step, Input.Reason, hand, cancel), cancel);
}
