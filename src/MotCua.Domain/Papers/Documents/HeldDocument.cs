using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.People;

namespace MotCua.Domain.Papers.Documents;

/// <summary>How a document came into the repository (R-REPO-02).</summary>
[Term("nguồn gốc của dữ liệu", Law = "NĐ 45/2020/NĐ-CP Đ.16")]
public enum DocumentOrigin
{
    /// <summary>A component, digitized when it was received.</summary>
    [Term("số hóa khi tiếp nhận")] Component,
    /// <summary>A result that was digitized or issued electronically.</summary>
    [Term("kết quả giải quyết thủ tục hành chính")] Result,
    /// <summary>An old result, digitized in bulk (R-DIG-15).</summary>
    [Term("số hóa kết quả còn hiệu lực")] BackFile,
}

/// <summary>What the copy is worth.</summary>
[Term("giá trị pháp lý của bản điện tử", Law = "NĐ 45/2020/NĐ-CP Đ.10")]
public enum DocumentValue
{
    /// <summary>Signed by the agency that issued it: an electronic original (R-RET-07).</summary>
    [Term("bản điện tử gốc")] Original,
    /// <summary>Digitized from the paper and signed by the person who digitized it (R-DIG-05).</summary>
    [Term("bản số hóa từ bản giấy")] Digitized,
    /// <summary>A certified electronic copy.</summary>
    [Term("bản sao điện tử chứng thực")] Certified,
}

/// <summary>Whose a document is: the number where there is one, else the name and the day of birth.</summary>
/// <param name="Kind">Kind of number.</param>
/// <param name="Number">The number; null where the owner has none (R-DIG-10).</param>
/// <param name="Name">Full name as on the document.</param>
/// <param name="Birth">Day of birth, where known.</param>
[Term("chủ sở hữu giấy tờ", Law = "TT 01/2023/TT-VPCP Đ.9")]
public sealed record DocumentOwner(IdentityKind Kind, string? Number, string Name, DateOnly? Birth);

/// <summary>What digitizing records of a document (R-DIG-09).</summary>
/// <param name="Type">Code of the kind of paper or of the result.</param>
/// <param name="Title">Name of the paper.</param>
/// <param name="Number">Before the first "/".</param>
/// <param name="Notation">Behind it.</param>
/// <param name="Issued">Day of issue.</param>
/// <param name="Issuer">Agency that issued it.</param>
/// <param name="Abstract">Main content.</param>
/// <param name="ValidUntil">Last day; null where it has no end.</param>
/// <param name="Scope">Area or purpose of validity.</param>
[Term("thông tin mô tả giấy tờ số hóa", Law = "TT 01/2023/TT-VPCP Đ.9")]
public sealed record DocumentFacts(
    string Type, string Title, string? Number, string? Notation, DateOnly? Issued, string? Issuer, string? Abstract, DateOnly? ValidUntil, string? Scope);

/// <summary>A document of the repository as it is when it is put there.</summary>
/// <param name="Id">Its id; events name it by this.</param>
/// <param name="Code">Digitization-result code (R-DIG-10).</param>
/// <param name="Digest">SHA-256 of the signed copy, hexadecimal, lower case.</param>
/// <param name="MediaType">Type of the copy.</param>
/// <param name="Pages">Pages of the copy.</param>
/// <param name="Dossier">The dossier that it came from; null for the back-file.</param>
/// <param name="Component">Code of the component; "result" for the result.</param>
/// <param name="ShownOnly">It was only shown: it may not be used again (R-DIG-16).</param>
[Term("giấy tờ trong kho quản lý dữ liệu điện tử", Law = "NĐ 45/2020/NĐ-CP Đ.16")]
public sealed record HeldDocument(
    Guid Id, string Code, DocumentOwner Owner, DocumentFacts Facts, DocumentOrigin Origin, DocumentValue Value, string Digest, string MediaType, int Pages,
    Guid? Dossier, string? Component, bool ShownOnly)
{
    /// <summary>The agency that issued or digitized it; it may annul and replace it (R-RET-10).</summary>
    public AgencyId? Agency { get; init; }
}
