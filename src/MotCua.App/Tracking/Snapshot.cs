using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MotCua.App.Tracking;

/// <summary>Lets a context read the database as it was at one moment while others write to it. It blocks nobody, and nothing is written in it.</summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private readonly MotCuaDb db;
    private readonly DbTransaction transaction;

    private Snapshot(MotCuaDb db, DbTransaction transaction) => (this.db, this.transaction) = (db, transaction);

    /// <summary>From the first read on the context sees one moment.</summary>
    public static async Task<Snapshot> Begin(MotCuaDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        // Deferred: an ordinary transaction of this driver takes the write lock at once.
        var transaction = connection is SqliteConnection embedded
            ? embedded.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await db.Database.UseTransactionAsync(transaction, cancel);
        return new Snapshot(db, transaction);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await db.Database.UseTransactionAsync(null);
        await transaction.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }
}
