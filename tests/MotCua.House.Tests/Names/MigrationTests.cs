using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using MotCua.App;
using MotCua.Migrations;
using Xunit;

namespace MotCua.House.Tests.Names;

/// <summary>What the code stores is what the migrations make, on both databases.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void The_embedded_database_has_no_pending_change()
    {
        using var db = new SqliteDb(Databases.Sqlite("none.db"));
        Assert.False(Pending(db), "dotnet ef migrations add NAME --context SqliteDb");
    }

    [Fact]
    public void PostgreSQL_has_no_pending_change()
    {
        using var db = new PostgresDb(Databases.Postgres("Host=localhost;Database=none"));
        Assert.False(Pending(db), "dotnet ef migrations add NAME --context PostgresDb");
    }

    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        using var sqlite = new SqliteDb(Databases.Sqlite("none.db"));
        using var postgres = new PostgresDb(Databases.Postgres("Host=localhost;Database=none"));
        Assert.Equal(Titles(sqlite), Titles(postgres));
    }

    [Fact]
    public void A_planted_change_of_the_model_is_seen()
    {
        using var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>(Databases.Sqlite("none.db")).ReplaceService<IModelCustomizer, Planted>().Options);
        Assert.True(Pending(db));
    }

    private static bool Pending(MotCuaDb db) => db.Database.HasPendingModelChanges();

    // 20261124074354_FirstWalk: the moment may differ by some seconds, the title must not.
    private static IEnumerable<string> Titles(MotCuaDb db) => db.Database.GetMigrations().Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..]);

    /// <summary>Adds a table that no migration makes.</summary>
    private sealed class Planted(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder model, DbContext context)
        {
            base.Customize(model, context);
            model.Entity<PlantedRow>().ToTable("planted");
        }
    }

    private sealed class PlantedRow
    {
        public int Id { get; set; }
    }
}
