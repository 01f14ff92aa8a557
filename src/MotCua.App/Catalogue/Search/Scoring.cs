using MotCua.Domain.Law;

namespace MotCua.App.Catalogue.Search;

/// <summary>How well each procedure answers the parts of one query.</summary>
[NoTerm("a part of the index")]
internal sealed class Scoring
{
    private readonly Vocabulary vocabulary;
    private readonly List<(Part Part, float[] Scores, int[] Sayings)> parts = [];
    private readonly HashSet<int> words = [];
    private readonly float asked;

    /// <summary>Goes through the words of the query once.</summary>
    public Scoring(Vocabulary vocabulary, int docs, IReadOnlyList<Part> query)
    {
        this.vocabulary = vocabulary;
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
        Matched = words.Select(vocabulary.Word).Where(w => !w.Contains(' ') && w[0] != '=').ToHashSet();
    }

    /// <summary>Words without tones that can have answered.</summary>
    public IReadOnlySet<string> Matched { get; }

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
            if (words.Contains(id))
                covered += rarity;
        }
        return all > 0 ? covered / all : 0;
    }

    /// <summary>The people's word that led to a procedure, and what it means; null if what was typed stands there itself.</summary>
    public string? Meaning(int doc) => parts
        .Where(p => p.Scores[doc] > 0 && p.Part.Sayings[p.Sayings[doc]].Meaning is not null)
        .OrderByDescending(p => p.Scores[doc]).Select(p => p.Part.Sayings[p.Sayings[doc]].Meaning).FirstOrDefault();

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
                words.Add(only.Id);
                foreach (var (doc, weight) in vocabulary.Postings(only.Id))
                    to[doc] += share * only.Likely * weight;
                continue;
            }
            Array.Clear(term);
            foreach (var candidate in asked.Candidates)
            {
                words.Add(candidate.Id);
                foreach (var (doc, weight) in vocabulary.Postings(candidate.Id))
                    term[doc] = Math.Max(term[doc], candidate.Likely * weight);
            }
            for (var doc = 0; doc < term.Length; doc++)
                to[doc] += share * term[doc];
        }
    }
}
