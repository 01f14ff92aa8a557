using System.Globalization;
using System.Text.RegularExpressions;
using MotCua.Domain.People;

namespace MotCua.Domain.Papers.Reading;

/// <summary>Whom the paper is about, and that person's or enterprise's number.</summary>
internal static partial class OwnerReader
{
    public static (ReadField Name, ReadField Id) Read(Paper paper, string? subject) => paper.Kind switch
    {
        PaperKinds.Marriage => Couple(paper),
        PaperKinds.Enterprise => (Called(paper, Company(), 0), NumberReader.Read(paper).Number),
        PaperKinds.Food => (Called(paper, Premises(), 0), ReadField.None),
        PaperKinds.Decision => Decided(paper, subject),
        PaperKinds.Household => Person(paper, HouseholdOwner()),
        PaperKinds.Building => Person(paper, GrantedTo()),
        PaperKinds.Proxy => Person(paper, Principal()),
        PaperKinds.Application => Person(paper, Applicant()),
        PaperKinds.Minutes => Person(paper, Inspected()),
        PaperKinds.Diploma or PaperKinds.Certificate => (Name(paper, Graduate())?.Field ?? ReadField.None, ReadField.None),
        PaperKinds.Birth or PaperKinds.BirthExtract or PaperKinds.Single or PaperKinds.Residence => Person(paper, Declared()),
        _ => (ReadField.None, ReadField.None),
    };

    private static (ReadField, ReadField) Person(Paper paper, Regex label)
    {
        var found = Name(paper, label);
        var from = found?.End ?? (label.Match(paper.Body.Plain) is { Success: true } at ? at.Index : -1);
        return (found?.Field ?? ReadField.None, from < 0 ? ReadField.None : Id(paper, from));
    }

    private static (ReadField, ReadField) Decided(Paper paper, string? subject)
    {
        // The person stands in the subject; what the articles and the names of signatories say is about others.
        if (subject is null || Of().Match(TextRun.PlainOf(subject)) is not { Success: true } match)
            return (ReadField.None, ReadField.None);
        if (PersonName.Of(subject[match.Groups["v"].Index..]) is not { } read)
            return (ReadField.None, ReadField.None);
        var name = PaperWords.Name(read);
        var at = paper.Body.Text.LastIndexOf(name, StringComparison.OrdinalIgnoreCase);
        var first = paper.Body.Text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        var sure = first < 0 ? 0.5 : IssuerReader.Agreed(paper, name, paper.Body.Sure(first, name.Length));
        return (ReadField.Of(PaperCase.Name(name), sure), at < 0 ? ReadField.None : Id(paper, first));
    }

    private static (ReadField, ReadField) Couple(Paper paper)
    {
        var (wife, husband) = (Spouse(paper, "vo"), Spouse(paper, "chong"));
        var ids = Numbers(paper.Body, 0).Take(2).ToList();
        var first = wife is { } w && husband is { } h && h.At < w.At;
        var (one, two) = first ? (husband, wife) : (wife, husband);
        var names = one is { } a && two is { } b
            ? ReadField.Of($"{Spelt(a)}; {Spelt(b)}", Math.Min(
                IssuerReader.Agreed(paper, PaperWords.Name(a.Text), a.Sure), IssuerReader.Agreed(paper, PaperWords.Name(b.Text), b.Sure)))
            : ReadField.None;
        return (names, ids.Count == 2 && ids[0].Text != ids[1].Text
            ? ReadField.Of($"{ids[0].Text}; {ids[1].Text}", Math.Min(ids[0].Sure, ids[1].Sure)) : ReadField.None);
    }

    private static string Spelt(Found name) => PaperCase.Name(PaperWords.Name(name.Text));

    private static Found? Spouse(Paper paper, string who)
    {
        var label = paper.Parts.FirstOrDefault(p => Regex.IsMatch(p.Run.Plain, $@"ten {who}\s*[:;.]?"));
        if (label is null)
            return null;
        var end = Regex.Match(label.Run.Plain, $@"ten {who}\s*[:;.]?");
        var here = PersonName.Of(label.Run.Text[(end.Index + end.Length)..]);
        if (here is not null)
            return label.Run.Part(label.Run.Text.IndexOf(here, end.Index, StringComparison.Ordinal), here.Length) with { At = label.Left };
        // Two columns: the name stands in the next row, under its label.
        var under = paper.Parts.Where(p => p.Row == label.Row + 1).MinBy(p => Math.Abs(p.Left - label.Left));
        return under is not null && PersonName.Of(under.Run.Text) is { } name && name.Length >= under.Run.Text.Length - 2
            ? under.Run.Part(under.Run.Text.IndexOf(name, StringComparison.Ordinal), name.Length) with { At = label.Left } : null;
    }

    private static (ReadField Field, int End)? Name(Paper paper, Regex label)
    {
        if (label.Match(paper.Body.Plain) is not { Success: true } match)
            return null;
        var start = match.Index + match.Length;
        var line = paper.Body.Text[start..].TrimStart(' ');
        if (PersonName.Of(line) is not { } name)
            return null;
        var at = paper.Body.Text.IndexOf(name, start, StringComparison.Ordinal);
        return (Checked(paper, name, paper.Body.Sure(at, name.Length), at), at + name.Length);
    }

    private static ReadField Checked(Paper paper, string read, double sure, int at)
    {
        var name = PaperWords.Name(read);
        // A family name that is known counts as legible; the rest of the name must be.
        if (PaperWords.KnownSurname(read))
            sure = Math.Max(sure, paper.Body.Sure(at + read.IndexOf(' ') + 1, read.Length - read.IndexOf(' ') - 1));
        var agreed = IssuerReader.Agreed(paper, name, sure);
        // What a citizen writes by hand is sure only where the signature says the same.
        if (PaperKinds.ByCitizen(paper.Kind) && agreed <= sure)
            agreed = Math.Min(agreed, Mentions(paper, name) > 1 ? 1 : 0.72);
        return ReadField.Of(PaperCase.Name(name), agreed);
    }

