using Microsoft.AspNetCore.Html;
using MotCua.App.Catalogue.Search;

namespace MotCua.Web.Pages.Catalogue;

/// <summary>Marks the words of a text that answered a search.</summary>
internal static class Marking
{
    /// <summary>The text, encoded, with its answering words in <c>mark</c>.</summary>
    public static IHtmlContent Html(string text, IReadOnlySet<string> words)
    {
        var html = new HtmlContentBuilder();
        foreach (var (piece, marked) in Pieces(text, words))
            if (marked)
                html.AppendHtml("<mark>").Append(piece).AppendHtml("</mark>");
            else
                html.Append(piece);
        return html;
    }

    private static bool Answers(string word, IReadOnlySet<string> words) =>
        SearchText.Words(word) is [var read, ..] && (words.Contains(read.Plain) || read.Toned is { } toned && words.Contains(SearchWord.Mark + toned));

    /// <summary>The text in pieces; words that answer one after the other are one piece. Put together they are the text.</summary>
    internal static IEnumerable<(string Text, bool Marked)> Pieces(string text, IReadOnlySet<string> words)
    {
        int from = 0, marked = -1;
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            var letters = char.IsLetterOrDigit(text[at]);
            while (at < text.Length && char.IsLetterOrDigit(text[at]) == letters)
                at++;
            if (!letters)
                continue;
            if (Answers(text[start..at], words))
            {
                if (marked < 0 && start > from)
                    yield return (text[from..start], false);
                (from, marked) = (marked < 0 ? start : from, at);
            }
            else if (marked >= 0)
            {
                yield return (text[from..marked], true);
                (from, marked) = (marked, -1);
            }
        }
        if (marked >= 0)
            yield return (text[from..marked], true);
        var rest = marked >= 0 ? marked : from;
        if (rest < text.Length)
            yield return (text[rest..], false);
    }
}
