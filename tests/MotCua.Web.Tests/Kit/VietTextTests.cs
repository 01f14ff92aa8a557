using MotCua.Domain.Law;
using MotCua.Web.Kit;
using Xunit;

namespace MotCua.Web.Tests.Kit;

/// <summary>Instants and numbers as screens write them, and the entry of the bar that one is at.</summary>
public sealed class VietTextTests
{
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
