using System.Globalization;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Words;

namespace MotCua.Domain.Catalogue;

/// <summary>What the value of a declared field is.</summary>
[Term("loại thông tin kê khai")]
public enum DeclaredKind
{
    /// <summary>Words.</summary>
    [Term("chữ")] Text,
    /// <summary>A number.</summary>
    [Term("số")] Number,
    /// <summary>A day.</summary>
    [Term("ngày")] Day,
    /// <summary>Yes or no.</summary>
    [Term("có hoặc không")] Flag,
    /// <summary>One of a list.</summary>
    [Term("chọn trong danh sách")] Choice,
}

/// <summary>A field that an applicant declares for a procedure, kept as data and asked by conditions of processes as <c>form.NAME</c>.</summary>
/// <param name="Name">Its name in conditions: "cho-o".</param>
/// <param name="Basis">The form or text that asks for it.</param>
[Term("thông tin kê khai của thủ tục")]
public sealed record DeclaredField(
    string Procedure, string Name, string Label, DeclaredKind Kind, IReadOnlyList<string> Choices, bool Required, DateOnly From, DateOnly? To, string Basis)
{
    private const int Longest = 200;

    /// <summary>Whether it is asked on the day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>The value as it is kept, or why it cannot be; neither where nothing was declared.</summary>
    /// <param name="typed">What was typed, cleaned.</param>
    public (string? Value, Refusal? No) Read(string? typed) => (Kind, typed) switch
    {
        (DeclaredKind.Flag, var t) => (t is null ? null : t == "true" ? "true" : "false", null),
        (_, null) => (null, Required ? No($"Hãy kê khai “{Label}”.") : null),
        (DeclaredKind.Number, var t) => decimal.TryParse(t.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n)
            ? (n.ToString(CultureInfo.InvariantCulture), null) : (null, No($"“{Label}” phải là số. Hãy nhập lại.")),
        (DeclaredKind.Day, var t) => VietnameseFormat.TryParseDay(t, out var day)
            ? (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null) : (null, No($"“{Label}” phải là ngày như 22/11/2026. Hãy nhập lại.")),
        (DeclaredKind.Choice, var t) => Choices.Contains(t) ? (t, null) : (null, No($"“{Label}” phải chọn trong danh sách. Hãy chọn lại.")),
        (_, var t) => t.Length <= Longest ? (t, null) : (null, No($"“{Label}” dài quá {Longest} ký tự. Hãy viết ngắn lại.")),
    };

    /// <summary>A kept value as conditions ask for it.</summary>
    public static DataValue? Of(DeclaredKind kind, string? value) => value is null ? null : kind switch
    {
        DeclaredKind.Number => new DataValue(Number: decimal.Parse(value, CultureInfo.InvariantCulture)),
        DeclaredKind.Day => new DataValue(Day: DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DeclaredKind.Flag => new DataValue(Truth: value == "true"),
        _ => new DataValue(value),
    };

    private Refusal No(string sentence) => new("form.declared", sentence, null, $"form.{Procedure}.{Name}");
}
