using System.Globalization;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.Domain.Papers.Documents;

/// <summary>A document that somebody wants to use again.</summary>
/// <param name="Title">Name of the paper.</param>
/// <param name="State">What ended its validity.</param>
/// <param name="ShownOnly">It was only shown (R-DIG-16).</param>
[NoTerm("what is asked before a reuse")]
public sealed record ReuseQuestion(string Title, DocumentOwner Owner, string? Issuer, DocumentState State, bool ShownOnly);

/// <summary>Whether a document of the repository may stand in a new dossier (R-REPO-05): theirs, issued by an authority, neither expired nor replaced
/// nor annulled, and not one that was only shown.</summary>
[Term("kiểm tra giấy tờ trước khi dùng lại", Law = "NĐ 45/2020/NĐ-CP Đ.15–16")]
public static class ReuseCheck
{
    private const string Law = "NĐ 45/2020/NĐ-CP Đ.15, Đ.16";

    /// <summary>Why it may not be used; null if it may.</summary>
    /// <param name="wanted">The document.</param>
    /// <param name="owner">The owner of the new dossier.</param>
    /// <param name="isIssuer">Whether an issuer, by its folded name, is an authority.</param>
    /// <param name="today">Today in Vietnam.</param>
    public static Refusal? Of(ReuseQuestion wanted, DocumentOwner owner, Func<string, bool> isIssuer, DateOnly today)
    {
        // Nothing of another person's document is said, not even its name.
        if (!IsSame(wanted.Owner, owner))
            return new Refusal("reuse.owner", "Giấy tờ này không thuộc chủ hồ sơ nên không dùng được. Hãy kiểm tra số định danh của chủ hồ sơ.", Law);
        if (wanted.ShownOnly)
            return No("shown", $"“{wanted.Title}” trước đây chỉ được xuất trình nên không dùng lại được. Hãy đề nghị người nộp xuất trình bản chính.");
        return wanted.State.On(today) switch
        {
            DocumentStanding.Annulled => No("annulled",
                $"“{wanted.Title}” đã bị hủy bỏ, thu hồi từ {Day(Vietnam.Day(wanted.State.AnnulledAt!.Value))}. Hãy đề nghị người nộp giấy tờ khác."),
            DocumentStanding.Replaced => No("replaced", $"“{wanted.Title}” đã có bản thay thế. Hãy dùng bản mới."),
            DocumentStanding.Expired => No("expired",
                $"“{wanted.Title}” đã hết hiệu lực từ sau ngày {Day(wanted.State.ValidUntil!.Value)}. Hãy đề nghị người nộp bản còn hiệu lực."),
            _ when string.IsNullOrWhiteSpace(wanted.Issuer) || !isIssuer(VietnameseText.Fold(wanted.Issuer)) => No("issuer",
                $"Chưa xác định được cơ quan cấp “{wanted.Title}” là cơ quan có thẩm quyền. Hãy đối chiếu bản chính và sửa dữ liệu trong kho."),
            _ => null,
        };
    }

    /// <summary>Whether two owners are one: by number, else by name and day of birth; who has neither is nobody's twin.</summary>
    public static bool IsSame(DocumentOwner a, DocumentOwner b) =>
        a.Number is { Length: > 0 } number ? a.Kind == b.Kind && number == b.Number
        : string.IsNullOrEmpty(b.Number) && a.Birth is { } birth && birth == b.Birth && VietnameseText.Fold(a.Name) == VietnameseText.Fold(b.Name);

    private static Refusal No(string code, string sentence) => new("reuse." + code, sentence, Law);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
