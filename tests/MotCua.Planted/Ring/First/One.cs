namespace MotCua.Planted.Ring.First;

/// <summary>Knows the second, which knows the third, which knows this one.</summary>
public sealed class One
{
    /// <summary>The next.</summary>
    public Second.Two? Next { get; set; }
}
