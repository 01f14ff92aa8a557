using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>The agency sends a result on paper to the unit that hands it over.</summary>
public sealed class SendResultModel(DossierReader reader, WorkAcross across) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public CarrierFields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<SendResult>();

    /// <summary>The day on which it must leave.</summary>
    public DateOnly By => PaperDay.Of(
        View.Dossier.Delivery.RegisteredAt ?? View.Now.Now, View.Now.Calendar(View.Dossier.Case.Competent), View.Now.CutOff(View.Dossier));

    /// <summary>Does it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Perform((id, _, hand) =>
        across.SendResult(id, Input.Carrier, Input.Tracking, Input.CarriedBy, hand, cancel), cancel);
}
