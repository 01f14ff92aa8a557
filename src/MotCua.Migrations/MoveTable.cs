using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using MotCua.App;
using Npgsql;

namespace MotCua.Migrations;

/// <summary>How many rows a table has, and the sum of their digests: the same whatever the order of the rows.</summary>
public readonly record struct TableSum(long Rows, UInt128 Digest);

/// <summary>One table on its way from the embedded database to PostgreSQL.</summary>
internal abstract class MoveTable
{
    /// <summary>The table's name.</summary>
    internal abstract string Name { get; }

    /// <summary>Copies every row.</summary>
    internal abstract Task<TableSum> Copy(SqliteDb from, NpgsqlConnection to, CancellationToken cancel);

    /// <summary>Sums what PostgreSQL holds.</summary>
    internal abstract Task<TableSum> Sum(PostgresDb of, CancellationToken cancel);

    /// <summary>Whether PostgreSQL holds a row already.</summary>
    internal abstract Task<bool> Any(PostgresDb of, CancellationToken cancel);

    /// <summary>Continues the numbers that the database gives after the highest one that was copied.</summary>
    internal abstract Task Number(NpgsqlConnection to, CancellationToken cancel);

    /// <summary>The tables in an order in which a row never names one that is not there yet.</summary>
    internal static IReadOnlyList<MoveTable> All(PostgresDb db)
    {
        var (done, tables) = (new HashSet<IEntityType>(), new List<MoveTable>());
        var left = db.Model.GetEntityTypes().OrderBy(t => t.GetTableName(), StringComparer.Ordinal).ToList();
        while (left.Count > 0)
        {
            var next = left.Find(t => t.GetForeignKeys().All(k => k.PrincipalEntityType == t || done.Contains(k.PrincipalEntityType)))
                ?? throw new InvalidOperationException("Tables name each other in a ring.");
            left.Remove(next);
            done.Add(next);
            tables.Add((MoveTable)Activator.CreateInstance(typeof(Of<>).MakeGenericType(next.ClrType), next)!);
        }
        return tables;
    }

    private sealed class Of<TRow> : MoveTable where TRow : class
    {
        private readonly List<Column> columns;

        public Of(IEntityType type)
        {
            Name = type.GetTableName() ?? throw new InvalidOperationException($"{type.Name} has no table.");
            var store = StoreObjectIdentifier.Table(Name, type.GetSchema());
            columns = [.. type.GetProperties().Select(p => new Column(p, p.GetColumnName(store)!))];
        }

        internal override string Name { get; }

        internal override async Task<TableSum> Copy(SqliteDb from, NpgsqlConnection to, CancellationToken cancel)
        {
            var sum = default(TableSum);
            await using var copy = await to.BeginBinaryImportAsync(
                $"COPY \"{Name}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) FROM STDIN (FORMAT BINARY)", cancel);
            await foreach (var row in from.Set<TRow>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
            {
                await copy.StartRowAsync(cancel);
                foreach (var column in columns)
                    await column.Write(copy, row, cancel);
                sum = Add(sum, row);
            }
            await copy.CompleteAsync(cancel);
            return sum;
        }

        internal override async Task<TableSum> Sum(PostgresDb of, CancellationToken cancel)
        {
            var sum = default(TableSum);
            await foreach (var row in of.Set<TRow>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
                sum = Add(sum, row);
            return sum;
        }

        internal override Task<bool> Any(PostgresDb of, CancellationToken cancel) => of.Set<TRow>().AnyAsync(cancel);

        internal override async Task Number(NpgsqlConnection to, CancellationToken cancel)
        {
            foreach (var column in columns.Where(c => c.Numbered))
            {
                await using var command = to.CreateCommand();
                command.CommandText = $"SELECT setval(pg_get_serial_sequence('\"{Name}\"', '{column.Name}'), "
                    + $"greatest((SELECT max(\"{column.Name}\") FROM \"{Name}\"), 1), "
                    + $"EXISTS (SELECT 1 FROM \"{Name}\"))";
                await command.ExecuteNonQueryAsync(cancel);
            }
        }

        private TableSum Add(TableSum sum, TRow row)
        {
            var text = new StringBuilder();
            foreach (var column in columns)
            {
                var value = column.Text(row);
                text.Append(CultureInfo.InvariantCulture, $"{value?.Length ?? -1}:").Append(value);
            }
            var digest = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
            return new(sum.Rows + 1, unchecked(sum.Digest + System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(digest)));
        }
    }

    private sealed record Column(IProperty Property, string Name)
    {
        private readonly System.Reflection.PropertyInfo property =
            Property.PropertyInfo ?? throw new InvalidOperationException($"{Property.Name} is no property of its row.");

        private readonly string type = Property.GetColumnType().Split('(')[0];

        internal bool Numbered => Property.ValueGenerated == ValueGenerated.OnAdd && Property.ClrType is var t && (t == typeof(int) || t == typeof(long));

        internal Task Write(NpgsqlBinaryImporter copy, object row, CancellationToken cancel) =>
            Value(row) is { } value ? copy.WriteAsync(value, type, cancel) : copy.WriteNullAsync(cancel);

        internal string? Text(object row) => Value(row) switch
        {
            null => null,
            byte[] bytes => Convert.ToHexString(bytes),
            DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
            Array array => string.Join('\u001f', array.Cast<object>().Select(o => Convert.ToString(o, CultureInfo.InvariantCulture))),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        };

        /// <summary>The value as PostgreSQL keeps it: instants to the microsecond in UTC, text without what it cannot hold.</summary>
        private object? Value(object row)
        {
            if (property.GetValue(row) is not { } value)
                return null;
            value = Property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value)! : value;
            return value switch
            {
                DateTimeOffset at => new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero),
                string text => WholeText.Of(text),
                _ => value,
            };
        }
    }
}
