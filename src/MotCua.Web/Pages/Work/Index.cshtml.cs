using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.App.Warnings;
using MotCua.App.Work;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Work;

/// <summary>The work list of an officer's units, and the search in all their dossiers.</summary>
public sealed class IndexModel(
    WorkSearch search, WorkCounts counts, WorkChoices choices, SavedFilters saved, FrameCounts frame, IExportLog log, ReferenceCache references, MotCuaDb db,
    TimeProvider clock, IServiceProvider services) : PageModel
{
    /// <summary>A form that was kept when the sign-in had ended.</summary>
    public sealed record Kept(string Href, DateTimeOffset At, string Page);

    /// <summary>The filters as typed.</summary>
    public WorkForm Form { get; private set; } = null!;

    /// <summary>What can be chosen.</summary>
    public WorkOptions Options { get; private set; } = null!;

    /// <summary>The links beside the list.</summary>
    public IReadOnlyList<WorkLinks> Beside { get; private set; } = [];

    /// <summary>Saved filters that are pinned or shared.</summary>
    public IReadOnlyList<WorkLink> Saved { get; private set; } = [];

    /// <summary>What narrows the list.</summary>
    public IReadOnlyList<WorkChip> Chips { get; private set; } = [];

    /// <summary>The rows.</summary>
    public IReadOnlyList<WorkLine> Lines { get; private set; } = [];

    /// <summary>The page before; null for none.</summary>
    public string? Before { get; private set; }

    /// <summary>The page after; null for none.</summary>
    public string? After { get; private set; }

    /// <summary>How many rows there are: "31", "hơn 1.000"; null where they are not counted.</summary>
    public string? Total { get; private set; }

    /// <summary>What the list shows, as a heading.</summary>
    public string Heading => Form.Query.Words is { } words ? $"Tìm “{words}”" : WorkLine.Sentence(Terms.Of(Form.Query.View));

    /// <summary>The sentence of an empty list.</summary>
    public string Empty { get; private set; } = "";

    /// <summary>Whether the officer may receive dossiers.</summary>
    public bool MayReceive { get; private set; }

    /// <summary>The address of this list, to come back to.</summary>
    public string Here => "/viec" + Form.Address();

    /// <summary>What may be done to many dossiers, by the duties that the officer has anywhere.</summary>
    public IReadOnlyList<(string Slug, string Label)> BatchKinds { get; private set; } = [];

    /// <summary>Whether there are follow-up books that he may open.</summary>
    public bool HasBooks => Options.Units.Any(u => u.Kind == AgencyKind.OneStop);

    /// <summary>The officer's unit.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>The present instant.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>The procedure in words, for its field.</summary>
    public string Procedure { get; private set; } = "";

    /// <summary>Forms kept for the officer.</summary>
    public IReadOnlyList<Kept> Forms { get; private set; } = [];

    /// <summary>Shows a page of the list. A whole code leads to its dossier at once: a scanner types it.</summary>
    /// <param name="sau">The place after which the page begins.</param>
    /// <param name="truoc">The place before which it ends.</param>
    public async Task<IActionResult> OnGetAsync(string? sau, string? truoc, CancellationToken cancel)
    {
        var officer = SignedIn.Of(HttpContext);
        var reference = await references.Get(db, cancel);
        Form = WorkForm.Read(Request.Query, reference);
        // A form sends its empty fields, too; the address that people share has none.
        if (!Form.IsBad && Request.Query.Any(f => f.Key == "ma-thu-tuc" || (WorkForm.Names.Contains(f.Key) && string.IsNullOrWhiteSpace(f.Value))))
            return LocalRedirect("/viec" + Form.Address());
        (Now, Unit, MayReceive) = (clock.GetUtcNow(), officer.Home.Name, officer.Has(Duty.Receive));
        BatchKinds = ManyModel.KindsOf(officer);
        Options = await choices.Of(officer.Id.Value, cancel);
        var open = await counts.Of(officer.Id.Value, cancel);
        if (!Form.IsBad && await Show(officer, sau, truoc, open, reference, cancel) is { } only)
            return LocalRedirect("/ho-so/" + only);
        Beside = WorkBeside.Of(Form, open, (await frame.Of(officer.Id, officer.Duties, cancel)).Mine);
        Saved = await SavedLinks(officer, reference, cancel);
        Chips = WorkChips.Of(Form, Options, reference);
        Procedure = Form.ErrorOf("thu-tuc") is null && Form["thu-tuc"] is { Length: > 0 } code ? WorkChips.NameOf(code, reference) : Form["thu-tuc"];
        var parked = await services.GetRequiredService<ParkedForms>().Of(officer.Id, cancel);
        Forms = [.. parked.Select(f => new Kept($"/giu/{f.Id:D}", f.At, Uri.UnescapeDataString(f.Path)))];
        return Page();
    }

    /// <summary>The address of the list with a field set, or taken away where the value is empty; it begins at its first page.</summary>
    public string Href(string name, string value) => "/viec" + Form.With((name, value));

    /// <summary>The address of another page of the list.</summary>
    public string PageHref(string name, string place) =>
        "/viec" + (Form.Address() is { Length: > 0 } query ? query + "&" : "?") + $"{name}={place}";

    private async Task<string?> Show(SignedIn officer, string? after, string? before, OpenWork open, ReferenceData reference, CancellationToken cancel)
    {
        var (id, query) = (officer.Id.Value, Form.Query);
        if (query.LooksUp)
            await log.LookedUp(officer.Id, cancel);
        var page = await search.Page(id, query, after, before, cancel: cancel);
        if (page is { Items: [var one], After: null, Before: null } && string.Equals(one.Dossier.Code, query.Words, StringComparison.OrdinalIgnoreCase))
            return one.Dossier.Code;
        Lines = [.. page.Items.Select(i => WorkLine.Of(i, officer, reference, Now))];
        (Before, After) = (page.Before, page.After);
        Total = !query.OfSteps ? null
            : !Form.Narrows && query.View == WorkView.Unit ? WorkBeside.Counted(open.All, open.AtLeast)
            : WorkBeside.Counted(await search.Count(id, query, cancel) ?? 0);
        Empty = EmptyOf(query);
        return null;
    }

    /// <summary>Pinned ones of his own and those shared with him; lists of open work are counted.</summary>
    private async Task<IReadOnlyList<WorkLink>> SavedLinks(SignedIn officer, ReferenceData reference, CancellationToken cancel)
    {
        var (id, here, links) = (officer.Id.Value, Form.Address(), new List<WorkLink>());
        foreach (var filter in (await saved.Of(id, cancel)).Where(f => f.Pinned || f.OfficerId != id))
        {
            var form = SavedQuery.Read(filter.Query, reference);
            var count = form.IsBad ? null : await search.Count(id, form.Query, cancel);
            links.Add(new WorkLink("/viec" + filter.Query, filter.Name, count is { } n ? WorkBeside.Counted(n) : null, here == filter.Query));
        }
        return links;
    }

    private string EmptyOf(WorkQuery query) => query switch
    {
        { Words: { } words } => $"Không có hồ sơ nào của đơn vị khớp “{words}”. Hãy thử ít chữ hơn, tên không dấu, hoặc bốn số cuối của mã.",
        _ when Form.Narrows => "Không có hồ sơ nào khớp tất cả các điều kiện trên. Hãy bỏ bớt một điều kiện.",
        { View: WorkView.Mine } => "Không có việc nào đang chờ bạn.",
        { View: WorkView.Done } => "Bạn chưa xử lý hồ sơ nào.",
        { View: WorkView.All } => "Đơn vị chưa có hồ sơ nào.",
        _ => "Chưa có việc: đơn vị không có hồ sơ nào đang mở.",
    };
}
