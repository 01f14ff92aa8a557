using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Catalogue.Editing;
using MotCua.App.Dossiers;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Catalogue.Admin;

/// <summary>One procedure: its versions, what one of them says, locks, sources, defects, and what people did.</summary>
[NeedsDuty(Duty.Administer, Duty.Control)]
public sealed class ProcedureModel(ProcedureSheets sheets, CatalogueRights rights, FieldLocks locks, OpenByVersion open) : PageModel
{
    private static readonly JsonSerializerOptions Readable = new(Json.Stored) { WriteIndented = true };

    /// <summary>National code.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The version to show whole.</summary>
    [BindProperty(SupportsGet = true, Name = "ban")]
    public int? Version { get; set; }

    /// <summary>What is shown.</summary>
    public ProcedureSheet Sheet { get; private set; } = null!;

    /// <summary>Open dossiers of each version.</summary>
    public IReadOnlyDictionary<int, int> Dossiers { get; private set; } = new Dictionary<int, int>();

    /// <summary>What is wrong or odd with the version shown.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>Whether the officer may change the catalogue.</summary>
    public bool MayEdit { get; private set; }

    /// <summary>The parts that are not locked.</summary>
    public IEnumerable<Choice> Lockable => Enum.GetValues<CatalogueField>().Except(Sheet.Locks.Select(l => l.Field))
        .Select(f => new Choice(f.ToString(), CatalogueWords.Of(f)));

    /// <summary>The parts that the version says something of, with their lines.</summary>
    public IEnumerable<(CatalogueField Field, IReadOnlyList<CatalogueLine> Lines)> Parts =>
        Enum.GetValues<CatalogueField>().Where(f => f != CatalogueField.Name).Select(f => (f, CatalogueLines.Of(Sheet.Shown, f))).Where(f => f.Item2.Count > 0);

    /// <summary>A number of dossiers, or that there are more than can be counted at once.</summary>
    public string Counted(int version) => Dossiers.GetValueOrDefault(version) switch
    {
        0 => "không có",
        > OpenByVersion.Most => $"hơn {VietText.Number((long)OpenByVersion.Most)}",
        var n => VietText.Number((long)n),
    };

    /// <summary>What a source said, to be read.</summary>
    public static string Pretty(string json)
    {
        try
        {
            return JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(json), Readable);
        }
        catch (JsonException)
        {
            return json;
        }
    }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Load(cancel) ? Page() : NotFound();

    /// <summary>Locks a part against imports.</summary>
    public Task<IActionResult> OnPostLockAsync(CatalogueField field, string? reason, CancellationToken cancel) =>
        Change(locks.Lock(Code, field, reason ?? "", Me, cancel), $"Đã khóa “{Terms.Of(field)}”: đồng bộ sẽ không thay nội dung này.", cancel);

    /// <summary>Opens a locked part.</summary>
    public Task<IActionResult> OnPostUnlockAsync(CatalogueField field, string? reason, CancellationToken cancel) =>
        Change(locks.Unlock(Code, field, reason ?? "", Me, cancel), $"Đã mở khóa “{Terms.Of(field)}”: lần đồng bộ tới có thể thay nội dung này.", cancel);

    private OfficerId Me => SignedIn.Of(HttpContext).Id;

    private async Task<IActionResult> Change(Task<Refusal?> change, string done, CancellationToken cancel)
    {
        if (await change is not { } no)
        {
            TempData["Done"] = done;
            return Redirect(CatalogueWords.Href(Code) + "#khoa");
        }
        ModelState.AddModelError("", no.Sentence);
        if (no.Code == "catalogue.duty")
            Response.StatusCode = StatusCodes.Status403Forbidden;
        return await Load(cancel) ? Page() : NotFound();
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        if (await sheets.Find(Code, Version, cancel) is not { } sheet)
            return false;
        Sheet = sheet;
        Dossiers = await open.Of(Code, sheet.Versions.Select(v => v.Version), cancel);
        Findings = Checks.Of(sheet.Shown);
        MayEdit = await rights.Missing(Me, cancel) is null;
        return true;
    }
}
