using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MotCua.App;

/// <summary>Reads the rows of several queries at once: over the network in one round trip, inside the process one after the other, in the order in
/// which they were added. Each query asks for whole rows of one table. Rows are not tracked.</summary>
internal sealed partial class Bundle(MotCuaDb db)
{
    private static readonly ConcurrentDictionary<string, Held> Statements = [];
    private static readonly ConcurrentDictionary<IEntityType, IReadOnlyList<Setter>> Setters = [];
    private readonly List<Part> parts = [];

    /// <summary>Rows that will have been read.</summary>
    public sealed class Bundled<TRow> : IBundled where TRow : class
    {
        private readonly IReadOnlyList<Setter> setters;

        internal Bundled(IEntityType type) => setters = Setters.GetOrAdd(type, t => [.. t.GetProperties().Select(p => new Setter(p))]);

        /// <summary>The rows, once <see cref="Run"/> is done.</summary>
        public List<TRow> Rows { get; } = [];

        /// <summary>The first row; null if there is none.</summary>
        public TRow? First => Rows.Count > 0 ? Rows[0] : null;

        async Task IBundled.Take(DbDataReader reader, CancellationToken cancel)
        {
            (Setter Setter, int At)[]? places = null;
            while (await reader.ReadAsync(cancel))
            {
                places ??= [.. setters.Select(s => (s, reader.GetOrdinal(s.Column)))];
                var row = Activator.CreateInstance<TRow>();
                foreach (var (setter, at) in places)
                    if (!reader.IsDBNull(at))
                        setter.Set(row, reader, at);
                Rows.Add(row);
            }
        }
    }

    /// <summary>A number of rows that will have been counted.</summary>
    public sealed class Counted : IBundled
    {
        /// <summary>How many, once <see cref="Run"/> is done.</summary>
        public int Value { get; private set; }

        async Task IBundled.Take(DbDataReader reader, CancellationToken cancel)
        {
            await reader.ReadAsync(cancel);
            Value = (int)reader.GetInt64(0);
        }
    }

    internal interface IBundled
    {
        Task Take(DbDataReader reader, CancellationToken cancel);
    }

    /// <summary>Adds a query that is made anew each time.</summary>
    public Bundled<TRow> Add<TRow>(IQueryable<TRow> query) where TRow : class
    {
        using var command = query.AsNoTracking().CreateDbCommand();
        var parameters = command.Parameters.Cast<DbParameter>().ToList();
        // Else they could stand in no other command.
        command.Parameters.Clear();
        return Add<TRow>(command.CommandText, parameters);
    }

    /// <summary>Adds a query of which the rows are counted; it says itself how far.</summary>
    public Counted Count<T>(IQueryable<T> query)
    {
        using var command = query.CreateDbCommand();
        var parameters = command.Parameters.Cast<DbParameter>().ToList();
        command.Parameters.Clear();
        var into = new Counted();
        parts.Add(new Part($"SELECT count(*) FROM ({command.CommandText}) AS counted", parameters, into));
        return into;
    }

    /// <summary>Adds a query whose statement is made once over the network, since making it costs more than asking it.</summary>
    /// <param name="name">Names the query; the same name is the same query.</param>
    /// <param name="query">Makes it.</param>
    /// <param name="values">What it captures, by the names that the statement gives them; never null.</param>
    /// <exception cref="InvalidOperationException">The query captures something else.</exception>
    public Bundled<TRow> Add<TRow>(string name, Func<IQueryable<TRow>> query, params ReadOnlySpan<(string Name, object Value)> values) where TRow : class
    {
        if (db.IsEmbedded)
            return Add(query());
        if (!Statements.TryGetValue(name, out var held))
        {
            using var command = query().AsNoTracking().CreateDbCommand();
            held = Statements.GetOrAdd(name, Held.Of(name, command, values));
        }
        return Add<TRow>(held.Sql, held.With(values));
    }

    private Bundled<TRow> Add<TRow>(string sql, IReadOnlyList<DbParameter> parameters) where TRow : class
    {
        var into = new Bundled<TRow>(db.Model.FindEntityType(typeof(TRow)) ?? throw new InvalidOperationException($"{typeof(TRow).Name} has no table."));
        parts.Add(new Part(sql, parameters, into));
        return into;
    }

    /// <summary>Reads them all.</summary>
    public async Task Run(CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var (connection, transaction) = (db.Database.GetDbConnection(), db.Database.CurrentTransaction?.GetDbTransaction());
            if (connection.CanCreateBatch)
                await AtOnce(connection, transaction, cancel);
            else
                await OneByOne(connection, transaction, cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task AtOnce(DbConnection connection, DbTransaction? transaction, CancellationToken cancel)
    {
        await using var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        foreach (var part in parts)
        {
            var one = batch.CreateBatchCommand();
            one.CommandText = part.Sql;
            foreach (var parameter in part.Parameters)
                one.Parameters.Add(parameter);
            batch.BatchCommands.Add(one);
        }
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        foreach (var part in parts)
        {
            await part.Into.Take(reader, cancel);
            await reader.NextResultAsync(cancel);
        }
    }

    private async Task OneByOne(DbConnection connection, DbTransaction? transaction, CancellationToken cancel)
    {
        foreach (var part in parts)
        {
            await using var command = connection.CreateCommand();
            (command.Transaction, command.CommandText) = (transaction, part.Sql);
            foreach (var parameter in part.Parameters)
                command.Parameters.Add(parameter);
            await using var reader = await command.ExecuteReaderAsync(cancel);
            await part.Into.Take(reader, cancel);
        }
    }

    private sealed record Part(string Sql, IReadOnlyList<DbParameter> Parameters, IBundled Into);

    /// <summary>A statement that is held, its parameters by place.</summary>
    /// <param name="Places">A parameter of each place, and which of the values it takes.</param>
    private sealed partial record Held(string Sql, IReadOnlyList<(DbParameter Like, int Value)> Places)
    {
        public static Held Of(string name, DbCommand command, ReadOnlySpan<(string Name, object Value)> values)
        {
            var places = new List<(DbParameter Like, int Value)>();
            var numbers = new Dictionary<string, int>();
            foreach (DbParameter parameter in command.Parameters)
            {
                var called = parameter.ParameterName.TrimStart('@');
                var at = -1;
                // The same name, or numbered where two captures have it.
                for (var i = 0; i < values.Length && at < 0; i++)
                    if (called.TrimEnd("0123456789".ToCharArray()) == values[i].Name && Equals(parameter.Value, values[i].Value))
                        at = i;
                if (at < 0)
                    throw new InvalidOperationException($"The query '{name}' captures '{called}', which stands not among its values.");
                var like = (DbParameter)((ICloneable)parameter).Clone();
                like.ParameterName = "";
                places.Add((like, at));
                numbers[called] = places.Count;
            }
            return new Held(Name().Replace(command.CommandText, m => $"${numbers[m.Groups[1].Value]}"), places);
        }

        public List<DbParameter> With(ReadOnlySpan<(string Name, object Value)> values)
        {
            var parameters = new List<DbParameter>(Places.Count);
            foreach (var (like, at) in Places)
            {
                var parameter = (DbParameter)((ICloneable)like).Clone();
                parameter.Value = values[at].Value is string text ? WholeText.Of(text) : values[at].Value;
                parameters.Add(parameter);
            }
            return parameters;
        }

        [GeneratedRegex(@"@(\w+)")]
        private static partial Regex Name();
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
