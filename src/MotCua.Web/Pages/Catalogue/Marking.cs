using Microsoft.AspNetCore.Html;
using MotCua.Domain.Words;

namespace MotCua.Web.Pages.Catalogue;

/// <summary>Marks the words of a text that answered a search.</summary>
internal static class Marking
{
    /// <summary>The text, encoded, with its answering words in <c>mark</c>.</summary>
    public static IHtmlContent Html(string text, IReadOnlySet<string> words)
    {
        var html = new HtmlContentBuilder();
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            var letters = char.IsLetterOrDigit(text[at]);
            while (at < text.Length && char.IsLetterOrDigit(text[at]) == letters)
                at++;
            var piece = text[start..at];
            if (letters && words.Contains(VietnameseText.Fold(piece)))
                html.AppendHtml("<mark>").Append(piece).AppendHtml("</mark>");
            else
                html.Append(piece);
        }
        return html;
    }
}
