using System.Globalization;
using System.Xml.Linq;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.Domain.Processes.Bpmn;

/// <summary>What the product writes to a step of a drawing: who does it, where, how long, with which forms and papers.</summary>
/// <param name="Hours">Working hours the step may take (8 = one working day); null where none are set.</param>
/// <param name="Function">For <see cref="StepPlace.Department"/>: which department; null = the procedure's own.</param>
/// <param name="Forms">Keys of forms that the step fills in.</param>
/// <param name="Papers">Papers that the step makes or needs, by name.</param>
[NoTerm("properties of a step as a drawing carries them")]
public sealed record StepProperties(
    StepKind? Step, StepPlace? Place, Duty? Duty, decimal? Hours, string? Function, IReadOnlyList<string> Forms, IReadOnlyList<string> Papers)
{
    /// <summary>Name of a time that several steps share; null where the step has its own.</summary>
    public string? Group { get; init; }

    /// <summary>For <see cref="StepPlace.Agency"/>: code of the agency.</summary>
    public string? Agency { get; init; }

    /// <summary>For services: who is asked through the outbox.</summary>
    public string? Receiver { get; init; }

    /// <summary>For timers: every day and hour counts, not only those on which the unit works.</summary>
    public bool Elapsed { get; init; }

    /// <summary>No property.</summary>
    public static readonly StepProperties Empty = new(null, null, null, null, null, [], []);

    private static readonly XName StepName = BpmnNames.Own + "step";
    private static readonly XName FormName = BpmnNames.Own + "form";
    private static readonly XName PaperName = BpmnNames.Own + "paper";

    /// <summary>The properties of an element; null where it has none.</summary>
    internal static StepProperties? Read(XElement source)
    {
        if (Extension(source)?.Element(StepName) is not { } step)
            return null;
        return new StepProperties(
            Named<StepKind>(step, "kind"), Named<StepPlace>(step, "place"), Named<Duty>(step, "duty"), Number(step),
            Text(step, "function"), Names(step, FormName), Names(step, PaperName))
        {
            Group = Text(step, "group"), Agency = Text(step, "agency"), Receiver = Text(step, "receiver"),
            Elapsed = Text(step, "clock") == "elapsed",
        };
    }

    /// <summary>What is wrong with the written properties of an element, as Vietnamese sentences.</summary>
    internal static IEnumerable<string> Wrong(XElement source)
    {
        if (Extension(source)?.Element(StepName) is not { } step)
            yield break;
        if (step.Attribute("kind") is { } kind && Named<StepKind>(step, "kind") is null)
            yield return $"Loại bước “{kind.Value}” không có; hãy dùng {Known<StepKind>()}.";
        if (step.Attribute("place") is { } place && Named<StepPlace>(step, "place") is null)
            yield return $"Nơi thực hiện “{place.Value}” không có; hãy dùng {Known<StepPlace>()}.";
        if (step.Attribute("duty") is { } duty && Named<Duty>(step, "duty") is null)
            yield return $"Vai trò “{duty.Value}” không có; hãy dùng {Known<Duty>()}.";
        if (step.Attribute("hours") is { } hours && Number(step) is not >= 0)
            yield return $"Thời gian “{hours.Value}” không phải số giờ làm việc từ 0 trở lên.";
        if (Text(step, "clock") is not (null or "working" or "elapsed"))
            yield return $"Cách đếm giờ “{Text(step, "clock")}” không có; hãy dùng working hoặc elapsed.";
    }

    /// <summary>Writes the properties to an element in the place of those it had; other extensions stay.</summary>
    internal void Write(XElement target)
    {
        Extension(target)?.Elements(StepName).Remove();
        if (IsEmpty)
            return;
        if (Extension(target) is not { } extension)
        {
            extension = new XElement(BpmnNames.Model + "extensionElements");
            if (target.Elements(BpmnNames.Model + "documentation").LastOrDefault() is { } documentation)
                documentation.AddAfterSelf(extension);
            else
                target.AddFirst(extension);
        }
        extension.Add(new XElement(
            StepName, Attribute("kind", Step?.ToString()), Attribute("place", Place?.ToString()), Attribute("duty", Duty?.ToString()),
            Attribute("hours", Hours?.ToString(CultureInfo.InvariantCulture)), Attribute("function", Function),
            Attribute("group", Group), Attribute("agency", Agency), Attribute("receiver", Receiver), Attribute("clock", Elapsed ? "elapsed" : null),
            Forms.Select(f => new XElement(FormName, new XAttribute("name", f))), Papers.Select(p => new XElement(PaperName, new XAttribute("name", p)))));
    }

    private bool IsEmpty => this is
    {
        Step: null, Place: null, Duty: null, Hours: null, Function: null, Group: null, Agency: null, Receiver: null, Elapsed: false, Forms.Count: 0,
        Papers.Count: 0,
    };

    internal static XElement? Extension(XElement source) => source.Element(BpmnNames.Model + "extensionElements");

    internal static XAttribute? Attribute(string name, string? value) => value is null ? null : new XAttribute(name, value);

    private static T? Named<T>(XElement step, string attribute) where T : struct, Enum =>
        step.Attribute(attribute)?.Value is { } text && Enum.GetNames<T>().Contains(text) ? Enum.Parse<T>(text) : null;

    private static string? Text(XElement step, string attribute) => step.Attribute(attribute)?.Value is { Length: > 0 } text ? text : null;

    private static decimal? Number(XElement step) =>
        decimal.TryParse(step.Attribute("hours")?.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) ? hours : null;

    private static List<string> Names(XElement step, XName name) =>
        [.. step.Elements(name).Select(e => BpmnText.Line(e.Attribute("name")?.Value)).Where(n => n.Length > 0)];

    private static string Known<T>() where T : struct, Enum => string.Join(", ", Enum.GetNames<T>());
}
