using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>The head of the agency approves another due date.</summary>
public sealed class ApproveDueChangeModel(DossierReader reader, KeepTime time) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>The due date that the page showed, in ticks of UTC.</summary>
        public long Due { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<ApproveDueChange>();

    /// <summary>The due date that waits for approval, in ticks of UTC.</summary>
    public long Shown => View.Dossier.Case.Clock.Change?.Due.UtcTicks ?? 0;

    /// <summary>Does it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Perform((id, _, hand) => time.ApproveChange(id, new DateTimeOffset(Input.Due, TimeSpan.Zero), hand, cancel), cancel);
}
