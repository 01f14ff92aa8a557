using MotCua.Domain.Papers.Reading;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Papers;

/// <summary>Fields from words that were laid out here; the people are invented.</summary>
public sealed class FieldReaderTests
{
    private const string State = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Motto = "Độc lập - Tự do - Hạnh phúc";

    [Fact, Requirement("R-DIG-09")]
    public void A_decision_gives_number_date_issuer_subject_owner_and_end()
    {
        var read = FieldReader.Read([Page(
            ["ỦY BAN NHÂN DÂN", State], ["PHƯỜNG TÂN LẬP", Motto], ["Số: 1990/QĐ-UBND", "Tân Lập, ngày 10 tháng 12 năm 2025"],
            ["", "QUYẾT ĐỊNH"], ["Về việc trợ cấp xã hội hàng tháng đối với bà Trần Thị Mẫu"], ["ỦY BAN NHÂN DÂN PHƯỜNG TÂN LẬP"],
            ["Căn cứ Nghị định số 20/2021/NĐ-CP ngày 15 tháng 3 năm 2021 của Chính phủ;"],
            ["Điều 1. Trợ cấp xã hội hàng tháng đối với bà Trần Thị Mẫu, sinh ngày 01/05/1968,"], ["số định danh cá nhân: 066168938585."],
            ["Điều 2. Quyết định này có hiệu lực kể từ ngày ký đến hết ngày 31 tháng 12 năm"], ["2027."])]);

        Assert.Equal("quyet-dinh", read.Type.Value);
        Assert.Equal("Quyết định", read.Title.Value);
        Assert.Equal(("1990", "QĐ-UBND"), (read.Number.Value, read.Notation.Value));
        Assert.Equal("2025-12-10", read.Date.Value);
        Assert.Equal("Ủy ban nhân dân phường Tân Lập", read.Issuer.Value);
        Assert.Equal(("Trần Thị Mẫu", "066168938585"), (read.OwnerName.Value, read.OwnerId.Value));
        Assert.Equal("trợ cấp xã hội hàng tháng đối với bà Trần Thị Mẫu", read.Abstract.Value);
        Assert.Equal("2027-12-31", read.ValidUntil.Value);
        Assert.Null(read.Scope.Value);
    }

    [Fact]
    public void A_letter_has_a_subject_and_no_title_and_a_number_left_blank_stays_empty()
    {
        var read = FieldReader.Read([Page(
            ["ỦY BAN NHÂN DÂN TỈNH ĐẮK", State], ["LẮK", Motto], ["SỞ CÔNG THƯƠNG"], ["Số: /SCT-TH", "Đắk Lắk, ngày 27 tháng 10 năm 2026"],
            ["V/v tăng cường số hóa hồ sơ"], ["Kính gửi: Ủy ban nhân dân các xã."], ["Sở Công Thương đề nghị các đơn vị báo cáo trước ngày 11/11/2026."])]);

        Assert.Equal("cong-van", read.Type.Value);
        Assert.Null(read.Title.Value);
        Assert.Null(read.Number.Value);
        Assert.Equal("SCT-TH", read.Notation.Value);
        Assert.Equal("Sở Công Thương", read.Issuer.Value, ignoreCase: true);
        Assert.Equal("tăng cường số hóa hồ sơ", read.Abstract.Value);
        Assert.Null(read.OwnerName.Value);
    }

