namespace MotCua.Web.SignIn;

/// <summary>What a browser says of itself, in a few words by which its owner knows it again.</summary>
internal static class Device
{
    // Whoever says more of himself stands first: Edge also says Chrome, Chrome also says Safari.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Microsoft Edge"), ("OPR/", "Opera"), ("coc_coc", "Cốc Cốc"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"),
        ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("CrOS", "ChromeOS"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    public static string Of(HttpRequest request)
    {
        var says = request.Headers.UserAgent.ToString();
        return (Find(Browsers, says), Find(Systems, says)) switch
        {
            ({ } browser, { } system) => $"{browser} trên {system}",
            ({ } browser, null) => browser,
            (null, { } system) => $"Trình duyệt trên {system}",
            _ => "Trình duyệt không rõ",
        };
    }

    private static string? Find((string Mark, string Name)[] names, string says) =>
        names.FirstOrDefault(n => says.Contains(n.Mark, StringComparison.OrdinalIgnoreCase)).Name;
}
