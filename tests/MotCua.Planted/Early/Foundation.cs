using MotCua.Planted.Late;

namespace MotCua.Planted.Early;

/// <summary>Knows nothing later.</summary>
public sealed class Foundation
{
    /// <summary>Knows the law, so that the assembly references it.</summary>
    public Domain.Law.Refusal? Refusal { get; set; }
}

/// <summary>Knows a later room in a field.</summary>
public sealed class InField
{
    private readonly Roof? roof = null;

    /// <inheritdoc/>
    public override string ToString() => ReferenceEquals(roof, null) ? "" : "roof";
}

/// <summary>Knows a later room in a signature, inside a generic type.</summary>
public sealed class InSignature
{
    /// <summary>Nothing.</summary>
    public static int Count(IReadOnlyList<Roof> roofs) => roofs.Count;
}

/// <summary>Knows a later room only in the body of a method.</summary>
public sealed class InBody
{
    /// <summary>Nothing.</summary>
    public static bool Ask(object thing) => thing is Roof;
}

/// <summary>Knows a later room only in a lambda.</summary>
public sealed class InLambda
{
    /// <summary>Nothing.</summary>
    public static Func<object> Make() => () => new Roof();
}

/// <summary>Knows a later room only in the machine of an asynchronous method.</summary>
public sealed class InAwait
{
    /// <summary>Nothing.</summary>
    public static async Task<string> Make()
    {
        await Task.Yield();
        return Roof.Colour();
    }
}

/// <summary>Knows a later room only as the argument of a generic call.</summary>
public sealed class InGenericCall
{
    /// <summary>Nothing.</summary>
    public static bool Any(IEnumerable<object> things) => things.OfType<Roof>().Any();
}

/// <summary>Knows a later room only in a catch.</summary>
public sealed class InCatch
{
    /// <summary>Nothing.</summary>
    public static bool Try(Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (RoofFell)
        {
            return false;
        }
    }
}

/// <summary>Derives from a later room.</summary>
public sealed class InBase : Beam;

/// <summary>Knows a later room in an attribute.</summary>
[Covered(typeof(Foundation))]
public sealed class InAttribute;

/// <summary>Knows a later room in a constraint.</summary>
/// <typeparam name="T">A beam.</typeparam>
public sealed class InConstraint<T> where T : Beam;
