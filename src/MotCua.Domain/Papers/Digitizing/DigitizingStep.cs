using MotCua.Domain.Law;

namespace MotCua.Domain.Papers.Digitizing;

/// <summary>The four steps of digitizing a paper, always in this order (R-DIG-01).</summary>
[Term("bước số hóa", Law = "TT 01/2023/TT-VPCP Đ.7")]
public enum DigitizingStep
{
    /// <summary>The paper is copied, counted and signed by whoever digitizes (R-DIG-05, 06).</summary>
    [Term("sao chụp")] Copy,
    /// <summary>Its data is read or typed, and confirmed by the officer (R-DIG-08, 09).</summary>
    [Term("bóc tách dữ liệu")] Extract,
    /// <summary>The digitization-result code is given (R-DIG-10).</summary>
    [Term("cấp mã kết quả số hóa")] Code,
    /// <summary>The copy is put into the repository.</summary>
    [Term("lưu kết quả số hóa")] Keep,
}
