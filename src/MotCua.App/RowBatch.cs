using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace MotCua.App;

/// <summary>Rows of several tables, written in the order in which they were added: over the network in one round trip, together with the end of the
/// transaction; inside the process one after the other. Nothing is tracked. Numbers that the database gives are not read back.</summary>
internal sealed class RowBatch(MotCuaDb db)
{
    private static readonly ConcurrentDictionary<IEntityType, Table> Tables = [];
    private readonly List<(string Sql, IReadOnlyList<Column> Columns, object Row)> statements = [];

    /// <summary>Adds new rows.</summary>
    public void Insert(IEnumerable<object> rows)
    {
        foreach (var row in rows)
        {
            var table = TableOf(row);
            statements.Add((table.Insert, table.Columns, row));
        }
    }

    /// <summary>Adds a row that takes the place of the one with the same key, if there is one.</summary>
    public void Put(object row)
    {
        var table = TableOf(row);
        statements.Add((table.Put, table.Columns, row));
    }

    /// <summary>Takes a row away by its key.</summary>
    public void Delete(object row)
    {
        var table = TableOf(row);
        statements.Add((table.Delete, table.Keys, row));
    }

    /// <summary>Takes over what the context has tracked: only new rows that name no other row and that no tracked row names.</summary>
    /// <returns>Whether all was taken over; else nothing was.</returns>
    public bool TakeTracked()
    {
        var entries = db.ChangeTracker.Entries().Where(e => e.State != EntityState.Unchanged).ToList();
        if (!entries.TrueForAll(IsPlain))
            return false;
        Insert(entries.Select(e => e.Entity));
        return true;
    }

    /// <summary>Writes them in the transaction of the context.</summary>
    /// <param name="commit">Whether the transaction ends with them.</param>
    /// <exception cref="DbUpdateException">The database took one of them not; nothing is committed.</exception>
    public async Task Run(bool commit, CancellationToken cancel)
    {
        var transaction = db.Database.CurrentTransaction ?? throw new InvalidOperationException("Rows are written in a transaction.");
        var connection = db.Database.GetDbConnection();
        try
        {
            if (connection.CanCreateBatch)
                await AtOnce(connection, transaction.GetDbTransaction(), commit, cancel);
            else
                await OneByOne(connection, transaction.GetDbTransaction(), cancel);
        }
        catch (DbException e)
        {
            throw new DbUpdateException("Rows of an act were not taken.", e);
        }
        if (commit && !connection.CanCreateBatch)
            await transaction.CommitAsync(cancel);
    }

    private static bool IsPlain(EntityEntry entry) => entry.State == EntityState.Added && !entry.Metadata.GetForeignKeys().Any();

    private async Task AtOnce(DbConnection connection, DbTransaction transaction, bool commit, CancellationToken cancel)
    {
        await using var maker = connection.CreateCommand();
        await using var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        foreach (var (sql, columns, row) in statements)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = sql;
            // Without names they stand in the order of the statement, which need not be parsed.
            foreach (var column in columns)
                command.Parameters.Add(column.Parameter(maker, "", row));
            batch.BatchCommands.Add(command);
        }
        if (commit)
        {
            var end = batch.CreateBatchCommand();
            end.CommandText = "COMMIT";
            batch.BatchCommands.Add(end);
        }
        await batch.ExecuteNonQueryAsync(cancel);
    }

    private async Task OneByOne(DbConnection connection, DbTransaction transaction, CancellationToken cancel)
    {
        foreach (var (sql, columns, row) in statements)
        {
            await using var command = connection.CreateCommand();
            (command.Transaction, command.CommandText) = (transaction, sql);
            for (var i = 0; i < columns.Count; i++)
                command.Parameters.Add(columns[i].Parameter(command, Place(i), row));
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static string Place(int index) => string.Create(CultureInfo.InvariantCulture, $"${index + 1}");

    private Table TableOf(object row) => Tables.GetOrAdd(
        db.Model.FindEntityType(row.GetType()) ?? throw new InvalidOperationException($"{row.GetType().Name} has no table."), type => new Table(type));

    private sealed class Table
    {
        public Table(IEntityType type)
        {
            Columns = [.. type.GetProperties().Where(p => !(p.IsPrimaryKey() && p.ValueGenerated == ValueGenerated.OnAdd && p.ClrType != typeof(Guid)))
                .Select(p => new Column(p))];
            Keys = [.. Columns.Where(c => c.IsKey)];
            var table = $"\"{type.GetTableName()}\"";
            Insert = $"INSERT INTO {table} ({List(Columns.Select(c => c.Name))}) VALUES ({List(Columns.Select((_, i) => Place(i)))})";
            Put = $"{Insert} ON CONFLICT ({List(Keys.Select(c => c.Name))}) DO UPDATE SET "
                + List(Columns.Where(c => !c.IsKey).Select(c => $"{c.Name} = excluded.{c.Name}"));
            Delete = $"DELETE FROM {table} WHERE {string.Join(" AND ", Keys.Select((c, i) => $"{c.Name} = {Place(i)}"))}";
        }

        public IReadOnlyList<Column> Columns { get; }

        public IReadOnlyList<Column> Keys { get; }

        public string Insert { get; }

        public string Put { get; }

        public string Delete { get; }

        private static string List(IEnumerable<string> names) => string.Join(", ", names);
    }

    private sealed class Column(IProperty property)
    {
        private readonly PropertyInfo from = property.PropertyInfo ?? throw new InvalidOperationException($"{property.Name} is no property of its row.");
        private readonly RelationalTypeMapping mapping = property.GetRelationalTypeMapping();

        public string Name { get; } = $"\"{property.GetColumnName()}\"";

        public bool IsKey { get; } = property.IsPrimaryKey();

        public DbParameter Parameter(DbCommand command, string name, object row)
        {
            var parameter = mapping.CreateParameter(command, name, from.GetValue(row), property.IsNullable);
            // What the network's database cannot hold is left out, as where the context writes.
            if (name.Length == 0 && parameter.Value is string text)
                parameter.Value = WholeText.Of(text);
            return parameter;
        }
    }
}
