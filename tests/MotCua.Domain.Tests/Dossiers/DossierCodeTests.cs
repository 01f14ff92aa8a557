using CsCheck;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.People;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Dossiers;

public sealed class DossierCodeTests
{
    private const string Old = "{old}-{yyMMdd}-{n}", Current = "{code}-{yyMMdd}-{n}", Central = "{code}-{yyMMdd}-{aa}{n}";

    private static readonly RuleBook Rules = new(
    [
        new("code.pattern", "nation", Old, "TT 01/2018/TT-VPCP Đ.19.1", new(2018, 6, 21), new(2025, 6, 30), Binds.Reception, true),
        new("code.pattern", "nation", Current, "TT 03/2025/TT-VPCP Đ.13", new(2025, 7, 1), null, Binds.Reception, false),
        new("code.pattern", "procedure:1.000000", Central, "TT 04/2025/TT-VPCP", new(2026, 1, 25), null, Binds.Reception, true),
    ], []);

    private static readonly Gen<DateOnly> Days =
        Gen.Int[new DateOnly(2018, 6, 21).DayNumber, new DateOnly(2099, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    [Fact, Requirement("R-FORM-17")]
    public void Until_30_6_2025_the_code_has_the_old_order_and_four_digits()
    {
        Assert.Equal("000.00.12.H15-191204-0005", Written(new(2019, 12, 4), 5));
        Assert.Equal("000.00.12.H15-250630-9999", Written(new(2025, 6, 30), 9999));
    }

    [Fact, Requirement("R-FORM-18")]
    public void Since_1_7_2025_the_code_begins_with_the_province_and_its_number_grows_past_9999()
    {
        Assert.Equal("H15.12-250701-0001", Written(new(2025, 7, 1), 1));
        Assert.Equal("H15.12.01-261122-0003", DossierCodePattern.Format(Current, "H15.12.01", "000.01.12.H15", new(2026, 11, 22), 3).Value);
        Assert.Equal("H15.12-261122-9999", Written(new(2026, 11, 22), 9999));
        Assert.Equal("H15.12-261122-10000", Written(new(2026, 11, 22), 10_000));
        Assert.Equal("H15.12-261122-123456", Written(new(2026, 11, 22), 123_456));
    }

    [Fact, Requirement("R-FORM-18")]
    public void A_service_delivered_centrally_puts_two_digits_before_the_number()
    {
        Assert.Equal("H15.12-260124-0007", Written(new(2026, 1, 24), 7, "procedure:1.000000"));
        Assert.Equal("H15.12-260125-110007", Written(new(2026, 1, 25), 7, "procedure:1.000000"));
        Assert.Equal("H15.12-260125-0007", Written(new(2026, 1, 25), 7));
        Assert.Equal("H15.12-260125-1110000", Written(new(2026, 1, 25), 10_000, "procedure:1.000000"));
    }

    [Theory]
    [InlineData("H15.12.01-261122-0003", "H15.12.01-261122-0003")]
    [InlineData("  h15.12.01 - 261122 - 0003\n", "H15.12.01-261122-0003")]
    [InlineData("H15.12.01–261122–0003", "H15.12.01-261122-0003")]
    [InlineData("000.00.12.H15-191204-0005", "000.00.12.H15-191204-0005")]
    [InlineData("000.00.051.H04-240105-0001", "000.00.051.H04-240105-0001")]
    [InlineData("H15.100.A1-261122-12345", "H15.100.A1-261122-12345")]
    public void A_code_is_read_as_typed_or_scanned(string typed, string value)
    {
        Assert.True(DossierCode.TryParse(typed, out var code));
        Assert.Equal(value, code.Value);
        Assert.Equal(value, code.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("H15.12.01-261122-003")]
    [InlineData("H15.12.01-26112-0003")]
    [InlineData("15.12.01-261122-0003")]
    [InlineData("H15.12.01-261122-0003-1")]
    [InlineData("H15..01-261122-0003")]
    [InlineData("H15.12.01-261122-٠٠٠٣")]
    [InlineData("Nguyễn Văn An")]
    public void Another_text_is_no_code(string? typed)
    {
        Assert.False(DossierCode.TryParse(typed, out var code));
        Assert.Equal(("", "", "", ""), (code.ToString(), code.Head, code.Tail, code.Agency));
    }

    [Fact]
    public void Any_text_is_answered() => Gen.String.Sample(text => !DossierCode.TryParse(text, out var code) || code.Head + code.Tail == code.Value);

    [Fact]
    public void A_written_code_is_read_back_and_says_its_parts() =>
        Gen.Select(Days, Gen.Long[1, 9_999_999], Gen.Int[1, 99], Gen.Int[0, 99], Gen.Bool).Sample((day, n, y, z, old) =>
        {
            var unit = $"000.{z:D2}.{y:D2}.H15";
            if (!AgencyCode.TryFromOld(unit, out var agency))
                return false;
            var code = DossierCodePattern.Format(old ? Old : Current, agency, unit, day, n);
            return DossierCode.TryParse(code.Value.ToLowerInvariant(), out var read) && read == code
                && code.Agency == (old ? unit : agency) && code.Tail == $"{n:D4}" && code.Head + code.Tail == code.Value;
        });

    [Fact]
    public void Two_numbers_never_make_one_code_for_a_unit_and_a_day() =>
        Gen.Select(Days, Gen.Long[1, 99_999], Gen.Long[1, 99_999]).Sample((day, a, b) =>
            a == b || DossierCodePattern.Format(Current, "H15", "", day, a) != DossierCodePattern.Format(Current, "H15", "", day, b));

    [Theory]
    [InlineData(Old, true)]
    [InlineData(Current, true)]
    [InlineData(Central, true)]
    [InlineData("{code}-{n}", false)]
    [InlineData("{code}-{yyMMdd}-{n}x", false)]
    [InlineData("{code}-{yyMMdd}-{nn}", false)]
    [InlineData("{code}{old}-{yyMMdd}-{n}", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_rule_row_that_makes_no_code_is_found(string? pattern, bool valid) => Assert.Equal(valid, DossierCodePattern.IsValid(pattern));

    [Fact]
    public void A_fault_of_the_data_is_an_exception()
    {
        var day = new DateOnly(2026, 11, 22);
        Assert.Throws<ArgumentException>(() => DossierCodePattern.Format("{code}", "H15", "", day, 1));
        Assert.Throws<ArgumentException>(() => DossierCodePattern.Format(Old, "H15", "", day, 1));
        Assert.Throws<ArgumentException>(() => DossierCodePattern.Format(Central, "H15", "", day, 1));
        Assert.Throws<ArgumentException>(() => DossierCodePattern.Format(Central, "H15", "", day, 1, "1a"));
        Assert.Throws<ArgumentOutOfRangeException>(() => DossierCodePattern.Format(Current, "H15", "", day, 0));
    }

    private static string Written(DateOnly day, long n, string scope = "province:H15") =>
        DossierCodePattern.Format(Rules.Text("code.pattern", day, scope), "H15.12", "000.00.12.H15", day, n, "11").Value;
}
