using System.Globalization;
using MotCua.Domain.Law;

namespace MotCua.Domain.People;

/// <summary>What a personal number says of its holder.</summary>
/// <param name="Province">Three digits: the province, or the country, where the birth was registered.</param>
/// <param name="BirthYear">Four digits.</param>
[NoTerm("read out of a personal number")]
public sealed record CitizenFacts(string Province, Sex Sex, int BirthYear);

/// <summary>The personal identification number: PPP (province or country of birth registration), G (century and sex), YY (year of birth),
/// six digits more; it has no check digit (NĐ 137/2015/NĐ-CP Đ.13; TT 59/2021/TT-BCA Đ.4).</summary>
[NoTerm("the structure of the number; its term stands on the kind of identity")]
public static class CitizenNumber
{
    /// <summary>How many digits it has.</summary>
    public const int Length = 12;

    private const string Law = "NĐ 137/2015/NĐ-CP Đ.13";

    /// <summary>Reads the facts; false unless there are 12 digits.</summary>
    public static bool TryRead(string? typed, out string number, out CitizenFacts facts)
    {
        number = NumberCheck.Bare(typed);
        facts = new CitizenFacts("", Sex.Male, 0);
        if (number.Length != Length || !NumberCheck.AllDigits(number))
            return false;
        var centuryAndSex = number[3] - '0';
        var century = 1900 + (centuryAndSex / 2 * 100);
        var year = int.Parse(number.AsSpan(4, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        facts = new CitizenFacts(number[..3], centuryAndSex % 2 == 0 ? Sex.Male : Sex.Female, century + year);
        return true;
    }

    /// <summary>Checks a typed number. Only its shape can be refused; what disagrees with the year of birth, the sex or the list of provinces is a warning,
    /// since registers hold such numbers.</summary>
    /// <param name="birthYear">Year of birth as typed, where known.</param>
    /// <param name="sex">Sex as typed, where known.</param>
    /// <param name="provinces">The three-digit codes of provinces: "066".</param>
    public static NumberCheck Check(string number, int? birthYear, Sex? sex, IReadOnlySet<string> provinces)
    {
        if (!TryRead(number, out var bare, out var facts))
            return NumberCheck.Bad(bare, "number.citizen", Sentence(bare), Law);
        var warnings = new List<string>();
        if (!provinces.Contains(facts.Province))
            warnings.Add($"Ba chữ số đầu {facts.Province} không có trong danh mục mã tỉnh, thành phố. "
                + "Hãy đối chiếu với thẻ; người khai sinh ở nước ngoài mang mã quốc gia.");
        if (sex is { } s && s != facts.Sex)
            warnings.Add($"Số định danh này là của {Terms.Of(facts.Sex)}, giới tính đã nhập là {Terms.Of(s)}. Hãy đối chiếu với thẻ.");
        if (birthYear is { } y && y != facts.BirthYear)
            warnings.Add($"Theo số định danh thì năm sinh là {facts.BirthYear}, năm sinh đã nhập là {y}. Hãy đối chiếu với thẻ.");
        return NumberCheck.Good(bare, warnings);
    }

    private static string Sentence(string bare) => bare switch
    {
        "" => "Hãy nhập số định danh cá nhân gồm 12 chữ số, hoặc chọn “chưa có giấy tờ” và ghi lý do.",
        _ when !NumberCheck.AllDigits(bare) => "Số định danh cá nhân chỉ gồm chữ số. Hãy nhập lại 12 chữ số như trên thẻ.",
        { Length: OldIdentityNumber.Length } =>
            "Số này có 9 chữ số như chứng minh nhân dân cũ. Hãy nhập số định danh 12 chữ số, hoặc chọn loại “chứng minh nhân dân 9 số”.",
        _ => $"Số định danh cá nhân phải đủ 12 chữ số, đã nhập {bare.Length} chữ số. Hãy nhập lại như trên thẻ.",
    };
}
