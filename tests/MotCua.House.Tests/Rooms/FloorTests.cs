using MotCua.House.Tests.Guard;
using MotCua.Planted.Early;
using MotCua.Testing;
using Xunit;

namespace MotCua.House.Tests.Rooms;

/// <summary>The floors of the house, as the project files and the compiled law say.</summary>
public sealed class FloorTests
{
    private static readonly IReadOnlyList<SourceFile> Projects = [.. Sources.All.Where(f => f.Ends(".csproj"))];

    [Fact]
    public void A_floor_rests_only_on_those_below() => HouseRule.Holds(FloorRules.References(Projects.Where(p => p.IsIn("src/"))));

    [Fact]
    public void Versions_of_packages_stand_in_one_place() => HouseRule.Holds(FloorRules.Versions(Projects));

    [Fact]
    public void Every_project_locks_what_it_restores() => Assert.DoesNotContain(
        Projects, p => !File.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(p.Path)!, "packages.lock.json")));

    [Fact]
    public void The_law_is_compiled_under_its_bans() => HouseRule.Holds(FloorRules.Bans(Projects.Single(p => p.Ends("MotCua.Domain.csproj"))));

    [Fact]
    public void The_law_references_the_runtime_and_nothing_else() => HouseRule.Holds(FloorRules.Runtime(House.Read("MotCua.Domain").Assembly));

    [Fact]
    public void Planted_references_are_seen()
    {
        const string up = """<Project><ItemGroup><ProjectReference Include="..\MotCua.Web\MotCua.Web.csproj" /></ItemGroup></Project>""";
        const string down = """<Project><ItemGroup><ProjectReference Include="../MotCua.Domain/MotCua.Domain.csproj" /></ItemGroup></Project>""";
        HouseRule.Reports(
            FloorRules.References(
            [
                new SourceFile("src/MotCua.App/MotCua.App.csproj", up), new SourceFile("src/MotCua.Common/MotCua.Common.csproj", down),
                new SourceFile("src/MotCua.Integrations/MotCua.Integrations.csproj", down),
            ]),
            "src/MotCua.App/MotCua.App.csproj", "src/MotCua.Common/MotCua.Common.csproj", "src/MotCua.Integrations/MotCua.Integrations.csproj");
        HouseRule.Reports(FloorRules.References([new SourceFile("src/MotCua.App/MotCua.App.csproj", down)]));
    }

    [Fact]
    public void A_planted_version_is_seen() => HouseRule.Reports(
        FloorRules.Versions([new SourceFile("a.csproj", """<Project><PackageReference Include="X" Version="1.0.0" /></Project>""")]), "a.csproj");

    [Theory]
    [InlineData("""<Project><AdditionalFiles Include="BannedSymbols.txt" /></Project>""", "does not run")]
    [InlineData("""<Project><PackageReference Include="Microsoft.CodeAnalysis.BannedApiAnalyzers" PrivateAssets="all" /></Project>""", "does not give")]
    [InlineData("""<Project><PackageReference Include="Dapper" /></Project>""", "brings Dapper")]
    [InlineData("<Project><NoWarn>RS0030</NoWarn></Project>", "silences")]
    public void A_planted_hole_in_the_bans_is_seen(string project, string what) =>
        Assert.Contains(FloorRules.Bans(new SourceFile("MotCua.Domain.csproj", project)), b => b.What.StartsWith(what, StringComparison.Ordinal));

    [Fact]
    public void A_planted_reference_of_the_law_is_seen() =>
        Assert.Contains(FloorRules.Runtime(typeof(Foundation).Assembly), b => b.What.EndsWith("MotCua.Domain", StringComparison.Ordinal));
}
