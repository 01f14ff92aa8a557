using System.Text.Json;
using MotCua.Domain.Catalogue;

namespace MotCua.Web.Verbs;

/// <summary>A stretch of time as it was typed.</summary>
/// <param name="To">Null where it has no end yet.</param>
internal sealed record Stretch(DateTimeOffset From, DateTimeOffset? To);

/// <summary>What a due date is asked for.</summary>
/// <param name="Limit">A whole limit: "10 ngày làm việc"; null where the procedure says it.</param>
/// <param name="Procedure">Code of a procedure; null where the limit is given.</param>
/// <param name="Received">The moment of acceptance.</param>
/// <param name="Unit">Code of the unit by whose calendar it is counted; null for the office week.</param>
internal sealed record DueQuestion(
    string? Limit, string? Procedure, Channel? Channel, string? Case, DateTimeOffset Received, string? Unit,
    IReadOnlyList<Stretch> Pauses, IReadOnlyList<Stretch> Supplements)
{
    private const int FirstYear = 1990, LastYear = 2199;

    private static readonly string[] Fields = ["limit", "procedure", "channel", "case", "received", "unit", "pauses", "supplement"];

    /// <summary>Reads the options of the command line.</summary>
    /// <returns>The question; or one sentence on wrong use.</returns>
    public static (DueQuestion? Question, string? Wrong) Read(VerbLine line)
    {
        var (limit, procedure) = (line.Option("limit"), line.Option("procedure"));
        if (limit is null == procedure is null)
            return (null, "Hãy ghi --limit hoặc --procedure, một trong hai.");
        if (limit is not null && (line.Has("channel") || line.Has("case")))
            return (null, "--channel và --case chỉ đi cùng --procedure.");
        if (line.Option("received") is not { } received)
            return (null, "Thiếu --received: thời điểm tiếp nhận, như 2026-11-23T09:10.");
        return Read(new DueFields(
            limit, procedure, line.Option("channel"), line.Option("case"), received, line.Option("unit"),
            [.. line.All("pause").Select(Halves)], [.. line.All("supplement").Select(Halves)]));
    }

    /// <summary>Reads a line of a batch.</summary>
    /// <returns>The question; or one sentence on what is wrong with the line.</returns>
    public static (DueQuestion? Question, string? Wrong) Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement)
                : (null, "Dòng phải là một đối tượng JSON có “limit” và “received”.");
        }
        catch (JsonException)
        {
            return (null, "Dòng không phải JSON; hãy viết như {\"limit\": \"10 ngày làm việc\", \"received\": \"2026-11-23T09:10\"}.");
        }
    }

    private static (DueQuestion?, string?) Read(JsonElement line)
    {
        // A field that is another's own business is left alone; one that is nearly ours would be counted without.
        foreach (var field in line.EnumerateObject())
            if (!Fields.Contains(field.Name) && Array.Find(Fields, f => Begin(f) == Begin(field.Name)) is { } meant)
                return (null, $"Không có trường “{field.Name}”; hãy viết “{meant}”.");
        if (Text(line, "limit") is null == Text(line, "procedure") is null)
            return (null, "Hãy ghi “limit” hoặc “procedure”, một trong hai, dạng chữ.");
        if (Text(line, "received") is not { } received)
            return (null, "Thiếu “received”: thời điểm tiếp nhận, như 2026-11-23T09:10.");
        if (Stretches(line, "pauses") is not { } pauses || Stretches(line, "supplement") is not { } supplements)
            return (null, "“pauses” là mảng các cặp [\"TỪ\", \"ĐẾN\"], “supplement” là một cặp [\"TỪ\", \"ĐẾN\"].");
        return Read(new DueFields(
            Text(line, "limit"), Text(line, "procedure"), Text(line, "channel"), Text(line, "case"), received, Text(line, "unit"), pauses, supplements));
    }

    private static (DueQuestion?, string?) Read(DueFields typed)
    {
        if (Moment(typed.Received) is not { } received)
            return (null, WrongMoment(typed.Received));
        Channel? channel = null;
        if (typed.Channel is { } name)
        {
            if (!Enum.TryParse<Channel>(name, ignoreCase: true, out var read) || !Enum.IsDefined(read) || int.TryParse(name, out _))
                return (null, $"Kênh nộp “{name}” chưa đúng; hãy viết direct, online hoặc postal.");
            channel = read;
        }
        var stretches = new List<Stretch>();
        foreach (var (from, to) in typed.Pauses.Concat(typed.Supplements))
        {
            if (from is null || Moment(from) is not { } start)
                return (null, WrongMoment(from ?? to));
            DateTimeOffset? end = to.Length == 0 ? null : Moment(to);
            if (to.Length > 0 && end is null)
                return (null, WrongMoment(to));
            stretches.Add(new(start, end));
        }
        return (new(typed.Limit, typed.Procedure, channel, typed.Case, received, typed.Unit,
            [.. stretches.Take(typed.Pauses.Count)], [.. stretches.Skip(typed.Pauses.Count)]), null);
    }

    private static string WrongMoment(string text) =>
        $"Thời điểm “{text}” chưa đúng; hãy viết như 2026-11-23T09:10, khoảng thời gian như 2026-11-17T17:00..2026-11-19T17:00.";

    private static DateTimeOffset? Moment(string text) =>
        Moments.TryRead(text, out var moment) && moment.Year is >= FirstYear and <= LastYear ? moment : null;

    private static (string? From, string To) Halves(string range) =>
        range.Split("..", 2) is [var from, var to] ? (from.Trim(), to.Trim()) : (null, range);

    private static string Begin(string name) => name.Length < 4 ? name : name[..4].ToLowerInvariant();

    private static string? Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>One pair or an array of pairs; null if it is neither.</summary>
    private static List<(string?, string)>? Stretches(JsonElement line, string name)
    {
        if (!line.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return [];
        if (Pair(value) is { } one)
            return [one];
        if (value.ValueKind != JsonValueKind.Array)
            return null;
        var pairs = value.EnumerateArray().Select(Pair).ToList();
        return pairs.TrueForAll(p => p is not null) ? pairs.ConvertAll(p => p!.Value) : null;
    }

    private static (string?, string)? Pair(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 2 && value[0].ValueKind == JsonValueKind.String
        && value[1].ValueKind is JsonValueKind.String or JsonValueKind.Null
            ? (value[0].GetString(), value[1].GetString() ?? "") : null;

    private sealed record DueFields(
        string? Limit, string? Procedure, string? Channel, string? Case, string Received, string? Unit,
        IReadOnlyList<(string? From, string To)> Pauses, IReadOnlyList<(string? From, string To)> Supplements);
}
