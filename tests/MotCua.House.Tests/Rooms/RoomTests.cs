using MotCua.House.Tests.Guard;
using MotCua.Planted.Early;
using Xunit;

namespace MotCua.House.Tests.Rooms;

/// <summary>Who may know whom. Each rule is asked of the house and of the planted violations.</summary>
public sealed class RoomTests
{
    private const string Root = "MotCua.Planted";

    private static readonly AssemblyReading Planted = AssemblyReading.Of(typeof(Foundation).Assembly);

    [Fact]
    public void A_room_of_the_law_knows_no_later_room() =>
        HouseRule.Holds(RoomRules.Order(House.Read("MotCua.Domain"), "MotCua.Domain", House.Domain));

    [Fact]
    public void A_room_of_the_work_knows_no_later_room() => HouseRule.Holds(RoomRules.Order(House.Read("MotCua.App"), "MotCua.App", House.App));

    [Fact]
    public void A_room_behind_the_doors_knows_no_later_room() =>
        HouseRule.Holds(RoomRules.Order(House.Read("MotCua.Web"), "MotCua.Web", House.Web, assembles: true));

    [Fact]
    public void Receiving_paying_processing_and_returning_meet_in_the_dossier_only() =>
        HouseRule.Holds(RoomRules.Apart(House.Read("MotCua.Domain"), "MotCua.Domain", "Dossiers", House.Apart));

    [Theory]
    [InlineData("MotCua.Domain")]
    [InlineData("MotCua.App")]
    [InlineData("MotCua.Integrations")]
    [InlineData("MotCua.Web")]
    public void No_rooms_know_each_other(string floor) => HouseRule.Holds(RoomRules.Cycles(House.Read(floor), floor));

    [Fact]
    public void No_file_opens_a_later_room() => HouseRule.Holds(
    [
        .. RoomRules.Usings(Sources.Product, "MotCua.Domain", House.Domain), .. RoomRules.Usings(Sources.Product, "MotCua.App", House.App),
        .. RoomRules.Usings(Sources.Product, "MotCua.Web", House.Web),
    ]);

    [Fact]
    public void The_namespace_is_the_folder() => HouseRule.Holds(RoomRules.Folders(Sources.CSharp));

    [Fact]
    public void Planted_knowledge_of_a_later_room_is_seen_wherever_it_hides()
    {
        var breaches = RoomRules.Order(Planted, Root, ["Early", "Late", "Ring", "Names", "Terms", "Writers", "Clocks", "Wings"]);
        HouseRule.Reports(
            breaches,
            [
                .. new[] { "InAttribute", "InAwait", "InBase", "InBody", "InCatch", "InConstraint`1", "InField", "InGenericCall", "InLambda", "InSignature" }
                    .Select(n => $"{Root}.Early.{n}"),
            ]);
    }

    [Fact]
    public void Planted_room_without_a_place_is_seen() => Assert.Contains(
        RoomRules.Order(Planted, Root, ["Early", "Late"]), b => b.Where == $"{Root}.Ring");

    [Fact]
    public void Planted_knowledge_between_neighbours_is_seen() => HouseRule.Reports(
        RoomRules.Apart(Planted, Root, "Wings", ["East", "West"]), $"{Root}.Wings.East.Curious", $"{Root}.Wings.Hall");

    [Fact]
    public void Planted_cycles_are_seen() => HouseRule.Reports(
        RoomRules.Cycles(Planted, Root),
        [.. new[] { "Early", "Late", "Ring.First", "Ring.Second", "Ring.Third", "Wings", "Wings.East" }.Select(n => $"{Root}.{n}")]);

    [Fact]
    public void A_planted_using_of_a_later_room_is_seen() => HouseRule.Reports(
        RoomRules.Usings(
            [
                new SourceFile("src/MotCua.App/Fees/Curious.cs", "using MotCua.App.Reception;"),
                new SourceFile("src/MotCua.App/Fees/Good.cs", "using MotCua.App.Law;"),
                new SourceFile("src/MotCua.App/Papers/Forms/Inner.cs", "using MotCua.App.Fees;"),
                new SourceFile("src/MotCua.App/Root.cs", "using MotCua.App.Fees;"),
            ],
            "MotCua.App", House.App),
        "src/MotCua.App/Fees/Curious.cs", "src/MotCua.App/Papers/Forms/Inner.cs");

    [Fact]
    public void A_planted_file_in_the_wrong_folder_is_seen() => HouseRule.Reports(
        RoomRules.Folders(
        [
            new SourceFile("src/MotCua.App/Fees/Lost.cs", "namespace MotCua.App.Papers;"),
            new SourceFile("src/MotCua.App/Fees/Here.cs", "namespace MotCua.App.Fees;"),
        ]),
        "src/MotCua.App/Fees/Lost.cs");
}
