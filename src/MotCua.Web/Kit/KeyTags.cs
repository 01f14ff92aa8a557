using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MotCua.Web.Kit;

/// <summary>A key to press, to be read: <c>&lt;m-keys press="Shift F9" /&gt;</c>.</summary>
[HtmlTargetElement("m-keys", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class KeysTag : TagHelper
{
    /// <summary>The keys, with spaces between those held together.</summary>
    public string Press { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", "keys");
        foreach (var key in Press.Split(' ', StringSplitOptions.RemoveEmptyEntries)) output.Content.AppendHtml(Html.Tag("kbd", text: key));
    }
}

/// <summary>A button or link that a key presses: the key stands on it, and those who do not see it are told.</summary>
[HtmlTargetElement("button", Attributes = "data-key")]
[HtmlTargetElement("a", Attributes = "data-key")]
public sealed class KeyedTag : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var key = output.Attributes["data-key"].Plain();
        if (key.Length == 0)
        {
            output.Attributes.RemoveAll("data-key");
            return;
        }
        if (!Allowed(key))
            throw new ArgumentException(
                $"'{key}' is no shortcut here: F1, F2, F4, F8, F9 with or without Shift or Ctrl, or Ctrl Enter. "
                + "Letters and digits belong to Telex and VNI.");
        output.Attributes.SetAttribute("aria-keyshortcuts", key.Replace("Ctrl", "Control", StringComparison.Ordinal).Replace(' ', '+'));
        output.PostContent.AppendHtml(" ").AppendHtml(Html.Tag("kbd", text: key).With("aria-hidden", "true"));
    }

    /// <summary>Function keys that browsers leave free, and Ctrl Enter.</summary>
    internal static bool Allowed(string key) =>
        key is "Ctrl Enter" || key.Split(' ') is [.. var held, "F1" or "F2" or "F4" or "F8" or "F9"]
        && held is [] or ["Shift"] or ["Ctrl"];
}
