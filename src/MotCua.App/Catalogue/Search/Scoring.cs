using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.App.Catalogue.Search;

/// <summary>How well each procedure answers the parts of one query.</summary>
[NoTerm("a part of the index")]
internal sealed class Scoring
{
    private const float Small = .06f;

    private readonly Vocabulary vocabulary;
    private readonly List<(Part Part, float[] Scores, int[] Sayings)> parts = [];
    private readonly bool[] words;
    private readonly float asked;

    /// <summary>Goes through the words of the query once.</summary>
    public Scoring(Vocabulary vocabulary, int docs, IReadOnlyList<Part> query)
    {
        this.vocabulary = vocabulary;
        words = new bool[vocabulary.Count];
        var term = new float[docs];
        var saying = new float[docs];
        foreach (var part in query.Where(p => p.Weight > 0))
        {
            var scores = new float[docs];
            var sayings = new int[docs];
            for (var s = 0; s < part.Sayings.Count; s++)
            {
                Array.Clear(saying);
                Say(part.Sayings[s], term, saying);
                for (var doc = 0; doc < docs; doc++)
                    if (saying[doc] > scores[doc])
                        (scores[doc], sayings[doc]) = (saying[doc], s);
            }
            parts.Add((part, scores, sayings));
        }
        asked = parts.Where(p => !p.Part.Bonus).Sum(p => p.Part.Weight);
    }

    /// <summary>The score of a procedure; 0 where nothing answers.</summary>
    /// <param name="names">The words of its name and of each keyword: the more of one of them were asked for, the better.</param>
    public float Score(int doc, int[][] names)
    {
        float sum = 0, answered = 0;
        foreach (var (part, scores, _) in parts)
        {
            if (scores[doc] <= 0)
                continue;
            sum += scores[doc];
            if (!part.Bonus)
                answered += Math.Min(scores[doc], part.Weight);
        }
        if (sum <= 0 || asked <= 0)
            return 0;
        return sum * (.25f + .75f * answered / asked) * (.7f + .6f * names.Max(Covered));
    }

    private float Covered(int[] name)
    {
        float all = 0, covered = 0;
        foreach (var id in name)
        {
            var rarity = vocabulary.Rarity(id);
            all += rarity;
            if (words[id])
                covered += rarity;
        }
        return all > 0 ? covered / all : 0;
    }

    /// <summary>The words by which a procedure answers; those whose tones are known only with them. Small words are left out.</summary>
    public IReadOnlySet<string> Matched(int doc)
    {
        var matched = parts.Where(p => p.Scores[doc] > 0 && !p.Part.Bonus && p.Part.Weight >= asked * Small)
            .SelectMany(p => p.Part.Sayings[p.Sayings[doc]].Terms).SelectMany(t => t.Candidates).Where(c => c.Likely >= .4f)
            .Select(c => vocabulary.Word(c.Id)).Where(w => !w.Contains(' ')).ToHashSet();
        matched.ExceptWith(matched.Where(w => w[0] == SearchWord.Mark).Select(w => VietnameseText.Fold(w[1..^1])).ToList());
        return matched;
    }

    /// <summary>People's words that led to a procedure, and what they were taken for; not those that stand there themselves.</summary>
    public IReadOnlyList<Understood> Meanings(int doc) => [.. parts
        .Where(p => p.Scores[doc] > 0 && p.Part.Sayings[p.Sayings[doc]].Meaning is { } meant && SearchText.Plain(meant) != SearchText.Plain(p.Part.Typed))
        .Select(p => new Understood(p.Part.Typed, p.Part.Sayings[p.Sayings[doc]].Meaning!))];

    private void Say(Saying saying, float[] term, float[] to)
    {
        var importance = saying.Terms.Sum(t => t.Importance);
        if (importance <= 0)
            return;
        foreach (var asked in saying.Terms)
        {
            var share = saying.Weight * asked.Importance / importance;
            if (asked.Candidates is [var only])
            {
                words[only.Id] = true;
                foreach (var (doc, weight) in vocabulary.Postings(only.Id))
                    to[doc] += share * only.Likely * weight;
                continue;
            }
            Array.Clear(term);
            foreach (var candidate in asked.Candidates)
            {
                words[candidate.Id] = true;
                foreach (var (doc, weight) in vocabulary.Postings(candidate.Id))
                    term[doc] = Math.Max(term[doc], candidate.Likely * weight);
            }
            for (var doc = 0; doc < term.Length; doc++)
                to[doc] += share * term[doc];
        }
    }
}
