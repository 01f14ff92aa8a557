using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MotCua.Web.Kit;

/// <summary>Short ways to build elements; every text and attribute goes through the encoder.</summary>
internal static class Html
{
    public static TagBuilder Tag(string name, string? css = null, string? text = null)
    {
        var tag = new TagBuilder(name);
        if (!string.IsNullOrEmpty(css)) tag.Attributes["class"] = css;
        if (text is not null) tag.InnerHtml.Append(text);
        return tag;
    }

    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null) tag.Attributes[attribute] = value;
        return tag;
    }

    public static TagBuilder Holding(this TagBuilder tag, params IHtmlContent?[] parts)
    {
        foreach (var part in parts) if (part is not null) tag.InnerHtml.AppendHtml(part);
        return tag;
    }

    public static TagBuilder Text(this TagBuilder tag, string text)
    {
        tag.InnerHtml.Append(text);
        return tag;
    }

    public static TagBuilder Empty(string name) => new(name) { TagRenderMode = TagRenderMode.SelfClosing };

    public static string Id(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>The value of an attribute as text: what stands in the page is HTML already and would be encoded twice.</summary>
    public static string Plain(this TagHelperAttribute attribute)
    {
        if (attribute.ValueStyle is HtmlAttributeValueStyle.Minimized) return "";
        if (attribute.Value is not IHtmlContent html) return attribute.Value?.ToString() ?? "";
        using var text = new StringWriter();
        html.WriteTo(text, HtmlEncoder.Default);
        return WebUtility.HtmlDecode(text.ToString());
    }

    /// <summary>Reads an attribute that stands alone (<c>optional</c>) or with a truth value, and takes it off the output.</summary>
    public static bool Flag(this TagHelperOutput output, string name)
    {
        if (!output.Attributes.TryGetAttribute(name, out var attribute)) return false;
        output.Attributes.RemoveAll(name);
        return !string.Equals(attribute.Value?.ToString(), "false", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Makes the output an element of its own, keeping class names that the page gave.</summary>
    public static void Become(this TagHelperOutput output, string name, string css)
    {
        output.TagName = name;
        output.TagMode = TagMode.StartTagAndEndTag;
        foreach (var one in css.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            output.AddClass(one, HtmlEncoder.Default);
    }
}
