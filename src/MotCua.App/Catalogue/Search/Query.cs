using MotCua.Domain.Law;

namespace MotCua.App.Catalogue.Search;

/// <summary>One thing that a way of saying asks for; the best of its candidates counts.</summary>
/// <param name="Importance">How much of the saying it is.</param>
[NoTerm("a part of a query")]
internal sealed record Term(IReadOnlyList<Candidate> Candidates, float Importance);

/// <summary>One way in which a part of the query can be said.</summary>
/// <param name="Weight">What a procedure gets that answers it fully.</param>
/// <param name="Meaning">The words of the law, where it is not what was typed.</param>
[NoTerm("a part of a query")]
internal sealed record Saying(IReadOnlyList<Term> Terms, float Weight, string? Meaning);

/// <summary>A part of the query; the best of its sayings counts.</summary>
/// <param name="Typed">As it was read.</param>
/// <param name="Bonus">It only adds, and is not missed where it does not answer: two words in their order.</param>
[NoTerm("a part of a query")]
internal sealed record Part(string Typed, IReadOnlyList<Saying> Sayings, bool Bonus = false)
{
    /// <summary>The most that it can give.</summary>
    public float Weight => Sayings.Max(s => s.Weight);
}

/// <summary>Reads what was typed: which words, what they stand for, which say little.</summary>
[NoTerm("a part of the index")]
internal sealed class QueryReader(Vocabulary vocabulary, SearchWords words)
{
    private const int MostWords = 24, MostEndings = 40;
    private const float Little = .12f;

    private readonly Speller speller = new(vocabulary, words);

    /// <summary>The parts of a query.</summary>
    /// <param name="typing">The last word may be unfinished.</param>
    public (List<Part> Parts, string? Read) Parts(string query, bool typing)
    {
        var typed = SearchText.Words(query).Take(MostWords).ToList();
        var read = speller.Read(typed);
        var parts = new List<Part>();
        var plain = new List<(SearchWord Word, Part? Part, bool Little)>();
        for (var at = 0; at < read.Count;)
        {
            var (length, means) = Phrase(read, at);
            if (length > 0 && means!.Count > 0)
            {
                parts.Add(Meant(read.GetRange(at, length), means));
                plain.Add((default, null, true));
            }
            else
            {
                for (var i = at; i < at + Math.Max(1, length); i++)
                    plain.Add(typing && i == read.Count - 1 && Unfinished(read, i, length > 0) is { } part
                        ? (read[i], part, false)
                        : (read[i], Single(read, i, length > 0 ? Little : 1), length > 0));
            }
            at += Math.Max(1, length);
        }
        // Nothing but small words asks for nothing.
        if (parts.Count > 0 || plain.Exists(p => !p.Little))
            parts.AddRange([.. plain.Select(p => p.Part).OfType<Part>(), .. Pairs(plain)]);
        var corrected = string.Join(' ', read.Select(r => r.Plain));
        return (parts, corrected == string.Join(' ', typed.Select(t => t.Plain)) ? null : corrected);
    }

    private (int Length, IReadOnlyList<string>? Means) Phrase(List<SearchWord> read, int at)
    {
        for (var length = Math.Min(words.Longest, read.Count - at); length > 0; length--)
            if (words.Meanings(string.Join(' ', read.Skip(at).Take(length).Select(w => w.Plain))) is { } means)
                return (length, means);
        return (0, null);
    }

    private Part Meant(List<SearchWord> said, IReadOnlyList<string> means)
    {
        var typed = string.Join(' ', said.Select(w => w.Text));
        var sayings = new List<Saying>();
        if (Say(said, null) is { } itself)
            sayings.Add(itself);
        sayings.AddRange(means.Select(m => Say(SearchText.Words(m), m)).OfType<Saying>());
        return new Part(typed, sayings.Count > 0 ? sayings : [new Saying([], 0, null)]);
    }

