using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MotCua.App.Dossiers;

/// <summary>Tells a collision of two writers from a real fault, on both databases.</summary>
internal static class Collisions
{
    /// <summary>A unique index struck, or the row changed under us.</summary>
    public static bool IsUnique(DbUpdateException e) => e is DbUpdateConcurrencyException || e.InnerException switch
    {
        SqliteException { SqliteErrorCode: 19 } => true,
        PostgresException postgres => Again(postgres),
        _ => false,
    };

    /// <summary>The database asks to try again.</summary>
    public static bool IsTransient(DbException e) => e is PostgresException postgres && Again(postgres);

    private static bool Again(PostgresException e) =>
        e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;
}
