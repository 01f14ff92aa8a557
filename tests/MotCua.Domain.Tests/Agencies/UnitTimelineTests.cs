using MotCua.Domain.Agencies;
using Xunit;

namespace MotCua.Domain.Tests.Agencies;

public sealed class UnitTimelineTests
{
    private static readonly DateOnly First = new(2025, 7, 1), Second = new(2026, 4, 30);

    private static readonly UnitList Former = new(Level.Commune, AdministrativeUnit.LongAgo, First.AddDays(-1), false, "?", false,
        [Line("25357", "Xã Tân Khai", "694"), Line("06970", "Thị trấn Ba Chẽ", "202")]);

    private static readonly UnitList After = new(Level.Commune, First, null, true, "A", false,
        [Line("25357", "Xã Tân Khai", "75"), Line("06970", "Xã Ba Chẽ", "22"), Line("24373", "Xã Ea Kar", "66"), Line("00175", "Phường Yên Hòa", "01")]);

    private static readonly UnitList Later = new(Level.Commune, Second, null, true, "B", false,
        [Line("25357", "Phường Tân Khai", "75"), Line("06978", "Xã Ba Chẽ", "22"), Line("24373", "Xã Ea Kar", "66"), Line("00175", "Phường Yên Hoà", "01")]);

    [Theory]
    [InlineData("012")]
    [InlineData("021")]
    [InlineData("102")]
    [InlineData("120")]
    [InlineData("201")]
    [InlineData("210")]
    [InlineData("2102101")]
    public void Lists_give_the_same_rows_in_any_order_and_as_often_as_they_come(string order)
    {
        UnitList[] lists = [Former, After, Later];
        IReadOnlyList<AdministrativeUnit> rows = [];
        foreach (var i in order)
            rows = UnitTimeline.Apply(rows, lists[i - '0'], [First, Second]);
        Assert.Equal(
            [
                "00175 Phường Yên Hòa 2025-07-01– A", "06970 Thị trấn Ba Chẽ 1900-01-01–2025-06-30 ?", "06970 Xã Ba Chẽ 2025-07-01–2026-04-29 A",
                "06978 Xã Ba Chẽ 2026-04-30– B", "24373 Xã Ea Kar 2025-07-01– A", "25357 Xã Tân Khai 1900-01-01–2025-06-30 ?",
                "25357 Xã Tân Khai 2025-07-01–2026-04-29 A", "25357 Phường Tân Khai 2026-04-30– B",
            ],
            rows.OrderBy(r => r.Code).ThenBy(r => r.From).Select(r => $"{r.Code} {r.Name} {r.From:yyyy-MM-dd}–{r.To:yyyy-MM-dd} {r.LegalBasis}"));
        var twice = Assert.Single(UnitTimeline.Renumbered(rows));
        Assert.Equal(("06970", "06978", Second, false), (twice.Old, twice.New, twice.Day, twice.Verified));
    }

    [Fact]
    public void Only_a_complete_list_ends_what_it_does_not_name()
    {
        var rows = UnitTimeline.Apply(UnitTimeline.Apply([], After, [First, Second]), Later with { Complete = false }, [First, Second]);
        Assert.Null(rows.Single(r => r.Code == "06970").To);
    }

    [Fact]
    public void A_row_that_was_checked_is_not_overwritten()
    {
        AdministrativeUnit known = new("24373", "Xã Ea Kar", UnitKind.Commune, "66", First, null, "NQ 1660/NQ-UBTVQH15", true);
        var other = After with { Units = [Line("24373", "Xã Ea Ka", "66")] };
        Assert.Equal([known], UnitTimeline.Apply([known], other, [First, Second]));
    }

    private static UnitLine Line(string code, string name, string parent) => new(code, name, UnitName.Split(name, Level.Commune)!.Value.Kind, parent);
}
