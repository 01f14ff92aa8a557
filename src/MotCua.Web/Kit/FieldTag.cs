using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MotCua.Web.Kit;

/// <summary>How a field is filled in.</summary>
public enum FieldKind
{
    /// <summary>Worked out from the type of the property.</summary>
    Auto,
    /// <summary>One line of text.</summary>
    Text,
    /// <summary>Digits.</summary>
    Number,
    /// <summary>A day, typed as 22/11/2026.</summary>
    Day,
    /// <summary>Whole đồng.</summary>
    Money,
    /// <summary>One of a list that folds out.</summary>
    Select,
    /// <summary>Several lines of text.</summary>
    Area,
    /// <summary>Yes or no; with options, any of several.</summary>
    Check,
    /// <summary>One of a few, all seen.</summary>
    Radio,
    /// <summary>One of two or three words in a row.</summary>
    Segment,
    /// <summary>A secret; never shown again.</summary>
    Password,
    /// <summary>A mail address.</summary>
    Email,
    /// <summary>A telephone number.</summary>
    Tel,
    /// <summary>Words to look for.</summary>
    Search,
}

/// <summary>How wide a control is, after the length of what goes in.</summary>
public enum FieldWidth
{
    /// <summary>As wide as there is room.</summary>
    Full,
    /// <summary>About 10 characters.</summary>
    S,
    /// <summary>About 20 characters.</summary>
    M,
    /// <summary>About 40 characters.</summary>
    L,
}

/// <summary>A label, its hints and errors, and the control, wired to each other. What was typed stays, also when it was wrong.</summary>
[HtmlTargetElement("m-field", Attributes = "label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTag : TagHelper
{
    /// <summary>The property that the field fills.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>The name that the form sends, where there is no property.</summary>
    public string? Name { get; set; }

    /// <summary>The value, where there is no property or it is to be shown otherwise.</summary>
    public object? Value { get; set; }

    /// <summary>What the field asks for.</summary>
    public string Label { get; set; } = "";

    /// <summary>How to fill it in.</summary>
    public string? Hint { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>What looks odd and yet may be right; never blocks.</summary>
    public string? Warn { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Where the value came from: "CSDL quốc gia về dân cư, 09:41".</summary>
    public string? Source { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>When the field must be filled, for pages without scripts, where no field hides.</summary>
    public string? NeededWhen { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>How it is filled in; worked out from the type where not said.</summary>
    public FieldKind Kind { get; set; }

    /// <summary>What may be chosen.</summary>
    public IEnumerable<Choice>? Options { get; set; }

    /// <summary>The first, empty line of a select: "Chọn lý do".</summary>
    public string? Choose { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>How wide the control is.</summary>
    public FieldWidth Width { get; set; }

    /// <summary>A word after the control: "bản", "trang".</summary>
    public string? Unit { get; set; }

    /// <summary>An error besides those of the form's state.</summary>
    public string? Error { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var optional = output.Flag("optional");
        var more = (await output.GetChildContentAsync()).GetContent();
        var control = new FieldControl(this, ViewContext, [.. output.Attributes.Where(a => !OfWrapper(a.Name))]);
        foreach (var own in control.Extra) output.Attributes.RemoveAll(own.Name);

        output.Become("div", control.Errors.Count > 0 ? "field bad" : "field");
        output.Content.SetHtmlContent(control.IsGroup ? Group(control, optional) : Single(control, optional));
        if (more.Length > 0) output.Content.AppendHtml(more);
    }

    private static bool OfWrapper(string name) => name is "class" or "data-shows-when" or "hidden";

    private HtmlContentBuilder Single(FieldControl control, bool optional)
    {
        var label = Html.Tag("label", text: Label).With("for", control.Id).With("id", control.Id + "-label");
        Mark(label, optional);
        var all = new HtmlContentBuilder();
        if (control.Kind is FieldKind.Check)
        {
            Remarks(control, all);
            all.AppendHtml(Html.Tag("div", "choice").Holding(control.Draw(), label));
        }
        else
        {
            all.AppendHtml(label);
            Remarks(control, all);
            all.AppendHtml(control.Draw());
        }
        return Tail(control, all);
    }

    private HtmlContentBuilder Group(FieldControl control, bool optional)
    {
        var legend = Html.Tag("legend", text: Label);
        Mark(legend, optional);
        var inside = new HtmlContentBuilder();
        Remarks(control, inside);
        inside.AppendHtml(control.Draw());
        var set = Html.Tag("fieldset").With("aria-describedby", control.DescribedBy);
        if (control.Kind is not FieldKind.Check)
            set.With("role", "radiogroup").With("aria-invalid", control.Errors.Count > 0 ? "true" : null);
        var all = new HtmlContentBuilder();
        all.AppendHtml(set.Holding(legend, inside));
        return Tail(control, all);
    }

    private static void Mark(TagBuilder label, bool optional)
    {
        if (optional) label.Text(" ").Holding(Html.Tag("span", "opt", "(không bắt buộc)"));
    }

    private void Remarks(FieldControl control, HtmlContentBuilder into)
    {
        if (Hint is not null) into.AppendHtml(Html.Tag("p", "hint", Hint).With("id", control.Id + "-hint"));
        if (NeededWhen is not null)
            into.AppendHtml(Html.Tag("p", "hint without-scripts", NeededWhen).With("id", control.Id + "-when"));
        if (control.Errors.Count > 0)
        {
            var list = Html.Tag("p", "err").With("id", control.Id + "-err");
            list.Holding(IconTag.Shape(Shapes.Triangle), Html.Tag("span", "vh", "Lỗi: "), Html.Tag("span", text: string.Join(" ", control.Errors)));
            into.AppendHtml(list);
        }
    }

    private HtmlContentBuilder Tail(FieldControl control, HtmlContentBuilder all)
    {
        if (Warn is not null)
            all.AppendHtml(Html.Tag("p", "warned").With("id", control.Id + "-warn")
                .Holding(IconTag.Shape(Shapes.Diamond), Html.Tag("span", text: Warn)));
        if (Source is not null)
            all.AppendHtml(Html.Tag("p", "source").With("id", control.Id + "-source")
                .Holding(IconTag.Draw("check"), Html.Tag("span", text: Source)));
        return all;
    }
}
