using System.ComponentModel.DataAnnotations;
using MotCua.App.Publishing;
using MotCua.Domain.Processes;
using MotCua.Domain.Words;
using MotCua.Web.Pages.Catalogue.Admin;

namespace MotCua.Web.Pages.Processes;

/// <summary>A draft of a process as its form has it.</summary>
public sealed class ProcessForm
{
    /// <summary>The most steps of a table.</summary>
    public const int MostSteps = 60;

    private const string TooLong = "Nội dung quá dài; hãy rút gọn.";

    /// <summary>How often the draft had been changed when the form was shown.</summary>
    public int Seen { get; set; }

    /// <summary>National codes of the procedures, with commas, blanks or lines between.</summary>
    [StringLength(4000, ErrorMessage = TooLong)]
    public string? Procedures { get; set; }

    /// <summary>Name.</summary>
    [StringLength(300, ErrorMessage = TooLong)]
    public string? Name { get; set; }

    /// <summary>Number of the decision.</summary>
    [StringLength(200, ErrorMessage = TooLong)]
    public string? Decision { get; set; }

    /// <summary>Who signs it.</summary>
    [StringLength(200, ErrorMessage = TooLong)]
    public string? Issuer { get; set; }

    /// <summary>Its day.</summary>
    public DateOnly? DecisionDay { get; set; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; set; }

    /// <summary>The steps in their order.</summary>
    public List<StepFields> Steps { get; set; } = [];