    private static int Mentions(Paper paper, string name) => Regex.Count(paper.Whole.Plain, Regex.Escape(TextRun.PlainOf(name)));

    private static ReadField Called(Paper paper, Regex label, int from)
    {
        if (paper.Body.Find(label, from) is not { } found)
            return ReadField.None;
        var name = Regex.Replace(found.Text, @"\s+", " ").TrimEnd('.', ',', ';', '-', ' ');
        return name.Length < 6 ? ReadField.None
            : ReadField.Of(name.Any(char.IsLower) ? name : PaperCase.Name(name), IssuerReader.Agreed(paper, name, found.Sure));
    }

    private static ReadField Id(Paper paper, int from) =>
        Numbers(paper.Body, from).Select(n => ReadField.Of(n.Text, Born(paper, n))).FirstOrDefault();

    // The number holds the year of birth: a year that is printed beside the name must be the same (NĐ 137/2015/NĐ-CP Đ.13).
    private static double Born(Paper paper, Found number)
    {
        var born = BirthYear().Match(paper.Body.Plain, Math.Max(0, number.At - 330), Math.Min(330, number.At));
        if (!born.Success || !CitizenNumber.TryRead(number.Text, out _, out var facts))
            return PaperKinds.ByCitizen(paper.Kind) ? Math.Min(number.Sure, 0.85) : number.Sure;
        var year = int.Parse(born.Groups["y"].Value, CultureInfo.InvariantCulture);
        return year == facts.BirthYear ? Math.Max(number.Sure, 0.92) : Math.Min(number.Sure, 0.65);
    }

    // Twelve digits behind the words for a personal number; spaces between them are only printed.
    private static IEnumerable<Found> Numbers(TextRun run, int from)
    {
        foreach (Match match in IdNumber().Matches(run.Plain, from))
        {
            var group = match.Groups["v"];
            var digits = NumberReader.Digits(group.Value);
            if (digits.Length == 12 && digits[0] == '0' && digits[3] < '4')
                yield return new Found(digits, run.Sure(group.Index, group.Length), group.Index);
        }
    }

    [GeneratedRegex(@"sinh[^\n]{0,24}?(?:[/ ]|nam )(?<y>(?:19|20)\d\d)(?!\d)")]
    private static partial Regex BirthYear();

    [GeneratedRegex(@"(?<!\d)(?<v>\d(?: ?\d){11})(?!\d)")]
    private static partial Regex IdNumber();

    [GeneratedRegex(@"ho, chu dem,? (?:va )?ten(?: khai sinh)?\s*[:;]|ho va ten\s*[:;]|ho ten\s*[:;]")]
    private static partial Regex Declared();

    [GeneratedRegex(@"chu ho kinh doanh[^\n]{0,20}\s(?:ho va ten|ho, chu dem,? (?:va )?ten)[^:;\n]{0,20}[:;]|(?:ho va ten|"
        + @"ho, chu dem,? (?:va )?ten)[^:;\n]{0,22}[:;]|chu ho\s*[:;]")]
    private static partial Regex HouseholdOwner();

    [GeneratedRegex(@"cap cho[^:;\n]{0,12}[:;]|chu dau tu\s*[:;]|chu ho\s*[:;]")]
    private static partial Regex GrantedTo();

    [GeneratedRegex(@"ho va ten\s*[:;]|ho, chu dem,? (?:va )?ten\s*[:;]|nguoi uy quyen[^:;\n]{0,12}[:;]|toi (?:ten )?la\s*[:;]|ong/ba\s*[:;]")]
    private static partial Regex Principal();

    [GeneratedRegex(@"toi ten la\s*[:;]?|nguoi (?:lam don|de nghi)\s*[:;]|ho va ten[^:;\n]{0,20}[:;]|"
        + @"ho, chu dem,? (?:va )?ten[^:;\n]{0,20}[:;]|ten toi la\s*[:;]?")]
    private static partial Regex Applicant();

    [GeneratedRegex(@"nguoi duoc kiem tra\s*[:;]|doi tuong (?:duoc )?kiem tra\s*[:;]|chu su dung dat\s*[:;]|chu ho\s*[:;]|ben duoc kiem tra\s*[:;]")]
    private static partial Regex Inspected();

    [GeneratedRegex(@"(?:^|[\n\t])\W{0,3}(?:cap cho|cho|ho va ten|ho ten|ho, chu dem,? (?:va )?ten|chung nhan)(?: ong/ba| ong \(ba\)| ong|"
        + @" ba| hoc vien)?\s*[:;]")]
    private static partial Regex Graduate();

    [GeneratedRegex(@"ten (?:cong ty|doanh nghiep) (?:viet )?bang tieng viet\s*[:;]\s*(?<v>[^\n\t]+(?:\n(?!ten|2|\d|dia)[^\n:]+)?)")]
    private static partial Regex Company();

    [GeneratedRegex(@"(?:^|[\n\t])\W{0,3}(?:ten co so|co so)\s*[:;]\s*(?<v>[^\n\t]+)")]
    private static partial Regex Premises();

    [GeneratedRegex(@"(?:doi voi|cho(?: phep)?|cua)(?: (?:ho )?gia dinh)? (?:ong|ba|anh|chi)\s+(?<v>\w)")]
    private static partial Regex Of();
}
