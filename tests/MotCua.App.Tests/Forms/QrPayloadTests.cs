using CsCheck;
using MotCua.App.Papers.Forms;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Forms;

public sealed class QrPayloadTests
{
    [Fact]
    [Requirement("R-REC-25")]
    public void A_receipt_carries_the_minimum_data_in_one_order_with_the_day_of_appointment() =>
        Assert.Equal(
            "H15.112-261113-0027|1.115320|066093007731|Giấy tiếp nhận hồ sơ và hẹn trả kết quả|"
            + "Hệ thống thông tin giải quyết thủ tục hành chính tỉnh Đắk Lắk|20261113164005|20261125",
            Papers.Qr.Build());

    [Fact]
    public void A_paper_without_an_appointment_has_six_fields() =>
        Assert.Equal(6, (Papers.Qr with { Appointment = null }).Build().Split('|').Length);

    [Fact]
    public void A_bar_and_a_percent_sign_inside_a_field_do_not_break_the_order()
    {
        var text = (Papers.Qr with { PaperName = "100% | hết" }).Build();

        Assert.Equal(7, text.Split('|').Length);
        Assert.Contains("100%25 %7C hết", text);
        Assert.True(QrPayload.TryParse(text, out var read));
        Assert.Equal("100% | hết", read.PaperName);
    }

    [Fact]
    public void What_is_built_is_read_back()
    {
        var words = Gen.String[Gen.Char["ab%|Ưởễ đ\n\r27C"], 0, 12];
        var day = Gen.Int[0, 20000].Select(d => new DateOnly(2020, 1, 1).AddDays(d));
        Gen.Select(words, words, words, words, words, day, Gen.Int[0, 86399]).Sample((a, b, c, d, e, on, second) =>
        {
            var made = new QrPayload(a, b, c, d, e, Papers.Exported.AddSeconds(second), second % 2 == 0 ? on : null);
            return QrPayload.TryParse(made.Build(), out var read) && read == made;
        });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a|b|c|d|e")]
    [InlineData("a|b|c|d|e|20261113164005|20261125|f")]
    [InlineData("a|b|c|d|e|2026-11-13")]
    [InlineData("a|b|c|d|e|20261313164005")]
    [InlineData("a|b|c|d|e|20261113164005|20261131")]
    [InlineData("a%|b|c|d|e|20261113164005")]
    [InlineData("a%7|b|c|d|e|20261113164005")]
    [InlineData("a%41|b|c|d|e|20261113164005")]
    public void Any_other_text_is_not_taken_for_a_payload(string? text) => Assert.False(QrPayload.TryParse(text, out _));
}
