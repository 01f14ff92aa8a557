using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>The approving person sends the dossier back with a reason.</summary>
public sealed class SendBackModel(DossierReader reader, HandleDossier handle) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>Code of the reason.</summary>
        public string Reason { get; set; } = "";

        /// <summary>What to mend.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Note { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<SendBack>();

    /// <summary>Sends the dossier back.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Perform((id, step, hand) => handle.SendBack(id, step, Input.Reason, Input.Note, hand, cancel), cancel);
}
