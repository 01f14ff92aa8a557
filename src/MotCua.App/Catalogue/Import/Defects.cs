using System.Text.RegularExpressions;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Catalogue.Reading;
using MotCua.Domain.Law;

namespace MotCua.App.Catalogue.Import;

/// <summary>Finds what a person must look at in what the sources say of a procedure.</summary>
internal static partial class Defects
{
    private const int Longest = 400;

    /// <summary>All defects, in the order of the record.</summary>
    /// <param name="version">What the sources were made into.</param>
    public static IEnumerable<Defect> Of(Merged merged, ProcedureVersion version)
    {
        var r = merged.Record;
        var full = merged.Best != ProcedureSource.Catalogue;
        if (r.WrittenCode is not null || !CodeReading.IsUsual(r.Code))
            yield return At(r, "code", $"“{r.WrittenCode ?? r.Code}”", DefectKind.OddCode);
        if (version.Withdrawn)
            yield return At(r, "state", r.State, DefectKind.Withdrawn);
        if (version is { Online: OnlineLevel.Partial, OnlineReason: null or "" })
            yield return At(r, "online", Terms.Of(version.Online), DefectKind.PartialWithoutReason);
        foreach (var (field, text) in merged.Differences)
            yield return At(r, field, text, DefectKind.SourcesDiffer);
        if (full && r.Levels.Count == 0)
            yield return At(r, "levels", r.Executing.Count > 0 ? r.Executing[0].Name : "", DefectKind.LevelUnknown);
        foreach (var cut in Cut(r.Subjects))
            yield return At(r, "subjects", cut, DefectKind.ListCut);
        foreach (var defect in Ways(r).Concat(full ? Papers(r) : []))
            yield return defect;
    }

    private static IEnumerable<Defect> Ways(SourceRecord r)
    {
        for (var i = 0; i < r.Ways.Count; i++)
        {
            var way = r.Ways[i];
            if (way.Channel is null)
                yield return At(r, $"methods[{i}].channel", way.ChannelText, DefectKind.ChannelUnknown);
            if (LimitReading.Read(way.Number, way.Unit, way.Note).Defect is { } kind)
                yield return At(r, $"methods[{i}].time", $"{way.Number} {way.Unit} {way.Note}".Trim(), kind);
        }
        foreach (var (field, text, kind) in ChannelFees.Of(r).SelectMany(c => c.Defects))
            yield return At(r, field, text, kind);
        foreach (var channel in r.Ways.Where(w => w.Channel is not null).GroupBy(w => w.Channel))
            if (channel.Select(w => LimitReading.Read(w.Number, w.Unit, w.Note).Limit).Distinct().Count() > 1)
                yield return At(r, $"methods.{channel.Key}", string.Join(" | ", channel.Select(w => $"{w.Number} {w.Unit} {w.Note}".Trim())),
                    DefectKind.LimitsDiffer);
    }

    private static IEnumerable<Defect> Papers(SourceRecord r)
    {
        if (r.Cases.All(c => c.Papers.Count == 0 && c.Unparsed is null))
            yield return At(r, "components", "", DefectKind.NoComponents);
        for (var c = 0; c < r.Cases.Count; c++)
        {
            if (r.Cases[c].Unparsed is { } text)
                yield return At(r, $"cases[{c}]", text, DefectKind.ComponentsUnparsed);
            for (var p = 0; p < r.Cases[c].Papers.Count; p++)
            {
                var paper = r.Cases[c].Papers[p];
                if (paper.Name.Length == 0)
                    yield return At(r, $"cases[{c}].components[{p}].name", $"{paper.Originals} bản chính, {paper.Copies} bản sao", DefectKind.NoName);
                if (paper is { Originals: 0, Copies: 0 })
                    yield return At(r, $"cases[{c}].components[{p}]", paper.Name, DefectKind.NoQuantity);
                if (Glued().IsMatch(paper.Name))
                    yield return At(r, $"cases[{c}].components[{p}].name", paper.Name, DefectKind.FormGlued);
            }
        }
    }

    // A bracket that opens in one entry and closes in the next: the list was cut at a comma inside it.
    private static IEnumerable<string> Cut(IReadOnlyList<string> list) => list.Zip(list.Skip(1))
        .Where(p => p.First.Count(c => c == '(') > p.First.Count(c => c == ')') && p.Second.Contains(')')).Select(p => $"{p.First}, {p.Second}");

    private static Defect At(SourceRecord r, string field, string text, DefectKind kind) =>
        new(r.Code, field, text.Length > Longest ? text[..Longest] + "…" : text, kind);

    [GeneratedRegex(@"\.(docx?|pdf|xlsx?|rtf|odt|zip|rar)\b\W*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Glued();
}
