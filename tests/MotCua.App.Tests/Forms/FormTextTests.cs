using MotCua.App.Papers.Forms;
using MotCua.Domain.Law;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Forms;

public sealed class FormTextTests
{
    private static readonly Dictionary<string, string> Values = new() { ["place"] = " Buôn Ma Thuột ", ["date"] = "ngày 05 tháng 02 năm 2026", ["unit"] = " " };

    [Fact]
    public void Placeholders_are_filled() =>
        Assert.Equal("Buôn Ma Thuột, ngày 05 tháng 02 năm 2026", FormText.Fill("{place}, {date}", Values, WhenEmpty.Refuse));

    [Fact]
    public void A_missing_value_refuses_leaves_out_or_is_dotted()
    {
        Assert.Equal("unit", Assert.Throws<FormContentException>(() => FormText.Fill("Tại {unit}", Values, WhenEmpty.Refuse)).Key);
        Assert.Null(FormText.Fill("Tại {unit}", Values, WhenEmpty.LeaveOut));
        Assert.Equal("Tại " + FormText.Dots, FormText.Fill("Tại {unit}", Values, WhenEmpty.Dots));
    }

    [Fact]
    public void A_cell_is_empty_where_its_value_stands_alone_and_dotted_beside_words()
    {
        Assert.Equal("", FormText.FillCell("{remark}", Values));
        Assert.Equal("Người nhận: …………", FormText.FillCell("Người nhận: {taker}", Values));
    }

    [Theory]
    [Requirement("R-FORM-15")]
    [InlineData(2026, 2, 5, "ngày 05 tháng 02 năm 2026")]
    [InlineData(2026, 9, 30, "ngày 30 tháng 9 năm 2026")]
    [InlineData(2026, 12, 1, "ngày 01 tháng 12 năm 2026")]
    public void A_day_takes_a_leading_zero_under_ten_and_a_month_under_three(int year, int month, int day, string words) =>
        Assert.Equal(words, FormPhrases.Day(new(year, month, day)));

    [Fact]
    public void A_moment_is_that_of_Vietnam() =>
        Assert.Equal(
            "00 giờ 05 phút, ngày 14 tháng 11 năm 2026",
            FormPhrases.Moment(new DateTimeOffset(2026, 11, 13, 17, 5, 0, TimeSpan.Zero)));

    [Fact]
    public void A_count_has_two_digits() => Assert.Equal(("01", "12", "120"), (FormPhrases.Count(1), FormPhrases.Count(12), FormPhrases.Count(120)));

    [Fact]
    public void Content_with_a_key_that_no_template_knows_is_refused()
    {
        var content = Papers.Refusal();
        content = content with { Values = new Dictionary<string, string>(content.Values) { ["aplicantName"] = "x" } };

        Assert.Equal("aplicantName", Assert.Throws<FormContentException>(content.Check).Key);
        Assert.Throws<FormContentException>((Papers.Refusal() with { Code = " " }).Check);
    }
}
