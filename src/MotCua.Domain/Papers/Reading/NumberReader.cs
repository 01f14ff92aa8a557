using System.Text.RegularExpressions;
using MotCua.Domain.People;

namespace MotCua.Domain.Papers.Reading;

/// <summary>Number and notation (NĐ 30/2020 annex I: "Số: 12/QĐ-UBND"), or the code of an enterprise, or the serial of a diploma.</summary>
internal static partial class NumberReader
{
    // Its own number stands above the title or within so many rows below it; others stand in the text.
    private const int RowsBelow = 4;

    public static (ReadField Number, ReadField Notation) Read(Paper paper) => paper.Kind switch
    {
        PaperKinds.Enterprise => (Enterprise(paper), ReadField.None),
        PaperKinds.Household => (Household(paper), ReadField.None),
        PaperKinds.Diploma or PaperKinds.Certificate => Serial(paper),
        PaperKinds.Application or PaperKinds.Proxy or "" => (ReadField.None, ReadField.None),
        _ => Official(paper),
    };

    private static ReadField Enterprise(Paper paper)
    {
        if (paper.Body.Find(EnterpriseCode()) is not { } found)
            return ReadField.None;
        var digits = Digits(found.Text);
        // The tenth digit proves the first nine.
        return digits.Length == 10 && TaxCode.CheckDigit(digits) == digits[9] - '0' ? ReadField.Of(digits, 0.98) : ReadField.None;
    }

    private static ReadField Household(Paper paper)
    {
        if (paper.Body.Find(HouseholdCode()) is not { } found)
            return ReadField.None;
        var code = found.Text.ToUpperInvariant().Replace(" ", "");
        return ReadField.Of(code, found.Sure * (HouseholdShape().IsMatch(code) || code.All(char.IsDigit) ? 1 : 0.7));
    }

    private static (ReadField, ReadField) Serial(Paper paper)
    {
        if (paper.Body.Find(SerialNumber()) is { } found)
            return (ReadField.Of(found.Text, found.Sure), ReadField.None);
        return paper.Kind == PaperKinds.Certificate ? Official(paper) : (ReadField.None, ReadField.None);
    }

    private static (ReadField, ReadField) Official(Paper paper)
    {
        var title = paper.Title!;
        // A letter's row of "Số:" and "V/v": everything at the left of the heading; other papers may have it under the title.
        var rows = paper.Parts.Where(p => p.Row <= title.Last + RowsBelow).GroupBy(p => p.Row).Select(r => Joined(paper, [.. r]));
        var own = rows.FirstOrDefault(r => OwnNumber().IsMatch(r.Plain));
        if (own is null && paper.Parts.Select(p => p.Run).FirstOrDefault(r => Issued().IsMatch(r.Plain)) is { } issued)
            own = issued;
        if (own is null)
            return (ReadField.None, ReadField.None);
        var match = OwnNumber().Match(own.Plain);
        if (!match.Success)
            match = Issued().Match(own.Plain);
        var number = own.Part(match.Groups["n"].Index, match.Groups["n"].Length);
        var notation = own.Part(match.Groups["k"].Index, match.Groups["k"].Length);
        // A notation that this kind of paper has confirms the word in which both stand.
        var expected = Expected(paper.Kind).IsMatch(notation.Text) ? 0.85 : 0;
        return (Number(number with { Sure = Math.Max(number.Sure, number.Sure < 0.4 ? 0 : expected - 0.05) }, notation),
            Notation(notation with { Sure = Math.Max(notation.Sure, expected) }, paper.Kind));
    }

    // "Số:", a gap for a number to be written, "/QĐ-UBND": parts of one column.
    private static TextRun Joined(Paper paper, List<RowPart> row)
    {
        var start = row.FindIndex(p => StartsWithNumber().IsMatch(p.Run.Plain));
        if (start < 0)
            return TextRun.Of(row.SelectMany(p => p.Words));
        var parts = row.Skip(start).TakeWhile((p, i) => i == 0 || paper.Heading is null || p.Right < paper.Heading.Left + 60 || p.Run.Text.StartsWith('/'));
        return TextRun.Of(parts.SelectMany(p => p.Words));
    }

