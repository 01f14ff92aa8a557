using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Kit;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>Says that what another system was to do is done.</summary>
public sealed class CompleteWaitModel(DossierReader reader, HandleDossier handle) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>Number of the wait.</summary>
        public int? Wait { get; set; }

        /// <summary>The officer's words.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Reason { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<CompleteWait>();

    /// <summary>The waits that can be ended so.</summary>
    public IEnumerable<Choice> Waits => View.Dossier.Open.Waits.Where(w => w.Kind == WaitKind.Service)
        .Select(w => new Choice(VietText.Number((long)w.Token.Value), ProcessEventWords.Name(w.Element, View), ProcessEventWords.Line(w, View)));

    /// <summary>Does it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Wait is null)
            ModelState.AddModelError("Input.Wait", "Hãy chọn việc đang chờ.");
        return Perform((id, _, hand) => handle.CompleteWait(id, new Token(Input.Wait ?? 0), Input.Reason, hand, cancel), cancel);
    }

    /// <inheritdoc/>
    protected override Task Prepare(CancellationToken cancel)
    {
        // Where there is only one, it is the one.
        if (Input.Wait is null && View.Dossier.Open.Waits.Where(w => w.Kind == WaitKind.Service).ToList() is [var only])
            Input.Wait = only.Token.Value;
        return Task.CompletedTask;
    }
}
