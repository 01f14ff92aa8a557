using System.Text.RegularExpressions;

namespace MotCua.Domain.Papers.Reading;

/// <summary>A person's name at the beginning of a text.</summary>
internal static partial class PersonName
{
    private const int MostSyllables = 7;

    /// <summary>The name without Ông or Bà, as it is printed; null where the text does not begin with two syllables or more.</summary>
    public static string? Of(string text)
    {
        var row = text.Split('\n', '\t')[0];
        row = Address().Replace(row.TrimStart(' ', '.', ':', '-', '_'), "");
        var (name, capitals) = (new List<string>(), (bool?)null);
        foreach (var token in row.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var word = token.TrimEnd(',', '.', ';', ':', ')', '_');
            if (!Syllable().IsMatch(word) || name.Count == MostSyllables)
                break;
            var big = word.Length > 1 && word.All(c => !char.IsLower(c));
            // "CAO VĂN ĐỨC Giới tính": small letters after capitals begin another label.
            if (capitals is { } c0 && c0 && !big && word.Length > 1)
                break;
            capitals ??= word.Length > 1 ? big : null;
            name.Add(word);
            if (word.Length < token.Length)
                break;
        }
        return name.Count < 2 ? null : string.Join(' ', name);
    }

    [GeneratedRegex(@"^(?:(?:Ông/Bà|Ông \(Bà\)|ông/bà|Ông|Bà|ông|bà|Anh|Chị|anh|chị)\s*:?\s+)+")]
    private static partial Regex Address();

    // A capital, then letters; Ê Đê and M'Nông names hold an apostrophe.
    [GeneratedRegex(@"^\p{Lu}[\p{L}\p{M}]{0,7}(?:['’‘-]\p{L}[\p{L}\p{M}]{0,7})?$")]
    private static partial Regex Syllable();
}
