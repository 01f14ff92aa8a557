namespace MotCua.Testing;

/// <summary>Says that a test proves a requirement of the law: it fails without the behaviour.</summary>
/// <param name="id">Id as in docs/law/requirements.csv: "R-REC-05".</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RequirementAttribute(string id) : Attribute
{
    /// <summary>The requirement's id.</summary>
    public string Id { get; } = id;
}
