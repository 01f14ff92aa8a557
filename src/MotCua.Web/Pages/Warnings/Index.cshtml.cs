using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Warnings;
using MotCua.Domain.Agencies;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Warnings;

/// <summary>What an officer is warned of, with the morning's digest at the top; each line leads to its dossier.</summary>
public sealed class IndexModel(WarningList list, WarningBook book, ExtensionsDue extensions, TimeProvider clock) : PageModel
{
    /// <summary>The group shown; all without it.</summary>
    [BindProperty(SupportsGet = true, Name = "nhom")]
    public string? Group { get; set; }

    /// <summary>The warnings selected.</summary>
    [BindProperty(Name = "chon")]
    public IReadOnlyList<long> Chosen { get; set; } = [];

    /// <summary>Everything the officer is warned of.</summary>
    public WarningPage All { get; private set; } = new(null, [], false);

    /// <summary>The lines of the group.</summary>
    public IReadOnlyList<WarningItem> Items { get; private set; } = [];

    /// <summary>How many dossiers the officer may apologise for today; null where he does not.</summary>
    public int? Extensions { get; private set; }

    /// <summary>Now.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    private SignedIn Me => SignedIn.Of(HttpContext);

    /// <summary>The list of the work that the digest leads to: what he looks after, not only what he has himself.</summary>
    public string WorkView => Me.Has(Duty.HeadOneStop) ? "xem=tat-ca&" : Me.Has(Duty.Lead) ? "" : "xem=toi&";

    /// <summary>Shows the warnings.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        All = await list.Of(Me.Id.Value, cancel);
        var kind = WarningWords.Groups.Where(g => g.Slug == Group).Select(g => (WarningKind?)g.Kind).FirstOrDefault();
        Group = kind is null ? null : Group;
        Items = [.. All.Items.Where(i => kind is null || i.Warning.Kind == kind)];
        if (Me.Has(Duty.Lead) || Me.Has(Duty.Sign))
            Extensions = (await extensions.For(Me.Id.Value, cancel)).Count;
    }

    /// <summary>Marks what is selected as read.</summary>
    public Task<IActionResult> OnPostReadAsync(CancellationToken cancel) => Mark(true, cancel);

    /// <summary>Marks what is selected as unread.</summary>
    public Task<IActionResult> OnPostUnreadAsync(CancellationToken cancel) => Mark(false, cancel);

    /// <summary>Marks everything as read.</summary>
    public async Task<IActionResult> OnPostAllAsync(CancellationToken cancel)
    {
        await book.Mark(Me.Id.Value, null, true, cancel);
        await book.MarkDigest(Me.Id.Value, cancel);
        TempData["Done"] = "Đã đánh dấu đọc tất cả.";
        return Back();
    }

    private async Task<IActionResult> Mark(bool read, CancellationToken cancel)
    {
        if (Chosen.Count == 0)
        {
            TempData["Failed"] = "Chưa chọn dòng nào. Hãy chọn dòng bằng phím Cách hoặc ô đầu dòng.";
            return Back();
        }
        await book.Mark(Me.Id.Value, [.. Chosen], read, cancel);
        TempData["Done"] = string.Create(CultureInfo.InvariantCulture, $"Đã đánh dấu {Chosen.Count} dòng là {(read ? "đã đọc" : "chưa đọc")}.");
        return Back();
    }

    private RedirectToPageResult Back() => RedirectToPage(new RouteValueDictionary { ["nhom"] = Group });
}
