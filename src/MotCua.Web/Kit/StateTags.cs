using Microsoft.AspNetCore.Razor.TagHelpers;
using MotCua.Domain.Law;

namespace MotCua.Web.Kit;

/// <summary>What a status means for the reader.</summary>
public enum Tone
{
    /// <summary>Nothing to be done, nothing wrong.</summary>
    Plain,
    /// <summary>Under way.</summary>
    Go,
    /// <summary>Good, or finished.</summary>
    Ok,
    /// <summary>Somebody must do something.</summary>
    Ask,
    /// <summary>The clock stands still.</summary>
    Hold,
    /// <summary>Refused, stopped or invalid.</summary>
    No,
}

/// <summary>A status: a word, with a shape and a colour that say no more than the word.</summary>
[HtmlTargetElement("m-status")]
public sealed class StatusTag : TagHelper
{
    /// <summary>What it means for the reader.</summary>
    public Tone Tone { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var bare = output.Flag("bare");
        var word = await output.GetChildContentAsync();
        output.Become("span", $"status {Tone.ToString().ToLowerInvariant()}{(bare ? " bare" : "")}");
        output.Content.SetHtmlContent(IconTag.Shape(ShapeOf(Tone)));
        output.Content.AppendHtml(Html.Tag("span").Holding(word));
    }

    private static string ShapeOf(Tone tone) => tone switch
    {
        Tone.Go => Shapes.Arrow,
        Tone.Ok => Shapes.Tick,
        Tone.Ask => Shapes.Diamond,
        Tone.Hold => Shapes.Bars,
        Tone.No => Shapes.Cross,
        _ => Shapes.Dot,
    };
}

/// <summary>How a deadline stands.</summary>
public enum DeadlineState
{
    /// <summary>Worked out from the due instant and the present one.</summary>
    Auto,
    /// <summary>Some days left.</summary>
    Far,
    /// <summary>A day left.</summary>
    Near,
    /// <summary>It ends today.</summary>
    Today,
    /// <summary>It has passed.</summary>
    Late,
    /// <summary>The clock stands still.</summary>
    Hold,
    /// <summary>Finished.</summary>
    Done,
}

/// <summary>How the date under a deadline is written.</summary>
public enum DueForm
{
    /// <summary>01/12 17:00.</summary>
    Short,
    /// <summary>Thứ Ba 01/12/2026, 17:00.</summary>
    Long,
    /// <summary>No date.</summary>
    None,
}

/// <summary>A deadline by word, shape and colour: faint while far, solid when something must be done.</summary>
[HtmlTargetElement("m-deadline", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DeadlineTag : TagHelper
{
    /// <summary>When it ends; null where no limit runs.</summary>
    public DateTimeOffset? Due { get; set; }

    /// <summary>The present instant, given by the page.</summary>
    public DateTimeOffset Now { get; set; }

    /// <summary>How it stands; worked out from the two instants where not said.</summary>
    public DeadlineState State { get; set; }

    /// <summary>The words; worked out where absent.</summary>
    public string? Text { get; set; }

    /// <summary>Working days left by the unit's calendar; without it calendar days are said.</summary>
    public int? WorkingDays { get; set; }

    /// <summary>How the date under it is written.</summary>
    public DueForm When { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = (State, Due) switch
        {
            (not DeadlineState.Auto, _) => State,
            (_, { } ends) => Judge(ends, Now, WorkingDays),
            _ => DeadlineState.Far,
        };
        output.Become("span", "due-state");
        output.Content.SetHtmlContent(Html.Tag("span", "deadline " + state.ToString().ToLowerInvariant())
            .Holding(IconTag.Shape(ShapeOf(state)), Html.Tag("span", text: Text is { Length: > 0 } ? Text : Words(state))));
        if (Due is not { } due || When is DueForm.None) return;
        output.Content.AppendHtml(Html.Tag("time", "tiny", When is DueForm.Long ? VietText.Instant(due) : VietText.ShortInstant(due))
            .With("datetime", DayTag.Machine(due)));
    }

    /// <summary>How a deadline stands at an instant.</summary>
    internal static DeadlineState Judge(DateTimeOffset due, DateTimeOffset now, int? workingDays)
    {
        if (due < now) return DeadlineState.Late;
        var left = Vietnam.Day(due).DayNumber - Vietnam.Day(now).DayNumber;
        if (left == 0) return DeadlineState.Today;
        return (workingDays ?? left) <= 1 ? DeadlineState.Near : DeadlineState.Far;
    }

    private string Words(DeadlineState state)
    {
        if (Due is not { } due)
            return state switch { DeadlineState.Hold => "Tạm dừng tính hạn", DeadlineState.Done => "Đã xong", _ => "Chưa có hạn" };
        var days = Math.Abs(Vietnam.Day(due).DayNumber - Vietnam.Day(Now).DayNumber);
        return state switch
        {
            DeadlineState.Late => days == 0 ? $"Quá hạn từ {VietText.Hour(due)}" : $"Quá hạn {days} ngày",
            DeadlineState.Today => $"Hạn hôm nay {VietText.Hour(due)}",
            DeadlineState.Hold => "Tạm dừng tính hạn",
            DeadlineState.Done => "Đã xong",
            _ => WorkingDays is { } working ? $"Còn {working} ngày làm việc" : $"Còn {days} ngày",
        };
    }

    private static string ShapeOf(DeadlineState state) => state switch
    {
        DeadlineState.Near => Shapes.Half,
        DeadlineState.Today => Shapes.Diamond,
        DeadlineState.Late => Shapes.Triangle,
        DeadlineState.Hold => Shapes.Bars,
        DeadlineState.Done => Shapes.Tick,
        _ => Shapes.Ring,
    };
}
