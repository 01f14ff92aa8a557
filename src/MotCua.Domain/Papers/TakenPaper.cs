using MotCua.Domain.Law;

namespace MotCua.Domain.Papers;

/// <summary>In which form a component was taken (R-DIG-04).</summary>
[Term("hình thức giấy tờ nộp", Law = "NĐ 61/2018/NĐ-CP Đ.17")]
public enum PaperForm
{
    /// <summary>Original.</summary>
    [Term("bản chính")] Original,
    /// <summary>Certified copy.</summary>
    [Term("bản sao chứng thực")] CertifiedCopy,
    /// <summary>Plain copy, compared with the original or not.</summary>
    [Term("bản chụp")] Photocopy,
    /// <summary>Only shown.</summary>
    [Term("xuất trình")] Shown,
    /// <summary>An electronic document.</summary>
    [Term("bản điện tử")] Electronic,
}

/// <summary>A component as the receiver checked it.</summary>
/// <param name="Component">Code of the component in the procedure version.</param>
/// <param name="Passes">True, false, or null while it was not checked.</param>
/// <param name="GiveBack">The original was taken for comparison only and must be given back (R-RET-02).</param>
/// <param name="Digests">SHA-256 of each attached file, hexadecimal.</param>
[Term("giấy tờ đã nhận")]
public sealed record TakenPaper(string Component, PaperForm Form, int Count, bool? Passes, bool GiveBack, IReadOnlyList<string> Digests);
