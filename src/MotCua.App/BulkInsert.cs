using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace MotCua.App;

/// <summary>Adds many rows of one table without tracking them: several times as fast as one by one. Numbers that the database gives are not read
/// back.</summary>
internal static class BulkInsert
{
    /// <summary>Adds rows in the transaction of the context.</summary>
    /// <exception cref="DbException">A row is there already.</exception>
    public static async Task Into<TRow>(MotCuaDb db, IReadOnlyList<TRow> rows, CancellationToken cancel) where TRow : class
    {
        if (rows.Count == 0)
            return;
        var type = db.Model.FindEntityType(typeof(TRow)) ?? throw new InvalidOperationException($"{typeof(TRow).Name} has no table.");
        var table = type.GetTableName() ?? throw new InvalidOperationException($"{typeof(TRow).Name} has no table.");
        var columns = type.GetProperties().Where(p => !(p.IsPrimaryKey() && p.ValueGenerated == ValueGenerated.OnAdd))
            .Select(p => new Column(p, p.GetColumnName(StoreObjectIdentifier.Table(table, type.GetSchema()))!)).ToList();
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
            var places = string.Join(", ", columns.Select((_, i) => $"@p{i}"));
            if (db.IsEmbedded)
                await RowByRow(command, $"INSERT INTO \"{table}\" ({names}) VALUES ({places})", columns, rows, cancel);
            else
                await AsArrays(command, $"INSERT INTO \"{table}\" ({names}) SELECT * FROM unnest({places})", columns, rows, cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    // Inside the process one prepared statement is as fast as any batch.
    private static async Task RowByRow<TRow>(DbCommand command, string sql, List<Column> columns, IReadOnlyList<TRow> rows, CancellationToken cancel)
        where TRow : class
    {
        command.CommandText = sql;
        foreach (var i in Enumerable.Range(0, columns.Count))
            Add(command, i, DBNull.Value);
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
                command.Parameters[i].Value = columns[i].Of(row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    // Over the network one array a column is one round trip for all rows.
    private static async Task AsArrays<TRow>(DbCommand command, string sql, List<Column> columns, IReadOnlyList<TRow> rows, CancellationToken cancel)
        where TRow : class
    {
        command.CommandText = sql;
        foreach (var (i, column) in columns.Index())
        {
            var values = column.Array(rows.Count);
            for (var r = 0; r < rows.Count; r++)
                values.SetValue(column.Of(rows[r]), r);
            Add(command, i, values);
        }
        await command.ExecuteNonQueryAsync(cancel);
    }

    internal static void Add(DbCommand command, int index, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (string.Create(CultureInfo.InvariantCulture, $"p{index}"), value);
        command.Parameters.Add(parameter);
    }

    internal sealed record Column(IProperty Property, string Name)
    {
        private readonly PropertyInfo property = Property.PropertyInfo ?? throw new InvalidOperationException($"{Property.Name} is no property of its row.");
        private readonly Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter? converter =
            Property.GetTypeMapping().Converter;

        public object? Of(object row) => property.GetValue(row) is { } value ? converter is null ? value : converter.ConvertToProvider(value) : null;

        public Array Array(int length)
        {
            var type = converter?.ProviderClrType ?? Property.ClrType;
            type = Nullable.GetUnderlyingType(type) ?? type;
            return System.Array.CreateInstance(Property.IsNullable && type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type, length);
        }
    }
}
