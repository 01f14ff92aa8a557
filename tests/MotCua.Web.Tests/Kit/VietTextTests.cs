using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using Xunit;

namespace MotCua.Web.Tests.Kit;

/// <summary>Days, amounts and numbers in and out, as people in Vietnam write them.</summary>
public sealed class VietTextTests
{
    [Theory]
    [InlineData("22/11/2026")]
    [InlineData(" 22-11-2026 ")]
    [InlineData("22.11.2026")]
    [InlineData("22112026")]
    [InlineData("2026-11-22")]
    public void A_day_is_read_however_it_is_written(string text)
    {
        Assert.True(VietText.TryDay(text, out var day));
        Assert.Equal(new DateOnly(2026, 11, 22), day);
        Assert.Equal("Chủ Nhật 22/11/2026", VietText.FullDay(day));
    }

    [Theory]
    [InlineData("11/22/2026")]
    [InlineData("31/02/2026")]
    [InlineData("22/11/26")]
    [InlineData("hôm nay")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_day_is_not_guessed(string? text) => Assert.False(VietText.TryDay(text, out _));

    [Theory]
    [InlineData("1.234.000 đồng")]
    [InlineData("1234000")]
    [InlineData("1 234 000 đ")]
    [InlineData("1.234.000VNĐ")]
    [InlineData(" 1.234.000 VND ")]
    public void An_amount_is_read_however_it_is_written(string text)
    {
        Assert.True(VietText.TryMoney(text, out var amount));
        Assert.Equal(new Dong(1_234_000), amount);
        Assert.Equal("1.234.000 đồng", VietText.Money(amount));
    }

    [Theory]
    [InlineData("1.23")]
    [InlineData("1,234,000")]
    [InlineData("-5")]
    [InlineData("12.34.567")]
    [InlineData("đồng")]
    [InlineData("99999999999999999999")]
    [InlineData(null)]
    public void What_is_no_whole_amount_is_not_guessed(string? text) => Assert.False(VietText.TryMoney(text, out _));

    [Fact]
    public void Instants_are_shown_on_the_wall_in_Vietnam()
    {
        var late = new DateTimeOffset(2026, 11, 30, 17, 30, 0, TimeSpan.Zero);
        Assert.Equal("Thứ Ba 01/12/2026, 00:30", VietText.Instant(late));
        Assert.Equal("01/12 00:30", VietText.ShortInstant(late));
        Assert.Equal("01/12/2026", VietText.Day(Vietnam.Day(late)));
    }

    [Fact]
    public void Numbers_have_dots_for_thousands_and_a_comma_for_decimals()
    {
        Assert.Equal("41.600", VietText.Number(41_600L));
        Assert.Equal("0", VietText.Number(0L));
        Assert.Equal("1.080,16", VietText.Number(1080.16m));
    }

    [Fact]
    public void The_nearest_entry_of_the_bar_is_the_current_one()
    {
        ShellItem[] items = [new("/", "Đầu", "home"), new("/viec", "Việc", "list"), new("/viec/ky", "Ký", "pen")];
        Assert.Equal(["Ký"], Current("/viec/ky/7"));
        Assert.Equal(["Việc"], Current("/viec/7"));
        Assert.Equal(["Đầu"], Current("/"));
        Assert.Empty(Current("/viecx"));
        IEnumerable<string> Current(string path) => ShellItem.Mark(items, path).Where(i => i.Current).Select(i => i.Label);
    }
}
