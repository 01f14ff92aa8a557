using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Catalogue;
using MotCua.App.Catalogue.Editing;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Catalogue.Admin;

/// <summary>The list of the catalogue for those who administer it.</summary>
[NeedsDuty(Duty.Administer, Duty.Control)]
public sealed class IndexModel(ProcedureList list, CatalogueRights rights) : PageModel
{
    /// <summary>Answers to "may it be received?".</summary>
    public static readonly IReadOnlyList<Choice> Receptions =
    [
        new("co", "Đang tiếp nhận được"), new("khong", "Chưa tiếp nhận được"), new("receive.no-process", "Chưa gắn quy trình"),
        new("receive.routing", "Hệ thống khác tiếp nhận"), new("receive.ministry", "Cấp bộ giải quyết"), new("receive.no-level",
            "Chưa ghi cấp giải quyết"), new("receive.not-in-force", "Không còn hiệu lực"),
    ];

    /// <summary>Where versions come from.</summary>
    public static readonly IReadOnlyList<Choice> Origins =
        [.. Enum.GetValues<VersionOrigin>().Select(o => new Choice(o.ToString(), CatalogueWords.Origin(o)))];

    /// <summary>Words, or a part of a code.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>Sector.</summary>
    [BindProperty(SupportsGet = true, Name = "linh-vuc")]
    public string? Sector { get; set; }

    /// <summary>Level.</summary>
    [BindProperty(SupportsGet = true, Name = "cap")]
    public Level? Level { get; set; }

    /// <summary>What made the version shown.</summary>
    [BindProperty(SupportsGet = true, Name = "nguon")]
    public VersionOrigin? Origin { get; set; }

    /// <summary>Whether it may be received, or why not.</summary>
    [BindProperty(SupportsGet = true, Name = "tiep-nhan")]
    public string? Reception { get; set; }

    /// <summary>Only those with open defects.</summary>
    [BindProperty(SupportsGet = true, Name = "sai-sot")]
    public bool WithDefects { get; set; }

    /// <summary>Only those with a version that waits for its day.</summary>
    [BindProperty(SupportsGet = true, Name = "tuong-lai")]
    public bool WithFuture { get; set; }

    /// <summary>The rows.</summary>
    public ListedPage Found { get; private set; } = new([], 1, false);

    /// <summary>Sectors to choose from.</summary>
    public IReadOnlyList<Choice> Sectors { get; private set; } = [];

    /// <summary>Whether the officer may change the catalogue.</summary>
    public bool MayEdit { get; private set; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Request.Query.Any(q => q.Key != "trang" && q.Value.Any(v => !string.IsNullOrEmpty(v) && v != "false"));

    /// <summary>The same list as the offer of processes takes it.</summary>
    public string ProcessesHref => "/danh-muc/gan-quy-trinh" + Request.QueryString;

    /// <summary>What the list is narrowed to.</summary>
    public ProcedureFilter Filter => new(Words, string.IsNullOrEmpty(Sector) ? null : Sector, Level, Origin, Reception, WithDefects, WithFuture);

    /// <summary>Shows a page of the list.</summary>
    /// <param name="trang">From 1.</param>
    public async Task OnGetAsync(int trang = 1, CancellationToken cancel = default)
    {
        Found = await list.Of(Filter, trang, cancel);
        Sectors = [.. (await list.Sectors(cancel)).Select(s => new Choice(s, s))];
        MayEdit = await rights.Missing(SignedIn.Of(HttpContext).Id, cancel) is null;
    }
}
