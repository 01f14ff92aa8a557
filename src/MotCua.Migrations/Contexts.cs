using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using MotCua.App;

namespace MotCua.Migrations;

/// <summary>The context on the embedded database.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : MotCuaDb(options);

/// <summary>The context on PostgreSQL.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : MotCuaDb(options);

/// <summary>Makes the contexts for the migration tool; never connects.</summary>
internal sealed class DesignSqlite : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => new(Databases.Sqlite("design.db"));
}

/// <summary>Makes the contexts for the migration tool; never connects.</summary>
internal sealed class DesignPostgres : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => new(Databases.Postgres("Host=localhost;Database=design"));
}
