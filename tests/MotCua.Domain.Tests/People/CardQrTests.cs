using CsCheck;
using MotCua.Domain.People;
using Xunit;

namespace MotCua.Domain.Tests.People;

public sealed class CardQrTests
{
    private const string Scan = "066190000123|240123456|H'Ngát Byă|14051990|Nữ|Buôn Ako Dhông, Tân Lập, Buôn Ma Thuột, Đắk Lắk|02092021";

    [Fact]
    public void A_scan_fills_the_party()
    {
        Assert.True(CardQr.TryRead(Scan, out var card));
        Assert.Equal("240123456", card.OldNumber);
        Assert.Equal(new DateOnly(2021, 9, 2), card.Issued);
        var party = card.ToParty("0912345678");
        Assert.Equal(new Party(
            PartyKind.Person, "H'Ngát Byă", IdentityKind.CitizenNumber, "066190000123", null, null, new DateOnly(1990, 5, 14), 1990, Sex.Female,
            "Buôn Ako Dhông, Tân Lập, Buôn Ma Thuột, Đắk Lắk", "0912345678", null), party);
        var check = Party.Check(party, Samples.Today, Samples.Provinces);
        Assert.Empty(check.Refusals);
        Assert.Empty(check.Warnings);
    }

    [Theory]
    [InlineData("]Q1" + Scan)]
    [InlineData(Scan + "\r\n")]
    [InlineData("\t" + Scan + "||Y Thử Niê|H'Nghiệm Byă|")]
    public void What_scanners_and_later_cards_add_does_no_harm(string scan)
    {
        Assert.True(CardQr.TryRead(scan, out var card));
        Assert.True(CardQr.TryRead(Scan, out var plain));
        Assert.Equal(plain, card);
    }

    [Fact]
    public void What_a_card_leaves_out_is_null()
    {
        Assert.True(CardQr.TryRead("066090000123||Nguyễn Văn An|1950|Nam|Đắk Lắk", out var card));
        Assert.Equal((null, null, 1950, Sex.Male, null), (card.OldNumber, card.Birth, card.BirthYear, card.Sex, card.Issued));
        Assert.True(CardQr.TryRead("066090000123||Nguyễn Văn An|00001950||", out var sparse));
        Assert.Equal((null, 1950, null, ""), (sparse.Birth, sparse.BirthYear, sparse.Sex, sparse.Address));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("066190000123")]
    [InlineData("240123456||Nguyễn Văn An|01011950|Nam|Đắk Lắk|01012021")]
    [InlineData("066190000123||  |01011950|Nam|Đắk Lắk|01012021")]
    [InlineData("https://vidu.vn/?a=1|2|3|4|5|6|7")]
    public void Another_text_is_no_card(string? scan) => Assert.False(CardQr.TryRead(scan, out _));

    [Fact]
    public void No_text_breaks_the_reading() =>
        Gen.String.Array[0, 9].Sample(fields => CardQr.TryRead("066190000123|" + string.Join('|', fields), out _) || true);
}
