using System.Collections.Concurrent;
using System.Reflection;

namespace MotCua.House.Tests.Guard;

/// <summary>A type knows another one.</summary>
/// <param name="By">The type that knows; for closures and nested types the one that holds them.</param>
/// <param name="Member">Where in it.</param>
internal sealed record TypeUse(Type By, Type Known, string Member);

/// <summary>A method uses a member.</summary>
internal sealed record MemberUse(Type By, MemberInfo Used, string Member);

/// <summary>Who knows whom in a compiled assembly: in signatures, attributes and constraints, and in the bodies of methods,
/// lambdas, iterators and asynchronous methods.</summary>
internal sealed class AssemblyReading
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<Assembly, AssemblyReading> Known = new();

    private readonly HashSet<TypeUse> types = [];
    private readonly List<MemberUse> members = [];

    private AssemblyReading(Assembly assembly)
    {
        Assembly = assembly;
        foreach (var type in assembly.GetTypes())
            Read(type, Outermost(type));
    }

    /// <summary>What was read.</summary>
    public Assembly Assembly { get; }

    /// <summary>Who knows which type.</summary>
    public IReadOnlyCollection<TypeUse> Types => types;

    /// <summary>Who uses which member in a body.</summary>
    public IReadOnlyList<MemberUse> Members => members;

    /// <summary>The reading of an assembly, done once.</summary>
    public static AssemblyReading Of(Assembly assembly) => Known.GetOrAdd(assembly, a => new AssemblyReading(a));

    /// <summary>The type that holds a nested one.</summary>
    public static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private void Read(Type type, Type by)
    {
        Attributes(by, type.GetCustomAttributesData(), type.Name);
        Add(by, type.BaseType, type.Name);
        foreach (var known in type.GetInterfaces())
            Add(by, known, type.Name);
        foreach (var field in type.GetFields(Declared))
        {
            Add(by, field.FieldType, field.Name);
            Attributes(by, field.GetCustomAttributesData(), field.Name);
        }
        foreach (var property in type.GetProperties(Declared))
            Attributes(by, property.GetCustomAttributesData(), property.Name);
        foreach (var method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
            Read(method, by);
        if (type.IsGenericType)
            Constraints(by, type.GetGenericArguments(), type.Name);
    }

    private void Read(MethodBase method, Type by)
    {
        Attributes(by, method.GetCustomAttributesData(), method.Name);
        Signature(by, method, method.Name);
        foreach (var parameter in method.GetParameters())
            Attributes(by, parameter.GetCustomAttributesData(), method.Name);
        if (method.IsGenericMethod)
            Constraints(by, method.GetGenericArguments(), method.Name);
        if (method.GetMethodBody() is not { } body)
            return;
        foreach (var local in body.LocalVariables)
            Add(by, local.LocalType, method.Name);
        foreach (var clause in body.ExceptionHandlingClauses.Where(c => c.Flags == ExceptionHandlingClauseOptions.Clause))
            Add(by, clause.CatchType, method.Name);
        foreach (var used in Il.Members(method))
            Used(by, used, method.Name);
    }

    private void Used(Type by, MemberInfo used, string member)
    {
        // The compiler writes this into every iterator.
        if (used.DeclaringType == typeof(Environment) && used.Name == "get_CurrentManagedThreadId")
            return;
        members.Add(new MemberUse(by, used, member));
        Add(by, used as Type ?? used.DeclaringType, member);
        if (used is MethodBase method)
        {
            Signature(by, method, member);
            foreach (var argument in method.IsGenericMethod ? method.GetGenericArguments() : [])
                Add(by, argument, member);
        }
        else if (used is FieldInfo field)
        {
            Add(by, field.FieldType, member);
        }
    }

    private void Signature(Type by, MethodBase method, string member)
    {
        foreach (var parameter in method.GetParameters())
            Add(by, parameter.ParameterType, member);
        Add(by, (method as MethodInfo)?.ReturnType, member);
    }

    private void Constraints(Type by, Type[] parameters, string member)
    {
        foreach (var constraint in parameters.Where(p => p.IsGenericParameter).SelectMany(p => p.GetGenericParameterConstraints()))
            Add(by, constraint, member);
    }

    private void Attributes(Type by, IEnumerable<CustomAttributeData> attributes, string member)
    {
        foreach (var attribute in attributes)
        {
            Add(by, attribute.AttributeType, member);
            foreach (var value in attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(n => n.TypedValue)))
                Add(by, value.Value as Type, member);
        }
    }

    private void Add(Type by, Type? known, string member)
    {
        if (known is null || known.IsGenericParameter)
            return;
        if (known.HasElementType)
        {
            Add(by, known.GetElementType(), member);
            return;
        }
        foreach (var argument in known.IsGenericType ? known.GetGenericArguments() : [])
            Add(by, argument, member);
        var outer = Outermost(known.IsGenericType ? known.GetGenericTypeDefinition() : known);
        if (outer != by)
            types.Add(new TypeUse(by, outer, member));
    }
}
