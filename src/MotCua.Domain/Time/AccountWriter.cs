using MotCua.Domain.Law;

namespace MotCua.Domain.Time;

/// <summary>Writes the lines of an account, day after day; days of one meaning become one line.</summary>
internal sealed class AccountWriter(LimitUnit unit)
{
    private static readonly string[] Units = [.. Enum.GetValues<LimitUnit>().Select(u => Terms.Of(u))];

    private readonly List<AccountLine> lines = new(8);
    private DateOnly from, to;
    private decimal sum;
    // Whole days are most of what is counted: they are added up apart, since decimals are slow.
    private int whole;
    private string? reason, law;
    private bool verified;

    internal void Write(DateOnly day, decimal counts, string reason, string? law, bool verified)
    {
        Extend(day, reason, law, verified);
        sum += counts;
    }

    /// <summary>A whole day that counts.</summary>
    internal void WriteOne(DateOnly day, in DayStanding why)
    {
        Extend(day, why.Reason, why.Law, why.Verified);
        whole++;
    }

    /// <summary>A day that counts nothing.</summary>
    internal void WriteNone(DateOnly day, in DayStanding why) => Extend(day, why.Reason, why.Law, why.Verified);

    internal void Write(DateOnly day, decimal counts, DayStanding why) => Write(day, counts, why.Reason, why.Law, why.Verified);

    /// <summary>Ends the last line.</summary>
    internal IReadOnlyList<AccountLine> Finish()
    {
        EndLine();
        return lines;
    }

    private void Extend(DateOnly day, string reason, string? law, bool verified)
    {
        if (this.reason != reason || this.law != law || this.verified != verified)
        {
            EndLine();
            (from, sum, whole) = (day, 0, 0);
            (this.reason, this.law, this.verified) = (reason, law, verified);
        }
        to = day;
    }

    private void EndLine()
    {
        if (reason is not null) lines.Add(new(from, to, sum + whole, Units[(int)unit], reason, law, verified));
    }
}
