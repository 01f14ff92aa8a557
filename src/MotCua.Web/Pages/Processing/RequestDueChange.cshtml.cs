using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>The officer of a step asks for another due date; another approves.</summary>
public sealed class RequestDueChangeModel(DossierReader reader, KeepTime time) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>The new due day.</summary>
        public DateOnly? Day { get; set; }

        /// <summary>The legal text and article.</summary>
        [StringLength(160, ErrorMessage = TooLong)]
        public string? Basis { get; set; }

        /// <summary>Why, in words.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Text { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<RequestDueChange>();

    /// <summary>Does it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Perform((id, step, hand) => time.RequestChange(id, step, Input.Day, Input.Basis, Input.Text, hand, cancel), cancel);
}
