using MotCua.Domain.Law;

namespace MotCua.App.Catalogue.Search;

/// <summary>All words and pairs of words of the catalogue, each with the procedures in which it stands and how much it weighs there.</summary>
[NoTerm("a part of the index")]
internal sealed class Vocabulary
{
    private const float Saturation = 1.2f;

    private readonly Dictionary<string, int> ids = [];
    private readonly List<string> words = [];
    private readonly List<List<(int Doc, float Weight)>> building = [];
    private readonly Dictionary<string, List<int>> sounds = [];
    private readonly Dictionary<int, List<int>> byLength = [];
    private (int Doc, float Weight)[][] postings = [];
    private float[] rarity = [];

    /// <summary>How many there are.</summary>
    public int Count => words.Count;

    /// <summary>The procedures of a word with its weight in each: up to 2,2.</summary>
    public ReadOnlySpan<(int Doc, float Weight)> Postings(int id) => postings[id];

    /// <summary>How rare a word is: the rarer, the more it says.</summary>
    public float Rarity(int id) => rarity[id];

    /// <summary>The word.</summary>
    public string Word(int id) => words[id];

    /// <summary>The number of a word; −1 where it does not stand in the catalogue.</summary>
    public int Find(string word) => ids.GetValueOrDefault(word, -1);

    /// <summary>The number of two words that follow each other; −1 where they never do.</summary>
    public int Find(string first, string second) => Find($"{first} {second}");

    /// <summary>Words that sound like this one.</summary>
    public IReadOnlyList<int> Alike(string word) => sounds.GetValueOrDefault(SearchText.Sound(word)) ?? [];

    /// <summary>Words of a length.</summary>
    public IReadOnlyList<int> OfLength(int length) => byLength.GetValueOrDefault(length) ?? [];

    /// <summary>Words that begin so, the frequent ones first.</summary>
    public IEnumerable<int> BeginningWith(string start, int most) => byLength.Where(l => l.Key >= start.Length).SelectMany(l => l.Value)
        .Where(id => words[id].StartsWith(start, StringComparison.Ordinal)).OrderByDescending(id => postings[id].Length).Take(most);

    /// <summary>Adds the words of a text, its pairs, and the words with their tones; one procedure after the other.</summary>
    /// <param name="weight">Of the text, already divided by its length.</param>
    public void Add(int doc, IReadOnlyList<SearchWord> text, float weight)
    {
        for (var i = 0; i < text.Count; i++)
        {
            Add(doc, text[i].Plain, weight);
            if (text[i].Toned is { } toned)
                Add(doc, SearchWord.Mark + toned, weight);
            if (i > 0)
                Add(doc, $"{text[i - 1].Plain} {text[i].Plain}", weight);
        }
    }

    /// <summary>Ends the building; nothing is added afterwards.</summary>
    public void Close(int docs)
    {
        postings = [.. building.Select(b => b.ConvertAll(p => (p.Doc, p.Weight * (Saturation + 1) / (Saturation + p.Weight))).ToArray())];
        building.Clear();
        building.TrimExcess();
        rarity = [.. postings.Select(p => MathF.Log(1 + (docs - p.Length + .5f) / (p.Length + .5f)))];
        for (var id = 0; id < words.Count; id++)
            if (!words[id].Contains(' ') && words[id][0] != SearchWord.Mark)
            {
                Group(byLength, words[id].Length).Add(id);
                Group(sounds, SearchText.Sound(words[id])).Add(id);
            }
    }

    private void Add(int doc, string word, float weight)
    {
        if (!ids.TryGetValue(word, out var id))
        {
            ids.Add(word, id = words.Count);
            words.Add(word);
            building.Add([]);
        }
        var docs = building[id];
        if (docs.Count > 0 && docs[^1].Doc == doc)
            docs[^1] = (doc, docs[^1].Weight + weight);
        else
            docs.Add((doc, weight));
    }

    private static List<int> Group<TKey>(Dictionary<TKey, List<int>> groups, TKey key) where TKey : notnull
    {
        if (!groups.TryGetValue(key, out var group))
            groups.Add(key, group = []);
        return group;
    }
}
