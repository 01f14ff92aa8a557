using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>The competent person refuses after appraisal, in writing.</summary>
public sealed class RefuseAfterAppraisalModel(DossierReader reader, HandleDossier handle) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>Code of the legal ground.</summary>
        public string Reason { get; set; } = "";

        /// <summary>The reasons in words.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Note { get; set; }

        /// <summary>Why after the limit.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? LateExplanation { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<RefuseAfterAppraisal>();

    /// <summary>Whether the legal limit is over, so that the refusal must explain itself.</summary>
    public bool IsLate => View.Now.Now > View.Dossier.Case.Due.Due;

    /// <summary>Refuses.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Perform((id, step, hand) => handle.Refuse(id, step, Input.Reason, Input.Note, Input.LateExplanation, hand, cancel), cancel);
}
