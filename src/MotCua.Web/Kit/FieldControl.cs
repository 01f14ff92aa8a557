using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;

namespace MotCua.Web.Kit;

/// <summary>The control inside a field: its name, id, value, errors and drawing.</summary>
internal sealed class FieldControl
{
    private readonly FieldTag tag;
    private readonly string name;
    private readonly IReadOnlySet<string> values;
    private readonly IReadOnlyList<Choice> options;

    public FieldControl(FieldTag of, ViewContext view, IReadOnlyList<TagHelperAttribute> extra)
    {
        tag = of;
        Extra = extra;
        name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(tag.For?.Name ?? tag.Name
            ?? throw new InvalidOperationException("m-field needs 'for' or 'name'."));
        Id = extra.FirstOrDefault(a => a.Name == "id")?.Plain() ?? Html.Id(name);
        var type = tag.For?.Metadata.UnderlyingOrModelType;
        options = tag.Options?.ToList() ?? (type is { IsEnum: true } ? Choice.Of(type) : []);
        Kind = tag.Kind is FieldKind.Auto ? Guess(type, options.Count > 0) : tag.Kind;
        Errors = [.. view.ModelState.Sentences(name), .. tag.Error is null ? Array.Empty<string>() : [tag.Error]];
        values = Values(view);
    }

    public string Id { get; }

    public FieldKind Kind { get; }

    public IReadOnlyList<string> Errors { get; }

    public IReadOnlyList<TagHelperAttribute> Extra { get; }

    public bool IsGroup => Kind is FieldKind.Radio or FieldKind.Segment || Kind is FieldKind.Check && options.Count > 0;

    /// <summary>The ids of everything said about the control, in reading order; null for nothing.</summary>
    public string? DescribedBy
    {
        get
        {
            var said = new List<string>();
            if (tag.Hint is not null) said.Add(Id + "-hint");
            if (tag.NeededWhen is not null) said.Add(Id + "-when");
            if (Errors.Count > 0) said.Add(Id + "-err");
            if (tag.Warn is not null) said.Add(Id + "-warn");
            if (tag.Source is not null) said.Add(Id + "-source");
            if (Extra.FirstOrDefault(a => a.Name == "aria-describedby")?.Plain() is { } own) said.Add(own);
            return said.Count == 0 ? null : string.Join(' ', said);
        }
    }

    public IHtmlContent Draw() => Kind switch
    {
        FieldKind.Select => Select(),
        FieldKind.Area => Wired(Html.Tag("textarea", "in").With("rows", "3")).Holding(Leading(Single)),
        FieldKind.Segment => Segment(),
        FieldKind.Radio => Choices("radio"),
        FieldKind.Check when IsGroup => Choices("checkbox"),
        FieldKind.Check => Check(),
        _ => Input(),
    };

    private string Single => values.FirstOrDefault() ?? "";

    private static FieldKind Guess(Type? type, bool options) => type switch
    {
        _ when options => FieldKind.Select,
        _ when type == typeof(bool) => FieldKind.Check,
        _ when type == typeof(DateOnly) => FieldKind.Day,
        _ when type == typeof(Dong) => FieldKind.Money,
        _ when type == typeof(int) || type == typeof(long) || type == typeof(short) => FieldKind.Number,
        _ => FieldKind.Text,
    };

    private HashSet<string> Values(ViewContext view)
    {
        var typed = tag.Value is null || view.HttpContext.Features.Get<TypedWins>() is not null;
        if (typed && view.ModelState.TryGetValue(name, out var entry) && entry.RawValue is { } raw)
            return raw is IEnumerable<string> several ? [.. several] : [raw.ToString() ?? ""];
        return (tag.Value ?? tag.For?.Model) switch
        {
            null => [],
            string text => [text],
            IEnumerable many => [.. many.Cast<object?>().Select(Written)],
            var one => [Written(one)],
        };
    }

