using MotCua.App.Papers.Forms;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Forms;

/// <summary>What stands on each form of each set, and on which paper.</summary>
public sealed class SetsTests
{
    private const double Millimetre = 72 / 25.4;

    [Theory]
    [Requirement("R-FORM-05")]
    [Requirement("R-FORM-06")]
    [Requirement("R-FORM-07")]
    [Requirement("R-FORM-08")]
    [Requirement("R-FORM-09")]
    [Requirement("R-FORM-10")]
    [Requirement("R-FORM-11")]
    [InlineData(
        "receipt/2018",
        "Mã hồ sơ: |Liên: |Bộ phận tiếp nhận và trả kết quả: |Tiếp nhận hồ sơ của: |Địa chỉ: |Số điện thoại: |Email: |Nội dung yêu cầu giải quyết: |"
        + "Thành phần hồ sơ nộp gồm: |Số lượng hồ sơ: 01 (bộ)|Thời gian giải quyết hồ sơ theo quy định: |Thời gian nhận hồ sơ: |"
        + "Thời gian trả kết quả giải quyết hồ sơ: |Đăng ký nhận kết quả tại: |Vào Sổ theo dõi hồ sơ, Quyển số: 03/2026, Số thứ tự: 1147|"
        + "NGƯỜI NỘP HỒ SƠ|NGƯỜI TIẾP NHẬN HỒ SƠ|Giấy này lập thành 02 liên")]
    [InlineData(
        "supplement/2018",
        "Hồ sơ của: |Nội dung yêu cầu giải quyết: |Địa chỉ: |Số điện thoại: |Email: |Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:1.|Lý do: |"
        + "liên hệ với bà Đặng Thùy Trâm, số điện thoại 0262 3811 022|NGƯỜI HƯỚNG DẪN")]
    [InlineData(
        "refusal/2018",
        "Tiếp nhận hồ sơ của: |Địa chỉ: |Số điện thoại: |Email: |Nội dung yêu cầu giải quyết: |với lý do cụ thể như sau:|"
        + "NGƯỜI NỘP HỒ SƠ|NGƯỜI TIẾP NHẬN HỒ SƠ")]
    [InlineData(
        "apology/2018",
        "Kính gửi: |Địa chỉ: |Số điện thoại: |đã tiếp nhận hồ sơ|mã số hồ sơ: H15.112-261113-0027|Thời gian hẹn trả kết quả giải quyết hồ sơ: |Lý do: |"
        + "tốn kém chi phí|xin lỗi Ông (Bà)/Tổ chức|Hẹn lại thời gian trả kết quả: 17 giờ 00 phút, ngày 04 tháng 12 năm 2026|THỦ TRƯỞNG CƠ QUAN|đóng dấu")]
    [InlineData(
        "control-slip/2018",
        "Mã hồ sơ: |Cơ quan (bộ phận) giải quyết hồ sơ: |Cơ quan phối hợp giải quyết hồ sơ: |TÊN CƠ QUAN(1. Giao; 2. Nhận)|GIAO, NHẬN HỒ SƠ|"
        + "KẾT QUẢGIẢI QUYẾT|GHI CHÚ|Người giao: |Người nhận: ")]
    [InlineData(
        "follow-up-book/2018",
        "STT|Mã hồ sơ|Tên thủ tục hành chính|Số lượng hồ sơ (bộ)|Tên tổ chức, cá nhân|Địa chỉ, số điện thoại|Cơ quan chủ trì giải quyết|Nhận hồ sơ|"
        + "Hẹn trả kết quả|Chuyển hồ sơ đến cơ quan giải quyết|Nhận kết quả từ cơ quan giải quyết|Trả kết quả|Phương thức nhận kết quả|Ký nhận|Ghi chú")]
    [InlineData(
        "receipt/2025",
        "Mã hồ sơ: |Liên: |Đơn vị tiếp nhận: |Ông (Bà)/Tổ chức: |Số định danh cá nhân/tổ chức: |Địa chỉ: |Số điện thoại: |Email: |"
        + "Nội dung yêu cầu giải quyết: |Thành phần hồ sơ nộp gồm: |Số lượng hồ sơ: 01 (bộ)|Thời gian giải quyết hồ sơ theo quy định: |"
        + "Thời gian nhận hồ sơ: |Thời gian trả kết quả: |Đăng ký nhận kết quả tại: |Phí, lệ phí: |Quyển số: |Số thứ tự: |"
        + "NGƯỜI NỘP HỒ SƠ|NGƯỜI TIẾP NHẬN HỒ SƠ")]
    [InlineData(
        "supplement/2025",
        "Hồ sơ của: |Nội dung yêu cầu giải quyết: |Địa chỉ: |Số điện thoại: |Email: |Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:1.|"
        + "Lý do: |liên hệ với bà Đặng Thùy Trâm, số điện thoại 0262 3811 022|NGƯỜI HƯỚNG DẪN")]
    [InlineData(
        "refusal/2025",
        "Đơn vị tiếp nhận: |Tiếp nhận hồ sơ của: |Số định danh cá nhân/tổ chức: |Địa chỉ: |Số điện thoại: |Email: |Mã hồ sơ: |"
        + "Nội dung yêu cầu giải quyết: |với lý do cụ thể như sau:|NGƯỜI NỘP HỒ SƠ|NGƯỜI TIẾP NHẬN HỒ SƠ")]
    [InlineData(
        "apology/2025",
        "Kính gửi: |Số định danh cá nhân/tổ chức: 066093007731|đã tiếp nhận hồ sơ|mã số hồ sơ: H15.112-261113-0027|Thời gian hẹn trả kết quả|Lý do: |"
        + "xin lỗi Ông (Bà)/Tổ chức|gia hạn thời gian giải quyết, trả kết quả vào: 17 giờ 00 phút, ngày 04 tháng 12 năm 2026|THỦ TRƯỞNG CƠ QUAN|Nơi nhận:")]
    [InlineData(
        "stop/2025",
        "Mã hồ sơ: |Kính gửi: |Số định danh cá nhân/tổ chức: |Thủ tục hành chính: |Yêu cầu dừng giải quyết: |Nội dung yêu cầu: |Căn cứ dừng giải quyết: |"
        + "Giai đoạn giải quyết khi dừng: |Kiểm tra điều kiện dừng: |Phí, lệ phí đã nộp: |Giấy tờ gốc đã nộp: |NGƯỜI QUYẾT ĐỊNH DỪNG GIẢI QUYẾT|Nơi nhận:")]
    [InlineData(
        "control-slip/2025",
        "Mã số hồ sơ: |Cơ quan (bộ phận) giải quyết hồ sơ: |Cơ quan phối hợp giải quyết hồ sơ: |Ngày nhận: |Hẹn trả kết quả: |"
        + "Tên đơn vị(1. Giao; 2. Nhận)|Thời gian giao, nhận|Kết quả giải quyết|Ghi chú|1. Giao: |2. Nhận: |Người giao: |Người nhận: ")]
    [InlineData(
        "follow-up-book/2025",
        "STT|Mã hồ sơ|Tên thủ tục hành chính|Tên tổ chức, cá nhân|Địa chỉ, số điện thoại|Cơ quan chủ trì giải quyết|Nhận hồ sơ|Hẹn trả kết quả|"
        + "Trả kết quả|Phương thức nhận kết quả|Ký nhận")]
    public void Each_form_has_the_fields_of_its_set_on_the_paper_of_its_set(string key, string fields)
    {
        var (type, set) = (key.Split('/')[0], key.Split('/')[1]);
        var template = Papers.Template(type, set);
        var pdf = new PrintedPdf(FontsHere.Printer().Print(template, Papers.Of(type)));

        Assert.Contains(PrintedPdf.Squeeze("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), pdf.Text);
        Assert.Contains("Số:1147/KH-TTPVHCC", pdf.Text);
        Assert.All(fields.Split('|'), field => Assert.Contains(PrintedPdf.Squeeze(field), pdf.Text));
        (double, double) size = template.Paper switch { FormPaper.A5 => (148, 210), FormPaper.A4 => (210, 297), _ => (297, 210) };
        Assert.All(pdf.Sizes, s => Assert.Equal(size, (Math.Round(s.Width / Millimetre), Math.Round(s.Height / Millimetre))));
    }

    [Fact]
    [Requirement("R-FORM-16")]
    public void MAU_stands_at_the_top_right_in_bold_capitals_of_size_16_on_every_form()
    {
        foreach (var template in Papers.Shipped.All.Where(t => FormTypes.All.Contains(t.Type)))
        {
            var pdf = new PrintedPdf(FontsHere.Printer().Print(template, Papers.Of(template.Type, 12) with { Sample = true }));
            for (var page = 0; page < pdf.Letters.Count; page++)
            {
                var letters = pdf.Letters[page];
                var at = Enumerable.Range(0, letters.Count - 2).First(i => letters[i].Value + letters[i + 1].Value + letters[i + 2].Value == "MẪU");
                Assert.InRange(letters[at].At.Left, pdf.Sizes[page].Width * 0.75, pdf.Sizes[page].Width);
                Assert.InRange(letters[at].At.Bottom, pdf.Sizes[page].Height * 0.9, pdf.Sizes[page].Height);
                Assert.InRange(letters[at].At.Height, 9.5, 12);
            }
        }
    }

    [Fact]
    [Requirement("R-FORM-11")]
    public void A_long_book_repeats_its_head_and_numbers_its_pages()
    {
        var pdf = new PrintedPdf(FontsHere.Printer().Print(Papers.Template("follow-up-book", "2018"), Papers.Book(60)));

        Assert.True(pdf.Texts.Count > 3);
        for (var i = 0; i < pdf.Texts.Count; i++)
            Assert.Contains($"Trang{i + 1}/{pdf.Texts.Count}", pdf.Texts[i]);
        Assert.All(pdf.Texts.SkipLast(1), page => Assert.Contains(PrintedPdf.Squeeze("Phương thức nhận kết quả"), page));
        Assert.All(Enumerable.Range(1, 60), i => Assert.Contains($"H15.112-261113-{i:0000}", pdf.Text));
    }

    [Fact]
    public void Pages_are_counted_as_they_are_printed()
    {
        var printer = FontsHere.Printer();
        foreach (var rows in new[] { 2, 9, 30 })
            Assert.Equal(
                new PrintedPdf(printer.Print(Papers.Template("receipt"), Papers.Receipt(rows))).Texts.Count,
                printer.Pages(Papers.Template("receipt"), Papers.Receipt(rows)));
    }
}
