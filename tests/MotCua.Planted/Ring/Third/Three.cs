namespace MotCua.Planted.Ring.Third;

/// <summary>Knows the first.</summary>
public sealed class Three
{
    /// <summary>The next.</summary>
    public static Type Next() => typeof(First.One);
}
