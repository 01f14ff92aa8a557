using MotCua.Domain.Law;

namespace MotCua.App.Catalogue.Search;

/// <summary>A word of the catalogue that a typed word may mean.</summary>
/// <param name="Likely">1 for the word itself.</param>
[NoTerm("a part of the index")]
internal readonly record struct Candidate(int Id, float Likely);

/// <summary>Finds the words of the catalogue that somebody meant who typed others: leftovers of keyboards, wrong letters, words written together.</summary>
[NoTerm("a part of the index")]
internal sealed class Speller(Vocabulary vocabulary, SearchWords words)
{
    private const int Most = 8;

    /// <summary>Whether a word is spelled as the catalogue or the people's words have it.</summary>
    public bool Knows(string word) => vocabulary.Find(word) >= 0 || words.Knows(word);

    /// <summary>The typed words as they were probably meant; words that the catalogue has stay.</summary>
    public List<SearchWord> Read(List<SearchWord> typed)
    {
        var read = new List<SearchWord>(typed.Count);
        foreach (var word in typed)
        {
            if (Knows(word.Plain))
                read.Add(word);
            else if (SearchText.Untyped(word.Plain).FirstOrDefault(Knows) is { } untyped)
                read.Add(new SearchWord(untyped, null, untyped));
            else if (Apart(word.Plain) is ({ } first, { } second))
                read.AddRange([new SearchWord(first, null, first), new SearchWord(second, null, second)]);
            else
                read.Add(word);
        }
        return read;
    }

    /// <summary>What a word may mean, the likeliest first. Words beside it help: what stands beside them in the catalogue is likelier.</summary>
    public List<Candidate> Candidates(string word, string? before, string? after)
    {
        var itself = vocabulary.Find(word);
        if (itself >= 0 && (Fits(word, before, after) || before is null && after is null || word.Length < 2 || char.IsAsciiDigit(word[0])))
            return [new Candidate(itself, 1)];
        var found = new Dictionary<int, float>();
        foreach (var id in vocabulary.Alike(word))
            found[id] = .85f;
        foreach (var (id, distance) in Near(word, itself >= 0 || word.Length < 4 ? 1 : 2))
            found[id] = Math.Max(found.GetValueOrDefault(id), distance == 1 ? .75f : .45f);
        found.Remove(itself);
        var others = found.Select(f => (Candidate: new Candidate(f.Key, f.Value), Fits: Fits(vocabulary.Word(f.Key), before, after)))
            .Where(c => itself < 0 || c.Fits).Select(c => c.Fits ? c.Candidate : c.Candidate with { Likely = c.Candidate.Likely * .6f })
            .OrderByDescending(c => c.Likely).ThenByDescending(c => vocabulary.Postings(c.Id).Length).Take(Most);
        return itself >= 0 ? [new Candidate(itself, 1), .. others.Select(c => c with { Likely = c.Likely * .8f })] : [.. others];
    }

    private bool Fits(string word, string? before, string? after) =>
        before is not null && vocabulary.Find(before, word) >= 0 || after is not null && vocabulary.Find(word, after) >= 0;

    private IEnumerable<(int Id, int Distance)> Near(string word, int most)
    {
        if (word.Length < 2)
            yield break;
        for (var length = Math.Max(1, word.Length - most); length <= word.Length + most; length++)
            foreach (var id in vocabulary.OfLength(length))
            {
                var distance = SearchText.Distance(word, vocabulary.Word(id), most);
                if (distance > 0 && distance <= most)
                    yield return (id, distance);
            }
    }

    private (string? First, string? Second) Apart(string word)
    {
        for (var at = 2; at <= word.Length - 2; at++)
            if (vocabulary.Find(word[..at], word[at..]) >= 0)
                return (word[..at], word[at..]);
        return (null, null);
    }
}
