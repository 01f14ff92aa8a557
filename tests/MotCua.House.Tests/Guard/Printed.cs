using MotCua.Testing;
using Xunit;

namespace MotCua.House.Tests.Guard;

/// <summary>Documents that the code prints: a stale one fails, <c>./test --write</c> rewrites it.</summary>
internal static class Printed
{
    /// <summary>The file is what the code says now.</summary>
    /// <param name="path">From the root.</param>
    public static void IsFresh(string path, string text)
    {
        var file = Repository.Path(path.Split('/'));
        if (Tool.Write)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        if (Stale(path, File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "", text) is { } stale)
            Assert.Fail(stale);
    }

    /// <summary>What is stale about a printed text; null if nothing is.</summary>
    public static string? Stale(string path, string have, string want)
    {
        if (have == want)
            return null;
        string[] old = have.Split('\n'), now = want.Split('\n');
        var differs = Enumerable.Range(0, Math.Max(old.Length, now.Length)).First(i => old.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        return $"{path} is stale from line {differs + 1}: run ./test --write.\nIt says      {old.ElementAtOrDefault(differs)}\n"
            + $"the code says {now.ElementAtOrDefault(differs)}";
    }
}
