using MotCua.Domain.Agencies;
using Xunit;
using static MotCua.Domain.Tests.Agencies.SmallCountry;

namespace MotCua.Domain.Tests.Agencies;

public sealed class AddressReaderTests
{
    [Theory]
    [InlineData("12 Lê Lợi, xã Ea Kar, tỉnh Đắk Lắk", "12 Lê Lợi", "24373")]
    [InlineData("Ea Kar, Đắk Lắk", "", "24373")]
    [InlineData("ea kar dak lak", "", "24373")]
    [InlineData("Buôn Ea Hleo, Xã Ea H’ Leo, T. Đăk Lăk, Việt Nam", "Buôn Ea Hleo", "24305")]
    [InlineData("Tổ dân phố 5, P.Tân Lập", "Tổ dân phố 5", "24121")]
    [InlineData("Xã Hoà Phú, tỉnh Đắk Lắk", "", "24538")]
    [InlineData("Số 4, P. 01, Đắk Lắk", "Số 4", "22015")]
    [InlineData("Khu phố 2, phường Tân Khai, TP Đồng Nai", "Khu phố 2", "25357")]
    public void An_address_of_two_levels_names_a_commune_of_today(string address, string detail, string code)
    {
        var read = Read(address);
        Assert.Equal((AddressOutcome.Current, detail, code), (read.Outcome, read.Detail, read.Commune?.Code));
        Assert.Null(read.Former);
    }

    [Theory]
    [InlineData("Thôn 3, xã Ea Tiêu, huyện Cư Kuin, tỉnh Đắk Lắk", "Thôn 3", "24540", "xã Ea Tiêu, huyện Cư Kuin, tỉnh Đắk Lắk")]
    [InlineData("Thon 3, Ea Tieu, Cu Kuin, Dak Lak", "Thon 3", "24540", "xã Ea Tiêu, huyện Cư Kuin, tỉnh Đắk Lắk")]
    [InlineData("9 Trần Phú - Phường Tân Lập - TP. Buôn Ma Thuột - Đắk Lắk", "9 Trần Phú", "24121", "phường Tân Lập, thành phố Buôn Ma Thuột, tỉnh Đắk Lắk")]
    [InlineData("Tổ 1, TT. Ea Kar, Đắk Lắk", "Tổ 1", "24373", "thị trấn Ea Kar, huyện Ea Kar, tỉnh Đắk Lắk")]
    [InlineData("Xã Ea Bar, huyện Buôn Đôn, Đắk Lắk", "", "24370", "xã Ea Bar, huyện Buôn Đôn, tỉnh Đắk Lắk")]
    public void An_old_commune_that_went_wholly_into_one_is_followed_and_its_old_name_kept(string address, string detail, string code, string former)
    {
        var read = Read(address);
        Assert.Equal((AddressOutcome.Mapped, detail, code, former), (read.Outcome, read.Detail, read.Commune?.Code, read.Former));
        Assert.Equal("66", read.Province?.Code);
    }

    [Fact]
    public void A_split_commune_is_never_guessed()
    {
        var read = Read("Xã Ea Bar, huyện Sông Hinh, tỉnh Phú Yên");
        Assert.Equal(AddressOutcome.Ambiguous, read.Outcome);
        Assert.Null(read.Commune);
        Assert.Equal(["22207", "22222"], read.Candidates.Select(c => c.Code).Order());
        Assert.Equal("66", read.Province?.Code);
    }

    [Fact]
    public void Marked_as_split_a_commune_stays_ambiguous_though_only_one_row_is_known()
    {
        var read = Read("Xã Dray Bhăng, huyện Cư Kuin, Đắk Lắk");
        Assert.Equal((AddressOutcome.Ambiguous, "24559"), (read.Outcome, Assert.Single(read.Candidates).Code));
    }

    [Fact]
    public void A_district_alone_offers_what_became_of_its_communes() =>
        Assert.Equal(["24540", "24559"], Read("Thôn 1, huyện Cư Kuin, Đắk Lắk").Candidates.Select(c => c.Code).Order());

    [Fact]
    public void The_same_name_in_two_places_is_ambiguous_unless_the_unit_stands_in_one_of_them()
    {
        Assert.Equal("24373", Read("xã Ea Kar").Commune?.Code);
        Assert.Equal((AddressOutcome.Ambiguous, 2), (Read("xã Ea Kar", home: null).Outcome, Read("xã Ea Kar", home: null).Candidates.Count));
    }

    [Theory]
    [InlineData("", AddressOutcome.Unknown)]
    [InlineData("12 Lê Lợi", AddressOutcome.Unknown)]
    [InlineData("Bản Mường, huyện Không Có, tỉnh Nơi Nào", AddressOutcome.Unknown)]
    [InlineData("Thôn Tân Hòa Phú, Đắk Lắk", AddressOutcome.ProvinceOnly)]
    [InlineData("Đắk Lắk", AddressOutcome.ProvinceOnly)]
    [InlineData("Đường Ea Kar, số 5", AddressOutcome.Unknown)]
    [InlineData("Thôn 1", AddressOutcome.Unknown)]
    [InlineData("1, Đắk Lắk", AddressOutcome.ProvinceOnly)]
    public void What_names_no_commune_stays_text(string address, AddressOutcome outcome)
    {
        var read = Read(address);
        Assert.Equal((outcome, null, 0), (read.Outcome, read.Commune, read.Candidates.Count));
    }

    [Fact]
    public void Any_text_is_read_without_a_fault()
    {
        foreach (var text in new[] { ",,, - (", "Việt Nam", "x", "tỉnh", "xã, huyện, tỉnh", "(nay là )", "P.", new string('a', 500), "١٢, ٣", "\u0301" })
            Assert.Null(Read(text).Commune);
    }
}
