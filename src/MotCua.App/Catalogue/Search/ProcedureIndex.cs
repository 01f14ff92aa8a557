using System.Collections.Frozen;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.App.Catalogue.Search;

/// <summary>Finds procedures by what people say: words with or without tones, with mistakes, first letters, codes, sectors, events of life (F-61).
/// It does not change once it is built; any number may ask at once.</summary>
[NoTerm("a look-up over the lines")]
public sealed class ProcedureIndex
{
    private const float OfName = 3, OfKeywords = 3.2f, OfEvents = 1.6f, OfResult = 1, OfSector = .8f, OfAgency = .3f;
    private const int UsualLength = 14;

    private readonly ProcedureLine[] lines;
    private readonly Dictionary<string, int> byCode;
    private readonly Vocabulary vocabulary = new();
    private readonly QueryReader reader;
    private readonly SearchWords words;
    private readonly int[][][] names;
    private readonly string[] initials;
    private readonly float[] usual;
    private readonly FrozenDictionary<string, HashSet<int>> byEvent;

    /// <summary>Builds the index.</summary>
    /// <param name="lines">Lines in force on one day.</param>
    /// <param name="words">What people say.</param>
    /// <param name="homes">Names of the province's own committee without tones: "tinh dak lak". What another province announced comes after.</param>
    public ProcedureIndex(IEnumerable<ProcedureLine> lines, SearchWords words, IReadOnlyCollection<string> homes)
    {
        this.lines = [.. lines];
        this.words = words;
        byCode = this.lines.Select((l, i) => (l.Code, i)).DistinctBy(l => l.Code).ToDictionary(l => l.Code, l => l.i);
        byEvent = EventsOf();
        names = new int[this.lines.Length][][];
        initials = new string[this.lines.Length];
        // Sectors and agencies stand in many lines.
        var read = new Dictionary<string, List<SearchWord>>();
        for (var doc = 0; doc < this.lines.Length; doc++)
            Add(doc, text => read.TryGetValue(text, out var done) ? done : read[text] = SearchText.Words(text));
        vocabulary.Close(this.lines.Length);
        var elsewhere = this.lines.Select(l => l.Agency).Distinct().ToDictionary(a => a, a => IsElsewhere(a, homes));
        usual = [.. this.lines.Select(l => Usual(l, elsewhere[l.Agency]))];
        Sectors = Counted(l => l.Sector);
        Agencies = Counted(l => l.Agency);
        reader = new QueryReader(vocabulary, words);
    }

    /// <summary>How many procedures there are.</summary>
    public int Count => lines.Length;

    /// <summary>Sectors with the number of their procedures, by name.</summary>
    public IReadOnlyList<(string Name, int Count)> Sectors { get; }

    /// <summary>Announcing agencies with the number of their procedures, by name.</summary>
    public IReadOnlyList<(string Name, int Count)> Agencies { get; }

    /// <summary>Events of life that have procedures here.</summary>
    public IEnumerable<LifeEvent> Events => words.Events.Where(e => byEvent.ContainsKey(e.Key));

    /// <summary>The line of a code; null if none is in force.</summary>
    public ProcedureLine? Find(string code) => byCode.TryGetValue(code, out var doc) ? lines[doc] : null;

    /// <summary>Procedures that answer, the best first; without words all that the filters let through, by weight and name.</summary>
    /// <param name="query">At most the first 200 characters are read.</param>
    public SearchAnswer Search(string? query, SearchFilters? filters = null, int most = 20, int skip = 0)
    {
        filters ??= SearchFilters.None;
        var text = VietnameseText.Clean(query) ?? "";
        text = text.Length > 200 ? text[..200] : text;
        if (text.Length == 0)
            return All(filters, most, skip);
        if (ByCode(text, filters) is { Count: > 0 } codes)
            return new SearchAnswer([.. codes.Skip(skip).Take(most)], codes.Count, [], null);
        var (parts, read) = reader.Parts(text, filters.Typing);
        var scoring = new Scoring(vocabulary, lines.Length, parts);
        var ranked = Ranked(scoring, filters);
        if (text.Length >= 3 && !text.Contains(' '))
            ranked = WithInitials(VietnameseText.Fold(text), ranked, filters);
        var best = ranked.Count > 0 ? ranked[0].Score : 0;
        ranked = [.. ranked.Where(r => r.Score >= best * .3f)];
        return new SearchAnswer([.. ranked.Skip(skip).Take(most).Select(r => Line(scoring, r.Doc, r.Score))], ranked.Count,
            ranked.Count > 0 ? scoring.Meanings(ranked[0].Doc) : [], read);
    }

