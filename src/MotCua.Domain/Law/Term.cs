namespace MotCua.Domain.Law;

/// <summary>The legal term in Vietnamese that a type stands for, and the article that defines it.
/// Screen labels and GLOSSARY.md are made from it.</summary>
/// <param name="vietnamese">The term as the law writes it, lower case, with tones.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Field, Inherited = false)]
public sealed class TermAttribute(string vietnamese) : Attribute
{
    /// <summary>The term as the law writes it.</summary>
    public string Vietnamese { get; } = vietnamese;

    /// <summary>The article, as officers cite it: "NĐ 61/2018/NĐ-CP Đ.19.4".</summary>
    public string? Law { get; init; }
}

/// <summary>Marks a technical type that has no term of the law, and says why.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, Inherited = false)]
public sealed class NoTermAttribute(string why) : Attribute
{
    /// <summary>Why the type needs no term.</summary>
    public string Why { get; } = why;
}

/// <summary>The name under which an event is stored for ever; never the name of the class.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StoredAttribute(string name) : Attribute
{
    /// <summary>The stored name, kebab-case.</summary>
    public string Name { get; } = name;
}

/// <summary>Reads the legal term of an enum member or a type, for labels.</summary>
public static class Terms
{
    /// <summary>The Vietnamese term of an enum member; its name where none is given.</summary>
    public static string Of(Enum value) =>
        value.GetType().GetField(value.ToString())?.GetCustomAttributes(typeof(TermAttribute), false) is [TermAttribute term]
            ? term.Vietnamese
            : value.ToString();

    /// <summary>The Vietnamese term of a type; its name where none is given.</summary>
    public static string Of(Type type) =>
        type.GetCustomAttributes(typeof(TermAttribute), false) is [TermAttribute term] ? term.Vietnamese : type.Name;
}
