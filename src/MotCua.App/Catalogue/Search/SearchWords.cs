using MotCua.Domain.Law;
using Sylvan.Data.Csv;

namespace MotCua.App.Catalogue.Search;

/// <summary>An event of life, with what people say of it and the procedures that it brings, the usual ones first.</summary>
[Term("sự kiện trong đời", Law = "NĐ 118/2025/NĐ-CP Đ.26")]
public sealed record LifeEvent(string Name, string Key, IReadOnlyList<string> Words, IReadOnlyList<string> Procedures, string Note);

/// <summary>What people say for what the law says: "sổ đỏ" is giấy chứng nhận quyền sử dụng đất.
/// Words that say nothing have no meaning here.</summary>
[NoTerm("a list of words")]
public sealed class SearchWords
{
    private readonly Dictionary<string, IReadOnlyList<string>> meanings = [];
    private readonly HashSet<string> known = [];

    /// <summary>Makes the list.</summary>
    /// <param name="said">What is said, and the meanings; none for a word that is passed over.</param>
    public SearchWords(IEnumerable<(string Said, IReadOnlyList<string> Means)> said, IReadOnlyList<LifeEvent> events)
    {
        Events = events;
        foreach (var (phrase, means) in said)
        {
            var words = SearchText.Words(phrase);
            var key = string.Join(' ', words.Select(w => w.Plain));
            meanings[key] = meanings.TryGetValue(key, out var more) ? [.. more, .. means] : means;
            known.UnionWith(words.Select(w => w.Plain));
            Longest = Math.Max(Longest, words.Count);
        }
    }

    /// <summary>Nothing is said otherwise.</summary>
    public static SearchWords None { get; } = new([], []);

    /// <summary>Events of life, in the order of the file.</summary>
    public IReadOnlyList<LifeEvent> Events { get; }

    /// <summary>How many words the longest phrase has.</summary>
    public int Longest { get; }

    /// <summary>Reads <c>law/search-words.csv</c> and <c>law/life-events.csv</c>; a file that is not there is an empty list.</summary>
    /// <param name="folder">The folder of the seed.</param>
    public static SearchWords Read(string folder)
    {
        var said = Rows(Path.Combine(folder, "law", "search-words.csv"), c => (Said: Parts(c("said")), Means: Parts(c("means"))))
            .SelectMany(r => r.Said.Select(s => (s, r.Means)));
        var events = Rows(Path.Combine(folder, "law", "life-events.csv"), c => new LifeEvent(
            c("event"), SearchText.Plain(c("event")).Replace(' ', '-'), Parts(c("words")), Codes(c("procedures")), c("note")));
        return new SearchWords(said, events);
    }

    /// <summary>What a phrase without tones stands for; null if it is not in the list, empty if it is passed over.</summary>
    public IReadOnlyList<string>? Meanings(string phrase) => meanings.GetValueOrDefault(phrase);

    /// <summary>Whether a word stands in a phrase of the list.</summary>
    public bool Knows(string word) => known.Contains(word);

    private static IReadOnlyList<string> Parts(string text) =>
        text.Split(['|', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IReadOnlyList<string> Codes(string text) =>
        text.Split(['|', ';', ' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static List<T> Rows<T>(string file, Func<Func<string, string>, T> read)
    {
        var rows = new List<T>();
        if (!File.Exists(file))
            return rows;
        using var csv = CsvDataReader.Create(file);
        while (csv.Read())
            rows.Add(read(column => csv.GetString(csv.GetOrdinal(column))));
        return rows;
    }
}
