using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MotCua.Web.Kit;

/// <summary>An icon: <c>&lt;m-icon name="search" /&gt;</c>. Decoration unless it has a label.</summary>
[HtmlTargetElement("m-icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTag : TagHelper
{
    /// <summary>A name of <see cref="IconPaths"/>.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it says to those who do not see it; null where a word stands beside it.</summary>
    public string? Label { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Draw(Name, Label, output.Attributes["class"]?.Plain()));
    }

    /// <summary>The drawing, for other parts of the Kit.</summary>
    internal static IHtmlContent Draw(string name, string? label = null, string? css = null)
    {
        if (!IconPaths.All.TryGetValue(name, out var path))
            throw new ArgumentException($"No icon is called '{name}'; IconPaths.All lists them.", nameof(name));
        var svg = Svg("0 0 24 24", css is null ? "icon" : $"icon {css}");
        if (label is null) svg.With("aria-hidden", "true");
        else svg.With("role", "img").With("aria-label", label);
        return svg.Holding(Html.Tag("path").With("d", path));
    }

    /// <summary>A small filled shape of ten by ten that goes with a state's word.</summary>
    internal static IHtmlContent Shape(string path) =>
        Svg("0 0 10 10", "shape").With("aria-hidden", "true").Holding(Html.Tag("path").With("d", path).With("fill-rule", "evenodd"));

    private static Microsoft.AspNetCore.Mvc.Rendering.TagBuilder Svg(string box, string css) =>
        Html.Tag("svg", css).With("viewBox", box).With("focusable", "false");
}
