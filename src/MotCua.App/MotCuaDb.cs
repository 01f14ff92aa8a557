using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MotCua.App;

/// <summary>The one database context. Every <c>*Tables.cs</c> of a room configures its own rows; the two heirs in
/// MotCua.Migrations say for which database.</summary>
public abstract class MotCuaDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Whether this is the embedded database.</summary>
    public bool IsEmbedded => Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite";

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(MotCuaDb).Assembly);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        if (IsEmbedded)
            conventions.Properties<DateTimeOffset>().HaveConversion<TicksConverter>();
        else
            conventions.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    /// <summary>SQLite compares and sorts instants as UTC ticks.</summary>
    public sealed class TicksConverter() : ValueConverter<DateTimeOffset, long>(
        at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    /// <summary>PostgreSQL takes UTC only, to the microsecond.</summary>
    public sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        at => at.ToUniversalTime(), at => at.ToUniversalTime());
}
