using MotCua.Domain.Law;

namespace MotCua.Domain.Processes.Bpmn;

/// <summary>Comparisons of a condition.</summary>
[NoTerm("comparisons of the language of conditions")]
public enum ConditionSign
{
    /// <summary>=</summary>
    Equal,
    /// <summary>!=</summary>
    Unequal,
    /// <summary>&lt;</summary>
    Less,
    /// <summary>&lt;=</summary>
    AtMost,
    /// <summary>&gt;</summary>
    More,
    /// <summary>&gt;=</summary>
    AtLeast,
}

/// <summary>A value of a condition: one of text, number, day, truth.</summary>
[NoTerm("a value of the language of conditions")]
public sealed record DataValue(string? Text = null, decimal? Number = null, DateOnly? Day = null, bool? Truth = null)
{
    /// <summary>Below 0, 0, above 0; null where the two are of different kinds.</summary>
    public int? Compare(DataValue other) =>
        Text is not null && other.Text is not null ? string.CompareOrdinal(Text, other.Text)
        : Number is { } number && other.Number is { } otherNumber ? number.CompareTo(otherNumber)
        : Day is { } day && other.Day is { } otherDay ? day.CompareTo(otherDay)
        : Truth is { } truth && other.Truth is { } otherTruth ? truth.CompareTo(otherTruth)
        : null;
}

/// <summary>A condition on a flow: a closed expression over the data of a dossier. Nothing of it is run as code.</summary>
[NoTerm("the language of conditions of a drawing")]
public abstract record FlowCondition
{
    private FlowCondition() { }

    /// <summary>Both hold.</summary>
    public sealed record And(FlowCondition Left, FlowCondition Right) : FlowCondition;

    /// <summary>One of the two holds, or both.</summary>
    public sealed record Or(FlowCondition Left, FlowCondition Right) : FlowCondition;

    /// <summary>It does not hold.</summary>
    public sealed record Not(FlowCondition Inner) : FlowCondition;

    /// <summary>Data compared with a value.</summary>
    public sealed record Compares(string Data, ConditionSign How, DataValue Value) : FlowCondition;

    /// <summary>Data that is one of the values.</summary>
    public sealed record In(string Data, IReadOnlyList<DataValue> Values) : FlowCondition;

    /// <summary>Whether it holds. Data that is not there, or of another kind than the value, compares with nothing: only != holds.</summary>
    /// <param name="data">The value of a name ("form.area"); null where there is none.</param>
    public bool Holds(Func<string, DataValue?> data) => this switch
    {
        And both => both.Left.Holds(data) && both.Right.Holds(data),
        Or one => one.Left.Holds(data) || one.Right.Holds(data),
        Not not => !not.Inner.Holds(data),
        In one => data(one.Data) is { } value && one.Values.Any(v => value.Compare(v) == 0),
        Compares compares => Compared(data(compares.Data)?.Compare(compares.Value), compares.How),
        _ => false,
    };

    /// <summary>Whether it holds where some data is not known yet: null where that decides.</summary>
    /// <param name="unknown">Names whose value nobody knows.</param>
    public bool? Holds(Func<string, DataValue?> data, Func<string, bool> unknown)
    {
        switch (this)
        {
            case And both:
                var (left, right) = (both.Left.Holds(data, unknown), both.Right.Holds(data, unknown));
                return left == false || right == false ? false : left is null || right is null ? null : true;
            case Or one:
                var (first, second) = (one.Left.Holds(data, unknown), one.Right.Holds(data, unknown));
                return first == true || second == true ? true : first is null || second is null ? null : false;
            case Not not:
                return !not.Inner.Holds(data, unknown);
            default:
                return Names().Any(unknown) ? null : Holds(data);
        }
    }

    /// <summary>The names of data that it asks for.</summary>
    public IEnumerable<string> Names() => this switch
    {
        And both => both.Left.Names().Concat(both.Right.Names()),
        Or one => one.Left.Names().Concat(one.Right.Names()),
        Not not => not.Inner.Names(),
        Compares compares => [compares.Data],
        In one => [one.Data],
        _ => [],
    };

    private static bool Compared(int? sign, ConditionSign how) => how switch
    {
        ConditionSign.Equal => sign == 0,
        ConditionSign.Unequal => sign != 0,
        ConditionSign.Less => sign < 0,
        ConditionSign.AtMost => sign <= 0,
        ConditionSign.More => sign > 0,
        _ => sign >= 0,
    };
}