    private void Add(int doc, Func<string, List<SearchWord>> read)
    {
        var line = lines[doc];
        var name = Name(line);
        var keywords = line.Keywords.Select(SearchText.Words).ToList();
        initials[doc] = string.Concat(name.Where(w => char.IsLetter(w.Plain[0])).Select(w => w.Plain[0]));
        vocabulary.Add(doc, name, OfName / (.6f + .4f * name.Count / UsualLength));
        foreach (var keyword in keywords)
            vocabulary.Add(doc, keyword, OfKeywords);
        foreach (var happening in EventWords(line))
            vocabulary.Add(doc, read(happening), OfEvents);
        vocabulary.Add(doc, SearchText.Words(line.ResultName), OfResult / (.5f + .5f * line.ResultName.Length / 60f));
        vocabulary.Add(doc, read(line.Sector), OfSector);
        vocabulary.Add(doc, read(line.Agency), OfAgency);
        names[doc] = [.. keywords.Prepend(name).Select(n => n.Select(w => vocabulary.Find(w.Plain)).Distinct().ToArray())];
    }

    /// <summary>The name without "Thủ tục", which says nothing.</summary>
    private static List<SearchWord> Name(ProcedureLine line)
    {
        var name = SearchText.Words(line.Name);
        return name is [{ Plain: "thu" }, { Plain: "tuc" }, _, ..] ? name[2..] : name;
    }

    private IEnumerable<string> EventWords(ProcedureLine line) => line.Events.Concat(
        words.Events.Where(e => e.Procedures.Contains(line.Code)).SelectMany(e => e.Words.Prepend(e.Name))).Distinct();

    private FrozenDictionary<string, HashSet<int>> EventsOf()
    {
        var events = new Dictionary<string, HashSet<int>>();
        foreach (var happening in words.Events)
            foreach (var code in happening.Procedures.Where(byCode.ContainsKey))
                Of(happening.Key).Add(byCode[code]);
        for (var doc = 0; doc < lines.Length; doc++)
            foreach (var name in lines[doc].Events)
                Of(SearchText.Plain(name).Replace(' ', '-')).Add(doc);
        return events.ToFrozenDictionary();

        HashSet<int> Of(string key) => events.TryGetValue(key, out var docs) ? docs : events[key] = [];
    }

    /// <summary>How likely a citizen of the province asks for it, all else being equal.</summary>
    private static float Usual(ProcedureLine line, bool elsewhere)
    {
        var level = line.Levels.Contains(Level.Commune) ? 1 : line.Levels.Contains(Level.Province) ? .96f : line.Levels.Count == 0 ? .93f : .82f;
        var citizens = line.Subjects.Count == 0 || line.Subjects.Any(s => s.StartsWith("Công dân", StringComparison.OrdinalIgnoreCase));
        return level * (elsewhere ? .72f : 1) * (citizens ? 1 : .93f);
    }

    /// <summary>Whether another province announced it.</summary>
    private static bool IsElsewhere(string announcing, IReadOnlyCollection<string> homes)
    {
        var agency = SearchText.Plain(announcing);
        return !homes.Any(h => agency.Contains(h, StringComparison.Ordinal))
            && (agency.StartsWith("ubnd", StringComparison.Ordinal) || agency.StartsWith("uy ban nhan dan", StringComparison.Ordinal)
                || agency.StartsWith("trung tam phuc vu", StringComparison.Ordinal));
    }

    private List<(string Name, int Count)> Counted(Func<ProcedureLine, string> of) =>
        [.. lines.GroupBy(of).Where(g => g.Key.Length > 0).Select(g => (g.Key, g.Count())).OrderBy(g => VietnameseText.Fold(g.Key), StringComparer.Ordinal)];

    private bool Holds(int doc, SearchFilters filters) =>
        (filters.Event is null || byEvent.TryGetValue(filters.Event, out var docs) && docs.Contains(doc)) && filters.Hold(lines[doc]);

