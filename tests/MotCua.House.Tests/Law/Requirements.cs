using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MotCua.House.Tests.Guard;
using MotCua.Testing;

namespace MotCua.House.Tests.Law;

/// <summary>A requirement of the law as this project sees it.</summary>
/// <param name="Kind">"software", "organisation", "later" or "unknown text".</param>
/// <param name="Issue">The issue that builds it; empty for what no software does.</param>
internal sealed record Requirement(string Id, string Kind, string Reason, string Issue)
{
    /// <summary>"R-REC".</summary>
    public string Group => Id[..Id.LastIndexOf('-')];
}

/// <summary>A test that says it proves a requirement.</summary>
internal sealed record Proof(string Id, SourceFile File, string Test);

/// <summary>Rules on the requirements of the law and their proofs.</summary>
internal static partial class Requirements
{
    /// <summary>What an id can be.</summary>
    public static readonly string[] Kinds = ["software", "organisation", "later", "unknown text"];

    /// <summary>The list of the project.</summary>
    public static IReadOnlyList<Requirement> All { get; } =
        [.. CsvFile.Read("docs/law/requirements.csv").Select(r => new Requirement(r["id"], r["kind"], r["reason"], r["issue"]))];

    /// <summary>The attributes in the tests.</summary>
    public static IEnumerable<Proof> Proofs(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Text.Contains("Requirement", StringComparison.Ordinal)
        from attribute in file.Tree.DescendantNodes().OfType<AttributeSyntax>()
        where attribute.Name.ToString() is "Requirement" or nameof(RequirementAttribute)
        let id = (attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression as LiteralExpressionSyntax)?.Token.ValueText
        select new Proof(id ?? "", file, NameOf(attribute));

    /// <summary>The list says of each id what it is, in order, and why.</summary>
    public static IEnumerable<Breach> Kept(IReadOnlyList<Requirement> list)
    {
        foreach (var twice in list.GroupBy(r => r.Id).Where(g => g.Count() > 1))
            yield return new Breach(twice.Key, "is listed twice");
        foreach (var r in list)
        {
            if (!Kinds.Contains(r.Kind))
                yield return new Breach(r.Id, $"is of no kind: '{r.Kind}'");
            if (r.Reason.Trim().Length < 10)
                yield return new Breach(r.Id, "is given no reason");
            if (r.Kind is "software" or "later" == (r.Issue.Length == 0))
                yield return new Breach(r.Id, r.Issue.Length == 0 ? "is built by no issue" : "is nothing for software and has an issue");
        }
    }

    /// <summary>A test proves only what is listed, and what software does.</summary>
    public static IEnumerable<Breach> Proven(IEnumerable<Proof> proofs, IReadOnlyList<Requirement> list)
    {
        var kinds = list.ToDictionary(r => r.Id, r => r.Kind);
        foreach (var proof in proofs)
            if (!kinds.TryGetValue(proof.Id, out var kind))
                yield return new Breach(proof.File.Path, $"{proof.Test} proves {proof.Id}, which is no requirement");
            else if (kind is "organisation")
                yield return new Breach(proof.File.Path, $"{proof.Test} proves {proof.Id}, which is listed as a duty of people");
    }

    /// <summary>Whatever a file says of requirements, it says of listed ones.</summary>
    public static IEnumerable<Breach> Named(IEnumerable<SourceFile> files, IReadOnlyList<Requirement> list)
    {
        var ids = list.Select(r => r.Id).ToHashSet();
        return from file in files
               from Match id in NamePattern().Matches(file.Text)
               where !ids.Contains(id.Value)
               select new Breach(file.Path, $"names {id.Value}, which is no requirement");
    }

    /// <summary>The ids of the catalogue of requirements.</summary>
    public static IReadOnlyList<string> Catalogue(string text) => [.. IdPattern().Matches(text).Select(m => m.Groups[1].Value)];

    /// <summary>The class of the test that carries the attribute, and the project in which it lies.</summary>
    private static string NameOf(AttributeSyntax attribute) =>
        attribute.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault() is { } type ? type.Identifier.Text : "";

    [GeneratedRegex(@"^- \*\*(R-[A-Z]+-\d+)\*\*", RegexOptions.Multiline)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"\bR-[A-Z]{1,5}-\d{2}\b")]
    private static partial Regex NamePattern();
}
