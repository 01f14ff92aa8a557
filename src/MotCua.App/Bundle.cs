using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MotCua.App;

/// <summary>Reads the rows of several queries at once: over the network in one round trip, inside the process one after the other, in the order in
/// which they were added. Each query asks for whole rows of one table. Rows are not tracked.</summary>
internal sealed class Bundle(MotCuaDb db)
{
    private readonly List<(DbCommand Command, IBundled Into)> parts = [];

    /// <summary>Rows that will have been read.</summary>
    public sealed class Bundled<TRow> : IBundled where TRow : class
    {
        private readonly IReadOnlyList<Setter> setters;

        internal Bundled(IEntityType type) => setters = [.. type.GetProperties().Select(p => new Setter(p))];

        /// <summary>The rows, once <see cref="Run"/> is done.</summary>
        public List<TRow> Rows { get; } = [];

        /// <summary>The first row; null if there is none.</summary>
        public TRow? First => Rows.Count > 0 ? Rows[0] : null;

        async Task IBundled.Take(DbDataReader reader, CancellationToken cancel)
        {
            var places = setters.Select(s => (s, At: reader.GetOrdinal(s.Column))).ToArray();
            while (await reader.ReadAsync(cancel))
            {
                var row = Activator.CreateInstance<TRow>();
                foreach (var (setter, at) in places)
                    if (!reader.IsDBNull(at))
                        setter.Set(row, reader, at);
                Rows.Add(row);
            }
        }
    }

    internal interface IBundled
    {
        Task Take(DbDataReader reader, CancellationToken cancel);
    }

    /// <summary>Adds a query.</summary>
    public Bundled<TRow> Add<TRow>(IQueryable<TRow> query) where TRow : class
    {
        var into = new Bundled<TRow>(db.Model.FindEntityType(typeof(TRow)) ?? throw new InvalidOperationException($"{typeof(TRow).Name} has no table."));
        parts.Add((query.AsNoTracking().CreateDbCommand(), into));
        return into;
    }

    /// <summary>Reads them all.</summary>
    public async Task Run(CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            if (db.Database.GetDbConnection() is { CanCreateBatch: true } connection)
                await AtOnce(connection, cancel);
            else
                await OneByOne(cancel);
        }
        finally
        {
            parts.ForEach(p => p.Command.Dispose());
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task AtOnce(DbConnection connection, CancellationToken cancel)
    {
        await using var batch = connection.CreateBatch();
        batch.Transaction = parts[0].Command.Transaction;
        foreach (var (command, _) in parts)
        {
            var one = batch.CreateBatchCommand();
            one.CommandText = command.CommandText;
            foreach (var parameter in command.Parameters.Cast<DbParameter>().ToList())
                one.Parameters.Add(((ICloneable)parameter).Clone());
            batch.BatchCommands.Add(one);
        }
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        foreach (var (_, into) in parts)
        {
            await into.Take(reader, cancel);
            await reader.NextResultAsync(cancel);
        }
    }

    private async Task OneByOne(CancellationToken cancel)
    {
        foreach (var (command, into) in parts)
        {
            await using var reader = await command.ExecuteReaderAsync(cancel);
            await into.Take(reader, cancel);
        }
    }

    /// <summary>Sets one column's value on a row.</summary>
    internal sealed class Setter(IProperty property)
    {
        private readonly PropertyInfo to = property.PropertyInfo ?? throw new InvalidOperationException($"{property.Name} is no property of its row.");
        private readonly ValueConverter? converter = property.GetTypeMapping().Converter;

        public string Column { get; } = property.GetColumnName();

        public void Set(object row, DbDataReader reader, int at)
        {
            var type = converter?.ProviderClrType ?? property.ClrType;
            var value = Read(reader, at, Nullable.GetUnderlyingType(type) ?? type);
            to.SetValue(row, converter is null ? value : converter.ConvertFromProvider(value));
        }

        private static object Read(DbDataReader reader, int at, Type type) =>
            type == typeof(string) ? reader.GetString(at)
            : type == typeof(int) ? reader.GetInt32(at)
            : type == typeof(long) ? reader.GetInt64(at)
            : type == typeof(Guid) ? reader.GetGuid(at)
            : type == typeof(bool) ? reader.GetBoolean(at)
            : type == typeof(DateOnly) ? reader.GetFieldValue<DateOnly>(at)
            : type == typeof(DateTimeOffset) ? reader.GetFieldValue<DateTimeOffset>(at)
            : reader.GetValue(at);
    }
}
