using MotCua.Domain.Law;

namespace MotCua.App.Papers;

/// <summary>What papers must look like on a day (R-DIG-07).</summary>
/// <param name="LeastDpi">Points to the inch.</param>
/// <param name="LeastContrast">Grey levels between paper and ink.</param>
/// <param name="MostPages">Pages of one file.</param>
public sealed record SharpnessRules(int LeastDpi, int LeastContrast, int MostPages)
{
    /// <summary>Nothing is asked.</summary>
    public static SharpnessRules None { get; } = new(0, 0, int.MaxValue);
}

/// <summary>What a check found.</summary>
/// <param name="No">The sentence.</param>
/// <param name="Refuses">The file is not taken; else the officer may take it with a reason.</param>
public sealed record FileFinding(Refusal No, bool Refuses);

/// <summary>One question about a file.</summary>
public interface IFileCheck
{
    /// <summary>What is wrong; null if nothing is.</summary>
    /// <param name="name">The cleaned name of the file.</param>
    FileFinding? Find(PaperLook look, string name, SharpnessRules rules);
}

/// <summary>All checks, in the order in which they are asked.</summary>
public static class FileChecks
{
    /// <summary>Every check.</summary>
    public static IReadOnlyList<IFileCheck> All { get; } =
        [new OpensCheck(), new LockedCheck(), new ActiveContentCheck(), new PageCountCheck(), new BlankCheck(), new SharpnessCheck(), new ContrastCheck()];

    /// <summary>What all checks find; the first that refuses is the last asked.</summary>
    public static IReadOnlyList<FileFinding> Of(PaperLook look, string name, SharpnessRules rules)
    {
        var found = new List<FileFinding>();
        foreach (var check in All)
        {
            if (check.Find(look, name, rules) is not { } finding)
                continue;
            found.Add(finding);
            if (finding.Refuses)
                break;
        }
        return found;
    }

    internal static FileFinding No(string code, string sentence) => new(new Refusal(code, sentence), Refuses: true);

    internal static FileFinding Warn(string code, string sentence) => new(new Refusal(code, sentence), Refuses: false);

    /// <summary>Pages in words: "trang 1, 3 và 2 trang khác".</summary>
    internal static string PagesIn(IEnumerable<PageLook> pages)
    {
        const int Named = 5;
        var numbers = pages.Select(p => p.Number).ToList();
        var words = $"trang {string.Join(", ", numbers.Take(Named))}";
        return numbers.Count > Named ? $"{words} và {numbers.Count - Named} trang khác" : words;
    }
}
