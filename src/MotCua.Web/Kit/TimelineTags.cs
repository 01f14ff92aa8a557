using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MotCua.Web.Kit;

/// <summary>Where a line of a course of events stands.</summary>
public enum LineState
{
    /// <summary>Not yet.</summary>
    Todo,
    /// <summary>Going on.</summary>
    Now,
    /// <summary>Over.</summary>
    Done,
    /// <summary>Held up.</summary>
    Stop,
}

/// <summary>A course of events, newest first.</summary>
[HtmlTargetElement("m-timeline")]
public sealed class TimelineTag : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("ol", "line");
}

/// <summary>One line of a course of events: what, when, who.</summary>
[HtmlTargetElement("m-line", ParentTag = "m-timeline", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LineTag : TagHelper
{
    /// <summary>Where it stands.</summary>
    public LineState State { get; set; }

    /// <summary>What happened, or will.</summary>
    public string Title { get; set; } = "";

    /// <summary>When; null while it has not happened.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>Who did it, or for whom one waits.</summary>
    public string? By { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = (await output.GetChildContentAsync()).GetContent();
        output.Become("li", State.ToString().ToLowerInvariant());
        var said = State switch { LineState.Now => "Đang làm: ", LineState.Stop => "Đang dừng: ", LineState.Todo => "Chưa tới: ", _ => null };
        output.Content.SetHtmlContent(Html.Tag("p", "what").Holding(said is null ? null : Html.Tag("span", "vh", said)).Text(Title));
        if (At is not null || By is not null)
        {
            var who = Html.Tag("p", "tiny");
            if (At is { } at) who.Holding(Html.Tag("time", text: VietText.Instant(at)).With("datetime", DayTag.Machine(at)));
            if (By is not null) who.Text(At is null ? By : " · " + By);
            output.Content.AppendHtml(who);
        }
        if (!string.IsNullOrWhiteSpace(more)) output.Content.AppendHtml(Html.Tag("div", "more").Holding(new Microsoft.AspNetCore.Html.HtmlString(more)));
    }
}
