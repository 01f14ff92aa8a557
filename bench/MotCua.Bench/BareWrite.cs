using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace MotCua.Bench;

/// <summary>The rows that one act left in the database, to be written again by a bare batch: one round trip, one transaction, nothing asked.</summary>
internal sealed class BareWrite
{
    private readonly List<(string Table, List<(string Name, string Type, object? Value)> Cells)> rows = [];
    private readonly List<string> before = [];

    /// <summary>Adds the rows of a table as they stand.</summary>
    /// <param name="where">Which; <c>@id</c> is the dossier.</param>
    [SuppressMessage("Security", "CA2100", Justification = "The names are made here.")]
    public async Task<BareWrite> Take(NpgsqlConnection bare, string table, string where, Guid id)
    {
        await using var command = new NpgsqlCommand($"SELECT * FROM {table} WHERE {where}", bare);
        command.Parameters.Add(new NpgsqlParameter("id", id));
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add((table, [.. Enumerable.Range(0, reader.FieldCount)
                .Select(i => (reader.GetName(i), reader.GetDataTypeName(i), reader.IsDBNull(i) ? null : reader.GetValue(i)))
                .Where(c => !(c.Item1 == "Id" && c.Item2 == "bigint"))]));
        return this;
    }

    /// <summary>Adds a statement that stands before the rows; <c>@id</c> is the dossier.</summary>
    public void First(string sql) => before.Add(sql);

    /// <summary>How many rows there are.</summary>
    public int Count => rows.Count;

    /// <summary>Writes them.</summary>
    /// <param name="id">The dossier in whose name.</param>
    /// <param name="change">What a value becomes: table, column, value as taken.</param>
    /// <param name="updated">The tables whose rows are there already and are written over, with their key.</param>
    public async Task Do(
        NpgsqlDataSource source, Guid id, Func<string, string, object?, object?> change, params (string Table, string Key)[] updated)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var sql in before)
        {
            var first = new NpgsqlBatchCommand(sql.Replace("@id", "$1"));
            if (sql.Contains("@id"))
                first.Parameters.Add(new NpgsqlParameter { Value = id });
            batch.BatchCommands.Add(first);
        }
        foreach (var (table, cells) in rows)
        {
            var key = updated.FirstOrDefault(u => u.Table == table).Key;
            var at = cells.FindIndex(c => c.Name == key);
            var command = new NpgsqlBatchCommand(key is null
                ? $"INSERT INTO {table} ({string.Join(", ", cells.Select(c => $"\"{c.Name}\""))}) "
                    + $"VALUES ({string.Join(", ", cells.Select((_, i) => $"${i + 1}"))})"
                : $"UPDATE {table} SET {string.Join(", ", cells.Select((c, i) => $"\"{c.Name}\" = ${i + 1}"))} WHERE \"{key}\" = ${at + 1}");
            foreach (var (name, type, value) in cells)
                command.Parameters.Add(new NpgsqlParameter { Value = change(table, name, value) ?? DBNull.Value, DataTypeName = type });
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync();
    }
}
