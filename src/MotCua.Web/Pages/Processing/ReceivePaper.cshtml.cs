using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>Whoever the paper went to records that it came.</summary>
public sealed class ReceivePaperModel(DossierReader reader, WorkAcross across) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>What was missing.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Missing { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<ReceivePaper>();

    /// <summary>Does it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Perform((id, step, hand) => across.ReceivePaper(id, Input.Missing, hand, cancel), cancel);
}
