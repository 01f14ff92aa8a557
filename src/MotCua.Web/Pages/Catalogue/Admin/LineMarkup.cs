using Microsoft.AspNetCore.Html;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Catalogue.Admin;

/// <summary>Draws one side of a compared line: what the other side lacks is marked.</summary>
internal static class LineMarkup
{
    /// <param name="text">The side; null where the line does not stand.</param>
    /// <param name="runs">Its words; empty where the whole line is new or gone.</param>
    /// <param name="mark">"del" or "ins".</param>
    public static IHtmlContent Of(string? text, IReadOnlyList<MarkedWords> runs, string mark)
    {
        if (text is null)
            return Html.Tag("span", "mute", "không có");
        var side = Html.Tag("div", "side");
        if (runs.Count == 0)
            return side.Holding(Html.Tag(mark, text: text));
        foreach (var run in runs)
        {
            if (run.Marked)
                side.Holding(Html.Tag(mark, text: run.Text)).Text(" ");
            else
                side.Text(run.Text + " ");
        }
        return side;
    }
}
