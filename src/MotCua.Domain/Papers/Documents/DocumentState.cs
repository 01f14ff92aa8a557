using MotCua.Domain.Law;

namespace MotCua.Domain.Papers.Documents;

/// <summary>Where a document of the repository stands on a day.</summary>
[Term("tình trạng hiệu lực của giấy tờ", Law = "NĐ 45/2020/NĐ-CP Đ.15")]
public enum DocumentStanding
{
    /// <summary>It may be used.</summary>
    [Term("còn hiệu lực")] InForce,
    /// <summary>Its last day has passed.</summary>
    [Term("đã hết thời hạn hiệu lực")] Expired,
    /// <summary>Another document took its place (R-RET-10).</summary>
    [Term("đã có bản thay thế")] Replaced,
    /// <summary>It was annulled (R-RET-11).</summary>
    [Term("đã bị hủy bỏ, thu hồi")] Annulled,
}

/// <summary>What ended, or will end, the validity of a document.</summary>
/// <param name="ValidUntil">Last day; null where it has no end.</param>
/// <param name="ReplacedBy">The document that took its place.</param>
/// <param name="AnnulledAt">Since when it is void.</param>
[NoTerm("what a DocumentStanding is worked out of")]
public sealed record DocumentState(DateOnly? ValidUntil, Guid? ReplacedBy, DateTimeOffset? AnnulledAt)
{
    /// <summary>Where it stands on a day: nobody writes down that a day has passed.</summary>
    public DocumentStanding On(DateOnly day) =>
        AnnulledAt is not null ? DocumentStanding.Annulled
        : ReplacedBy is not null ? DocumentStanding.Replaced
        : ValidUntil < day ? DocumentStanding.Expired
        : DocumentStanding.InForce;
}
