using System.Reflection;
using System.Xml.Linq;
using MotCua.House.Tests.Guard;

namespace MotCua.House.Tests.Rooms;

/// <summary>Rules on the project files.</summary>
internal static class FloorRules
{
    /// <summary>A project of the product references only the floors that it may.</summary>
    public static IEnumerable<Breach> References(IEnumerable<SourceFile> projects)
    {
        foreach (var project in projects)
        {
            var name = Path.GetFileNameWithoutExtension(project.Path);
            if (!House.Floors.TryGetValue(name, out var may))
            {
                yield return new Breach(project.Path, "is a floor that the house does not have");
                continue;
            }
            foreach (var reference in Values(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension))
                if (!may.Contains(reference))
                    yield return new Breach(project.Path, $"references {reference}");
        }
    }

    /// <summary>Versions of packages stand in one place.</summary>
    public static IEnumerable<Breach> Versions(IEnumerable<SourceFile> projects) =>
        from project in projects
        from package in XDocument.Parse(project.Text).Descendants("PackageReference")
        where package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null
        select new Breach(project.Path, $"gives {package.Attribute("Include")?.Value} a version of its own");

    /// <summary>The analyzer of banned symbols reads the list of them, and nothing else is brought into the law.</summary>
    public static IEnumerable<Breach> Bans(SourceFile project)
    {
        var packages = XDocument.Parse(project.Text).Descendants("PackageReference").ToList();
        if (!packages.Exists(p => p.Attribute("Include")?.Value == "Microsoft.CodeAnalysis.BannedApiAnalyzers"))
            yield return new Breach(project.Path, "does not run the analyzer of banned symbols");
        if (!Values(project, "AdditionalFiles").Contains("BannedSymbols.txt"))
            yield return new Breach(project.Path, "does not give BannedSymbols.txt to the analyzer");
        if (project.Text.Contains("RS0030", StringComparison.Ordinal))
            yield return new Breach(project.Path, "silences the analyzer of banned symbols");
        foreach (var package in packages.Where(p => p.Attribute("PrivateAssets")?.Value != "all"))
            yield return new Breach(project.Path, $"brings {package.Attribute("Include")?.Value} into the law");
    }

    /// <summary>The law references the runtime and nothing else.</summary>
    public static IEnumerable<Breach> Runtime(Assembly law) =>
        from reference in law.GetReferencedAssemblies()
        where reference.Name?.StartsWith("System.", StringComparison.Ordinal) != true
        select new Breach(law.GetName().Name ?? "", $"references {reference.Name}");

    private static IEnumerable<string> Values(SourceFile project, string item) =>
        XDocument.Parse(project.Text).Descendants(item).Select(i => (i.Attribute("Include")?.Value ?? "").Replace('\\', '/'));
}
