using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;

namespace MotCua.Web.Kit;

/// <summary>An amount in whole đồng: "41.600 đồng".</summary>
[HtmlTargetElement("m-money", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MoneyTag : TagHelper
{
    /// <summary>A <see cref="Dong"/>, a long or an int; null shows a dash.</summary>
    public object? Amount { get; set; }

    /// <summary>What stands for nothing: "Không thu".</summary>
    public string? Zero { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var bare = output.Flag("bare");
        output.Become("span", "nb");
        Dong? amount = Amount switch
        {
            null => null,
            Dong dong => dong,
            long whole => new Dong(whole),
            int whole => new Dong(whole),
            _ => throw new ArgumentException("m-money shows Dong, long or int."),
        };
        output.Content.SetContent(amount switch
        {
            null => "–",
            { Amount: 0 } when Zero is not null => Zero,
            { } some => bare ? VietText.Number(some.Amount) : VietText.Money(some),
        });
    }
}

/// <summary>How a day or an instant is written.</summary>
public enum DayForm
{
    /// <summary>Thứ Ba 01/12/2026, with ", 17:00" for an instant.</summary>
    Full,
    /// <summary>01/12/2026.</summary>
    Day,
    /// <summary>01/12, with " 17:00" for an instant.</summary>
    Short,
    /// <summary>17:00.</summary>
    Time,
}

/// <summary>A day, or an instant in Vietnam's time.</summary>
[HtmlTargetElement("m-day", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DayTag : TagHelper
{
    /// <summary>A DateOnly or a DateTimeOffset; null shows a dash.</summary>
    public object? Value { get; set; }

    /// <summary>How it is written.</summary>
    public DayForm Form { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (text, machine) = Value switch
        {
            null => ("–", null as string),
            DateOnly day => (OfDay(day), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            DateTimeOffset instant => (OfInstant(instant), Machine(instant)),
            _ => throw new ArgumentException("m-day shows DateOnly or DateTimeOffset."),
        };
        output.Become(machine is null ? "span" : "time", "nb");
        if (machine is not null) output.Attributes.SetAttribute("datetime", machine);
        output.Content.SetContent(text);
    }

    /// <summary>An instant for programs, on Vietnam's clock.</summary>
    internal static string Machine(DateTimeOffset instant) =>
        instant.ToOffset(Vietnam.Offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private string OfDay(DateOnly day) => Form switch
    {
        DayForm.Short => VietText.ShortDay(day),
        DayForm.Full => VietText.FullDay(day),
        _ => VietText.Day(day),
    };

    private string OfInstant(DateTimeOffset instant) => Form switch
    {
        DayForm.Day => VietText.Day(Vietnam.Day(instant)),
        DayForm.Short => VietText.ShortInstant(instant),
        DayForm.Time => VietText.Hour(instant),
        _ => VietText.Instant(instant),
    };
}

/// <summary>A dossier's code: unbroken, whole, its last part bold, since that is what people say aloud.</summary>
[HtmlTargetElement("m-code", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CodeTag : TagHelper
{
    /// <summary>The code.</summary>
    public string? Value { get; set; }

    /// <summary>Where the dossier is.</summary>
    public string? Href { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become(Href is null ? "span" : "a", "code");
        if (Href is not null) output.Attributes.SetAttribute("href", Href);
        if (string.IsNullOrEmpty(Value))
        {
            output.Content.SetContent("chưa có mã");
            return;
        }
        var cut = Value.LastIndexOf('-') + 1;
        output.Content.SetContent(Value[..cut]);
        output.Content.AppendHtml(Html.Tag("b", text: Value[cut..]));
    }
}
