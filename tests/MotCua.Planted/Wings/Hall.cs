namespace MotCua.Planted.Wings;

/// <summary>Knows one of its wings, which it must not.</summary>
public sealed class Hall
{
    /// <summary>A wing.</summary>
    public static object Wing() => new East.Quiet();
}

/// <summary>What the wings meet in.</summary>
public sealed class Meeting;
