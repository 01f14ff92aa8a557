using MotCua.Domain.Law;

namespace MotCua.Domain.People;

/// <summary>Tax code and enterprise number: 10 digits of which the last one checks the others, or these and a branch of three digits, "0100109106-001"
/// (Luật Quản lý thuế 2019 Đ.30).</summary>
[NoTerm("the structure of the number; its term stands on the kind of identity")]
public static class TaxCode
{
    private const int Plain = 10, WithBranch = 13;
    private const string Law = "Luật Quản lý thuế 2019 Đ.30";

    private static readonly int[] Weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

    /// <summary>Checks a typed code; the stored form has a hyphen before the branch.</summary>
    public static NumberCheck Check(string? typed)
    {
        var bare = NumberCheck.Bare(typed);
        if (!NumberCheck.AllDigits(bare) || bare.Length is not (Plain or WithBranch))
            return NumberCheck.Bad(bare, bare.Length == CitizenNumber.Length ? "number.tax.person" : "number.tax", Sentence(bare), Law);
        if (CheckDigit(bare) != bare[Plain - 1] - '0')
            return NumberCheck.Bad(bare, "number.tax.check-digit", "Mã số thuế sai chữ số kiểm tra. Hãy nhập lại đúng như trên giấy chứng nhận đăng ký.", Law);
        if (bare.Length == Plain)
            return NumberCheck.Good(bare);
        return bare[Plain..] == "000"
            ? NumberCheck.Bad(bare, "number.tax.branch", "Ba chữ số cuối của đơn vị phụ thuộc phải từ 001 đến 999. Hãy nhập lại mã số thuế.", Law)
            : NumberCheck.Good($"{bare[..Plain]}-{bare[Plain..]}");
    }

    /// <summary>The tenth digit that the first nine ask for; null where no code can begin with them.</summary>
    /// <param name="digits">Nine digits or more.</param>
    public static int? CheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += Weights[i] * (digits[i] - '0');
        var digit = 10 - (sum % 11);
        return digit == 10 ? null : digit;
    }

    private static string Sentence(string bare) => bare switch
    {
        "" => "Hãy nhập mã số thuế 10 hoặc 13 chữ số của doanh nghiệp, tổ chức.",
        { Length: CitizenNumber.Length } =>
            "Số 12 chữ số là số định danh cá nhân, không phải của tổ chức. Hãy chọn “công dân”, với hộ kinh doanh thì nhập số của chủ hộ.",
        _ => "Mã số thuế gồm 10 chữ số, hoặc 13 chữ số với đơn vị phụ thuộc (0100109106-001). Hãy nhập lại.",
    };
}