    private static string Written(object? value) => value switch
    {
        null => "",
        DateOnly day => VietText.Day(day),
        DateTimeOffset instant => VietText.Day(Vietnam.Day(instant)),
        Dong amount => VietText.Number(amount.Amount),
        bool yes => yes ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // A browser drops the first line break of a text area; an added one keeps what was typed.
    private static HtmlContentBuilder Leading(string text)
    {
        var content = new HtmlContentBuilder();
        if (text.StartsWith('\n') || text.StartsWith('\r')) content.AppendHtml("\n");
        content.Append(text);
        return content;
    }

    private TagBuilder Wired(TagBuilder control)
    {
        control.With("id", Id).With("name", name).With("aria-describedby", DescribedBy)
            .With("aria-invalid", Errors.Count > 0 ? "true" : null);
        Pass(control);
        if (control.Attributes.ContainsKey("data-suggest-url")) control.With("autocomplete", "off").With("spellcheck", "false");
        if (tag.Width is not FieldWidth.Full)
            control.With("class", $"{control.Attributes["class"]} w-{tag.Width.ToString().ToLowerInvariant()}");
        return control;
    }

    private TagBuilder Pass(TagBuilder control)
    {
        foreach (var more in Extra.Where(a => a.Name is not ("id" or "aria-describedby"))) control.With(more.Name, more.Plain());
        return control;
    }

    private IHtmlContent Input()
    {
        var (type, mode) = Kind switch
        {
            FieldKind.Number or FieldKind.Money or FieldKind.Day => ("text", "numeric"),
            FieldKind.Password => ("password", null),
            FieldKind.Email => ("email", "email"),
            FieldKind.Tel => ("tel", "tel"),
            FieldKind.Search => ("search", null),
            _ => ("text", null as string),
        };
        var input = Html.Empty("input").With("class", "in").With("type", type).With("inputmode", mode);
        if (Kind is FieldKind.Day) input.With("data-day", "").With("autocomplete", "off").With("placeholder", "nn/tt/nnnn").With("maxlength", "10");
        if (Kind is FieldKind.Money) input.With("data-money", "").With("autocomplete", "off");
        if (Kind is FieldKind.Password) input.With("autocomplete", "current-password");
        else input.With("value", Single);
        Wired(input);
        if (Kind is FieldKind.Day or FieldKind.Money or FieldKind.Number && tag.Width is FieldWidth.Full)
            input.With("class", "in w-s");
        var unit = tag.Unit ?? (Kind is FieldKind.Money ? "đồng" : null);
        return unit is null ? input : Html.Tag("span", "with-unit").Holding(input, Html.Tag("span", "unit", unit));
    }

    private TagBuilder Select()
    {
        var select = Wired(Html.Tag("select", "in"));
        if (tag.Choose is not null) select.Holding(Html.Tag("option", text: tag.Choose).With("value", ""));
        foreach (var choice in options)
            select.Holding(Html.Tag("option", text: choice.Note is null ? choice.Label : $"{choice.Label} – {choice.Note}")
                .With("value", choice.Value)
                .With("disabled", choice.Disabled ? "disabled" : null)
                .With("selected", values.Contains(choice.Value) ? "selected" : null));
        return select;
    }

    private IHtmlContent Check()
    {
        var box = Wired(Html.Empty("input").With("type", "checkbox").With("value", "true"));
        box.Attributes.Remove("class");
        if (values.Contains("true") || values.Contains("True")) box.With("checked", "checked");
        // An unticked box sends nothing; the companion says "no" where the default is "yes".
        var no = Html.Empty("input").With("type", "hidden").With("name", name).With("value", "false");
        return new HtmlContentBuilder().AppendHtml(box).AppendHtml(no);
    }

    private HtmlContentBuilder Choices(string type)
    {
        var all = new HtmlContentBuilder();
        for (var at = 0; at < options.Count; at++)
        {
            var choice = options[at];
            var label = Html.Tag("label", text: choice.Label).With("for", IdOf(at));
            var text = Html.Tag("div").Holding(label);
            if (choice.Note is not null) text.Holding(Html.Tag("p", "tiny", choice.Note).With("id", IdOf(at) + "-note"));
            var input = Box(type, at).With("aria-describedby", choice.Note is null ? null : IdOf(at) + "-note");
            all.AppendHtml(Html.Tag("div", "choice").Holding(input, text));
        }
        return all;
    }

    private TagBuilder Segment()
    {
        var row = Html.Tag("div", "segment");
        for (var at = 0; at < options.Count; at++)
            row.Holding(Box("radio", at), Html.Tag("label", text: options[at].Label).With("for", IdOf(at)));
        return row;
    }

    private TagBuilder Box(string type, int at)
    {
        var choice = options[at];
        var box = Html.Empty("input").With("type", type).With("id", IdOf(at)).With("name", name).With("value", choice.Value)
            .With("disabled", choice.Disabled ? "disabled" : null)
            .With("checked", values.Contains(choice.Value) ? "checked" : null);
        return Pass(box);
    }

    // The first one carries the field's own id, so that the error summary leads to it.
    private string IdOf(int at) => at == 0 ? Id : $"{Id}_{at}";
}
