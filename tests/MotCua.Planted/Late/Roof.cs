namespace MotCua.Planted.Late;

/// <summary>A later room; it may know the earlier one.</summary>
public sealed class Roof
{
    /// <summary>What it rests on.</summary>
    public Early.Foundation? On { get; set; }

    /// <summary>Its colour.</summary>
    public static string Colour() => "red";
}

/// <summary>Something to derive from.</summary>
public abstract class Beam;

/// <summary>Something to catch.</summary>
public sealed class RoofFell : Exception;

/// <summary>Something to put on a type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CoveredAttribute(Type by) : Attribute
{
    /// <summary>By what.</summary>
    public Type By { get; } = by;
}
