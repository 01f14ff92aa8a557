using CsCheck;
using MotCua.Domain.People;
using Xunit;

namespace MotCua.Domain.Tests.People;

public sealed class ContactTests
{
    [Theory]
    [InlineData("0912345678", "0912345678", "0912 345 678")]
    [InlineData("0912 345 678", "0912345678", "0912 345 678")]
    [InlineData("0912.345.678", "0912345678", "0912 345 678")]
    [InlineData("+84912345678", "0912345678", "0912 345 678")]
    [InlineData("(+84) 912-345-678", "0912345678", "0912 345 678")]
    [InlineData("+84 (0)912 345 678", "0912345678", "0912 345 678")]
    [InlineData("0084912345678", "0912345678", "0912 345 678")]
    [InlineData("84912345678", "0912345678", "0912 345 678")]
    [InlineData("912345678", "0912345678", "0912 345 678")]
    [InlineData("0262 385 2123", "02623852123", "0262 3852 123")]
    [InlineData("+84 262 3852 123", "02623852123", "0262 3852 123")]
    [InlineData("024 3825 1234", "02438251234", "024 3825 1234")]
    [InlineData("1900 1234", "19001234", "19001234")]
    [InlineData("+856 20 555 123", "+85620555123", "+85620555123")]
    public void A_telephone_number_has_one_stored_form(string typed, string stored, string shown)
    {
        var check = PhoneNumber.Check(typed);
        Assert.Null(check.Refusal);
        Assert.Equal(stored, check.Number);
        Assert.Equal(shown, PhoneNumber.Print(check.Number));
    }

    [Theory]
    [InlineData("")]
    [InlineData("091234567")]
    [InlineData("09123456789")]
    [InlineData("0112345678")]
    [InlineData("0262385212")]
    [InlineData("+84")]
    [InlineData("+84112345678")]
    [InlineData("+1234")]
    [InlineData("113")]
    [InlineData("0912345678 gặp An")]
    public void What_cannot_be_dialled_is_refused(string typed)
    {
        var refusal = PhoneNumber.Check(typed).Refusal;
        Assert.NotNull(refusal);
        Assert.Equal("Phone", refusal.Field);
    }

    [Fact]
    public void A_stored_telephone_number_is_read_as_itself() => Gen.String[Gen.Char["0123456789+84 "], 0, 14].Sample(typed =>
        !PhoneNumber.TryRead(typed, out var number)
        || (PhoneNumber.TryRead(number, out var again) && again == number
            && PhoneNumber.TryRead(PhoneNumber.Print(number), out var printed) && printed == number));

    [Theory]
    [InlineData("ten@vidu.vn", "ten@vidu.vn")]
    [InlineData("  Ten.Ho+1@Thu-Nghiem.GOV.VN ", "Ten.Ho+1@thu-nghiem.gov.vn")]
    public void An_address_keeps_its_name_and_lowers_its_domain(string typed, string stored)
    {
        var check = EmailAddress.Check(typed);
        Assert.Null(check.Refusal);
        Assert.Equal(stored, check.Number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ten")]
    [InlineData("ten@vidu")]
    [InlineData("ten@@vidu.vn")]
    [InlineData("tên@vidu.vn")]
    [InlineData("ten ho@vidu.vn")]
    [InlineData(".ten@vidu.vn")]
    [InlineData("ten..ho@vidu.vn")]
    [InlineData("ten@-vidu.vn")]
    [InlineData("ten@vidu.vn.")]
    [InlineData("ten@vidu,vn")]
    [InlineData("ten@127.0.0.1")]
    public void What_is_no_address_is_refused(string typed)
    {
        var refusal = EmailAddress.Check(typed).Refusal;
        Assert.NotNull(refusal);
        Assert.Equal("Email", refusal.Field);
    }

    [Fact]
    public void A_long_hostile_address_is_answered() =>
        Assert.NotNull(EmailAddress.Check(new string('a', 60) + "@" + string.Concat(Enumerable.Repeat("a-", 90)) + "!").Refusal);
}
