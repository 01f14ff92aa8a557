namespace MotCua.Web.Kit;

/// <summary>The icons of the product: strokes on a field of 24 × 24.</summary>
public static class IconPaths
{
    private const string Ring = "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17z";

    /// <summary>Every icon by name; the value is the <c>d</c> of its path.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["back"] = "M19 12H5m6-6-6 6 6 6",
        ["bell"] = "M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4",
        ["box"] = "M3.5 8 12 4l8.5 4v8.5L12 20.5l-8.5-4zM3.5 8l8.5 4 8.5-4M12 12v8.5",
        ["building"] = "M5 21V4h9v17M14 9h5v12M3 21h18M8 8h3M8 12h3M8 16h3",
        ["calendar"] = "M4 6h16v14H4zM4 10.5h16M8 3.5v4M16 3.5v4",
        ["card"] = "M3 5.5h18v13H3zM6 9.5h4.5v5H6zM13.5 10H18M13.5 14H18",
        ["chart"] = "M4 4v16h16M8.5 16.5v-4M13 16.5V8M17.5 16.5v-6",
        ["check"] = "m4.5 12.5 5 5L19.5 7",
        ["clock"] = Ring + "M12 7v5.5l3.5 2",
        ["cross"] = "M6 6l12 12M18 6 6 18",
        ["down"] = "m6 9.5 6 6 6-6",
        ["download"] = "M12 4v11m-4.5-4.5L12 15l4.5-4.5M4.5 20h15",
        ["edit"] = "M4 20.5l1-4.5L16 5l3.5 3.5-11 11zM13.5 7.5l3.5 3.5",
        ["exit"] = "M10 4H5v16h5M15 8l4 4-4 4M19 12H9.5",
        ["eye"] = "M2.5 12C5 7.5 8.5 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-6 6.5-9.5 6.5S5 16.5 2.5 12zM12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6z",
        ["file"] = "M6 3h8.5L19 7.5V21H6zM14 3v5h5M9 12.5h7M9 16.5h7",
        ["filter"] = "M4 6h16M7 12h10M10 18h4",
        ["globe"] = Ring + "M3.5 12h17M12 3.5c3.3 3 3.3 14 0 17M12 3.5c-3.3 3-3.3 14 0 17",
        ["history"] = "M4 12a8 8 0 1 0 2.5-5.8L4 8.5M4 4v4.5h4.5M12 8v4.5l3 2",
        ["home"] = "M4 11l8-7 8 7v9.5h-5.5V14h-5v6.5H4z",
        ["info"] = Ring + "M12 11v5.5M12 7.5h.01",
        ["list"] = "M8.5 6H20M8.5 12H20M8.5 18H20M4 6h.01M4 12h.01M4 18h.01",
        ["lock"] = "M5 11h14v9.5H5zM8 11V8a4 4 0 0 1 8 0v3",
        ["mail"] = "M3 6h18v12.5H3zM3.5 6.5 12 13l8.5-6.5",
        ["money"] = "M3 6.5h18v11H3zM12 9.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5zM6 9.5v5M18 9.5v5",
        ["next"] = "M5 12h14m-6-6 6 6-6 6",
        ["paperclip"] = "M19 11l-7.5 7.5a4.5 4.5 0 0 1-6.4-6.4L13 4.2a3 3 0 0 1 4.3 4.3l-7.7 7.7a1.5 1.5 0 0 1-2.2-2.2L14 7.5",
        ["pause"] = "M8 5.5v13M16 5.5v13",
        ["pen"] = "M4 20c3-1 4.5-1 6 0s3 1 5 0M6 15.5 16.5 5l2.5 2.5L8.5 18H6z",
        ["people"] = "M9 4.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7zM2.5 20c.6-4 3.2-6 6.5-6s5.9 2 6.5 6M16 5a3.5 3.5 0 0 1 0 6.5M18 14.5c2 .8 3.2 2.6 3.5 5.5",
        ["person"] = "M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM4 20.5c.8-4 4-6 8-6s7.2 2 8 6",
        ["phone"] = "M7 3h10v18H7zM11 18h2",
        ["plus"] = "M12 5v14M5 12h14",
        ["print"] = "M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7z",
        ["receive"] = "M4 13.5V20h16v-6.5M12 3.5V14m-4-4 4 4 4-4",
        ["report"] = "M5 3.5h14v17H5zM8.5 8h7M8.5 12h7M8.5 16h4",
        ["scan"] = "M4 8V4.5h4M16 4.5h4V8M20 16v3.5h-4M8 19.5H4V16M4 12h16",
        ["search"] = "M11 4a7 7 0 1 0 0 14a7 7 0 1 0 0-14zM16 16l4.5 4.5",
        ["send"] = "M4 12 20.5 4 16 20.5 11.5 13zM11.5 13l9-9",
        ["stamp"] = "M9.5 13.5c0-3-1.5-3.5-1.5-6a4 4 0 0 1 8 0c0 2.5-1.5 3-1.5 6H19V17H5v-3.5zM5 20.5h14",
        ["sync"] = "M19.5 9A8 8 0 0 0 5 8M4.5 15A8 8 0 0 0 19 16M5 4v4h4M19 20v-4h-4",
        ["trash"] = "M5 7h14M9.5 7V4h5v3M7 7l1 13.5h8L17 7M10.5 11v6M13.5 11v6",
        ["undo"] = "M9 5 4.5 9.5 9 14M5 9.5h9a5 5 0 0 1 0 10h-3",
        ["upload"] = "M12 16V4.5M7.5 9 12 4.5 16.5 9M4.5 20h15",
        ["warn"] = "M12 4 2.5 20h19zM12 10v4.5M12 17.3h.01",
    };
}
