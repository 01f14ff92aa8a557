using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Returning;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Returning;

/// <summary>The clerk registers the result with its number, day and file.</summary>
public sealed class RegisterResultModel(DossierReader reader, ReturnResult returning, Uploads uploads, SignedForm signed) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>Number and notation.</summary>
        [StringLength(100, ErrorMessage = "Số, ký hiệu dài quá 100 ký tự; hãy rút gọn.")]
        public string? ResultNumber { get; set; }

        /// <summary>Day of issue.</summary>
        public DateOnly? Day { get; set; }

        /// <summary>The result.</summary>
        public IFormFile? Digest { get; set; }

        /// <summary>A result that came with the form before.</summary>
        public string? Held { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<RegisterResult>();

    /// <summary>What may be attached.</summary>
    public FileRules Rules => Uploads.RulesOf(View);

    /// <summary>The result that came before and is still held.</summary>
    public StoredFile? Held => uploads.Open(Input.Held);

    /// <summary>The version of the draft that counts, where it was approved.</summary>
    public DraftSheet? Draft => View.Dossier.Case.Decided == Outcome.Granted ? DraftSheets.Of(View).FirstOrDefault() : null;

    /// <summary>The approved draft itself: what is issued where no signed form of it is sent.</summary>
    public StoredFile? Approved => Draft is { Draft.State: DraftState.Approved, File: { } file }
        ? new StoredFile(file.Digest, file.FileName, file.MediaType, file.Size) : null;

    /// <summary>Registers the result.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Day is null && ModelState["Input.Day"] is not { Errors.Count: > 0 })
            ModelState.AddModelError("Input.Day", "Hãy nhập ngày ban hành kết quả.");
        return Perform(async (id, step, hand) => await returning.Register(
            id, step, Input.ResultNumber ?? "", Input.Day ?? default, Held ?? Approved, View.Now.Procedure.ResultName, hand, cancel,
            await signed.Of(View.Dossier, Held, cancel)), cancel);
    }

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
        Input.Day ??= View.Now.Today;
        if (HttpMethods.IsGet(Request.Method) && Draft?.Draft.Notation is { } notation)
            Input.ResultNumber ??= View.TextOf(notation);
        return Task.CompletedTask;
    }
}
