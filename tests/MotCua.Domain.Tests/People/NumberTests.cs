using CsCheck;
using MotCua.Domain.Law;
using MotCua.Domain.People;
using Xunit;

namespace MotCua.Domain.Tests.People;

public sealed class NumberTests
{
    private static readonly DateOnly Today = Samples.Today;

    [Fact]
    public void A_personal_number_that_agrees_with_the_card_passes_in_silence()
    {
        var check = CitizenNumber.Check(" 066 190 000 123 ", 1990, Sex.Female, Samples.Provinces);
        Assert.Null(check.Refusal);
        Assert.Empty(check.Warnings);
        Assert.Equal("066190000123", check.Number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("06619000012")]
    [InlineData("0661900001234")]
    [InlineData("06619000012A")]
    [InlineData("٠٦٦١٩٠٠٠٠١٢٣")]
    [InlineData("240123456")]
    public void A_personal_number_that_has_not_12_digits_is_refused(string typed)
    {
        var refusal = CitizenNumber.Check(typed, null, null, Samples.Provinces).Refusal;
        Assert.NotNull(refusal);
        Assert.Equal("Number", refusal.Field);
        Assert.Contains("12 chữ số", refusal.Sentence);
    }

    [Theory]
    [InlineData("999190000123", 1990, Sex.Female, "999")]
    [InlineData("066190000123", 1991, Sex.Female, "1990")]
    [InlineData("066390000123", 1990, Sex.Female, "2090")]
    [InlineData("066090000123", 1990, Sex.Female, "nam")]
    public void What_disagrees_is_warned_of_and_never_blocks(string number, int year, Sex sex, string word)
    {
        var check = CitizenNumber.Check(number, year, sex, Samples.Provinces);
        Assert.Null(check.Refusal);
        Assert.Contains(word, Assert.Single(check.Warnings));
    }

    [Fact]
    public void Unknown_facts_are_not_compared() =>
        Assert.Empty(CitizenNumber.Check("066090000123", null, null, Samples.Provinces).Warnings);

    [Fact]
    public void Century_and_sex_stand_in_the_fourth_digit() =>
        Gen.Int[1900, 2399].Select(Gen.Bool, Gen.Int[0, 999_999]).Sample((year, female, random) =>
        {
            var number = $"079{((year - 1900) / 100 * 2) + (female ? 1 : 0)}{year % 100:D2}{random:D6}";
            return CitizenNumber.TryRead(number, out _, out var facts)
                && facts == new CitizenFacts("079", female ? Sex.Female : Sex.Male, year)
                && CitizenNumber.Check(number, year, facts.Sex, Samples.Provinces) is { Refusal: null, Warnings.Count: 0 };
        });

    [Fact]
    public void An_old_number_has_9_digits_and_has_lost_its_force_since_2025()
    {
        Assert.Empty(OldIdentityNumber.Check("240 123 456", new DateOnly(2024, 12, 31)).Warnings);
        Assert.Single(OldIdentityNumber.Check("240123456", new DateOnly(2025, 1, 1)).Warnings);
        Assert.Null(OldIdentityNumber.Check("240123456", Today).Refusal);
        Assert.NotNull(OldIdentityNumber.Check("24012345", Today).Refusal);
        Assert.Contains("số định danh", OldIdentityNumber.Check("066190000123", Today).Refusal!.Sentence);
    }

    [Theory]
    [InlineData("b1234567", "VNM", "B1234567", 0)]
    [InlineData("P 0123456", "LAO", "P0123456", 0)]
    [InlineData("123456", "VNM", "123456", 1)]
    [InlineData("AB1234567890", "CHN", "AB1234567890", 1)]
    public void A_passport_number_is_kept_in_capitals(string typed, string nationality, string number, int warnings)
    {
        var check = Passport.Check(typed, nationality);
        Assert.Null(check.Refusal);
        Assert.Equal(number, check.Number);
        Assert.Equal(warnings, check.Warnings.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("B1234")]
    [InlineData("ABCDEFGH")]
    [InlineData("B123456Đ")]
    [InlineData("A123456789012345")]
    public void What_is_no_passport_number_is_refused(string typed) => Assert.NotNull(Passport.Check(typed, "LAO").Refusal);

    [Theory]
    [InlineData("0100109106", "0100109106")]
    [InlineData("0300588569", "0300588569")]
    [InlineData("0100109106001", "0100109106-001")]
    [InlineData(" 0100109106 - 999 ", "0100109106-999")]
    public void A_tax_code_passes_with_its_check_digit(string typed, string stored)
    {
        var check = TaxCode.Check(typed);
        Assert.Null(check.Refusal);
        Assert.Equal(stored, check.Number);
    }

    [Theory]
    [InlineData("", "number.tax")]
    [InlineData("010010910", "number.tax")]
    [InlineData("01001O9106", "number.tax")]
    [InlineData("0100109107", "number.tax.check-digit")]
    [InlineData("0100109106-000", "number.tax.branch")]
    [InlineData("066190000123", "number.tax.person")]
    public void What_is_no_tax_code_of_an_organisation_is_refused(string typed, string code) => Assert.Equal(code, TaxCode.Check(typed).Refusal?.Code);

    [Fact]
    public void One_wrong_digit_in_a_tax_code_is_always_found() =>
        Gen.Int[0, 999_999_999].Select(Gen.Int[0, 9], Gen.Int[1, 9]).Sample((nine, at, more) =>
        {
            var digits = $"{nine:D9}";
            if (TaxCode.CheckDigit(digits) is not { } check)
                return Enumerable.Range(0, 10).All(d => TaxCode.Check($"{digits}{d}").Refusal is not null);
            var code = $"{digits}{check}";
            var wrong = code.ToCharArray();
            wrong[at] = (char)('0' + ((wrong[at] - '0' + more) % 10));
            return TaxCode.Check(code).Refusal is null && TaxCode.Check(new string(wrong)).Refusal is not null;
        });

    [Theory]
    [InlineData("H15", "H15")]
    [InlineData("h15.12.01", "H15.12.01")]
    [InlineData("H44.100", "H44.100")]
    [InlineData("000.02.01.H15", "H15.01.02")]
    [InlineData("000.00.00.H15", "H15")]
    [InlineData("000.00.051.H04", "H04.051")]
    [InlineData("Z01ABC123", "Z01ABC123")]
    public void An_agencys_code_is_read_in_both_orders(string typed, string stored)
    {
        var check = AgencyCode.Check(typed);
        Assert.Null(check.Refusal);
        Assert.Equal(stored, check.Number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("15.12.01")]
    [InlineData("H1.12")]
    [InlineData("H15..01")]
    [InlineData("H15.12.")]
    [InlineData("Z00ABC")]
    [InlineData("H15.0123456789.0123456789.0123456789")]
    [InlineData("000.02.01.15")]
    public void What_is_no_agency_code_is_refused(string typed) => Assert.NotNull(AgencyCode.Check(typed).Refusal);

    [Theory]
    [InlineData("H15.01.02", "000.02.01.H15")]
    [InlineData("H15.12.01", "000.01.12.H15")]
    [InlineData("H15", "000.00.00.H15")]
    [InlineData("H04.051", "000.00.051.H04")]
    public void A_code_is_turned_into_the_old_order(string code, string old)
    {
        Assert.True(AgencyCode.TryToOld(code, out var turned));
        Assert.Equal(old, turned);
        Assert.True(AgencyCode.IsOldCode(turned));
    }

    [Theory]
    [InlineData("H15.01.02.03.04")]
    [InlineData("H15.A1")]
    [InlineData("H15.01.0002")]
    [InlineData("Z01ABC")]
    [InlineData("")]
    public void The_old_order_has_no_room_for_every_code(string code) => Assert.False(AgencyCode.TryToOld(code, out _));

    [Fact]
    public void The_old_order_survives_the_way_there_and_back() =>
        Gen.Int[0, 999].Select(Gen.Int[0, 99], Gen.Int[0, 999], Gen.Int[0, 99]).Sample((v, z, y, m) =>
        {
            var old = $"{v:D3}.{z:D2}.{y:D2}.H{m:D2}";
            return AgencyCode.TryFromOld(old, out var code) && AgencyCode.IsCode(code)
                && AgencyCode.TryToOld(code, out var back) && back == old;
        });

    [Theory]
    [InlineData("066190000123", "•••••••••123")]
    [InlineData("B1234567", "•••••567")]
    [InlineData("12", "••")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_masked_number_shows_its_last_three(string? number, string masked) => Assert.Equal(masked, Party.Masked(number));

    [Fact]
    public void No_text_breaks_a_check_and_a_stored_number_passes_again() => Gen.String.Sample(text =>
    {
        NumberCheck[] checks =
        [
            CitizenNumber.Check(text, 1990, Sex.Male, Samples.Provinces), OldIdentityNumber.Check(text, Today), Passport.Check(text, null),
            TaxCode.Check(text), AgencyCode.Check(text), PhoneNumber.Check(text), EmailAddress.Check(text),
        ];
        return checks.All(c => c.Refusal is null || c.Refusal.Sentence.Length > 0);
    });

    [Fact]
    public void Kinds_carry_their_words()
    {
        Assert.Equal("nữ", Terms.Of(Sex.Female));
        Assert.Equal("chưa có giấy tờ", Terms.Of(IdentityKind.None));
        Assert.Equal("doanh nghiệp, tổ chức", Terms.Of(PartyKind.Organisation));
    }
}