    /// <summary>The codes.</summary>
    internal IReadOnlyList<string> Codes =>
        [.. (Procedures ?? "").Split([',', ';', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>What the form says besides its steps.</summary>
    internal DraftHead Head(DateOnly today) => new(
        FormText.Clean(Name), FormText.Clean(Decision), FormText.Clean(Issuer), DecisionDay, From ?? today, To, Codes);

    /// <summary>The steps, numbered from 1; what is wrong with them goes to <paramref name="wrong"/> with the name of its field.</summary>
    internal IReadOnlyList<StepLine> Lines(Action<string, string> wrong)
    {
        var lines = new List<StepLine>();
        foreach (var (i, step) in Steps.Index())
            lines.Add(step.Read((field, sentence) => wrong($"Steps[{i}].{field}", sentence)));
        // The place of the step that one goes back to is a number in the form, an id in the process.
        foreach (var (i, step) in Steps.Index().Where(s => FormText.Null(s.Item.BackTo) is not null))
            if (int.TryParse(step.BackTo, out var to) && to >= 1 && to <= i)
                lines[i] = lines[i] with { BackTo = lines[to - 1].Id };
            else
                wrong($"Steps[{i}].BackTo", $"Chỉ chuyển lại được một bước trước bước {i + 1}; hãy ghi số thứ tự của bước đó.");
        if (lines.Count == 0)
            wrong("", "Quy trình chưa có bước nào; hãy thêm bước hoặc điền theo thủ tục.");
        return lines;
    }

    /// <summary>Fills the rows with steps.</summary>
    internal void Take(IReadOnlyList<StepLine> lines) => Steps = [.. lines.Select(l => StepFields.Of(l, lines))];

    /// <summary>Does what a row's button says: "up-2", "down-2", "drop-2", "add".</summary>
    /// <returns>The row to look at then; null where the button is none of these.</returns>
    internal int? Arrange(string button)
    {
        if (button == "add" && Steps.Count < MostSteps)
        {
            Steps.Add(new StepFields { Id = NewId(), Kind = nameof(StepKind.Handle), Where = nameof(StepPlace.Department) });
            return Steps.Count - 1;
        }
        if (button.Split('-') is not [var act, var number] || !int.TryParse(number, out var at) || at < 0 || at >= Steps.Count)
            return button == "add" ? Steps.Count - 1 : null;
        var to = act switch { "up" => Math.Max(0, at - 1), "down" => Math.Min(Steps.Count - 1, at + 1), _ => at };
        var back = Steps.Select(s => int.TryParse(s.BackTo, out var n) && n >= 1 && n <= Steps.Count ? Steps[n - 1] : null).ToList();
        var before = Steps.ToList();
        var row = Steps[at];
        Steps.RemoveAt(at);
        if (act != "drop")
            Steps.Insert(to, row);
        // Rows name one another by their numbers, which have just changed.
        foreach (var (step, target) in before.Zip(back).Where(p => p.Second is not null))
            step.BackTo = Steps.IndexOf(target!) is >= 0 and var now ? $"{now + 1}" : null;
        return Math.Min(to, Steps.Count - 1);
    }

    private string NewId() => Enumerable.Range(1, MostSteps * 2).Select(n => $"step-{n}").First(id => Steps.TrueForAll(s => s.Id != id));
}

/// <summary>A step as the form has it.</summary>
public sealed class StepFields
{
    private const int LongestName = 500;

    /// <summary>Id of the element.</summary>
    public string? Id { get; set; }

    /// <summary>What is done.</summary>
    public string? Name { get; set; }

    /// <summary>Kind of step; empty where a drawing does not say.</summary>
    public string? Kind { get; set; }

    /// <summary>Where: "Reception", "Department:justice", "Agency:H15.14".</summary>
    public string? Where { get; set; }

    /// <summary>Working hours: "1,5".</summary>
    public string? Hours { get; set; }

    /// <summary>Name of a time that it shares with other steps.</summary>
    public string? Group { get; set; }

    /// <summary>Number of the step to which it goes back where this one does not agree.</summary>
    public string? BackTo { get; set; }

    internal static StepFields Of(StepLine line, IReadOnlyList<StepLine> all) => new()
    {
        Id = line.Id, Name = line.Name, Kind = line.Kind.ToString(), Where = Places.Of(line.Place, line.Function, line.Agency),
        Hours = line.Hours is { } hours ? VietnameseFormat.Number(hours) : "", Group = line.Group,
        BackTo = line.BackTo is { } back && all.ToList().FindIndex(l => l.Id == back) is >= 0 and var at ? $"{at + 1}" : null,
    };

    internal StepLine Read(Action<string, string> wrong)
    {
        var name = FormText.Clean(Name);
        if (name.Length is 0 or > LongestName)
            wrong(nameof(Name), $"Hãy ghi việc phải làm của bước, dài nhất {LongestName} ký tự.");
        if (!Enum.GetNames<StepKind>().Contains(Kind))
            wrong(nameof(Kind), "Hãy chọn loại bước.");
        if (Places.Read(Where) is not { } place)
        {
            wrong(nameof(Where), "Hãy chọn nơi thực hiện.");
            place = (StepPlace.Competent, null, null);
        }
        var hours = FormText.Number(Hours);
        if (hours is null && FormText.Null(Hours) is not null)
            wrong(nameof(Hours), "Thời gian là số giờ làm việc, như 4 hoặc 1,5.");
        return new StepLine(
            FormText.Clean(Id), name, Enum.TryParse<StepKind>(Kind, out var kind) ? kind : StepKind.Handle, place.Place, place.Function, hours,
            FormText.Null(Group)) { Agency = place.Agency };
    }
}

/// <summary>Places of steps as one choice of a form.</summary>
internal static class Places
{
    public static string Of(StepPlace place, string? function, string? agency) => place switch
    {
        StepPlace.Department when function is not null => $"{place}:{function}",
        StepPlace.Agency => $"{place}:{agency}{(function is null ? "" : $":{function}")}",
        _ => place.ToString(),
    };

    public static (StepPlace Place, string? Function, string? Agency)? Read(string? text) => (text ?? "").Split(':') switch
    {
        [nameof(StepPlace.Reception)] => (StepPlace.Reception, null, null),
        [nameof(StepPlace.Competent)] => (StepPlace.Competent, null, null),
        [nameof(StepPlace.Department)] => (StepPlace.Department, null, null),
        [nameof(StepPlace.Department), { Length: > 0 } function] => (StepPlace.Department, function, null),
        [nameof(StepPlace.Agency), { Length: > 0 } agency] => (StepPlace.Agency, null, agency),
        [nameof(StepPlace.Agency), { Length: > 0 } agency, { Length: > 0 } function] => (StepPlace.Agency, function, agency),
        _ => null,
    };
}
