using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>The receiving unit sends the papers of a dossier after it.</summary>
public sealed class SendPaperModel(DossierReader reader, WorkAcross across) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public CarrierFields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<SendPaper>();

    /// <summary>The day on which it must leave.</summary>
    public DateOnly By => PaperDay.Of(
        View.Dossier.Case.Clock.RestartedAt ?? View.Dossier.Case.ReceivedAt, View.Now.Calendar(View.Dossier.Case.Reception), View.Now.CutOff(View.Dossier));

    /// <summary>Does it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Perform((id, _, hand) =>
        across.SendPaper(id, Input.Carrier, Input.Tracking, Input.CarriedBy, hand, cancel), cancel);
}
