using MotCua.Domain.Law;

namespace MotCua.Domain.Time;

/// <summary>Writes the lines of an account, day after day; days of one meaning become one line.</summary>
internal sealed class AccountWriter(LimitUnit unit)
{
    private static readonly string[] Units = [.. Enum.GetValues<LimitUnit>().Select(u => Terms.Of(u))];

    private readonly List<AccountLine> lines = new(8);
    private DateOnly from, to;
    private decimal sum;
    private (string Reason, string? Law, bool Verified)? meaning;

    internal void Write(DateOnly day, decimal counts, string reason, string? law, bool verified)
    {
        if (meaning != (reason, law, verified))
        {
            EndLine();
            (from, sum, meaning) = (day, 0, (reason, law, verified));
        }
        to = day;
        sum += counts;
    }

    internal void Write(DateOnly day, decimal counts, DayStanding why) => Write(day, counts, why.Reason, why.Law, why.Verified);

    /// <summary>Ends the last line.</summary>
    internal IReadOnlyList<AccountLine> Finish()
    {
        EndLine();
        return lines;
    }

    private void EndLine()
    {
        if (meaning is { } line) lines.Add(new(from, to, sum, Units[(int)unit], line.Reason, line.Law, line.Verified));
        meaning = null;
    }
}
