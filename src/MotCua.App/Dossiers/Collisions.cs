using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MotCua.App.Dossiers;

/// <summary>Tells a collision of two writers from a real fault, on both databases.</summary>
internal static class Collisions
{
    // SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE; a missing parent or value is a fault.
    private const int PrimaryKey = 1555, Unique = 2067;

    /// <summary>A unique index struck, the row changed under us, or the database asks to try again.</summary>
    public static bool Is(Exception e) => e switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: { } inner } => Is(inner),
        // The provider wraps what it takes for transient, deadlocks among them.
        InvalidOperationException { InnerException: DbUpdateException update } => Is(update),
        InvalidOperationException { InnerException: PostgresException server } => Is(server),
        SqliteException { SqliteExtendedErrorCode: PrimaryKey or Unique } => true,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation
            or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
        _ => false,
    };
}
