using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>A cooperating agency answers what it was asked.</summary>
public sealed class AnswerCooperationModel(DossierReader reader, WorkAcross across, Uploads uploads) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>What it did and found.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Answer { get; set; }

        /// <summary>Its result.</summary>
        public IFormFile? Digest { get; set; }

        /// <summary>A file that came with the form before.</summary>
        public string? Held { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<AnswerCooperation>();

    /// <summary>What was asked; null once the step is gone.</summary>
    public CooperationTask? Task => Step is { } step ? View.Dossier.Cooperation.Of(step.Element) : null;

    /// <summary>What may be attached.</summary>
    public FileRules Rules => Uploads.RulesOf(View);

    /// <summary>The file that came before and is still held.</summary>
    public StoredFile? Held => uploads.Open(Input.Held);

    /// <summary>Answers.</summary>
    public System.Threading.Tasks.Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Perform((id, step, hand) => across.Answer(id, step, Input.Answer, Held, hand, cancel), cancel);

    /// <inheritdoc/>
    protected override bool ReadsBefore => true;

    /// <inheritdoc/>
    protected override async System.Threading.Tasks.Task TakeIn(CancellationToken cancel)
    {
        var (file, no) = await uploads.Take(Input.Digest, Input.Held, View, cancel);
        if (no is not null)
            ModelState.AddModelError("Input.Digest", no.Sentence);
        else
            Input.Held = file is null ? null : uploads.Hold(file);
    }
}
