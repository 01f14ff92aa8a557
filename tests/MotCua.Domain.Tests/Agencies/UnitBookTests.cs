using MotCua.Domain.Agencies;
using Xunit;
using static MotCua.Domain.Tests.Agencies.SmallCountry;

namespace MotCua.Domain.Tests.Agencies;

public sealed class UnitBookTests
{
    [Fact]
    public void The_same_code_is_another_unit_on_another_day()
    {
        Assert.Equal("Xã Ea Bar", Book.Find("24370", Reform.AddDays(-1))!.Name);
        Assert.Equal("Xã Ea Nuôl", Book.Find("24370", Reform)!.Name);
        Assert.Equal("xã Ea Bar, huyện Buôn Đôn, tỉnh Đắk Lắk", Book.Title(Book.Find("24370", new DateOnly(2020, 1, 1))!));
        Assert.Equal("Xã Ea Nuôl, tỉnh Đắk Lắk", Book.Label(Book.Find("24370", Today)!));
        Assert.Equal("Xã Tân Khai", Book.Find("25357", new DateOnly(2026, 4, 29))!.Name);
        Assert.Equal("Phường Tân Khai, thành phố Đồng Nai", Book.Label(Book.Find("25357", new DateOnly(2026, 4, 30))!));
    }

    [Fact]
    public void An_ended_unit_is_followed_to_what_it_is_today_also_over_a_change_of_kind()
    {
        var commune = Book.Find("25357", Reform)!;
        Assert.Equal(("Phường Tân Khai", false), (Book.On(commune, Today).Now.Single().Name, Book.On(commune, Today).Ambiguous));
        Assert.Equal("Xã Tân Khai", Book.On(commune, Reform).Now.Single().Name);
        Assert.Equal("Tỉnh Đắk Lắk", Book.On(Book.Find("54", Reform.AddDays(-1))!, Today).Now.Single().Name);
    }

    [Fact]
    public void A_code_that_was_used_again_is_no_trace()
    {
        var book = new UnitBook(Book.All, []);
        Assert.Empty(book.On(book.Find("24370", Reform.AddDays(-1))!, Today).Now);
    }

    [Fact]
    public void A_unit_names_those_that_went_into_it() =>
        Assert.Equal(["Thị trấn Ea Kar", "Xã Cư Huê"], Book.Origins(Book.Find("24373", Today)!).Select(u => u.Name).Order());

    [Theory]
    [InlineData("ea k", "Xã Ea Kar", "Xã Ea Ktur", "Thị trấn Ea Kar")]
    [InlineData("xa ea tieu", "Xã Ea Tiêu")]
    [InlineData("tan lap, buon ma thuot", "Phường Tân Lập")]
    [InlineData("hoà phú", "Xã Hòa Phú", "Xã Hòa Phú")]
    [InlineData("24541", "Xã Ea Tiêu")]
    [InlineData(" , ")]
    [InlineData("khong co")]
    public void A_few_letters_find_units_those_of_the_own_province_and_of_today_first(string typed, params string[] names) =>
        Assert.Equal(names, UnitSearch.Find(Book, typed, Today, "66").Where(u => u.Level == Level.Commune).Select(u => u.Name)
            .Where((_, i) => i < names.Length || names.Length == 0));

    [Theory]
    [InlineData("Hòa", "Hoà", true)]
    [InlineData("Thủy", "Thuỷ", true)]
    [InlineData("Văn Lăng", "Văn Lang", false)]
    public void Two_ways_to_place_a_tone_are_one_spelling(string one, string other, bool same)
    {
        Assert.Equal(UnitName.Key(one), UnitName.Key(other));
        Assert.Equal(same, UnitName.IsSpelledLike(one, other));
    }
}
