using MotCua.Domain.Law;
using MotCua.Domain.Papers.Documents;

namespace MotCua.Domain.Papers.Digitizing;

/// <summary>What must be known of a paper before it is kept (R-DIG-09, R-DIG-10).</summary>
[NoTerm("a check")]
public static class FactsCheck
{
    private const string Law = "TT 01/2023/TT-VPCP Đ.9";
    private const int LongTitle = 500, LongName = 200, LongNumber = 60, LongAbstract = 2000;

    /// <summary>What is missing or wrong; null where it may be kept. Its field is the name of the property.</summary>
    public static Refusal? Of(DocumentFacts facts, DocumentOwner owner)
    {
        if (string.IsNullOrWhiteSpace(facts.Type))
            return No("type", "Hãy chọn mã loại giấy tờ.", nameof(facts.Type));
        if (string.IsNullOrWhiteSpace(facts.Title))
            return No("title", "Hãy nhập tên giấy tờ.", nameof(facts.Title));
        if (string.IsNullOrWhiteSpace(owner.Name))
            return No("owner", "Hãy nhập tên chủ sở hữu giấy tờ.", nameof(owner.Name));
        if (owner.Number is not null && (owner.Number.Length > LongNumber || owner.Number.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.'))))
            return No("number", "Số định danh của chủ sở hữu chỉ gồm chữ, số, dấu chấm và gạch nối. Hãy kiểm tra lại.", nameof(owner.Number));
        if (facts is { Issued: { } issued, ValidUntil: { } until } && until < issued)
            return No("until", "Ngày hết hiệu lực không được trước ngày cấp. Hãy kiểm tra lại hai ngày.", nameof(facts.ValidUntil));
        return TooLong(facts, owner);
    }

    private static Refusal? TooLong(DocumentFacts facts, DocumentOwner owner)
    {
        (string? Text, int Most, string Field)[] texts =
        [
            (facts.Title, LongTitle, nameof(facts.Title)), (owner.Name, LongName, nameof(owner.Name)), (facts.Number, LongNumber, nameof(facts.Number)),
            (facts.Notation, LongNumber, nameof(facts.Notation)), (facts.Issuer, LongName, nameof(facts.Issuer)),
            (facts.Abstract, LongAbstract, nameof(facts.Abstract)), (facts.Scope, LongTitle, nameof(facts.Scope)),
        ];
        return texts.Where(t => t.Text?.Length > t.Most)
            .Select(t => No("long", $"Nội dung dài quá {t.Most} ký tự. Hãy viết ngắn lại.", t.Field)).FirstOrDefault();
    }

    private static Refusal No(string code, string sentence, string field) => new("digitize." + code, sentence, Law, field);
}