    [Fact]
    public void The_number_and_the_date_of_a_certified_copy_stamp_are_not_the_papers_own()
    {
        var read = FieldReader.Read([Page(
            ["", State], ["", Motto], ["", "GIẤY KHAI SINH"], ["", "(BẢN SAO)"], ["", "Số: 215/2022"], ["Họ, chữ đệm, tên: CAO THỊ MẪU"],
            ["Ngày, tháng, năm sinh: Ngày 03 tháng 6 năm 2022"], ["Số định danh cá nhân: 068322987981"], ["Họ, chữ đệm, tên người mẹ: TRẦN THỊ THỬ"],
            ["Nơi đăng ký khai sinh: Ủy ban nhân dân phường Lộc Tiến, thành phố Bảo Lộc, tỉnh"], ["Lâm Đồng"],
            ["Ngày, tháng, năm đăng ký: Ngày 26 tháng 10 năm 2022"], ["Số chứng thực: 01954 Quyển số: 01-SCT/BS"], ["Ngày 08 tháng 6 năm 2023"])]);

        Assert.Equal(("215", "2022", "2022-10-26"), (read.Number.Value, read.Notation.Value, read.Date.Value));
        Assert.Equal(("Cao Thị Mẫu", "068322987981"), (read.OwnerName.Value, read.OwnerId.Value));
        Assert.Equal("Ủy ban nhân dân phường Lộc Tiến, thành phố Bảo Lộc, tỉnh Lâm Đồng", read.Issuer.Value);
    }

    [Fact]
    public void What_is_hardly_legible_is_left_to_the_officer()
    {
        var clear = Page(["", State], ["", "GIẤY KHAI SINH"], ["Họ, chữ đệm, tên: CAO THỊ MẪU"], ["Ngày, tháng, năm đăng ký: Ngày 26 tháng 10 năm 2022"]);
        var blurred = clear with { Words = [.. clear.Words.Select(w => w.Text is "MẪU" or "26" ? w with { Sure = 0.4 } : w)] };

        Assert.Equal("Cao Thị Mẫu", FieldReader.Read([clear]).OwnerName.Value);
        Assert.Null(FieldReader.Read([blurred]).OwnerName.Value);
        Assert.Null(FieldReader.Read([blurred]).Date.Value);
    }

    [Theory]
    [InlineData("6099632302", "6099632302")]
    [InlineData("6099632303", null)]
    public void The_code_of_an_enterprise_is_proposed_only_with_its_check_digit(string printed, string? proposed)
    {
        var read = FieldReader.Read([Page(["", State], ["", "GIẤY CHỨNG NHẬN ĐĂNG KÝ DOANH NGHIỆP"], [$"Mã số doanh nghiệp: {printed}"],
            ["Đăng ký lần đầu: ngày 28 tháng 10 năm 2021"], ["Đăng ký thay đổi lần thứ: 5, ngày 11 tháng 6 năm 2025"])]);

        Assert.Equal(proposed, read.Number.Value);
        Assert.Equal("2025-06-11", read.Date.Value);
    }

    [Fact]
    public void A_page_without_words_proposes_nothing() =>
        Assert.All(FieldReader.Read([new ReadPage(1, 2480, 3508, [])]).All(), f => Assert.Null(f.Field.Value));

    [Fact]
    public void A_batch_is_split_at_separator_and_blank_sheets_and_the_named_component_wins()
    {
        ReadPage Text(int n) => Page(["một dòng chữ"]) with { Number = n };
        ReadPage Blank(int n) => new(n, 100, 100, []) { Blank = true };
        ReadPage Sheet(int n, string qr) => new(n, 100, 100, []) { Separator = qr };

        var parts = BatchSplit.Of([Text(1), Sheet(2, "MOTCUA-SEP:5"), Blank(3), Text(4), Text(5), Blank(6), Text(7), Blank(8)]);

        Assert.Equal(["1:", "4,5:MOTCUA-SEP:5", "7:blank"], parts.Select(p => $"{string.Join(',', p.Pages.Select(x => x.Number))}:{p.Separator}"));
        Assert.Equal([null, 5, null], parts.Select(p => p.Component));
        Assert.False(BatchSplit.IsSeparator("MOTCUA-SEP:x"));
    }

    // Each row is its parts: the first at the left margin, the second in the right half.
    private static ReadPage Page(params string[][] rows)
    {
        var words = new List<ReadWord>();
        for (var row = 0; row < rows.Length; row++)
            for (var part = 0; part < rows[row].Length; part++)
            {
                var left = 300 + part * 900;
                foreach (var word in rows[row][part].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    words.Add(new ReadWord(word, left, 300 + row * 80, word.Length * 18, 40, 0.95, row * 10 + part));
                    left += word.Length * 18 + 14;
                }
            }
        return new ReadPage(1, 2480, 3508, words);
    }
}
