using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.App.Warnings;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>The head of the agency apologises before the limit is over and appoints the return anew.</summary>
public sealed class RequestExtensionModel(DossierReader reader, KeepTime time) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>The new day of return.</summary>
        public DateOnly? Day { get; set; }

        /// <summary>Code of the reason.</summary>
        public string Reason { get; set; } = "";

        /// <summary>The reason in words.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Text { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<RequestExtension>();

    /// <summary>What is proposed; null once something was typed.</summary>
    public ExtensionProposal? Proposed { get; private set; }

    /// <inheritdoc/>
    protected override Task Prepare(CancellationToken cancel)
    {
        if (HttpMethods.IsPost(Request.Method) || NotNow is not null)
            return Task.CompletedTask;
        Proposed = ExtensionProposal.Of(View.Dossier, View.Now, View.Reference);
        Input = new Fields { Day = Proposed.Day, Reason = Proposed.Reason, Text = Proposed.Text };
        return Task.CompletedTask;
    }

    /// <summary>Does it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Perform((id, _, hand) => time.Extend(id, Input.Day, Input.Reason, Input.Text, hand, cancel), cancel);
}
