namespace MotCua.Planted.Wings.West;

/// <summary>A neighbour.</summary>
public sealed class Other
{
    /// <summary>Its name.</summary>
    public static string Name() => "west";
}
