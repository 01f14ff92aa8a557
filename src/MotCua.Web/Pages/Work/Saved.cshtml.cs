using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Reference;
using MotCua.App.Work;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Work;

/// <summary>The officer's saved filters: their order, which are pinned, which are shared, and deleting with undo.</summary>
public sealed class SavedModel(SavedFilters saved, ReferenceCache references, MotCuaDb db) : PageModel
{
    private const string Here = "/viec/bo-loc";

    /// <summary>His own, in order.</summary>
    public IReadOnlyList<SavedFilterRow> Own { get; private set; } = [];

    /// <summary>Those that leaders share with his units.</summary>
    public IReadOnlyList<SavedFilterRow> Shared { get; private set; } = [];

    /// <summary>The units with which he may share.</summary>
    public IReadOnlyList<Choice> Led { get; private set; } = [];

    /// <summary>The one that was just deleted; null for none.</summary>
    public int? Deleted { get; private set; }

    /// <summary>The filter that could not be saved, to be named again; null for none.</summary>
    public string? Query { get; private set; }

    /// <summary>The name typed for it.</summary>
    public string Typed { get; private set; } = "";

    /// <summary>Shows them.</summary>
    /// <param name="vuaXoa">The one that was just deleted.</param>
    public async Task OnGetAsync([FromQuery(Name = "vua-xoa")] int? vuaXoa, CancellationToken cancel)
    {
        Deleted = vuaXoa;
        await Load(cancel);
    }

    /// <summary>Saves the filter of a list under a name.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string? ten, string? loc, CancellationToken cancel)
    {
        var form = SavedQuery.Read(loc, await references.Get(db, cancel));
        if (await saved.Save(Me, ten, form.Address(), cancel) is { } refusal)
        {
            ModelState.AddRefusal(refusal);
            (Query, Typed) = (form.Address(), ten ?? "");
            await Load(cancel);
            return Page();
        }
        TempData["Done"] = $"Đã lưu bộ lọc “{ten?.Trim()}”.";
        return LocalRedirect("/viec" + form.Address());
    }

    /// <summary>Moves one up or down.</summary>
    public async Task<IActionResult> OnPostMoveAsync(int id, bool len, CancellationToken cancel)
    {
        await saved.Move(Me, id, len, cancel);
        return LocalRedirect(Here);
    }

    /// <summary>Pins one, or no longer.</summary>
    public async Task<IActionResult> OnPostPinAsync(int id, bool ghim, CancellationToken cancel)
    {
        await saved.Pin(Me, id, ghim, cancel);
        return LocalRedirect(Here);
    }

    /// <summary>Shares one with a unit, or with nobody.</summary>
    public async Task<IActionResult> OnPostShareAsync(int id, [FromForm(Name = "don-vi")] int? unit, CancellationToken cancel)
    {
        if (await saved.Share(Me, id, unit, cancel) is { } refusal)
            TempData["Failed"] = refusal.Sentence;
        return LocalRedirect(Here);
    }

    /// <summary>Deletes one; the page offers to bring it back.</summary>
    public async Task<IActionResult> OnPostDeleteAsync(int id, CancellationToken cancel)
    {
        if (await saved.Delete(Me, id, cancel) is { } name)
            TempData["Deleted"] = name;
        return LocalRedirect($"{Here}?vua-xoa={id}");
    }

    /// <summary>Brings one back.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(int id, CancellationToken cancel)
    {
        if (await saved.Restore(Me, id, cancel) is { } refusal)
            TempData["Failed"] = refusal.Sentence;
        else
            TempData["Done"] = "Đã hoàn tác: bộ lọc trở lại như trước.";
        return LocalRedirect(Here);
    }

    private int Me => SignedIn.Of(HttpContext).Id.Value;

    private async Task Load(CancellationToken cancel)
    {
        var all = await saved.Of(Me, cancel);
        (Own, Shared) = ([.. all.Where(f => f.OfficerId == Me)], [.. all.Where(f => f.OfficerId != Me)]);
        var agencies = (await references.Get(db, cancel)).Agencies;
        Led = [.. (await saved.LedBy(Me, cancel)).Select(u => new Choice(
            u.ToString(System.Globalization.CultureInfo.InvariantCulture), agencies.NameOf(new AgencyId(u))))];
    }
}
