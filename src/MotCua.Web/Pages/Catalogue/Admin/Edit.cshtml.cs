using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Catalogue;
using MotCua.App.Catalogue.Editing;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Catalogue.Admin;

/// <summary>Edits a procedure by hand, in two steps: what would change is shown first, then the version is saved. Whatever is refused keeps what was
/// typed.</summary>
[NeedsDuty(Duty.Administer, Duty.Control), RequestFormLimits(ValueCountLimit = MostValues)]
public sealed class EditModel(
    ProcedureSheets sheets, EditProcedure editing, SettleDefects defects, CatalogueRights rights, ReferenceCache references, MotCuaDb db) : PageModel
{
    // A procedure of 200 components has about 3.000 fields.
    private const int MostValues = 20_000;

    /// <summary>National code.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>What is typed.</summary>
    [BindProperty]
    public ProcedureForm Input { get; set; } = new();

    /// <summary>The procedure.</summary>
    public ProcedureSheet Sheet { get; private set; } = null!;

    /// <summary>The defect that is being mended; null for none.</summary>
    public ProcedureDefectRow? Defect { get; private set; }

    /// <summary>What would come of it; null until the changes are asked for.</summary>
    public EditOutcome? Outcome { get; private set; }

    /// <summary>Whether the officer may save.</summary>
    public bool MayEdit { get; private set; }

    /// <summary>Whether it can be saved as it stands.</summary>
    public bool CanSave => MayEdit && ModelState.IsValid && Outcome is { Refusals.Count: 0 };

    /// <summary>The page's own address.</summary>
    public string Here => CatalogueWords.Href(Code, "sua");

    /// <summary>The processes in force on the first day, with the time they take.</summary>
    public IReadOnlyList<Choice> Processes { get; private set; } = [];

    /// <summary>Functions of departments.</summary>
    public IReadOnlyList<Choice> Departments { get; private set; } = [];

    /// <summary>The cases to choose from, with one that a row has and the list has not.</summary>
    public IReadOnlyList<Choice> CasesWith(string? own) =>
        [.. Input.CaseNames.Concat(string.IsNullOrEmpty(own) ? [] : [own]).Distinct().Select(c => new Choice(c, c))];

    /// <summary>What a field of a row shows: as it was typed, else as it is. Asked for by name, since expressions with places in lists are slow.</summary>
    public object? V(string name, object? value) => ModelState.TryGetValue(name, out var entry) && entry.RawValue is { } typed ? typed : value;

    /// <summary>Shows the form of a version.</summary>
    /// <param name="ban">The version to begin from; the one in force, else the last.</param>
    /// <param name="loi">The defect to mend.</param>
    public async Task<IActionResult> OnGetAsync(int? ban, int? loi, CancellationToken cancel)
    {
        if (await sheets.Find(Code, ban, cancel) is not { } sheet)
            return NotFound();
        Input = FormContent.Of(sheet.Shown, sheet.Last, sheet.Shown.From > sheet.Today ? sheet.Shown.From : sheet.Today);
        Input.Defect = loi;
        return await Again(sheet, cancel);
    }

    /// <summary>Adds rows, shows the changes, or saves.</summary>
    /// <param name="button">"papers", "limits", "tariffs", "preview", "rebase", "save".</param>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "do")] string? button, CancellationToken cancel)
    {
        if (await sheets.Find(Code, Input.Base, cancel) is not { } sheet)
            return NotFound();
        if (button is "papers" or "limits" or "tariffs")
        {
            Input.AddRows(button);
            Forgive(ModelState.Keys);
            return await Again(sheet, cancel);
        }
        if (button == "rebase")
            sheet = await Rebase(sheet, cancel);
        Forgive(LeftOut().SelectMany(p => ModelState.Keys.Where(k => k.StartsWith(p, StringComparison.Ordinal))));
        var says = Input.Read(sheet.Shown, (field, sentence) => Wrong("Input." + field, sentence));
        if (Input.From is null)
            Wrong("Input.From", "Hãy nhập ngày có hiệu lực.");
        return await Go(sheet, says, button == "save", cancel);
    }

    private OfficerId Me => SignedIn.Of(HttpContext).Id;

    private async Task<IActionResult> Go(ProcedureSheet sheet, ProcedureVersion says, bool save, CancellationToken cancel)
    {
        var edit = new ProcedureEdit(says, Input.Base, Input.Seen, Input.From ?? sheet.Today, Input.Reason ?? "") { Lock = Input.Lock, Defect = Input.Defect };
        var digest = ProcedureRows.Digest($"{ProcedureRows.Digest(says)} {Input.From:yyyy-MM-dd} {Input.Base}");
        var readable = ModelState.IsValid;
        save &= readable && digest == Input.Previewed;
        if (!save && Input.Previewed is not null && digest != Input.Previewed && Request.Form["do"] == "save")
            ModelState.AddModelError("", "Nội dung đã đổi sau khi xem thay đổi. Hãy xem lại bảng so sánh dưới đây rồi lưu.");
        Outcome = save ? await editing.Save(edit, Me, cancel) : await editing.Preview(edit, Me, cancel);
        if (Outcome.Made is { } made)
            return Done(made);
        foreach (var no in Outcome.Refusals)
            ModelState.AddRefusal(Input.OnForm(no), "Input");
        if (Outcome.Refusals.Any(r => r.Code == "catalogue.duty"))
            Response.StatusCode = StatusCodes.Status403Forbidden;
        else if (Outcome.Newer.Count > 0)
            Response.StatusCode = StatusCodes.Status409Conflict;
        Offer(digest);
        return await Again(sheet, cancel);
    }

    private RedirectResult Done(ProcedureVersion made)
    {
        TempData["Done"] = $"Đã lập bản {made.Version} của thủ tục {made.Code}, có hiệu lực từ {VietText.Day(made.From)}.";
        if (Input.Defect is not { } defect)
            return Redirect(CatalogueWords.Href(made.Code) + $"?ban={made.Version}");
        TempData["DoneHref"] = CatalogueWords.Href(made.Code) + $"?ban={made.Version}";
        TempData["DoneLabel"] = "Xem bản mới";
        return Redirect($"/danh-muc/sai-sot?sau={defect}");
    }

    /// <summary>Locks every changed field unless the officer has already said no to it.</summary>
    private void Offer(string digest)
    {
        var changed = Outcome?.Comparison?.Changed ?? [];
        Input.Lock = [.. changed.Where(f => Input.Lock.Contains(f) || !Input.Offered.Contains(f))];
        Input.Offered = [.. Input.Offered.Union(changed)];
        Input.Previewed = digest;
    }

    private async Task<ProcedureSheet> Rebase(ProcedureSheet sheet, CancellationToken cancel)
    {
        Input.Base = Input.Seen = sheet.Last;
        return (await sheets.Find(Code, sheet.Last, cancel))!;
    }

    private IEnumerable<string> LeftOut() =>
    [
        .. Input.Papers.Index().Where(p => p.Item.IsEmpty).Select(p => $"Input.Papers[{p.Index}]."),
        .. Input.Limits.Index().Where(l => l.Item.IsEmpty).Select(l => $"Input.Limits[{l.Index}]."),
        .. Input.Tariffs.Index().Where(t => t.Item.IsEmpty).Select(t => $"Input.Tariffs[{t.Index}]."),
    ];

    private void Forgive(IEnumerable<string> keys)
    {
        foreach (var key in keys.ToList())
        {
            ModelState[key]!.Errors.Clear();
            ModelState.MarkFieldSkipped(key);
        }
    }

    // A field that could not be read at all has its sentence already.
    private void Wrong(string key, string sentence)
    {
        if (!(ModelState.TryGetValue(key, out var entry) && entry.Errors.Count > 0))
            ModelState.AddModelError(key, sentence);
    }

    private async Task<IActionResult> Again(ProcedureSheet sheet, CancellationToken cancel)
    {
        Sheet = sheet;
        MayEdit = await rights.Missing(Me, cancel) is null;
        if (!MayEdit)
            Response.StatusCode = StatusCodes.Status403Forbidden;
        Defect = Input.Defect is { } id ? await defects.Find(id, cancel) : null;
        var known = await editing.Processes(Input.From ?? sheet.Today, cancel);
        Processes = [.. known.Select(p => new Choice(p.Code, $"{p.Name} – {VietText.Number(p.Longest())} giờ làm việc")),
            .. known.Any(p => p.Code == Input.Process) || Input.Process is "" or null
                ? Array.Empty<Choice>() : [new Choice(Input.Process, $"{Input.Process} – không còn hiệu lực")]];
        Departments = DepartmentChoices.Of((await references.Get(db, cancel)).Agencies, sheet.Today, Input.Department);
        return Page();
    }
}
