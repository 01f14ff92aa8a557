using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Work;

/// <summary>The work list of an officer's units.</summary>
public sealed class IndexModel(WorkList work, ReferenceCache references, MotCuaDb db, TimeProvider clock, IServiceProvider services) : PageModel
{
    private static readonly (WorkFilter Filter, string Slug, string Label)[] All =
    [
        (WorkFilter.All, "", "Tất cả đang mở"),
        (WorkFilter.Mine, "toi", "Chờ tôi làm"),
        (WorkFilter.Due, "han", "Đến hạn, quá hạn"),
        (WorkFilter.Applicant, "dan", "Chờ người dân bổ sung"),
        (WorkFilter.ToReturn, "tra", "Chờ trả kết quả"),
        (WorkFilter.Received, "nhan", "Đã tiếp nhận"),
    ];

    /// <summary>A saved filter beside the list.</summary>
    /// <param name="Count">How many rows; null where they are not counted.</param>
    public sealed record Choice(string Href, string Label, string? Count, bool Current, bool Late);

    /// <summary>A form that was kept when the sign-in had ended.</summary>
    public sealed record Kept(string Href, DateTimeOffset At, string Page);

    /// <summary>The filters.</summary>
    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    /// <summary>The rows.</summary>
    public IReadOnlyList<WorkLine> Lines { get; private set; } = [];

    /// <summary>The page shown, from 1.</summary>
    public int At { get; private set; } = 1;

    /// <summary>Whether more rows follow.</summary>
    public bool HasMore { get; private set; }

    /// <summary>What is looked for; null for nothing.</summary>
    public string? Sought { get; private set; }

    /// <summary>What the list shows, as a heading.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>In which order it stands.</summary>
    public string Order { get; private set; } = "";

    /// <summary>The sentence of an empty list.</summary>
    public string Empty { get; private set; } = "";

    /// <summary>Whether the officer may receive dossiers.</summary>
    public bool MayReceive { get; private set; }

    /// <summary>The officer's unit.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>The present instant.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Forms kept for the officer.</summary>
    public IReadOnlyList<Kept> Forms { get; private set; } = [];

    /// <summary>Shows a page of the list. A whole code leads to its dossier at once: a scanner types it.</summary>
    /// <param name="loc">The filter's short name.</param>
    /// <param name="q">Words, or the end of a code.</param>
    /// <param name="trang">The page, from 1.</param>
    public async Task<IActionResult> OnGetAsync(string? loc, string? q, int trang = 1, CancellationToken cancel = default)
    {
        var officer = SignedIn.Of(HttpContext);
        Sought = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        var (filter, _, label) = All.FirstOrDefault(f => f.Slug == (loc ?? ""), All[0]);
        var page = await work.Of(officer.Id.Value, filter, Sought, trang, cancel);
        if (page.Items is [var only] && page is { HasMore: false, Page: 1 } && string.Equals(only.Dossier.Code, Sought, StringComparison.OrdinalIgnoreCase))
            return LocalRedirect("/ho-so/" + only.Dossier.Code);
        (Now, At, HasMore, Unit, MayReceive) = (clock.GetUtcNow(), page.Page, page.HasMore, officer.Home.Name, officer.Has(Duty.Receive));
        var reference = await references.Get(db, cancel);
        Lines = [.. page.Items.Select(i => WorkLine.Of(i, officer, reference, Now))];
        Choices = await Filters(officer, filter, cancel);
        var parked = await services.GetRequiredService<ParkedForms>().Of(officer.Id, cancel);
        Forms = [.. parked.Select(f => new Kept($"/giu/{f.Id:D}", f.At, Uri.UnescapeDataString(f.Path)))];
        Heading = Sought is not null ? $"Tìm “{Sought}”" : filter == WorkFilter.All ? "Việc của tôi" : label;
        Order = Sought is not null ? "cả hồ sơ đã đóng, mới nhất trước" : filter == WorkFilter.Received ? "mới nhất trước" : "hạn gần nhất trước";
        Empty = EmptyOf(filter);
        return Page();
    }

    private async Task<IReadOnlyList<Choice>> Filters(SignedIn officer, WorkFilter current, CancellationToken cancel)
    {
        var counts = await work.Counts(officer.Id.Value, cancel);
        return [.. All.Where(f => f.Filter != WorkFilter.Received || officer.Has(Duty.Receive) || officer.Has(Duty.HeadOneStop)).Select(f => new Choice(
            f.Slug.Length == 0 ? "/viec" : "/viec?loc=" + f.Slug, f.Label, counts.TryGetValue(f.Filter, out var n) ? Counted(n) : null,
            Sought is null && f.Filter == current, f.Filter == WorkFilter.Due && n > 0))];
    }

    private static string Counted(int n) => n >= WorkList.CountLimit ? $"{WorkList.CountLimit - 1}+" : VietText.Number((long)n);

    private string EmptyOf(WorkFilter filter) => (Sought, filter) switch
    {
        ({ } sought, _) => $"Không có hồ sơ nào của đơn vị khớp “{sought}”. Hãy thử ít chữ hơn, tên không dấu, hoặc bốn số cuối của mã.",
        (_, WorkFilter.Mine) => "Không có việc nào đang chờ bạn.",
        (_, WorkFilter.Due) => "Không có hồ sơ nào đến hạn hôm nay hay quá hạn.",
        (_, WorkFilter.Applicant) => "Không có hồ sơ nào đang chờ người dân bổ sung.",
        (_, WorkFilter.ToReturn) => "Không có kết quả nào đang chờ người dân đến nhận.",
        (_, WorkFilter.Received) => "Đơn vị chưa tiếp nhận hồ sơ nào.",
        _ => "Chưa có việc: đơn vị không có hồ sơ nào đang mở.",
    };
}
