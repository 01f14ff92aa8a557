using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Returning;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Web.Kit;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Returning;

/// <summary>The one-stop unit hands the result to the applicant or a proxy.</summary>
public sealed class HandOverResultModel(DossierReader reader, ReturnResult returning) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>Who collects.</summary>
        public Collector Collector { get; set; }

        /// <summary>What he shows.</summary>
        public Proof? Proof { get; set; }

        /// <summary>The proxy and his authorisation.</summary>
        [StringLength(1000, ErrorMessage = TooLong)]
        public string? Authorisation { get; set; }

        /// <summary>The personal paper shown.</summary>
        [StringLength(1000, ErrorMessage = TooLong)]
        public string? PaperShown { get; set; }

        /// <summary>The originals are given back, too.</summary>
        public bool OriginalsToo { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<HandOverResult>();

    /// <summary>What the collector can show in this dossier.</summary>
    public IEnumerable<Choice> Proofs => Choice.Of<Proof>().Where(c => c.Value == nameof(Proof.NoReceipt) == View.Dossier.Case.ReceiptNumber is null);

    /// <summary>Hands the result over.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Proof is null)
            ModelState.AddModelError("Input.Proof", "Hãy chọn giấy tờ mà người nhận xuất trình.");
        var how = new Collecting(
            Input.Collector, Input.Proof ?? default, Input.Collector == Collector.Proxy ? Input.Authorisation : null, Input.PaperShown, Input.OriginalsToo);
        return Perform((id, step, hand) => returning.HandOver(id, step, how, hand, cancel), cancel);
    }

    /// <inheritdoc/>
    protected override Task Prepare(CancellationToken cancel)
    {
        if (View.Dossier.Case.ReceiptNumber is null)
            Input.Proof ??= Proof.NoReceipt;
        return Task.CompletedTask;
    }
}