    private static Regex Expected(string kind) => kind switch
    {
        PaperKinds.Single => new Regex("^(?:UBND-)?XNTTHN$"),
        PaperKinds.BirthExtract => new Regex("^TLKS(?:-BS)?$"),
        PaperKinds.Decision => new Regex("^QĐ-UBND$"),
        PaperKinds.Proposal => new Regex("^TTr-UBND$"),
        PaperKinds.Building => new Regex("^GPXD$"),
        PaperKinds.Food => new Regex("^(?:GCN)?ATTP-(?:CNĐK|S[A-Z]{1,4})$|^ATTP-CNĐK$"),
        PaperKinds.Residence => new Regex("^XN$"),
        _ => new Regex("^(?!)"),
    };

    private static ReadField Number(Found number, Found notation)
    {
        var digits = number.Text.Replace(" ", "");
        if (digits.Length == 0 || !char.IsDigit(digits[0]))
            return ReadField.None;
        var plausible = digits.Length <= 6 && digits.All(char.IsDigit) ? 1 : 0.7;
        return ReadField.Of(digits, number.Sure * plausible * (notation.Text.Length > 0 ? 1 : 0.9));
    }

    private static ReadField Notation(Found notation, string kind)
    {
        var text = Regex.Replace(notation.Text, "\\s*([-–—])\\s*", "-").Trim('.', ',', ' ', '-');
        if (text.Length == 0)
            return ReadField.None;
        // Capitals lose the stroke of Đ easily; of these kinds the first word is known (NĐ 30/2020 annex III).
        if (kind == PaperKinds.Decision)
            text = Regex.Replace(text, "^[QO0][DĐ](?=-|$)", "QĐ");
        text = Regex.Replace(text, "^TTR(?=-|$)", "TTr", RegexOptions.IgnoreCase);
        var plausible = NotationShape().IsMatch(text) ? 1 : 0.6;
        return ReadField.Of(text, notation.Sure * plausible);
    }

    internal static string Digits(string text) => string.Concat(text.Where(char.IsDigit));

    [GeneratedRegex(@"m[ae] so doanh nghiep\s*[:;.]?\s*(?<v>[\d .]{10,16})")]
    private static partial Regex EnterpriseCode();

    [GeneratedRegex(@"(?:^|\n)(?:so|ma so ho kinh doanh|ma so dang ky ho kinh doanh|ma so)\s*[:;.]\s*(?<v>[0-9a-z]{6,14})")]
    private static partial Regex HouseholdCode();

    [GeneratedRegex(@"^\d\d[A-Z]\d{7}$")]
    private static partial Regex HouseholdShape();

    [GeneratedRegex(@"(?:^|[\n\t])(?:so hieu|serial)[^:\n\t]{0,24}[:;.]\s*(?<v>[a-z]{0,4} ?\d[\d.]{3,12})")]
    private static partial Regex SerialNumber();

    [GeneratedRegex(@"^\W{0,3}so\s*[:;.,]")]
    private static partial Regex StartsWithNumber();

    [GeneratedRegex(@"^\W{0,3}so(?: cap)?\s*[:;.,]*\s*"
        + @"(?:(?<n>\d[\d. ]{0,6}[a-z]?)?\s*/\s*(?<k>[a-z0-9][a-z0-9,&./-]*(?: ?[-–] ?[a-z0-9&]+)*)|(?<n>\d{1,7})\s*$)")]
    private static partial Regex OwnNumber();

    [GeneratedRegex(@"^\W{0,3}so(?: cap| giay chung nhan)\s*[:;.,]*\s*(?<n>\d[\d. ]{0,6})?\s*/\s*(?<k>[a-z0-9][a-z0-9,&./-]*)")]
    private static partial Regex Issued();

    [GeneratedRegex(@"^(?:\d{4}|[A-ZĐƯ][A-Za-zĐđƯ0-9&]*(?:[-/,][A-ZĐƯ0-9&][A-Za-zĐđƯ0-9&,]*)*)$")]
    private static partial Regex NotationShape();
}
