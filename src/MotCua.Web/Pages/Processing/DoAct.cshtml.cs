using Microsoft.AspNetCore.Mvc;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.App.Returning;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>Acts that need nothing to be typed: the dossier's page has their buttons; here one sees what came between.</summary>
public sealed class DoActModel(DossierReader reader, HandleDossier handle, ReturnResult returning) : ActPage(reader)
{
    /// <summary>Name of the act, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Act { get; set; } = "";

    /// <summary>Digest of the draft result that an approval is of; null where there was none.</summary>
    [BindProperty(Name = "du-thao")]
    public string? Draft { get; set; }

    /// <inheritdoc/>
    public override ActKind Kind => Plain ?? throw new InvalidOperationException($"There is no act '{Act}' without a form.");

    private ActKind? Plain => ActKinds.Find(Act) is { } kind && ActWords.IsPlain(kind) ? kind : null;

    /// <inheritdoc/>
    public override Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        Plain is null ? Task.FromResult<IActionResult>(NotFound()) : base.OnGetAsync(cancel);

    /// <summary>Does the act.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Plain is null
        ? Task.FromResult<IActionResult>(NotFound())
        : Perform((id, step, hand) => Do(id, step, hand, cancel), cancel);

    private Task<Performed> Do(DossierId id, Token step, Hand hand, CancellationToken cancel) => Kind.Type switch
    {
        var t when t == typeof(HandOver) => handle.HandOver(id, step, hand, cancel),
        var t when t == typeof(ClaimStep) => handle.Claim(id, step, hand, cancel),
        var t when t == typeof(ReleaseStep) => handle.Release(id, step, hand, cancel),
        var t when t == typeof(RecallStep) => handle.Recall(id, hand, cancel),
        var t when t == typeof(Approve) => handle.Approve(id, step, hand, cancel, Draft),
        var t when t == typeof(TransferStep) => handle.Transfer(id, step, hand, cancel),
        var t when t == typeof(IssueReceipt) => handle.IssueReceipt(id, hand, cancel),
        var t when t == typeof(ReturnOriginals) => returning.ReturnOriginals(id, hand, cancel),
        _ => throw new InvalidOperationException($"The act '{Act}' has no use case."),
    };
}
