using System.Globalization;
using MotCua.Domain.Law;
using MotCua.Domain.Papers.Reading;
using MotCua.Domain.Words;

namespace MotCua.Domain.Papers.Digitizing;

/// <summary>A region of a page.</summary>
/// <param name="Page">Index of the page in the paper.</param>
/// <param name="Box">On the turned picture.</param>
[NoTerm("a place on a picture")]
public readonly record struct FieldPlace(int Page, PageBox Box);

/// <summary>Finds where on the pages a value stands, so that the officer sees the picture beside the field.</summary>
[NoTerm("handling of scans")]
public static class FieldPlaces
{
    private const int Skips = 2;
    private const double Enough = 0.6;

    /// <summary>Where a value stands; null where it is not found.</summary>
    /// <param name="value">As proposed: words, or a day as yyyy-MM-dd.</param>
    public static FieldPlace? Find(IReadOnlyList<ReadPage> pages, string? value)
    {
        (FieldPlace Place, double Score)? best = null;
        foreach (var wanted in Readings(value))
            for (var page = 0; page < pages.Count; page++)
                if (pages[page].Place is { } place && Best(pages[page].Words, wanted) is { } run && run.Score > (best?.Score ?? Enough - 0.001))
                    best = (new FieldPlace(page, run.Words.Select(place.Of).Aggregate((a, b) => a.With(b))), run.Score);
        return best?.Place;
    }

    private static IEnumerable<IReadOnlyList<string>> Readings(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            yield break;
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            yield return [Plain(day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture))];
            yield return [Number(day.Day), Number(day.Month), Number(day.Year)];
            yield break;
        }
        yield return [.. value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Plain).Where(w => w.Length > 0)];
    }

    private static (IReadOnlyList<ReadWord> Words, double Score)? Best(IReadOnlyList<ReadWord> words, IReadOnlyList<string> wanted)
    {
        if (wanted.Count == 0)
            return null;
        var plain = words.Select(w => Plain(w.Text)).ToList();
        (IReadOnlyList<ReadWord> Words, double Score)? best = null;
        for (var start = 0; start < words.Count; start++)
        {
            if (!Same(plain[start], wanted[0]))
                continue;
            var (found, at, misses) = (new List<ReadWord> { words[start] }, 1, 0);
            for (var i = start + 1; i < words.Count && at < wanted.Count && misses <= Skips; i++)
                if (Same(plain[i], wanted[at]))
                {
                    found.Add(words[i]);
                    (at, misses) = (at + 1, 0);
                }
                else
                    misses++;
            var score = (double)at / wanted.Count;
            if (score > (best?.Score ?? 0))
                best = (found, score);
        }
        return best;
    }

    // A number may stand in one word with its notation: "17/2026/UQ".
    private static bool Same(string word, string wanted) => word == wanted || Number(word) == Number(wanted)
        || (wanted.Length >= 2 && char.IsAsciiDigit(wanted[0]) && word.Length > wanted.Length && word.StartsWith(wanted, StringComparison.Ordinal));

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static string Number(string plain) => plain.Length > 0 && plain.All(char.IsAsciiDigit) ? plain.TrimStart('0') : plain;

    private static string Plain(string text) => string.Concat(VietnameseText.Fold(text).Where(char.IsLetterOrDigit));
}
