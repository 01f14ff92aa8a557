using CsCheck;
using MotCua.Domain.Words;
using Xunit;

namespace MotCua.Domain.Tests.Words;

public sealed class VietnameseFormatTests
{
    private static readonly Gen<DateOnly> Days =
        Gen.Int[new DateOnly(1800, 1, 1).DayNumber, new DateOnly(2399, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("22/11/2026", 2026, 11, 22)]
    [InlineData("22112026", 2026, 11, 22)]
    [InlineData("2026-11-22", 2026, 11, 22)]
    [InlineData("2/9/2026", 2026, 9, 2)]
    [InlineData(" 02 / 09 / 2026 ", 2026, 9, 2)]
    [InlineData("2-9-2026", 2026, 9, 2)]
    [InlineData("2.9.2026", 2026, 9, 2)]
    [InlineData("29/2/2024", 2024, 2, 29)]
    public void Days_are_read_as_people_write_them(string text, int year, int month, int day)
    {
        Assert.True(VietnameseFormat.TryParseDay(text, out var read));
        Assert.Equal(new DateOnly(year, month, day), read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("29/2/2026")]
    [InlineData("31/4/2026")]
    [InlineData("11/22/2026")]
    [InlineData("22/11/26")]
    [InlineData("22/11/0026")]
    [InlineData("20261122")]
    [InlineData("2292026")]
    [InlineData("1990")]
    [InlineData("22/11/2026 17:00")]
    [InlineData("٢٢/١١/٢٠٢٦")]
    [InlineData("-2/9/2026x")]
    [InlineData("hôm nay")]
    public void What_is_no_day_is_not_guessed(string? text) => Assert.False(VietnameseFormat.TryParseDay(text, out _));

    [Fact]
    public void A_printed_day_is_read_back() => Days.Sample(day =>
        VietnameseFormat.TryParseDay(VietnameseFormat.Day(day), out var shown) && shown == day
        && VietnameseFormat.TryParseDay($"{day:yyyy-MM-dd}", out var iso) && iso == day
        && VietnameseFormat.TryParseDay($"{day:ddMMyyyy}", out var run) && run == day
        && VietnameseFormat.TryParseDay($"{day.Day}/{day.Month}/{day.Year}", out var plain) && plain == day);

    [Fact]
    public void No_text_breaks_the_reading() => Gen.String.Sample(text =>
    {
        VietnameseFormat.TryParseDay(text, out _);
        VietnameseFormat.TryParseMoney(text, out _);
    });

    [Fact]
    public void Instants_are_printed_in_Vietnams_time()
    {
        var instant = new DateTimeOffset(2026, 12, 1, 10, 0, 0, TimeSpan.Zero);
        Assert.Equal("Thứ Ba 01/12/2026, 17:00", VietnameseFormat.LongDay(instant));
        Assert.Equal("01/12/2026 17:00", VietnameseFormat.Moment(instant));
        Assert.Equal("17 giờ 00 phút", VietnameseFormat.PaperHour(instant));
        var evening = new DateTimeOffset(2026, 11, 30, 18, 5, 0, TimeSpan.Zero);
        Assert.Equal("Thứ Ba 01/12/2026, 01:05", VietnameseFormat.LongDay(evening));
        Assert.Equal("01/12/2026", VietnameseFormat.Day(evening));
        Assert.Equal("01:05", VietnameseFormat.Hour(evening));
        Assert.Equal("07:30", VietnameseFormat.Hour(new TimeOnly(7, 30)));
    }

    [Fact]
    public void A_week_has_its_seven_names()
    {
        var monday = new DateOnly(2026, 11, 23);
        Assert.Equal(
            ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"],
            Enumerable.Range(0, 7).Select(i => VietnameseFormat.Weekday(monday.AddDays(i))));
        Assert.Equal("Thứ Hai 23/11/2026", VietnameseFormat.LongDay(monday));
    }

    [Theory]
    [InlineData(2026, 2, 5, "ngày 05 tháng 02 năm 2026")]
    [InlineData(2026, 3, 22, "ngày 22 tháng 3 năm 2026")]
    [InlineData(2026, 11, 9, "ngày 09 tháng 11 năm 2026")]
    public void Papers_write_a_zero_before_small_days_and_the_first_two_months(int year, int month, int day, string text) =>
        Assert.Equal(text, VietnameseFormat.PaperDay(new DateOnly(year, month, day)));

    [Fact]
    public void Sets_are_counted_with_two_digits() =>
        Assert.Equal(["01", "12", "100"], new[] { 1, 12, 100 }.Select(VietnameseFormat.TwoDigits));

    [Theory]
    [InlineData("1234000", 1_234_000)]
    [InlineData("1.234.000", 1_234_000)]
    [InlineData("1.234.000 đồng", 1_234_000)]
    [InlineData("1,234,000", 1_234_000)]
    [InlineData("1 234 000 VNĐ", 1_234_000)]
    [InlineData("50.000đ", 50_000)]
    [InlineData("50.000 ₫", 50_000)]
    [InlineData("0", 0)]
    [InlineData("75000 Đồng", 75_000)]
    [InlineData("75.000 đo\u0302\u0300ng", 75_000)]
    public void Amounts_are_read_as_people_write_them(string text, long amount)
    {
        Assert.True(VietnameseFormat.TryParseMoney(text, out var read));
        Assert.Equal(amount, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("đồng")]
    [InlineData("1.5")]
    [InlineData("1.234.00")]
    [InlineData("1.234,000")]
    [InlineData("1234.000")]
    [InlineData(".000")]
    [InlineData("-5000")]
    [InlineData("+5000")]
    [InlineData("5e3")]
    [InlineData("50k")]
    [InlineData("9999999999999999")]
    [InlineData("miễn phí")]
    public void What_is_no_clear_amount_is_not_guessed(string? text) => Assert.False(VietnameseFormat.TryParseMoney(text, out _));

    [Fact]
    public void A_printed_amount_is_read_back() => Gen.Long[0, 999_999_999_999_999].Sample(amount =>
        VietnameseFormat.TryParseMoney(VietnameseFormat.Money(amount), out var read) && read == amount
        && VietnameseFormat.TryParseMoney($"{amount}", out var plain) && plain == amount);

    [Fact]
    public void Numbers_have_dots_between_groups_and_a_comma_before_decimals()
    {
        Assert.Equal("1.234.000", VietnameseFormat.Number(1_234_000));
        Assert.Equal("16,5", VietnameseFormat.Number(16.5m));
        Assert.Equal("1.016", VietnameseFormat.Number(1016.00m));
        Assert.Equal("80,17", VietnameseFormat.Number(80.166m));
    }

    [Theory]
    [InlineData(0, "không đồng")]
    [InlineData(5, "năm đồng")]
    [InlineData(10, "mười đồng")]
    [InlineData(14, "mười bốn đồng")]
    [InlineData(15, "mười lăm đồng")]
    [InlineData(21, "hai mươi mốt đồng")]
    [InlineData(24, "hai mươi tư đồng")]
    [InlineData(105, "một trăm linh năm đồng")]
    [InlineData(111, "một trăm mười một đồng")]
    [InlineData(8_000, "tám nghìn đồng")]
    [InlineData(75_000, "bảy mươi lăm nghìn đồng")]
    [InlineData(1_234_000, "một triệu hai trăm ba mươi tư nghìn đồng")]
    [InlineData(1_000_005, "một triệu không trăm linh năm đồng")]
    [InlineData(2_015_040, "hai triệu không trăm mười lăm nghìn không trăm bốn mươi đồng")]
    [InlineData(1_500_000_000_001, "một nghìn năm trăm tỷ không trăm linh một đồng")]
    [InlineData(3_000_000_000, "ba tỷ đồng")]
    public void Amounts_are_put_into_words_for_paper(long amount, string words) => Assert.Equal(words, VietnameseFormat.MoneyInWords(amount));

    [Fact]
    public void Words_say_the_amount_and_no_other() =>
        Gen.Long[0, 999_999_999_999_999].Sample(amount => SpokenNumber.Read(VietnameseFormat.InWords(amount)) == amount);
}
