using System.Text.RegularExpressions;

namespace MotCua.Domain.Papers.Reading;

/// <summary>A kind of paper and how its title begins.</summary>
/// <param name="Code">As it is told outside.</param>
/// <param name="Plain">The title without tones and spaces.</param>
/// <param name="Title">The whole title where it is always the same; null where it goes on.</param>
internal sealed record PaperKind(string Code, string Plain, string? Title);

/// <summary>Kinds of papers by their titles (TT 04/2020/TT-BTP, NĐ 01/2021, NĐ 15/2021, NĐ 15/2018, TT 66/2023/TT-BCA, NĐ 30/2020).</summary>
internal static class PaperKinds
{
    public const string Letter = "cong-van", Decision = "quyet-dinh", Proposal = "to-trinh", Birth = "giay-khai-sinh", BirthExtract = "trich-luc-khai-sinh",
        Marriage = "giay-chung-nhan-ket-hon", Single = "giay-xac-nhan-tinh-trang-hon-nhan", Household = "giay-chung-nhan-dang-ky-ho-kinh-doanh",
        Enterprise = "giay-chung-nhan-dang-ky-doanh-nghiep", Building = "giay-phep-xay-dung", Food = "giay-chung-nhan-du-dieu-kien-attp",
        Residence = "xac-nhan-thong-tin-cu-tru", Proxy = "giay-uy-quyen", Application = "don-de-nghi", Diploma = "van-bang", Certificate = "chung-chi",
        Minutes = "bien-ban";

    /// <summary>Longer titles first: a shorter one may begin a longer.</summary>
    public static IReadOnlyList<PaperKind> All { get; } =
    [
        new(Food, "giaychungnhancosodudieukienantoanthucpham", "Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm"),
        new(Enterprise, "giaychungnhandangkydoanhnghiep", "Giấy chứng nhận đăng ký doanh nghiệp"),
        new(Household, "giaychungnhandangkyhokinhdoanh", "Giấy chứng nhận đăng ký hộ kinh doanh"),
        new(Single, "giayxacnhantinhtranghonnhan", "Giấy xác nhận tình trạng hôn nhân"),
        new(Residence, "xacnhanthongtinvecutru", "Xác nhận thông tin về cư trú"),
        new(Marriage, "giaychungnhankethon", "Giấy chứng nhận kết hôn"),
        new(BirthExtract, "trichluckhaisinh", "Trích lục khai sinh"),
        new(Building, "giayphepxaydung", "Giấy phép xây dựng"),
        new(Birth, "giaykhaisinh", "Giấy khai sinh"),
        new(Proxy, "giayuyquyen", "Giấy ủy quyền"),
        new(Decision, "quyetdinh", "Quyết định"),
        new(Proposal, "totrinh", "Tờ trình"),
        new(Minutes, "bienban", null),
        new(Application, "dondenghi", null),
        new(Application, "donxin", null),
        new(Application, "dondangky", null),
        new(Diploma, "bangtotnghiep", null),
        new(Diploma, "bangcunhan", null),
        new(Diploma, "bangkysu", null),
        new(Diploma, "bangthacsi", null),
        new(Diploma, "bangtiensi", null),
        new(Diploma, "bangtrungcap", null),
        new(Diploma, "bangcaodang", null),
        new(Certificate, "chungchi", null),
    ];

    /// <summary>Papers that a citizen writes: no agency issues them.</summary>
    public static bool ByCitizen(string code) => code is Application or Proxy;

    /// <summary>Letters only.</summary>
    public static string Squeeze(string plain) => Regex.Replace(plain, "[^a-z]", "");

    /// <summary>How far the beginning of a text is from a title, in letters.</summary>
    public static int Distance(string text, string title)
    {
        // The best end of the text's beginning: the last row of the table of edits, looked at over all lengths.
        var row = Enumerable.Range(0, text.Length + 1).ToArray();
        for (var i = 1; i <= title.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= text.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, corner + (title[i - 1] == text[j - 1] ? 0 : 1));
                corner = above;
            }
        }
        return row.Min();
    }
}