    /// <summary>A phrase: its words, the same with their tones, and its pairs.</summary>
    private Saying? Say(List<SearchWord> said, string? meaning)
    {
        var terms = new List<Term>();
        float sum = 0;
        for (var i = 0; i < said.Count; i++)
        {
            if (vocabulary.Find(said[i].Plain) is var id and >= 0)
            {
                sum += vocabulary.Rarity(id);
                terms.Add(new Term([new Candidate(id, 1)], vocabulary.Rarity(id)));
            }
            else
                return null;
            if (Toned(said[i]) is { } toned)
                terms.Add(toned);
            if (i > 0 && vocabulary.Find(said[i - 1].Plain, said[i].Plain) is var pair and >= 0)
                terms.Add(new Term([new Candidate(pair, 1)], 1.3f * vocabulary.Rarity(pair)));
            else if (i > 0)
                terms.Add(new Term([], 4));
        }
        return new Saying(terms, sum / said.Count * MathF.Pow(said.Count, .7f), meaning);
    }

    private Term? Toned(SearchWord word) =>
        word.Toned is { } toned && vocabulary.Find(SearchWord.Mark + toned) is var id and >= 0
            ? new Term([new Candidate(id, 1)], .4f * vocabulary.Rarity(id)) : null;

    private Part? Single(List<SearchWord> read, int at, float share)
    {
        var word = read[at];
        if (word.Plain.Length == 1 && !char.IsAsciiDigit(word.Plain[0]))
            return null;
        if (int.TryParse(word.Plain, out _))
            share *= .3f;
        var candidates = speller.Candidates(word.Plain, at > 0 ? read[at - 1].Plain : null, at + 1 < read.Count ? read[at + 1].Plain : null);
        if (candidates.Count == 0)
            return new Part(word.Text, [new Saying([], 4 * share, null)]);
        var rarity = candidates.Max(c => c.Likely * vocabulary.Rarity(c.Id));
        var terms = new List<Term> { new(candidates, rarity) };
        if (Toned(word) is { } toned)
            terms.Add(toned);
        return new Part(word.Text, [new Saying(terms, rarity * share, null)]);
    }

    /// <summary>The last word while somebody is typing: what begins so, and the word itself; null where nothing goes on from it.</summary>
    /// <param name="little">As it stands it says nothing: only what it may become counts.</param>
    private Part? Unfinished(List<SearchWord> read, int at, bool little)
    {
        var word = read[at].Plain;
        var longer = vocabulary.BeginningWith(word, MostEndings).Where(id => vocabulary.Word(id).Length > word.Length).ToList();
        if (longer.Count == 0)
            return null;
        var itself = little ? -1 : vocabulary.Find(word);
        List<Candidate> candidates = [.. longer.Select(id => new Candidate(id, itself >= 0 ? .6f : .9f))];
        if (itself >= 0)
            candidates.Insert(0, new Candidate(itself, 1));
        var rarity = candidates.Max(c => c.Likely * vocabulary.Rarity(c.Id));
        return new Part(word, [new Saying([new Term(candidates, rarity)], rarity * (little ? .5f : 1), null)]);
    }

    /// <summary>Words that were typed one after the other and follow each other in the catalogue too.</summary>
    private IEnumerable<Part> Pairs(List<(SearchWord Word, Part? Part, bool Little)> plain)
    {
        for (var i = 1; i < plain.Count; i++)
        {
            if (plain[i].Part is not { } second || plain[i - 1].Part is not { } first || plain[i].Little && plain[i - 1].Little)
                continue;
            var pairs = (from a in Own(first) from b in Own(second)
                let id = vocabulary.Find(vocabulary.Word(a.Id), vocabulary.Word(b.Id))
                where id >= 0
                orderby a.Likely * b.Likely descending
                select new Candidate(id, a.Likely * b.Likely)).Take(12).ToList();
            if (pairs.Count == 0)
                continue;
            var share = plain[i].Little || plain[i - 1].Little ? .2f : 1.1f;
            var rarity = pairs.Max(p => p.Likely * vocabulary.Rarity(p.Id));
            yield return new Part($"{first.Typed} {second.Typed}", [new Saying([new Term(pairs, rarity)], rarity * share, null)], Bonus: true);
        }
    }

    private static IEnumerable<Candidate> Own(Part part) => part.Sayings[0].Terms is [var own, ..] ? own.Candidates.Take(12) : [];
}
