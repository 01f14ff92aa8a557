namespace MotCua.Planted.Clocks;

/// <summary>Reads the machine's clock.</summary>
public sealed class ReadsClock
{
    /// <summary>Wrong.</summary>
    public static DateTime Now() => DateTime.UtcNow;
}

/// <summary>Reads the machine's clock inside a lambda.</summary>
public sealed class ReadsClockLater
{
    /// <summary>Wrong.</summary>
    public static Func<DateTimeOffset> Now() => () => DateTimeOffset.Now;
}

/// <summary>Takes a clock.</summary>
public sealed class TakesClock(TimeProvider clock)
{
    /// <summary>Wrong.</summary>
    public long Ticks() => clock.TimestampFrequency;
}

/// <summary>Makes ids.</summary>
public sealed class MakesIds
{
    /// <summary>Wrong.</summary>
    public static Guid Make() => Guid.NewGuid();
}

/// <summary>Rolls dice.</summary>
public sealed class RollsDice
{
    /// <summary>Wrong.</summary>
    public static int Roll() => Random.Shared.Next(6);
}

/// <summary>Reads a file.</summary>
public sealed class ReadsFile
{
    /// <summary>Wrong.</summary>
    public static string Read(string path) => File.ReadAllText(path);
}

/// <summary>Counts days: right.</summary>
public sealed class CountsDays
{
    /// <summary>Right.</summary>
    public static DateOnly Next(DateOnly day) => day.AddDays(1);
}
