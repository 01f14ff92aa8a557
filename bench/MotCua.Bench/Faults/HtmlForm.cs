using System.Net;
using System.Text.RegularExpressions;

namespace MotCua.Bench.Faults;

/// <summary>A form of a page, as far as a browser sends it without anybody typing: its hidden fields.</summary>
/// <param name="Action">Where it goes; "" for the page itself.</param>
/// <param name="Class">Its class.</param>
internal sealed partial record HtmlForm(string Action, string Class, IReadOnlyList<(string Name, string Value)> Hidden)
{
    /// <summary>The forms of a page that are sent by POST.</summary>
    public static IEnumerable<HtmlForm> In(string page) => Whole().Matches(page).Select(form => new HtmlForm(
            Of(form.Groups[1].Value, "action"), Of(form.Groups[1].Value, "class"),
            [.. Input().Matches(form.Groups[2].Value).Select(i => i.Value).Where(i => Of(i, "type") == "hidden" && Of(i, "name").Length > 0)
                .Select(i => (Of(i, "name"), Of(i, "value")))]))
        .Where(f => f.Hidden.Count > 0);

    /// <summary>Addresses of the links whose class begins so.</summary>
    public static IEnumerable<string> Links(string page, string cssClass) =>
        Link().Matches(page).Where(l => Of(l.Value, "class").StartsWith(cssClass, StringComparison.Ordinal)).Select(l => Of(l.Value, "href"));

    private static string Of(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form\\b([^>]*method=\"post\"[^>]*)>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Whole();

    [GeneratedRegex("<input\\b[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Input();

    [GeneratedRegex("<a\\b[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Link();
}
