using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>The head of the agency apologises for lateness, loss, damage or error.</summary>
public sealed class ApologiseModel(DossierReader reader, KeepTime time) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>Code of the reason.</summary>
        public string Reason { get; set; } = "";

        /// <summary>The words of the apology.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Text { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<Apologise>();

    /// <summary>Does it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Perform((id, _, hand) => time.Apologise(id, Input.Reason, Input.Text, hand, cancel), cancel);
}
