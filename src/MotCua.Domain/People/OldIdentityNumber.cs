using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.Domain.People;

/// <summary>The identity card number of the old rules: 9 digits (chứng minh nhân dân).</summary>
[NoTerm("the structure of the number; its term stands on the kind of identity")]
public static class OldIdentityNumber
{
    /// <summary>How many digits it has.</summary>
    public const int Length = 9;

    /// <summary>The last day on which a card of the old rules could be used (Luật Căn cước 2023 Đ.46.2).</summary>
    public static readonly DateOnly LastDay = new(2024, 12, 31);

    /// <summary>Checks a typed number; warns where the card has lost its force.</summary>
    public static NumberCheck Check(string? typed, DateOnly today)
    {
        var bare = NumberCheck.Bare(typed);
        if (bare.Length != Length || !NumberCheck.AllDigits(bare))
            return NumberCheck.Bad(bare, "number.old", bare.Length == CitizenNumber.Length && NumberCheck.AllDigits(bare)
                ? "Số này có 12 chữ số. Hãy chọn loại “số định danh cá nhân”."
                : "Số chứng minh nhân dân phải đủ 9 chữ số. Hãy nhập lại như trên giấy tờ.");
        return today <= LastDay
            ? NumberCheck.Good(bare)
            : NumberCheck.Good(bare, $"Chứng minh nhân dân chỉ có giá trị sử dụng đến hết ngày {VietnameseFormat.Day(LastDay)}. Hãy hỏi số định danh cá nhân.");
    }
}
