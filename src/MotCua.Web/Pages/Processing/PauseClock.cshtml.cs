using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>The handling officer stops the clock for a reason of the closed list.</summary>
public sealed class PauseClockModel(DossierReader reader, KeepTime time) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>Code of the reason.</summary>
        public string Reason { get; set; } = "";

        /// <summary>The article of special law.</summary>
        [StringLength(160, ErrorMessage = TooLong)]
        public string? Law { get; set; }

        /// <summary>What is awaited.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Text { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<PauseClock>();

    /// <summary>Does it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Perform((id, step, hand) => time.Pause(id, step, Input.Reason, Input.Law, Input.Text, hand, cancel), cancel);
}
