using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MotCua.Web.Kit;

/// <summary>A file picker with its limits beside it; dropping files on it is an addition of the script.</summary>
[HtmlTargetElement("m-upload", Attributes = "name,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class UploadTag : TagHelper
{
    /// <summary>The name that the form sends.</summary>
    public string Name { get; set; } = "";

    /// <summary>What is to be attached.</summary>
    public string Label { get; set; } = "";

    /// <summary>The kinds of file that the picker shows: ".pdf,image/jpeg".</summary>
    public string? Accept { get; set; }

    /// <summary>The limits in words: "PDF, JPG, PNG, TIFF; tối đa 20 MB mỗi tệp".</summary>
    public string? LimitText { get; set; }

    /// <summary>The largest file, in bytes, that the script lets pass; the server checks anyway.</summary>
    public long? MaxBytes { get; set; }

    /// <summary>How to do it.</summary>
    public string? Hint { get; set; }

    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (optional, multiple) = (output.Flag("optional"), output.Flag("multiple"));
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(Name);
        var id = Html.Id(name);
        var errors = ViewContext.ModelState.Sentences(name);
        var label = Html.Tag("label", text: Label).With("for", id);
        if (optional) label.Text(" ").Holding(Html.Tag("span", "opt", "(không bắt buộc)"));
        var said = new List<string>();
        output.Become("div", errors.Count > 0 ? "field drop bad" : "field drop");
        output.Attributes.SetAttribute("data-drop", "pieces");
        output.Content.SetHtmlContent(label);
        foreach (var (part, text) in new[] { ("hint", Hint), ("limit", LimitText) })
        {
            if (text is null) continue;
            said.Add($"{id}-{part}");
            output.Content.AppendHtml(Html.Tag("p", "hint", text).With("id", $"{id}-{part}"));
        }
        said.Add(id + "-err");
        var error = Html.Tag("p", "err").With("id", id + "-err").With("data-drop-error", "").With("role", "alert");
        if (errors.Count > 0) error.Holding(IconTag.Shape(Shapes.Triangle), Html.Tag("span", text: string.Join(" ", errors)));
        output.Content.AppendHtml(error);
        output.Content.AppendHtml(Html.Empty("input").With("type", "file").With("id", id).With("name", name)
            .With("accept", Accept).With("multiple", multiple ? "multiple" : null)
            .With("aria-describedby", string.Join(' ', said)).With("aria-invalid", errors.Count > 0 ? "true" : null)
            .With("data-max-bytes", MaxBytes?.ToString(CultureInfo.InvariantCulture)));
        output.Content.AppendHtml(Html.Tag("ul", "files").With("data-drop-files", ""));
        output.Content.AppendHtml(Html.Tag("p", "saved").With("data-pieces", "").With("role", "status"));
    }
}
