using System.Globalization;
using MotCua.Domain.Law;

namespace MotCua.App.Papers;

/// <summary>What may be attached on a day: kinds and sizes, as the rows say.</summary>
/// <param name="MaxBytes">Bytes of one file.</param>
/// <param name="TotalMaxBytes">Bytes of all files of one dossier.</param>
public sealed record FileRules(long MaxBytes, long TotalMaxBytes, IReadOnlyList<FileKind> Kinds)
{
    /// <summary>What papers must look like.</summary>
    public SharpnessRules Sharpness { get; init; } = SharpnessRules.None;

    /// <summary>Whether files are taken while the program that looks for viruses does not answer.</summary>
    public bool TakesUnscanned { get; init; }

    /// <summary>The rules of a day.</summary>
    /// <param name="procedure">Code of the procedure, whose own rows come first; null for none.</param>
    /// <exception cref="InvalidOperationException">A row is missing: a fault of the data.</exception>
    public static FileRules On(DateOnly day, RuleBook rules, string? procedure = null)
    {
        string[] scopes = procedure is null ? [] : [$"procedure:{procedure}"];
        return new FileRules(Bytes("attachment.max-bytes"), Bytes("attachment.total-max-bytes"),
            [.. rules.Text("attachment.types", day, scopes).Split('|').Select(t => Enum.Parse<FileKind>(t, ignoreCase: true))])
        {
            Sharpness = new SharpnessRules(
                (int)Bytes("paper.least-dpi"), (int)Bytes("paper.least-contrast"), (int)Bytes("paper.most-pages")),
            TakesUnscanned = rules.Text("virus.down", day, scopes) == "take",
        };

        long Bytes(string key) => long.Parse(rules.Text(key, day, scopes), CultureInfo.InvariantCulture);
    }

    /// <summary>The kinds in words: "PDF, JPG, PNG hoặc TIFF".</summary>
    public string KindWords
    {
        get
        {
            var words = Kinds.Select(FileKinds.Words).ToList();
            return words.Count == 1 ? words[0] : $"{string.Join(", ", words[..^1])} hoặc {words[^1]}";
        }
    }

    /// <summary>All limits in words, to stand beside the picker.</summary>
    public string Words => $"{string.Join(", ", Kinds.Select(FileKinds.Words))} ≤ {Size(MaxBytes)}; cả hồ sơ ≤ {Size(TotalMaxBytes)}";

    /// <summary>What the picker shows: ".pdf,.jpg,…".</summary>
    public string Accept => string.Join(',', Kinds.SelectMany(FileKinds.Endings));

    /// <summary>A size as people say it: "20 MB", "23,4 MB", "512 KB".</summary>
    public static string Size(long bytes)
    {
        const decimal Kilo = 1024, Mega = 1024 * 1024;
        var (amount, unit) = bytes >= Mega ? (bytes / Mega, "MB") : bytes >= Kilo ? (bytes / Kilo, "KB") : (bytes, "byte");
        return amount.ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',') + " " + unit;
    }
}
