using MotCua.Domain.Law;

namespace MotCua.Domain.Papers;

/// <summary>What of a file a digital signature covers, and what came after it.</summary>
[Term("phạm vi của chữ ký số", Law = "NĐ 30/2020/NĐ-CP Đ.5.2")]
public enum SignatureCover
{
    /// <summary>Every byte of the file but the signature itself.</summary>
    [Term("toàn bộ tệp")] WholeFile,
    /// <summary>An earlier state, after which nothing came but further signatures, time stamps and what proves them.</summary>
    [Term("toàn bộ nội dung; sau đó chỉ có thêm chữ ký, dấu thời gian")] ThenSignatures,
    /// <summary>An earlier state, after which fields of a form were filled in.</summary>
    [Term("bản trước khi điền biểu mẫu")] ThenForm,
    /// <summary>An earlier state, after which the content was changed.</summary>
    [Term("bản trước khi bị sửa nội dung")] ThenContent,
    /// <summary>Not one whole state of the file.</summary>
    [Term("không phủ hết nội dung")] Part,
}

/// <summary>What a signature stands for.</summary>
[Term("loại dấu điện tử")]
public enum SignatureKind
{
    /// <summary>Somebody signed.</summary>
    [Term("chữ ký")] Signature,
    /// <summary>A time-stamping authority says that the file was there at a time.</summary>
    [Term("dấu thời gian của tệp")] TimeStamp,
}

/// <summary>Up to which certificate a chain of trust was followed.</summary>
[Term("độ tin cậy của chứng thư chữ ký số", Law = "NĐ 30/2020/NĐ-CP Đ.5.2")]
public enum SignatureTrust
{
    /// <summary>To a root that this installation trusts; valid when it was signed.</summary>
    [Term("chứng thư hợp lệ")] Trusted,
    /// <summary>To no such root.</summary>
    [Term("không rõ tổ chức cấp chứng thư")] UnknownRoot,
    /// <summary>Not valid at the time of signing, or nobody can prove when it was signed.</summary>
    [Term("chứng thư hết hạn hoặc chưa có hiệu lực")] OutOfTime,
    /// <summary>Taken back before it was signed.</summary>
    [Term("chứng thư đã bị thu hồi")] Revoked,
    /// <summary>The certificate is not for signing papers, its key is too weak, or it is broken.</summary>
    [Term("chứng thư không dùng được để ký")] Unfit,
}

/// <summary>One signature in a file, as it was checked.</summary>
/// <param name="Name">Of the certificate; "" where there is none.</param>
/// <param name="Issuer">Who issued the certificate.</param>
/// <param name="Serial">The certificate's number, hexadecimal.</param>
/// <param name="Time">When it was signed; null where nothing says so.</param>
/// <param name="TimeProved">Whether a trusted time stamp proves the time; else it is what the signer's machine said.</param>
/// <param name="Intact">Whether the bytes it covers are those that were signed, and it was made as the standards ask.</param>
/// <param name="RevocationChecked">Whether lists of revoked certificates were at hand for the certificate.</param>
/// <param name="Remarks">Vietnamese sentences: what is wrong first, then what one should know.</param>
[Term("chữ ký số trên tệp", Law = "NĐ 30/2020/NĐ-CP Đ.5.2")]
public sealed record FileSignature(
    SignatureKind Kind, string Name, string Issuer, string Serial, DateTimeOffset? Time, bool TimeProved, SignatureCover Cover, bool Intact,
    SignatureTrust Trust, bool RevocationChecked, IReadOnlyList<string> Remarks)
{
    /// <summary>Whether the content is what was signed, whole: an earlier state counts if nothing but signatures and their proofs came after it.</summary>
    public bool Valid => Intact && (Cover is SignatureCover.WholeFile or SignatureCover.ThenSignatures);

    /// <summary>Whether the chain leads to a trusted root.</summary>
    public bool Trusted => Trust == SignatureTrust.Trusted;
}

/// <summary>All signatures of a file, in the order in which they were made.</summary>
/// <param name="Signatures">Signatures of people and agencies, and time stamps of the file.</param>
/// <param name="Refusal">A Vietnamese sentence on why the file could not be checked; null if it could.</param>
[NoTerm("the outcome of a check; its parts have terms")]
public sealed record SignatureReport(IReadOnlyList<FileSignature> Signatures, string? Refusal)
{
    /// <summary>Those of people and agencies.</summary>
    public IEnumerable<FileSignature> Signers => Signatures.Where(s => s.Kind == SignatureKind.Signature);

    /// <summary>Whether somebody signed, and everything that was signed or stamped is valid.</summary>
    public bool AllValid => Refusal is null && Signers.Any() && Signatures.All(s => s.Valid);
}
