using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Catalogue.Search;
using MotCua.App.Reception;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Catalogue;

/// <summary>Finds procedures; open to everyone.</summary>
[AllowAnonymous]
public sealed class IndexModel(MotCuaDb db, ProcedureIndexes indexes, ProcedureUse use) : PageModel
{
    /// <summary>Procedures on a page.</summary>
    public const int Size = 20;

    private const int LastPage = 500;

    /// <summary>What is looked for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    /// <summary>Only of a sector.</summary>
    [BindProperty(SupportsGet = true, Name = "linh-vuc")]
    public string? Sector { get; set; }

    /// <summary>Only what an agency announced.</summary>
    [BindProperty(SupportsGet = true, Name = "co-quan")]
    public string? Agency { get; set; }

    /// <summary>Only of a level: "Commune".</summary>
    [BindProperty(SupportsGet = true, Name = "cap")]
    public string? LevelText { get; set; }

    /// <summary>Only of an event of life.</summary>
    [BindProperty(SupportsGet = true, Name = "su-kien")]
    public string? Event { get; set; }

    /// <summary>Only with a degree of online service: "Full".</summary>
    [BindProperty(SupportsGet = true, Name = "truc-tuyen")]
    public string? OnlineText { get; set; }

    /// <summary>Only what is received on the system of the province.</summary>
    [BindProperty(SupportsGet = true, Name = "tai-tinh")]
    public bool Here { get; set; }

    /// <summary>From 1.</summary>
    [BindProperty(SupportsGet = true, Name = "trang")]
    public string? PageText { get; set; }

    /// <summary>What is asked of.</summary>
    public ProcedureIndex Procedures { get; private set; } = null!;

    /// <summary>What was found; null where nothing is looked for.</summary>
    public SearchAnswer? Answer { get; private set; }

    /// <summary>The page shown.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>Whether anything but words is asked for.</summary>
    public bool Filtered => Sector is not null || Agency is not null || Level is not null || Online is not null || Here;

    /// <summary>The event of life that is asked for.</summary>
    public LifeEvent? LifeEvent => Event is null ? null : Procedures.Events.FirstOrDefault(e => e.Key == Event);

    /// <summary>Levels to choose from.</summary>
    public static IReadOnlyList<Choice> Levels { get; } =
        [.. new[] { Domain.Agencies.Level.Commune, Domain.Agencies.Level.Province, Domain.Agencies.Level.Ministry }.Select(Choice)];

    /// <summary>Degrees of online service to choose from.</summary>
    public static IReadOnlyList<Choice> Degrees { get; } = [.. new[] { OnlineLevel.Full, OnlineLevel.Partial, OnlineLevel.None }.Select(Choice)];

    private Level? Level => Enum.TryParse<Level>(LevelText, out var level) && Enum.IsDefined(level) ? level : null;

    private OnlineLevel? Online => Enum.TryParse<OnlineLevel>(OnlineText, out var online) && Enum.IsDefined(online) ? online : null;

    /// <summary>Searches.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Procedures = await indexes.Get(db, cancel);
        (Sector, Agency, Event) = (Given(Sector), Given(Agency), Given(Event));
        if (string.IsNullOrWhiteSpace(Query) && !Filtered && Event is null)
            return;
        Number = int.TryParse(PageText, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, LastPage) : 1;
        var weight = ProcedureUse.Weight(await use.Get(db, cancel));
        var filters = new SearchFilters(Sector, Agency, Level, Event, Online, Here ? line => line.Terms.NotHere is null : null) { Weigh = l => weight(l.Code) };
        Answer = Procedures.Search(Query, filters, Size, (Number - 1) * Size);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Choice Choice<T>(T value) where T : struct, Enum => new(value.ToString(), Guide.Sentence(Terms.Of(value)));
}
