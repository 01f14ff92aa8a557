using MotCua.Domain.Law;
using MotCua.Domain.People;
using MotCua.Domain.Words;

namespace MotCua.Domain.Papers.Documents;

/// <summary>A line of the index of old results: which file it is, whose, and what it says (R-DIG-15).</summary>
/// <param name="File">Name of its file, as the index writes it.</param>
[Term("kết quả còn hiệu lực cần số hóa", Law = "QĐ 468/QĐ-TTg")]
public sealed record OldPaper(string File, DocumentOwner Owner, DocumentFacts Facts);

/// <summary>Reads lines of an index. Columns are known by their names, whatever their order; every mistake of a line is told at once.</summary>
[NoTerm("reads a table")]
public static class OldPaperReader
{
    private const int LongTitle = 500, LongName = 200, LongNumber = 60, LongAbstract = 2000;

    /// <summary>The columns that an index must have.</summary>
    public static readonly IReadOnlyList<string> Needed = ["Tệp", "Mã loại giấy tờ", "Tên giấy tờ", "Chủ sở hữu"];

    /// <summary>The columns that it may have.</summary>
    public static readonly IReadOnlyList<string> Optional =
        ["Số định danh", "Ngày sinh", "Số", "Ký hiệu", "Ngày cấp", "Cơ quan cấp", "Trích yếu", "Có giá trị đến", "Phạm vi hiệu lực"];

    /// <summary>The needed columns that a head does not have.</summary>
    public static IReadOnlyList<string> Missing(IEnumerable<string> head)
    {
        var there = head.Select(Key).ToHashSet();
        return [.. Needed.Where(n => !there.Contains(Key(n)))];
    }

    /// <summary>Reads a line.</summary>
    /// <param name="cells">What stands in each column.</param>
    /// <returns>The paper, and what is wrong with the line in Vietnamese; empty where nothing is.</returns>
    public static (OldPaper Paper, IReadOnlyList<string> Wrong) Read(IReadOnlyDictionary<string, string> cells)
    {
        var byKey = cells.ToLookup(c => Key(c.Key), c => c.Value);
        var wrong = new List<string>();
        string Cell(string name) => VietnameseText.Clean(byKey[Key(name)].FirstOrDefault()) ?? "";
        string? Maybe(string name) => Cell(name) is { Length: > 0 } text ? text : null;
        DateOnly? Day(string name)
        {
            if (Maybe(name) is not { } text)
                return null;
            if (VietnameseFormat.TryParseDay(text, out var day))
                return day;
            wrong.Add($"{name} “{text}” không đúng; hãy ghi như 22/11/2015.");
            return null;
        }
        foreach (var name in Needed.Where(n => Cell(n).Length == 0))
            wrong.Add($"Thiếu {char.ToLowerInvariant(name[0])}{name[1..]}.");
        var facts = new DocumentFacts(
            Cell("Mã loại giấy tờ"), Cell("Tên giấy tờ"), Maybe("Số"), Maybe("Ký hiệu"), Day("Ngày cấp"), Maybe("Cơ quan cấp"), Maybe("Trích yếu"),
            Day("Có giá trị đến"), Maybe("Phạm vi hiệu lực"));
        var number = Maybe("Số định danh");
        var kind = Kind(number, wrong);
        if (facts is { Issued: { } issued, ValidUntil: { } until } && until < issued)
            wrong.Add("Có giá trị đến trước ngày cấp; hãy xem lại hai ngày.");
        var owner = new DocumentOwner(kind, number, Cell("Chủ sở hữu"), Day("Ngày sinh"));
        wrong.AddRange(TooLong(facts, owner));
        return (new OldPaper(Cell("Tệp").Replace('\\', '/'), owner, facts), wrong);
    }

    /// <summary>What kind of number it is by its shape: 12 digits of a person, 9 of an old card, 10 or 10-3 of an organisation.</summary>
    private static IdentityKind Kind(string? number, List<string> wrong)
    {
        switch (number)
        {
            case null: return IdentityKind.None;
            case { Length: 12 } when number.All(char.IsAsciiDigit): return IdentityKind.CitizenNumber;
            case { Length: 9 } when number.All(char.IsAsciiDigit): return IdentityKind.OldNumber;
            case { Length: 10 or 14 } when number.All(c => char.IsAsciiDigit(c) || c == '-'): return IdentityKind.TaxCode;
            default:
                wrong.Add($"Số định danh “{number}” không phải 12 số, 9 số hay mã số thuế; hãy kiểm tra lại (ô số trong bảng tính phải để kiểu chữ).");
                return IdentityKind.None;
        }
    }

    private static IEnumerable<string> TooLong(DocumentFacts f, DocumentOwner owner)
    {
        (string? Text, int Most, string Name)[] texts =
        [
            (f.Title, LongTitle, "Tên giấy tờ"), (owner.Name, LongName, "Chủ sở hữu"), (f.Number, LongNumber, "Số"), (f.Notation, LongNumber, "Ký hiệu"),
            (f.Issuer, LongName, "Cơ quan cấp"), (f.Abstract, LongAbstract, "Trích yếu"), (f.Scope, LongTitle, "Phạm vi hiệu lực"), (f.Type, LongNumber,
                "Mã loại giấy tờ"),
        ];
        return texts.Where(t => t.Text?.Length > t.Most).Select(t => $"{t.Name} dài quá {t.Most} ký tự.");
    }

    private static string Key(string name) => VietnameseText.Fold(name);
}
