using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Kit;
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

        /// <summary>The step's element.</summary>
        public string? To { get; set; }

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
        Perform((id, step, hand) => handle.SendBack(id, step, Input.Reason, Input.Note, hand, cancel, Input.To), cancel);

    /// <summary>Steps that were done.</summary>
    public IReadOnlyList<Choice> Targets { get; private set; } = [];

    /// <inheritdoc/>
    protected override Task Prepare(CancellationToken cancel)
    {
        if (Step is not { } step)
            return Task.CompletedTask;
        Targets = [.. SendBack.Targets(View.Dossier, step, View.Now.Process).Select(e => new Choice(e.Id, e.Name,
            View.Dossier.Open.DoneBy.TryGetValue(e.Id, out var by) ? View.Officers.GetValueOrDefault(by.Value) : null))];
        Input.To ??= (Targets.FirstOrDefault(t => View.Now.Process[t.Value].Step == Domain.Processes.StepKind.Handle) ?? Targets.FirstOrDefault())?.Value;
        return Task.CompletedTask;
    }
}
