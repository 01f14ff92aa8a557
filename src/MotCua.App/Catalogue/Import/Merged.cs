using MotCua.Domain.Catalogue;
using MotCua.Domain.Words;

namespace MotCua.App.Catalogue.Import;

/// <summary>What all sources together say of a procedure: field by field the better source wins, a lesser one only fills what is empty. Whatever
/// the order in which they were read, it comes out the same.</summary>
/// <param name="Record">The whole.</param>
/// <param name="Best">The best source.</param>
/// <param name="Seen">When the best source saw it.</param>
/// <param name="Ways">The source that limits and fees are of.</param>
/// <param name="Differences">What sources contradict each other in: field, and what each says.</param>
public sealed record Merged(
    SourceRecord Record, ProcedureSource Best, DateOnly Seen, ProcedureSource Ways, IReadOnlyList<(string Field, string Text)> Differences)
{
    private const int Shown = 160;

    /// <summary>Merges the sources of one code.</summary>
    /// <param name="sources">One record a source.</param>
    public static Merged Of(IReadOnlyCollection<ReadRecord> sources)
    {
        var sorted = sources.OrderBy(s => s.Source).ToList();
        var all = sorted.ConvertAll(s => s.Record);
        var agencies = all.Select(r => r.Agency).OfType<NamedAgency>().ToList();
        var merged = all[0] with
        {
            WrittenCode = all.Select(r => r.WrittenCode).FirstOrDefault(c => c is not null),
            // Where the better source gives a code in place of a name, a name is still missing.
            Agency = agencies.Find(a => a.Name != a.Code) ?? agencies.FirstOrDefault(),
            Decision = Text(all, r => r.Decision), Levels = List(all, r => r.Levels), Sectors = List(all, r => r.Sectors), Subjects = List(all, r =>
                r.Subjects),
            Executing = List(all, r => r.Executing), Authority = List(all, r => r.Authority), Coordinating = Text(all, r => r.Coordinating),
            ReceivingAddress = Text(all, r => r.ReceivingAddress), Steps = List(all, r => r.Steps), Ways = List(all, r => r.Ways),
            Cases = all.Select(r => r.Cases).FirstOrDefault(c => c.Any(x => x.Papers.Count > 0)) ?? List(all, r => r.Cases),
            Results = List(all, r => r.Results), LegalTexts = List(all, r => r.LegalTexts), Conditions = Text(all, r => r.Conditions),
            Related = Text(all, r => r.Related), Events = List(all, r => r.Events), Keywords = List(all, r => r.Keywords),
            Online = all.Select(r => r.Online).FirstOrDefault(o => o is not null), Anywhere = all.Select(r => r.Anywhere).FirstOrDefault(o => o is not null),
            Type = Text(all, r => r.Type), State = Text(all, r => r.State), Address = Text(all, r => r.Address),
        };
        var ways = sorted.Find(s => s.Record.Ways.Count > 0) ?? sorted[0];
        return new Merged(merged, sorted[0].Source, sorted[0].Seen, ways.Source, [.. Differing(sorted)]);
    }

    private static string Text(List<SourceRecord> all, Func<SourceRecord, string> field) => all.Select(field).FirstOrDefault(t => t.Length > 0) ?? "";

    private static IReadOnlyList<T> List<T>(List<SourceRecord> all, Func<SourceRecord, IReadOnlyList<T>> field) =>
        all.Select(field).FirstOrDefault(l => l.Count > 0) ?? [];

    private static IEnumerable<(string, string)> Differing(List<ReadRecord> sources)
    {
        if (sources.Count < 2)
            yield break;
        var fields = new (string Name, Func<SourceRecord, string> Of)[]
        {
            ("name", r => r.Name), ("decision", r => r.Decision), ("agency", r => r.Agency is { } a && a.Name != a.Code ? a.Name : ""),
            ("sectors", r => string.Join(", ", r.Sectors.Select(s => s.Name).Order(StringComparer.Ordinal))),
            ("levels", r => string.Join(", ", r.Levels.Order())), ("methods", Limits), ("fees", Fees), ("components", Papers),
            ("results", r => string.Join("; ", r.Results.Select(x => x.Name).Order(StringComparer.Ordinal))),
        };
        foreach (var (name, of) in fields)
        {
            var said = sources.Select(s => (s.Source, Text: of(s.Record))).Where(s => s.Text.Length > 0).ToList();
            if (said.Select(s => VietnameseText.Fold(s.Text)).Distinct().Count() > 1)
                yield return (name, string.Join(" | ", said.Select(s => $"{Domain.Law.Terms.Of(s.Source)}: {Short(s.Text)}")));
        }
    }

    private static string Short(string text) => text.Length > Shown ? text[..Shown] + "…" : text;

    private static string Limits(SourceRecord r) => string.Join(", ", r.Ways
        .Select(w => $"{w.ChannelText} {w.Number} {(w.Unit is null or "OTHER" ? "" : w.Unit)}".Trim()).Distinct().Order(StringComparer.Ordinal));

    private static string Fees(SourceRecord r) => string.Join(", ", r.Ways
        .SelectMany(w => w.Fees.Where(f => f.Amount > 0).Select(f => $"{w.ChannelText} {f.Amount} {f.Currency}")).Distinct().Order(StringComparer.Ordinal));

    // The names of one paper differ in file names and dots from source to source; how many are asked for is what counts at a counter.
    private static string Papers(SourceRecord r) => r.Cases.Sum(c => c.Papers.Count) is > 0 and var n
        ? $"{n} giấy tờ, {r.Cases.Sum(c => c.Papers.Sum(p => p.Originals))} bản chính, {r.Cases.Sum(c => c.Papers.Sum(p => p.Copies))} bản sao" : "";
}
