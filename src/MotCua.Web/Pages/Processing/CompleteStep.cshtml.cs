using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>The handling officer ends his step with a proposal and his opinion.</summary>
public sealed class CompleteStepModel(DossierReader reader, HandleDossier handle) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>What is proposed.</summary>
        public Outcome? Proposal { get; set; }

        /// <summary>The opinion.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Note { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<CompleteStep>();

    /// <summary>Ends the step.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Proposal is null)
            ModelState.AddModelError("Input.Proposal", "Hãy chọn đề xuất: chấp thuận hay từ chối giải quyết.");
        return Perform((id, step, hand) => handle.Complete(id, step, Input.Proposal ?? Outcome.Granted, Input.Note, hand, cancel), cancel);
    }
}
