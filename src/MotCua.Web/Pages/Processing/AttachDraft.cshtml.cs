using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>Whoever has the step attaches a version of the draft result.</summary>
public sealed class AttachDraftModel(DossierReader reader, HandleDossier handle, Uploads uploads) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>Number and notation as it is drafted.</summary>
        [StringLength(100, ErrorMessage = "Số, ký hiệu dài quá 100 ký tự; hãy rút gọn.")]
        public string? Notation { get; set; }

        /// <summary>What it is about.</summary>
        [StringLength(500, ErrorMessage = "Trích yếu dài quá 500 ký tự; hãy rút gọn.")]
        public string? Abstract { get; set; }

        /// <summary>What was changed.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Note { get; set; }

        /// <summary>The file.</summary>
        public IFormFile? Digest { get; set; }

        /// <summary>A file that came with the form before.</summary>
        public string? Held { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<AttachDraft>();

    /// <summary>What may be attached.</summary>
    public FileRules Rules => Uploads.RulesOf(View);

    /// <summary>The file that came before and is still held.</summary>
    public StoredFile? Held => uploads.Open(Input.Held);

    /// <summary>Attaches it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Perform((id, step, hand) => handle.AttachDraft(
        id, step, Held, new DraftWords(Input.Notation, Input.Abstract, Input.Note), hand, cancel), cancel);

    /// <inheritdoc/>
    protected override bool ReadsBefore => true;

    /// <inheritdoc/>
    protected override async Task TakeIn(CancellationToken cancel)
    {
        var (file, no) = await uploads.Take(Input.Digest, Input.Held, View, cancel);
        if (no is not null)
            ModelState.AddModelError("Input.Digest", no.Sentence);
        else
            Input.Held = file is null ? null : uploads.Hold(file);
    }

    /// <inheritdoc/>
    protected override Task Prepare(CancellationToken cancel)
    {
        if (HttpMethods.IsGet(Request.Method) && View.Dossier.Drafts.Latest is { } last)
        {
            Input.Notation = last.Notation is { } notation ? View.TextOf(notation) : null;
            Input.Abstract = last.Abstract is { } words ? View.TextOf(words) : null;
        }
        return Task.CompletedTask;
    }
}
