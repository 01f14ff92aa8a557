using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MotCua.Web.Kit;

/// <summary>What must be put right on the form, each line leading to its field; nothing where nothing is wrong.</summary>
[HtmlTargetElement("m-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorsTag : TagHelper
{
    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var lines = ViewContext.ModelState
            .Where(e => e.Value?.ValidationState is ModelValidationState.Invalid)
            .SelectMany(e => e.Value!.Sentences().Select(s => (Key: e.Key, Sentence: s)))
            .ToList();
        if (lines.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.Become("div", "errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Attributes.SetAttribute("data-focus", "");
        var list = Html.Tag("ul");
        foreach (var (key, sentence) in lines)
            list.Holding(Html.Tag("li").Holding(key.Length == 0
                ? Html.Tag("span", text: sentence)
                : Html.Tag("a", text: sentence).With("href", "#" + Html.Id(key))));
        output.Content.SetHtmlContent(Html.Tag("h2", text: $"Có {lines.Count} chỗ cần sửa"));
        output.Content.AppendHtml(list);
    }
}
