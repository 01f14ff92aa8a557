using CsCheck;
using MotCua.Domain.Words;
using Xunit;

namespace MotCua.Domain.Tests.Words;

public sealed class SortKeyTests
{
    // Fictitious people, in the order of a Vietnamese list.
    private static readonly string[] List =
    [
        "An", "Đặng An", "Nguyễn Thị An", "Nguyễn Văn An", "Phạm Hải Anh", "Lê Ánh", "Trần Ngọc Ánh", "Bùi Ân", "Đặng Hoài Ân",
        "H'Bình Êban", "Lê Bình", "Phan Văn Ƀok", "Hoàng Minh Châu", "Y Čôn Niê", "Võ Dung", "Võ Dũng", "Trần Đan", "Trần Đặng", "Lê Hoa", "Lê Hòa", "Lê Hóa",
        "Y Moan Byă", "Hồ Thị Mỹ", "H'Ngát Byă", "Nguyễn Thị Ngọc", "Nguyễn Yến Oanh", "Ngô Ông", "Phạm Ơn", "Tạ Thu", "Tạ Thư", "Y Wang Kƀuôr", "Hồ Như Ý",
    ];

    [Fact]
    public void A_list_stands_in_the_order_of_given_names_then_of_the_rest()
    {
        var sorted = List.Reverse().OrderBy(VietnameseText.SortKey, StringComparer.Ordinal);
        Assert.Equal(List, sorted);
    }

    [Fact]
    public void The_order_does_not_hang_on_the_order_of_arrival() =>
        Gen.Shuffle(List).Sample(shuffled => shuffled.OrderBy(VietnameseText.SortKey, StringComparer.Ordinal).SequenceEqual(List));

    [Theory]
    [InlineData("ma", "mà", "mả", "mã", "má", "mạ", "man", "mang")]
    [InlineData("a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư",
        "v", "x", "y")]
    [InlineData("b", "ƀ", "c", "č", "d", "đ", "e", "ĕ", "ê", "ê\u0306", "i", "ĭ", "n", "ñ", "o", "ŏ", "ô", "ô\u0306", "ơ", "ơ\u0306", "u", "ŭ", "ư", "ư\u0306")]
    [InlineData("tân", "tấn", "tận", "tâng", "tô", "tồ", "tổ", "tơ")]
    [InlineData("1", "2", "An")]
    public void Letters_come_before_tones_and_tones_in_their_order(params string[] ascending)
    {
        var keys = ascending.Select(VietnameseText.SortKey).ToList();
        Assert.Equal(keys, keys.Order(StringComparer.Ordinal));
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Theory]
    [InlineData("Trần Thị Hòa", "TRẦN THỊ HOÀ")]
    [InlineData("Nguyễn An", "  Nguye\u0302\u0303n   An ")]
    [InlineData("H'Ngát Byă", "H’ Ngát Byă")]
    [InlineData("H'Ngát Byă", "H Ngát Byă")]
    [InlineData("Y Moan Byă", "Y-Moan Byă")]
    public void Ways_of_writing_one_name_have_one_key(string one, string other) => Assert.Equal(VietnameseText.SortKey(one), VietnameseText.SortKey(other));

    [Fact]
    public void Organisations_are_sorted_as_written()
    {
        string[] list = ["Công ty An Bình", "Công ty Ánh Dương", "Hợp tác xã Đắk Lắk", "Hợp tác xã Ea Kar", "Trường Tiểu học 2"];
        Assert.Equal(list, list.Reverse().OrderBy(VietnameseText.WordKey, StringComparer.Ordinal));
    }

    [Fact]
    public void A_key_has_only_digits_and_small_letters_and_no_text_breaks_it() =>
        Gen.String.Sample(text => VietnameseText.SortKey(text).All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c))
            && VietnameseText.WordKey(text).All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c)));

    [Fact]
    public void A_key_of_text_taken_apart_is_the_same()
    {
        foreach (var syllable in Syllables.All())
            Assert.Equal(VietnameseText.SortKey(syllable), VietnameseText.SortKey(Syllables.Apart(syllable, toneFirst: true)));
    }
}
