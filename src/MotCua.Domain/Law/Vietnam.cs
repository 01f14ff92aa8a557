namespace MotCua.Domain.Law;

/// <summary>Vietnam's time: UTC+7, always, on every machine.</summary>
public static class Vietnam
{
    /// <summary>The offset from UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The instant as people in Vietnam read it on the wall (kind Unspecified).</summary>
    public static DateTime Local(DateTimeOffset instant) => instant.ToOffset(Offset).DateTime;

    /// <summary>The day in Vietnam on which the instant falls.</summary>
    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>The instant (UTC) of a wall time in Vietnam.</summary>
    public static DateTimeOffset Instant(DateTime local) =>
        new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Offset).ToUniversalTime();

    /// <summary>The instant (UTC) of a day and an hour in Vietnam.</summary>
    public static DateTimeOffset Instant(DateOnly day, TimeOnly hour) => Instant(day.ToDateTime(hour));
}
