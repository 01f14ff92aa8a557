using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MotCua.Web.Kit;

/// <summary>A table in a frame that scrolls sideways by itself; on a phone each row becomes a card.</summary>
[HtmlTargetElement("m-grid")]
public sealed class GridTag : TagHelper
{
    /// <summary>What the table shows; also the name of its frame.</summary>
    public string Caption { get; set; } = "";

    /// <summary>A second, lighter part of the caption: "2 trong 31".</summary>
    public string? Note { get; set; }

    /// <summary>Whether rows become cards on a phone.</summary>
    public bool Cards { get; set; } = true;

    /// <summary>How many rows there are, where an empty table has a sentence.</summary>
    public int? Count { get; set; }

    /// <summary>The sentence for an empty table.</summary>
    public string? Empty { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var hide = output.Flag("hide-caption");
        if (Count == 0 && Empty is not null)
        {
            output.Become("div", "empty");
            output.Content.SetHtmlContent(IconTag.Draw("box"));
            output.Content.AppendHtml(Html.Tag("p", text: Empty));
            return;
        }
        var rows = await output.GetChildContentAsync();
        var caption = Html.Tag("caption", hide ? "vh" : null, Caption);
        if (Note is not null) caption.Text(" ").Holding(Html.Tag("span", "tiny", Note));
        output.Become("div", "wrap");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("aria-label", Caption);
        output.Attributes.SetAttribute("data-grid", "");
        output.Content.SetHtmlContent(Html.Tag("table", Cards ? "grid cards" : "grid").Holding(caption, rows));
    }
}
