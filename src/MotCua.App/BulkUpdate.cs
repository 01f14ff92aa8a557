using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace MotCua.App;

/// <summary>Writes many rows of one table over those with the same key without tracking them.</summary>
internal static class BulkUpdate
{
    /// <summary>Updates rows in the transaction of the context. A row that is not there is left out.</summary>
    public static async Task Into<TRow>(MotCuaDb db, IReadOnlyList<TRow> rows, CancellationToken cancel) where TRow : class
    {
        if (rows.Count == 0)
            return;
        var type = db.Model.FindEntityType(typeof(TRow)) ?? throw new InvalidOperationException($"{typeof(TRow).Name} has no table.");
        var table = type.GetTableName() ?? throw new InvalidOperationException($"{typeof(TRow).Name} has no table.");
        var columns = type.GetProperties()
            .Select(p => (Property: p, Column: new BulkInsert.Column(p, p.GetColumnName(StoreObjectIdentifier.Table(table, type.GetSchema()))!)))
            .OrderBy(c => c.Property.IsPrimaryKey()).ToList();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var (set, where) = db.IsEmbedded
            ? (Pairs(false, (name, i) => $"\"{name}\" = @p{i}", ", "), Pairs(true, (name, i) => $"\"{name}\" = @p{i}", " AND "))
            : (Pairs(false, (name, i) => $"\"{name}\" = v.c{i}", ", "), Pairs(true, (name, i) => $"t.\"{name}\" = v.c{i}", " AND "));
        if (db.IsEmbedded)
            await RowByRow(command, $"UPDATE \"{table}\" SET {set} WHERE {where}", columns.ConvertAll(c => c.Column), rows, cancel);
        else
            await AsArrays(command, table, set, where, columns.ConvertAll(c => c.Column), rows, cancel);

        string Pairs(bool key, Func<string, int, string> pair, string glue) =>
            string.Join(glue, columns.Index().Where(c => c.Item.Property.IsPrimaryKey() == key).Select(c => pair(c.Item.Column.Name, c.Index)));
    }

    private static async Task RowByRow<TRow>(
        DbCommand command, string sql, List<BulkInsert.Column> columns, IReadOnlyList<TRow> rows, CancellationToken cancel) where TRow : class
    {
        command.CommandText = sql;
        foreach (var i in Enumerable.Range(0, columns.Count))
            BulkInsert.Add(command, i, DBNull.Value);
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
                command.Parameters[i].Value = columns[i].Of(row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static Task AsArrays<TRow>(
        DbCommand command, string table, string set, string where, List<BulkInsert.Column> columns, IReadOnlyList<TRow> rows, CancellationToken cancel)
        where TRow : class
    {
        var places = string.Join(", ", columns.Select((_, i) => $"@p{i}"));
        var names = string.Join(", ", columns.Select((_, i) => $"c{i}"));
        command.CommandText = $"UPDATE \"{table}\" t SET {set} FROM unnest({places}) AS v({names}) WHERE {where}";
        foreach (var (i, column) in columns.Index())
        {
            var values = column.Array(rows.Count);
            for (var r = 0; r < rows.Count; r++)
                values.SetValue(column.Of(rows[r]), r);
            BulkInsert.Add(command, i, values);
        }
        return command.ExecuteNonQueryAsync(cancel);
    }
}
