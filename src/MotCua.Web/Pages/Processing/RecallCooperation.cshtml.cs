using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>Who asked another agency takes its part back.</summary>
public sealed class RecallCooperationModel(DossierReader reader, WorkAcross across) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>Why.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Why { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<RecallCooperation>();

    /// <summary>Does it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Perform((id, step, hand) => across.Recall(id, step, Input.Why, hand, cancel), cancel);
}
