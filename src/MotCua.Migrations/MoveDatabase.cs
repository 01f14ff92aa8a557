using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace MotCua.Migrations;

/// <summary>A table after the move.</summary>
public sealed record MovedTable(string Name, long Rows);

/// <summary>Copies all rows of the embedded database into an empty PostgreSQL, in one transaction, and compares both sides before it commits:
/// a move that breaks off leaves nothing behind.</summary>
public static class MoveDatabase
{
    /// <summary>A table of the new database that already holds rows; null if there is none.</summary>
    public static async Task<string?> Occupied(PostgresDb to, CancellationToken cancel)
    {
        foreach (var table in MoveTable.All(to))
            if (await table.Any(to, cancel))
                return table.Name;
        return null;
    }

    /// <summary>Copies and compares. Both databases have today's schema, and nobody else writes.</summary>
    /// <param name="say">Called with each table when it is there.</param>
    /// <exception cref="MoveException">A table did not arrive as it left; nothing was kept.</exception>
    public static async Task<IReadOnlyList<MovedTable>> Run(SqliteDb from, PostgresDb to, Action<MovedTable> say, CancellationToken cancel)
    {
        await using var transaction = await to.Database.BeginTransactionAsync(cancel);
        var connection = (NpgsqlConnection)to.Database.GetDbConnection();
        var moved = new List<MovedTable>();
        foreach (var table in MoveTable.All(to))
        {
            var left = await table.Copy(from, connection, cancel);
            await table.Number(connection, cancel);
            if (await table.Sum(to, cancel) is var arrived && arrived != left)
                throw new MoveException(table.Name, left.Rows, arrived.Rows);
            moved.Add(new(table.Name, left.Rows));
            say(moved[^1]);
        }
        await transaction.CommitAsync(cancel);
        return moved;
    }
}

/// <summary>A table whose rows in PostgreSQL are not those of the embedded database.</summary>
public sealed class MoveException(string table, long left, long arrived)
    : Exception($"Bảng {table} sang không khớp: {left} dòng đi, {arrived} dòng đến hoặc nội dung khác; chưa chuyển gì. "
        + "Hãy chạy verify trên dữ liệu cũ rồi thử lại.");
