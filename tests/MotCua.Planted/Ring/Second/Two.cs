namespace MotCua.Planted.Ring.Second;

/// <summary>Knows the third.</summary>
public sealed class Two
{
    /// <summary>The next.</summary>
    public static object Next() => new Third.Three();
}
