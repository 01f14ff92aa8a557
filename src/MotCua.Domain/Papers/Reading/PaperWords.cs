using System.Text.RegularExpressions;

namespace MotCua.Domain.Papers.Reading;

/// <summary>Words of papers that readers of pictures spell wrongly: what looks alike and is not Vietnamese is put right.</summary>
internal static partial class PaperWords
{
    // Family names with one spelling (most of the population bears one of them).
    private static readonly Dictionary<string, string> Surnames = new[]
    {
        "Nguyễn", "Trần", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Đinh", "Trương", "Đoàn", "Trịnh", "Lê",
    }.ToDictionary(TextRun.PlainOf);

    // The provinces of before and after 1/7/2025.
    private static readonly string[] Provinces =
    [
        "An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bến Tre", "Bình Dương", "Bình Định", "Bình Phước", "Bình Thuận",
        "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Đắk Nông", "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai", "Hà Giang", "Hà Nam", "Hà Nội",
        "Hà Tĩnh", "Hải Dương", "Hải Phòng", "Hậu Giang", "Hòa Bình", "Hồ Chí Minh", "Huế", "Hưng Yên", "Khánh Hòa", "Kiên Giang", "Kon Tum", "Lai Châu",
        "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Long An", "Nam Định", "Nghệ An", "Ninh Bình", "Ninh Thuận", "Phú Thọ", "Phú Yên", "Quảng Bình", "Quảng Nam",
        "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sóc Trăng", "Sơn La", "Tây Ninh", "Thái Bình", "Thái Nguyên", "Thanh Hóa", "Tiền Giang", "Trà Vinh",
        "Tuyên Quang", "Vĩnh Long", "Vĩnh Phúc", "Yên Bái",
    ];

    // What stands in the names of agencies and of papers; the plain form means nothing else there.
    private static readonly string[] Phrases =
    [
        "ủy ban nhân dân", "hội đồng nhân dân", "giáo dục và đào tạo", "công thương", "nội vụ", "xây dựng", "nông nghiệp và môi trường", "tài chính - kế hoạch",
        "tư pháp", "đăng ký kinh doanh", "thành phố", "thị trấn", "thị xã", "trung học phổ thông", "trung học cơ sở", "bằng tốt nghiệp", "biên bản kiểm tra",
        "kiểm tra", "đơn đề nghị", "giấy phép xây dựng", "tổ chức", "tổng hợp", "phổ biến", "chuyển đổi", "thẩm quyền", "thủ tục hành chính", "tổ công tác",
        "giải quyết", "hồ sơ", "kết quả", "đăng ký kết hôn", "chi phí", "hỗ trợ", "mai táng", "trợ cấp", "phê duyệt", "sửa chữa", "tiếp nhận",
        "biến động đất đai", "trung tâm phục vụ hành chính công",
    ];

    private static readonly (Regex Pattern, string Right)[] Spelling = [.. Phrases.OrderByDescending(p => p.Length).Select(p => (Whole(p), p))];

    // Only in the names of agencies: a person may be called Quang Ninh.
    private static readonly (Regex Pattern, string Right)[] Places = [.. Provinces.Select(p => (Whole(p), p))];

    /// <summary>The text with known phrases in their right spelling; case stays as it was read.</summary>
    /// <param name="text">As read.</param>
    /// <param name="known">For each character whether it belongs to a known phrase.</param>
    /// <param name="agency">The text is the name of an agency: provinces are put right too.</param>
    public static string Repair(string text, out bool[] known, bool agency = false)
    {
        var (plain, right) = (TextRun.PlainOf(text), text.ToCharArray());
        known = new bool[text.Length];
        foreach (var (pattern, phrase) in agency ? [.. Spelling, .. Places] : Spelling)
            foreach (Match match in pattern.Matches(plain))
                for (var i = 0; i < match.Length && phrase.Length == match.Length; i++)
                    if (!known[match.Index + i])
                        (right[match.Index + i], known[match.Index + i]) = (CaseOf(phrase[i], text[match.Index + i]), true);
        return new string(right);
    }

    /// <summary>A name whose family name is put right, whose H' and Y' have their mark again.</summary>
    public static string Name(string name)
    {
        var words = name.Split(' ').Select(w => Marked().Replace(w, "$1'$2"))
            .Select(w => EdeMlo().IsMatch(w) ? w.Any(char.IsLower) ? "Mlô" : "MLÔ" : w).ToArray();
        if (words.Length > 1 && Surnames.TryGetValue(TextRun.PlainOf(words[0]), out var right))
            words[0] = words[0].Length > 1 && words[0].Skip(1).All(char.IsUpper) ? right.ToUpperInvariant() : right;
        return string.Join(' ', words);
    }

    /// <summary>Whether the first syllable is a family name with one spelling.</summary>
    public static bool KnownSurname(string name) => Surnames.ContainsKey(TextRun.PlainOf(name.Split(' ')[0]));

    private static Regex Whole(string phrase) => new($@"\b{Regex.Escape(TextRun.PlainOf(phrase)).Replace("\\ ", " ")}\b");

    private static char CaseOf(char right, char read) => char.IsUpper(read) ? char.ToUpperInvariant(right) : right;

    [GeneratedRegex(@"^([HY])(\p{Lu}\p{Ll}+)$")]
    private static partial Regex Marked();

    [GeneratedRegex("^M(?:I|il|l|1|L)[ôÔ]$")]
    private static partial Regex EdeMlo();
}
