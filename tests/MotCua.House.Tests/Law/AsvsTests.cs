using System.Text.RegularExpressions;
using MotCua.House.Tests.Guard;
using MotCua.Testing;
using Xunit;

namespace MotCua.House.Tests.Law;

/// <summary>docs/security/asvs.csv: the list of OWASP ASVS 4.0.3 level 2, each line with its state and evidence.</summary>
public sealed partial class AsvsTests
{
    private static readonly IReadOnlyList<(string Id, string State, string Evidence)> Lines =
        [.. CsvFile.Read("docs/security/asvs.csv").Select(r => (r["id"], r["state"], r["evidence"]))];

    [Fact]
    public void Every_line_stands_once_says_its_state_and_why()
    {
        Assert.True(Lines.Count > 250, $"only {Lines.Count} lines");
        Assert.Equal(Lines.Count, Lines.Select(l => l.Id).Distinct().Count());
        Assert.All(Lines, l => Assert.Contains(l.State, new[] { "met", "partly", "gap", "n/a" }));
        Assert.All(Lines, l => Assert.True(l.Evidence.Length > 3, $"{l.Id} gives no evidence or reason"));
    }

    [Fact]
    public void Evidence_that_names_a_test_or_a_file_names_one_that_is_there()
    {
        var tests = Directory.EnumerateFiles(Repository.Path("tests"), "*Tests.cs", SearchOption.AllDirectories).Select(
            Path.GetFileNameWithoutExtension).ToHashSet();
        var missing = new List<string>();
        foreach (var (id, _, evidence) in Lines)
        {
            missing.AddRange(TestName().Matches(evidence).Select(m => m.Value).Where(t => t != "MotCua.House.Tests" && !tests.Contains(t)).Select(t =>
                $"{id}: {t}"));
            missing.AddRange(FilePath().Matches(evidence).Select(m => m.Value.TrimEnd('.', ';', ',')).Where(p => !Exists(p)).Select(p => $"{id}: {p}"));
        }
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    private static bool Exists(string path) => File.Exists(Repository.Path(path.Split('/'))) || Directory.Exists(Repository.Path(path.Split('/')));

    [GeneratedRegex(@"\b[A-Z]\w+Tests\b", RegexOptions.CultureInvariant)]
    private static partial Regex TestName();

    [GeneratedRegex(@"\b(src|docs|data|tests)/[\w./-]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FilePath();
}
