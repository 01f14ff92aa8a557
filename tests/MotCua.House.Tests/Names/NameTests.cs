using Microsoft.EntityFrameworkCore;
using MotCua.House.Tests.Guard;
using MotCua.Migrations;
using MotCua.Planted.Names;
using Xunit;

namespace MotCua.House.Tests.Names;

/// <summary>Names and shapes of types.</summary>
public sealed class NameTests
{
    private static readonly IReadOnlyList<Type> Product = NameRules.Written(Rooms.House.Assemblies);

    private static readonly IReadOnlyList<Type> Planted =
        [.. NameRules.Written([typeof(Cellar).Assembly]).Where(t => t.Namespace == "MotCua.Planted.Names")];

    [Fact]
    public void No_name_ends_in_a_word_that_says_nothing() => HouseRule.Holds(NameRules.Words(Product));

    [Fact]
    public void A_class_without_heirs_is_sealed() => HouseRule.Holds(NameRules.Leaves(Product));

    [Fact]
    public void A_stored_thing_is_called_a_row()
    {
        using var db = new SqliteDb(Databases.Sqlite("none.db"));
        HouseRule.Holds(db.Model.GetEntityTypes().Where(e => !e.IsOwned() && !e.ClrType.Name.EndsWith("Row", StringComparison.Ordinal))
            .Select(e => new Breach(e.ClrType.Name, "is a table and not called a row")));
    }

    [Fact]
    public void Planted_names_are_seen() => HouseRule.Reports(
        NameRules.Words(Planted),
        [
            .. new[] { "AtticBase", "DoorDto", "LadderHelper", "LockImpl`1", "RoofManager", "StairService", "WindowUtil" }
                .Select(n => $"MotCua.Planted.Names.{n}"),
        ]);

    [Fact]
    public void A_planted_open_class_is_seen() => HouseRule.Reports(NameRules.Leaves(Planted), "MotCua.Planted.Names.Cellar");
}