    private SearchAnswer All(SearchFilters filters, int most, int skip)
    {
        var order = filters.Event is null ? null : words.Events.FirstOrDefault(e => e.Key == filters.Event)?.Procedures;
        var all = Enumerable.Range(0, lines.Length).Where(d => Holds(d, filters)).Select(d => (Doc: d, Weight: Weigh(d, filters)))
            .OrderBy(d => Place(order, lines[d.Doc].Code)).ThenByDescending(d => d.Weight)
            .ThenBy(d => VietnameseText.Fold(lines[d.Doc].Name), StringComparer.Ordinal).ThenBy(d => lines[d.Doc].Code, StringComparer.Ordinal).ToList();
        return new SearchAnswer([.. all.Skip(skip).Take(most).Select(d => new FoundLine(lines[d.Doc], d.Weight, null, FrozenSet<string>.Empty))], all.Count,
            [], null);
    }

    private static int Place(IReadOnlyList<string>? order, string code) =>
        order is not null && order.TakeWhile(c => c != code).Count() is var place && place < order.Count ? place : int.MaxValue;

    private float Weigh(int doc, SearchFilters filters) => usual[doc] * (filters.Weigh?.Invoke(lines[doc]) ?? 1);

    private List<FoundLine> ByCode(string text, SearchFilters filters)
    {
        var code = text.Replace(" ", "");
        if (!char.IsAsciiDigit(code[0]) || !code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') || code.Count(char.IsAsciiDigit) < 2)
            return [];
        var bare = code.Replace(".", "");
        return [.. Enumerable.Range(0, lines.Length)
            .Where(d => (lines[d].Code.StartsWith(code, StringComparison.OrdinalIgnoreCase)
                || bare.Length >= 6 && lines[d].Code.Replace(".", "").StartsWith(bare, StringComparison.OrdinalIgnoreCase)) && Holds(d, filters))
            .OrderByDescending(d => lines[d].Code == code).ThenByDescending(d => Weigh(d, filters)).ThenBy(d => lines[d].Code, StringComparer.Ordinal)
            .Select(d => new FoundLine(lines[d], Weigh(d, filters), null, FrozenSet<string>.Empty))];
    }

    private List<(int Doc, float Score)> Ranked(Scoring scoring, SearchFilters filters)
    {
        var ranked = new List<(int Doc, float Score)>();
        for (var doc = 0; doc < lines.Length; doc++)
            if (scoring.Score(doc, names[doc]) is var score and > 0 && Holds(doc, filters))
                ranked.Add((doc, score * Weigh(doc, filters)));
        return Sorted(ranked);
    }

    private List<(int Doc, float Score)> WithInitials(string letters, List<(int Doc, float Score)> ranked, SearchFilters filters)
    {
        if (!letters.All(char.IsAsciiLetter) || vocabulary.Find(letters) >= 0)
            return ranked;
        var best = ranked.Count > 0 ? ranked[0].Score : 1;
        var more = Enumerable.Range(0, lines.Length).Select(d => (Doc: d, At: initials[d].IndexOf(letters, StringComparison.Ordinal)))
            .Where(d => d.At >= 0 && Holds(d.Doc, filters))
            .Select(d => (d.Doc, best * (d.At == 0 ? 2 : 1.3f) * (.5f + .5f * letters.Length / initials[d.Doc].Length) * Weigh(d.Doc, filters))).ToList();
        return Sorted([.. more, .. ranked.ExceptBy(more.Select(m => m.Doc), r => r.Doc)]);
    }

    private List<(int Doc, float Score)> Sorted(List<(int Doc, float Score)> ranked) =>
        [.. ranked.OrderByDescending(r => r.Score).ThenBy(r => lines[r.Doc].Name.Length).ThenBy(r => lines[r.Doc].Code, StringComparer.Ordinal)];

    private FoundLine Line(Scoring scoring, int doc, float score)
    {
        var matched = scoring.Matched(doc);
        var shown = Name(lines[doc]).Exists(Answers);
        var why = shown ? null : lines[doc].Keywords.Concat(EventWords(lines[doc]))
            .Select(k => (Text: k, Words: SearchText.Words(k).Count(Answers))).Where(k => k.Words > 0)
            .OrderByDescending(k => k.Words).Select(k => k.Text).FirstOrDefault();
        return new FoundLine(lines[doc], score, why, matched);

        bool Answers(SearchWord word) => matched.Contains(word.Plain) || word.Toned is { } toned && matched.Contains(SearchWord.Mark + toned);
    }
}
