using System.Text.RegularExpressions;

namespace MotCua.Domain.Papers.Reading;

/// <summary>The issuing agency in its own words, without the agency above it.</summary>
internal static partial class IssuerReader
{
    private static readonly string[] Begins =
    [
        "uy ban nhan dan", "ubnd", "so ", "cong an ", "phong ", "bo ", "chi cuc ", "cuc ", "tong cuc ", "trung tam ", "truong ", "van phong ", "ban ",
        "hoi dong ", "dai hoc ", "hoc vien ", "thanh tra ", "toa an ", "vien ", "chi nhanh ", "benh vien ", "doan kiem tra", "hat kiem lam", "nha xuat ban",
    ];

    public static ReadField Read(Paper paper)
    {
        if (PaperKinds.ByCitizen(paper.Kind) || paper.Kind.Length == 0)
            return ReadField.None;
        if (paper.Kind is PaperKinds.Diploma or PaperKinds.Certificate && Granting(paper) is { Value: not null } granting)
            return granting;
        if (paper.Kind is PaperKinds.Birth or PaperKinds.Marriage && Registering(paper) is { Value: not null } registering)
            return registering;
        return Head(paper);
    }

    private static ReadField Head(Paper paper)
    {
        var agencies = new List<List<ReadWord>>();
        foreach (var part in paper.LeftHead.TakeWhile(p => !p.Run.Plain.StartsWith("so:", StringComparison.Ordinal)))
        {
            var words = part.Words.SkipWhile(w => !w.Text.Any(char.IsLetter)).Reverse().SkipWhile(w => !w.Text.Any(char.IsLetter)).Reverse().ToList();
            if (words.Count == 0 || !new RowPart(part.Page, part.Row, words).Capitals)
                continue;
            var plain = TextRun.PlainOf(string.Join(' ', words.Select(w => w.Text))) + " ";
            // The place goes on with the row above; an agency's own word opens the next.
            if (agencies.Count == 0 || Begins.Any(b => plain.StartsWith(b, StringComparison.Ordinal)))
                agencies.Add(words);
            else
                agencies[^1].AddRange(words);
        }
        if (agencies.Count == 0)
            return ReadField.None;
        var own = agencies[^1];
        var read = string.Join(' ', own.Select(w => w.Text));
        var name = PaperCase.Agency(PaperWords.Repair(read, out var known, agency: true));
        var plainName = TextRun.PlainOf(name);
        if (!Begins.Any(b => (plainName + " ").StartsWith(b, StringComparison.Ordinal)) || plainName is "uy ban nhan dan")
            return ReadField.None;
        return Mentioned(paper, name, Sure(own, known));
    }

    // Of words that are known as they are, only the letters must be legible.
    private static double Sure(IReadOnlyList<ReadWord> words, bool[] known)
    {
        var (at, sure) = (0, 1.0);
        foreach (var word in words)
        {
            sure = Math.Min(sure, known.AsSpan(at, word.Text.Length).Contains(false) ? word.Sure : Math.Max(word.Sure, 0.95));
            at += word.Text.Length + 1;
        }
        return sure;
    }

    // The agency's name stands in the text again: with the same letters it is sure; where only the spaces differ, the text is the better reading.
    private static ReadField Mentioned(Paper paper, string name, double sure)
    {
        var pattern = string.Join("[ \\n]?", TextRun.PlainOf(name).Where(c => c != ' ').Select(c => Regex.Escape(c.ToString())));
        var mentions = Regex.Matches(paper.Body.Plain, pattern).Select(m => (
            Text: PaperCase.Agency(PaperWords.Repair(Regex.Replace(paper.Body.Text.Substring(m.Index, m.Length), @"\s+", " "), out _, agency: true)),
            Sure: paper.Body.Sure(m.Index, m.Length))).ToList();
        if (mentions.Any(m => string.Equals(m.Text, name, StringComparison.OrdinalIgnoreCase)))
            return ReadField.Of(name, Math.Max(sure, 0.93));
        return mentions.Where(m => m.Sure > Math.Max(sure - 0.1, 0.7)).OrderByDescending(m => m.Sure).FirstOrDefault() is { Text: not null } other
            ? ReadField.Of(other.Text, 0.8) : ReadField.Of(name, Math.Min(sure, 0.88));
    }

    // The same name again in the text makes it sure; the same letters with other tones make it doubtful.
    internal static double Agreed(Paper paper, string name, double sure)
    {
        var plain = TextRun.PlainOf(name);
        var (same, other) = (0, 0);
        for (var at = paper.Whole.Plain.IndexOf(plain, StringComparison.Ordinal); at >= 0;
            at = paper.Whole.Plain.IndexOf(plain, at + 1, StringComparison.Ordinal))
            if (string.Equals(PaperWords.Name(paper.Whole.Text.Substring(at, plain.Length)), name, StringComparison.OrdinalIgnoreCase))
                same++;
            else if (paper.Whole.Sure(at, plain.Length) > 0.8)
                other++;
        return other > 0 && other >= same ? Math.Min(sure, 0.6) : same > 1 ? Math.Max(sure, 0.93) : sure;
    }

    private static ReadField Registering(Paper paper)
    {
        if (paper.Body.Find(RegisteredAt()) is not { } found)
            return ReadField.None;
        var name = PaperWords.Repair(Regex.Replace(found.Text, @"\s+", " ").TrimEnd('.', ',', ';', ' '), out _, agency: true);
        return Begins.Any(b => TextRun.PlainOf(name).StartsWith(b, StringComparison.Ordinal)) ? ReadField.Of(name, found.Sure) : ReadField.None;
    }

    private static ReadField Granting(Paper paper)
    {
        var above = paper.Parts.Where(p => p.Row > (paper.Heading?.Row ?? -1) && p.Row < paper.Title!.First + 1);
        foreach (var part in above.Where(p => p.Capitals))
            if (Head2().Match(part.Run.Plain) is { Success: true } match)
            {
                var found = part.Run.Part(match.Groups["v"].Index, match.Groups["v"].Length);
                var name = PaperCase.Agency(PaperWords.Repair(found.Text, out var known, agency: true));
                return ReadField.Of(name, known.Where((k, i) => !k && found.Text[i] != ' ').Any() ? Math.Min(found.Sure, 0.88) : Math.Max(found.Sure, 0.9));
            }
        return ReadField.None;
    }

    [GeneratedRegex(@"(?:noi dang ky (?:khai sinh|ket hon)?|dang ky (?:khai sinh|ket hon) tai)\s*[:;]\s*(?<v>[^\n]+(?:\n(?!ngay|noi|so|ho,|"
        + @"giay|nguoi|ghi)[^\n:]{2,40}(?=\n))?)")]
    private static partial Regex RegisteredAt();

    [GeneratedRegex(@"^\W{0,3}(?:giam doc|hieu truong|vien truong|chu tich|truong phong) (?<v>(?:so|truong|dai hoc|hoc vien|phong|trung tam|vien|uy ban) .+)$")]
    private static partial Regex Head2();
}
