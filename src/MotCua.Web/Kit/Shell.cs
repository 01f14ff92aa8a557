namespace MotCua.Web.Kit;

/// <summary>What the frame around every page shows. The host sets one per request:
/// <c>HttpContext.Features.Set(new ShellModel { … })</c>.</summary>
public sealed record ShellModel
{
    /// <summary>A frame without a person: sign-in and error pages.</summary>
    public static readonly ShellModel Nobody = new();

    /// <summary>The unit the person works for: "Phường Buôn Ma Thuột".</summary>
    public string Unit { get; init; } = "";

    /// <summary>Whether the data is fictitious; every page then says so.</summary>
    public bool Demo { get; init; }

    /// <summary>Full name of the person signed in; null for nobody.</summary>
    public string? Person { get; init; }

    /// <summary>Post or counter: "Quầy 3 · Tiếp nhận".</summary>
    public string? Post { get; init; }

    /// <summary>The entries of the top bar, in order.</summary>
    public IReadOnlyList<ShellItem> Items { get; init; } = [];

    /// <summary>What the search field holds.</summary>
    public string? Query { get; init; }

    /// <summary>Where the search goes, as <c>?q=</c>.</summary>
    public string SearchHref { get; init; } = "/viec";

    /// <summary>Where the brand leads.</summary>
    public string HomeHref { get; init; } = "/";

    /// <summary>Where signing out is posted.</summary>
    public string SignOutHref { get; init; } = "/dang-xuat";

    /// <summary>The person's own account: duties, sessions, password.</summary>
    public string AccountHref { get; init; } = "/tai-khoan";

    /// <summary>Where the bell leads: what the person is warned of.</summary>
    public string BellHref { get; init; } = "/nhac-viec";

    /// <summary>How many warnings the person has not read.</summary>
    public int Unread { get; init; }

    /// <summary>Version or revision for the footer, where it is to be shown.</summary>
    public string? Version { get; init; }
}

/// <summary>One entry of the top bar.</summary>
/// <param name="Href">Path from the root of the site.</param>
/// <param name="Label">What people read.</param>
/// <param name="Icon">A name of <see cref="IconPaths"/>.</param>
/// <param name="Count">How many wait there; null for none shown.</param>
/// <param name="Current">Whether the page shown belongs to it.</param>
public sealed record ShellItem(string Href, string Label, string Icon, int? Count = null, bool Current = false)
{
    /// <summary>The same entries with the one marked whose path is the longest beginning of <paramref name="path"/>.</summary>
    public static IReadOnlyList<ShellItem> Mark(IEnumerable<ShellItem> items, string path)
    {
        var all = items.ToList();
        var best = all.Where(i => Holds(i.Href, path)).MaxBy(i => i.Href.Length);
        return [.. all.Select(i => i with { Current = i.Href == best?.Href })];
    }

    private static bool Holds(string href, string path) =>
        path.Equals(href, StringComparison.OrdinalIgnoreCase)
        || path.StartsWith(href.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase) && href != "/";
}

/// <summary>One step of the way back, above the heading of a page.</summary>
/// <param name="Href">Where it leads; null for the page itself.</param>
/// <param name="Label">What people read.</param>
public sealed record Crumb(string? Href, string Label);
