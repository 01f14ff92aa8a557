using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MotCua.Web.Kit;

/// <summary>The pages of a list; the rest of the query stays as it is.</summary>
[HtmlTargetElement("m-pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTag : TagHelper
{
    /// <summary>The page shown, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>Rows on a page.</summary>
    public int Size { get; set; } = 20;

    /// <summary>Rows in all.</summary>
    public int Total { get; set; }

    /// <summary>Whether more rows follow, where they are not counted; <see cref="Total"/> then is the number of rows on this page.</summary>
    public bool? More { get; set; }

    /// <summary>The name in the query.</summary>
    public string Param { get; set; } = "trang";

    /// <summary>What the rows are: "hồ sơ".</summary>
    public string Unit { get; set; } = "dòng";

    /// <summary>The page it stands on.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (More is { } more)
        {
            Uncounted(output, more);
            return;
        }
        var last = Math.Max(1, (Total + Size - 1) / Size);
        var page = Math.Clamp(Page, 1, last);
        var from = Total == 0 ? 0 : (page - 1) * Size + 1;
        output.Become("nav", "pager");
        output.Attributes.SetAttribute("aria-label", "Phân trang");
        output.Content.SetHtmlContent(Html.Tag("p", text:
            $"{VietText.Number((long)from)}–{VietText.Number((long)Math.Min(page * Size, Total))} trong {VietText.Number((long)Total)} {Unit}"));
        if (last == 1) return;
        var list = Html.Tag("ul");
        if (page > 1) list.Holding(Step(page - 1, "Trước", "prev"));
        foreach (var number in Shown(page, last)) list.Holding(number is { } some ? Number(some, page) : Gap());
        if (page < last) list.Holding(Step(page + 1, "Sau", "next"));
        output.Content.AppendHtml(list);
    }

    private void Uncounted(TagHelperOutput output, bool more)
    {
        var before = (Page - 1) * Size;
        output.Become("nav", "pager");
        output.Attributes.SetAttribute("aria-label", "Phân trang");
        output.Content.SetHtmlContent(Html.Tag("p", text: Total == 0 ? $"Không còn {Unit} nào ở trang này"
            : $"{VietText.Number((long)before + 1)}–{VietText.Number((long)before + Total)}{(more ? ", còn nữa" : "")} · {Unit}"));
        if (Page == 1 && !more) return;
        var list = Html.Tag("ul");
        if (Page > 1) list.Holding(Step(Page - 1, "Trước", "prev"));
        if (more) list.Holding(Step(Page + 1, "Sau", "next"));
        output.Content.AppendHtml(list);
    }

    /// <summary>The first, the last and those around; null where some are left out.</summary>
    internal static IEnumerable<int?> Shown(int page, int last)
    {
        var before = 0;
        foreach (var number in Enumerable.Range(1, last).Where(n => n == 1 || n == last || Math.Abs(n - page) <= 1))
        {
            if (number - before == 2) yield return number - 1;
            else if (number - before > 2) yield return null;
            yield return number;
            before = number;
        }
    }

    private TagBuilder Number(int number, int page)
    {
        var link = Html.Tag("a", text: number.ToString(CultureInfo.InvariantCulture)).With("href", Href(number))
            .With("aria-label", $"Trang {number}").With("aria-current", number == page ? "page" : null);
        return Html.Tag("li").Holding(link);
    }

    private TagBuilder Step(int number, string word, string rel) =>
        Html.Tag("li").Holding(Html.Tag("a", text: word).With("href", Href(number)).With("rel", rel).With("aria-label", $"Trang {word.ToLowerInvariant()}"));

    private static IHtmlContent Gap() => Html.Tag("li", "gap", "…").With("aria-hidden", "true");

    private string Href(int number)
    {
        var request = ViewContext.HttpContext.Request;
        var query = new QueryBuilder(request.Query.Where(q => q.Key != Param).SelectMany(
            q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value ?? "")))
        { { Param, number.ToString(CultureInfo.InvariantCulture) } };
        return request.PathBase + request.Path + query.ToString();
    }
}
