using MotCua.House.Tests.Guard;
using MotCua.Planted.Writers;
using Xunit;

namespace MotCua.House.Tests.Rooms;

/// <summary>The desk is the only writer of dossiers.</summary>
public sealed class WriterTests
{
    private static readonly string[] Floors = ["MotCua.App", "MotCua.Integrations", "MotCua.Migrations", "MotCua.Web"];

    [Fact]
    public void Whoever_knows_a_dossiers_rows_does_not_save_but_the_desk() => HouseRule.HoldsBut(
        Floors.SelectMany(f => WriterRules.Saves(House.Read(f))), 1, "MotCua.App.Dossiers.DossierDesk");

    [Fact]
    public void A_dossiers_rows_are_made_by_the_desk_and_its_mirror() => HouseRule.HoldsBut(
        Floors.SelectMany(f => WriterRules.Makes(House.Read(f))), 2, "MotCua.App.Dossiers.DossierDesk", "MotCua.App.Dossiers.Mirror");

    [Fact]
    public void Pages_write_nothing() => HouseRule.Holds(WriterRules.Pages(House.Read("MotCua.Web"), "MotCua.Web.Pages"));

    [Fact]
    public void A_planted_page_that_writes_is_seen() => HouseRule.Reports(
        WriterRules.Pages(AssemblyReading.Of(typeof(SavesDossiers).Assembly), "MotCua.Planted.Writers"),
        [.. new[] { "DeletesSteps", "SavesDossiers", "SavesOthers" }.Select(n => $"MotCua.Planted.Writers.{n}")]);

    [Fact]
    public void A_planted_writer_is_seen() => HouseRule.Reports(
        WriterRules.Saves(AssemblyReading.Of(typeof(SavesDossiers).Assembly)), "MotCua.Planted.Writers.DeletesSteps", "MotCua.Planted.Writers.SavesDossiers");

    [Fact]
    public void A_planted_maker_is_seen() => HouseRule.Reports(
        WriterRules.Makes(AssemblyReading.Of(typeof(SavesDossiers).Assembly)), "MotCua.Planted.Writers.ChangesEvents");
}
