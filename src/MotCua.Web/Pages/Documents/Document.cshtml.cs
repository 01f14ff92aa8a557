using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Access;
using MotCua.App.Papers;
using MotCua.App.Papers.Documents;
using MotCua.Domain.Law;
using MotCua.Domain.Papers.Documents;
using MotCua.Web.Kit;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Documents;

/// <summary>One document of the repository of a dossier's owner: its data, where it comes from, who uses it, and what may be done to it.</summary>
public sealed class DocumentModel(DossierDoor door, OwnersDocuments documents, ChangeDocument change) : PageModel
{
    /// <summary>Code of the dossier, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>Id of the document, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The decision or the ground.</summary>
    [BindProperty]
    public string? Basis { get; set; }

    /// <summary>Id of what takes its place.</summary>
    [BindProperty]
    public Guid? ReplacedBy { get; set; }

    /// <summary>Name of the paper.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Number.</summary>
    [BindProperty]
    public string? Number { get; set; }

    /// <summary>Notation.</summary>
    [BindProperty]
    public string? Notation { get; set; }

    /// <summary>Day of issue.</summary>
    [BindProperty]
    public DateOnly? Issued { get; set; }

    /// <summary>Agency that issued it.</summary>
    [BindProperty]
    public string? Issuer { get; set; }

    /// <summary>Main content.</summary>
    [BindProperty]
    public string? Abstract { get; set; }

    /// <summary>Last day of validity.</summary>
    [BindProperty]
    public DateOnly? ValidUntil { get; set; }

    /// <summary>Area or purpose of validity.</summary>
    [BindProperty]
    public string? Scope { get; set; }

    /// <summary>The dossier.</summary>
    public DossierView View { get; private set; } = null!;

    /// <summary>The document.</summary>
    public DocumentView Document { get; private set; } = null!;

    /// <summary>What may take its place.</summary>
    public IReadOnlyList<Choice> Others { get; private set; } = [];

    /// <summary>The form that stands open after a refusal: "annul", "replace", "correct".</summary>
    public string? Unfolded { get; private set; }

    /// <summary>Whether he may annul and replace.</summary>
    public bool MayVoid => ChangeDocument.MayVoid(View, Document);

    /// <summary>Whether he may correct its data.</summary>
    public bool MayCorrect => ChangeDocument.MayCorrect(View, Document);

    private string Here => $"/ho-so/{View.Dossier.Case.Code.Value}/kho/{Id}";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Load(cancel) is { } instead)
            return instead;
        Fill();
        return Page();
    }

    /// <summary>Annuls it.</summary>
    public async Task<IActionResult> OnPostAnnulAsync(CancellationToken cancel) => await Load(cancel)
        ?? Done("annul", await change.Annul(View, Id, Basis, cancel), "Đã ghi hủy bỏ, thu hồi và báo các cơ quan đang dùng giấy tờ này.");

    /// <summary>Writes down what takes its place.</summary>
    public async Task<IActionResult> OnPostReplaceAsync(CancellationToken cancel) => await Load(cancel)
        ?? Done("replace", await change.Replace(View, Id, ReplacedBy ?? default, Basis, cancel), "Đã ghi bản thay thế và báo các cơ quan đang dùng giấy tờ này.");

    /// <summary>Corrects its data.</summary>
    public async Task<IActionResult> OnPostCorrectAsync(CancellationToken cancel)
    {
        if (await Load(cancel) is { } instead)
            return instead;
        Unfolded = "correct";
        if (!ModelState.IsValid)
            return Page();
        var right = new DocumentFacts(Document.Row.Type, Name ?? "", Number, Notation, Issued, Issuer, Abstract, ValidUntil, Scope);
        return Done("correct", await change.Correct(View, Id, right, Basis, cancel), "Đã sửa thông tin giấy tờ; việc sửa được ghi lại.");
    }

    private IActionResult Done(string what, Refusal? no, string said)
    {
        if (no is null)
        {
            TempData["Done"] = said;
            return Redirect(Here);
        }
        Unfolded = what;
        if (what != "correct")
            Fill();
        ModelState.AddRefusal(no);
        return Page();
    }

    private void Fill()
    {
        var row = Document.Row;
        (Name, Number, Notation, Issued, Issuer) = (row.Title, row.Number, row.Notation, row.Issued, row.Issuer);
        (Abstract, ValidUntil, Scope) = (row.Abstract, row.ValidUntil, row.Scope);
    }

    private async Task<IActionResult?> Load(CancellationToken cancel)
    {
        var (view, instead) = await door.Open(this, Code, ReadingKind.Repository, $"kho:{Id}", cancel);
        if (view is null)
            return instead;
        if (await documents.Find(view, Id, cancel) is not { } document)
            return NotFound();
        (View, Document) = (view, document);
        Others = [.. (await documents.Find(view, (string?)null, cancel))
            .Where(d => d.Id != Id && d.State.On(view.Now.Today) == DocumentStanding.InForce)
            .Select(d => new Choice(d.Id.ToString(), d.Sign is { } sign ? $"{d.Title} số {sign}" : d.Title))];
        return null;
    }
}
