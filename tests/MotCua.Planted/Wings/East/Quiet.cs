namespace MotCua.Planted.Wings.East;

/// <summary>Knows what both wings meet in.</summary>
public sealed class Quiet
{
    /// <summary>Where.</summary>
    public Meeting? Meeting { get; set; }
}

/// <summary>Knows the other wing, which it must not.</summary>
public sealed class Curious
{
    /// <summary>The other wing.</summary>
    public static string Look() => West.Other.Name();
}
