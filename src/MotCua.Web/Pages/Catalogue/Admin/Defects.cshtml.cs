using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Catalogue;
using MotCua.App.Catalogue.Editing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Catalogue.Admin;

/// <summary>The review list of defects, one after the other, each settled by one key.</summary>
[NeedsDuty(Duty.Administer, Duty.Control), NeverKept]
public sealed class DefectsModel(SettleDefects defects, ProcedureSheets sheets, CatalogueRights rights) : PageModel
{
    private const int Ahead = 8;

    /// <summary>Only this kind.</summary>
    [BindProperty(SupportsGet = true, Name = "loai")]
    public string? Kind { get; set; }

    /// <summary>Those up to this one were put off until later.</summary>
    [BindProperty(SupportsGet = true, Name = "sau")]
    public int After { get; set; }

    /// <summary>The kinds of open defects.</summary>
    public IReadOnlyList<DefectKind> Kinds { get; private set; } = [];

    /// <summary>The defect to settle now; null where none is left.</summary>
    public ProcedureDefectRow? Now { get; private set; }

    /// <summary>Those that follow.</summary>
    public IReadOnlyList<ProcedureDefectRow> Next { get; private set; } = [];

    /// <summary>The procedure of the defect; null where there is none any more.</summary>
    public ProcedureSheet? Sheet { get; private set; }

    /// <summary>Which part it speaks of, and what that part says today.</summary>
    public (CatalogueField Field, IReadOnlyList<CatalogueLine> Lines)? Part { get; private set; }

    /// <summary>Whether the officer may settle.</summary>
    public bool MayEdit { get; private set; }

    /// <summary>How many are open, in the kind shown.</summary>
    public int Left => Kinds.Where(k => Kind is null || k.Kind == Kind).Sum(k => k.Open);

    /// <summary>The form in which the defect can be mended.</summary>
    public string EditHref => Now is { } d ? $"{CatalogueWords.Href(d.Code, "sua")}?loi={d.Id}#{DefectPlace.Of(d, Sheet?.Shown).Anchor}" : "";

    /// <summary>This list after a defect.</summary>
    public string Href(int after) => "/danh-muc/sai-sot" + QueryString.Create(
        [.. Kind is null ? Array.Empty<KeyValuePair<string, string?>>() : [new("loai", Kind)], new("sau", $"{after}")]);

    /// <summary>Shows the next one.</summary>
    /// <param name="muc">This one first.</param>
    public async Task<IActionResult> OnGetAsync(int? muc, CancellationToken cancel)
    {
        Kind = string.IsNullOrEmpty(Kind) ? null : Kind;
        Kinds = await defects.Kinds(cancel);
        MayEdit = await rights.Missing(Me, cancel) is null;
        var open = await defects.Open(Kind, muc is { } one ? one - 1 : After, Ahead, cancel);
        Now = open.FirstOrDefault();
        Next = [.. open.Skip(1)];
        if (Now is null)
            return Page();
        Sheet = await sheets.Find(Now.Code, null, cancel);
        if (Sheet is not null && DefectPlace.Of(Now, Sheet.Shown).Field is { } field)
            Part = (field, CatalogueLines.Of(Sheet.Shown, field));
        return Page();
    }

    /// <summary>Leaves a defect as the source has it; the next one appears.</summary>
    public async Task<IActionResult> OnPostKeepAsync(int id, CancellationToken cancel)
    {
        if (await defects.Keep(id, Me, cancel) is { } no)
            TempData["Failed"] = no.Sentence;
        return Redirect(Href(After));
    }

    /// <summary>Opens again what was kept last.</summary>
    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancel)
    {
        var again = await defects.Undo(Me, cancel);
        if (again is null)
            TempData["Failed"] = "Không có việc nào để hoàn tác: bạn chưa giữ sai sót nào, hoặc bản đã lập không lấy lại được.";
        return Redirect(again is null ? Href(After) : $"/danh-muc/sai-sot?muc={again.Id}");
    }

    private OfficerId Me => SignedIn.Of(HttpContext).Id;
}
