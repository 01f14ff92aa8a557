using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Law;

public sealed class RuleBookTests
{
    private static readonly DateOnly Begin = new(2025, 7, 1);
    private static readonly DateOnly Day = new(2026, 11, 17);
    private static readonly string[] Scopes = ["procedure:1.1", "unit:H15.12.01", "unit:H15.12", "province:H15"];

    [Theory]
    [InlineData("3", "province:H15=5", "3")]
    [InlineData("3", "province:H15=2", "2")]
    [InlineData("3", "province:H15=2|unit:H15.12=1", "1")]
    [InlineData("3", "province:H15=1|unit:H15.12=2", "1")]
    [InlineData("3", "unit:H15.99=1", "3")]
    [Requirement("R-X-08")]
    public void A_local_rule_can_tighten_the_nations_and_never_loosen_it(string nation, string local, string found) =>
        Assert.Equal(found, Book(nation, local, Stricter.Lower).Find("k", Day, Scopes)!.Value);

    [Fact]
    [Requirement("R-X-08")]
    public void The_basis_of_the_row_that_binds_is_shown_and_of_equal_values_the_wider_one()
    {
        Assert.Equal("province:H15", Book("3", "province:H15=2", Stricter.Lower).Find("k", Day, Scopes)!.LegalBasis);
        Assert.Equal("nation", Book("3", "province:H15=3", Stricter.Lower).Find("k", Day, Scopes)!.LegalBasis);
    }

    [Theory]
    [InlineData("procedure:1.1=7", "7")]
    [InlineData("procedure:1.1=7|province:H15=5", "5")]
    [InlineData("procedure:1.1=2|province:H15=5", "2")]
    [Requirement("R-X-01")]
    public void The_procedures_own_law_stands_in_the_nations_place_and_a_local_rule_tightens_that(string rows, string found) =>
        Assert.Equal(found, Book("3", rows, Stricter.Lower).Find("k", Day, Scopes)!.Value);

    [Theory]
    [InlineData(Stricter.Higher, "province:H15=2", "2")]
    [InlineData(Stricter.Higher, "province:H15=0", "1")]
    [InlineData(Stricter.None, "province:H15=9|unit:H15.12=0", "0")]
    public void The_direction_of_a_key_says_which_value_is_the_stricter(Stricter stricter, string rows, string found) =>
        Assert.Equal(found, Book("1", rows, stricter).Find("k", Day, Scopes)!.Value);

    [Fact]
    public void A_local_row_binds_only_on_its_days()
    {
        var book = new RuleBook(
            [Row("nation", "3"), Row("province:H15", "1") with { From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 6, 30) }], [],
            [new RuleKey("k", "k", "g", RuleValue.Number, null, Stricter.Lower, false)]);
        Assert.Equal("1", book.Find("k", new DateOnly(2026, 6, 30), Scopes)!.Value);
        Assert.Equal("3", book.Find("k", new DateOnly(2026, 7, 1), Scopes)!.Value);
        Assert.Equal("3", book.Find("k", new DateOnly(2025, 12, 31), Scopes)!.Value);
    }

    [Fact]
    public void Rules_are_asked_of_the_procedure_the_units_with_those_above_and_the_province()
    {
        var agencies = new AgencyDirectory(
        [
            Agency(1, "H15", null, Level.Province), Agency(10, "H15.12", 1, Level.Commune), Agency(11, "H15.12.01", 10, Level.Commune),
            Agency(50, "G01.02", null, Level.Ministry),
        ]);
        Assert.Equal(
            ["procedure:1.1", "unit:H15.12.01", "unit:H15.12", "unit:H15", "province:H15"],
            RuleScopes.Of(agencies, "1.1", new AgencyId(11), new AgencyId(10)));
        Assert.Equal(["procedure:1.1", "unit:G01.02", "ministry:G01"], RuleScopes.Of(agencies, "1.1", new AgencyId(50)));
    }

    private static RuleBook Book(string nation, string rows, Stricter stricter) => new(
        [Row("nation", nation), .. rows.Split('|').Select(r => r.Split('=')).Select(r => Row(r[0], r[1]))], [],
        [new RuleKey("k", "k", "g", RuleValue.Number, null, stricter, false)]);

    private static Rule Row(string scope, string value) => new("k", scope, value, scope, Begin, null, Binds.Act, true);

    private static Agency Agency(int id, string code, int? parent, Level level) => new(
        new AgencyId(id), code, code, code, AgencyKind.Committee, level, parent is { } p ? new AgencyId(p) : null, null, "", "", Begin, null, true);
}
