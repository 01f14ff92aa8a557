using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using MotCua.App;
using MotCua.App.Agencies;
using MotCua.App.Demonstration;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Reception;
using MotCua.App.Reference;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using Npgsql;

namespace MotCua.Bench;

/// <summary>Open dossiers for the recomputation: some made at the desk, then multiplied by COPY with ids, codes and hashes of their own.</summary>
internal static class RecomputeRows
{
    // Limits in working days, long enough to span the day that changes.
    private static readonly string[] Procedures = ["1.013225", "1.115334", "1.115320"];
    private const int EachProcedure = 4;
    private const int AtOnce = 20_000;

    private sealed class NoFiles : IFileStore
    {
        public Task<(string Digest, long Size)> Put(Stream content, CancellationToken cancel) => throw new NotSupportedException();

        public Stream? Open(string digest) => null;

        public IEnumerable<string> Digests() => [];

        public bool Renew(string digest) => false;

        public IEnumerable<string> Before(DateTimeOffset instant) => [];

        public bool Remove(string digest, DateTimeOffset before) => false;
    }

    /// <summary>Makes the samples and multiplies them.</summary>
    public static async Task Make(string connection, MovedClock clock, ReferenceCache references, int count, Action<string> say)
    {
        await using (var db = Shared.Open(connection))
            await new DemoOfficers(Path.Combine(Shared.Root, "data")).Load(db, _ => "");
        var stage = new Stage(() => Shared.Open(connection), references, new NoFiles(), clock, "bench", _ => []);
        var samples = await Samples(stage, clock);
        await using (var db = Shared.Open(connection))
        {
            for (var made = 0; made < count; made += AtOnce)
            {
                await Multiply(db, connection, samples, made, Math.Min(AtOnce, count - made));
                say($"{Math.Min(made + AtOnce, count)}/{count} hồ sơ");
            }
        }
        await using var bare = await Shared.Bare(connection);
        await using var analyze = new NpgsqlCommand("VACUUM ANALYZE", bare);
        await analyze.ExecuteNonQueryAsync();
    }

    private static async Task<List<Guid>> Samples(Stage stage, MovedClock clock)
    {
        var (people, ids) = (DemoPeople.Load(Path.Combine(Shared.Root, "data")), new List<Guid>());
        var unit = (await stage.Reference()).Agencies.Find("H15.12.01")!.Id;
        foreach (var code in Procedures)
            for (var i = 0; i < EachProcedure; i++)
            {
                clock.Set(Vietnam.Instant(new DateTime(2026, 11, 12 + i, 9, 10, 0)));
                var procedure = (await stage.Procedure(code))!;
                var receipt = await stage.Receive(code, unit, Stage.Complete(procedure, people.Owner(i, personsOnly: true)));
                var id = receipt.Dossier ?? throw new InvalidOperationException(receipt.Refusal?.Sentence);
                // Half of them are already with the department.
                if (i % 2 == 0)
                    await stage.End(id, (await stage.Look(id)).Open.Steps[0]);
                ids.Add(id.Value);
            }
        clock.Set(Vietnam.Instant(new DateTime(2026, 11, 18, 8, 0, 0)));
        return ids;
    }

    private static async Task Multiply(MotCuaDb db, string connection, IReadOnlyList<Guid> samples, int first, int count)
    {
        var events = (await db.Set<DossierEventRow>().AsNoTracking().Where(e => samples.Contains(e.DossierId)).OrderBy(e => e.Version).ToListAsync())
            .ToLookup(e => e.DossierId);
        var dossiers = await db.Set<DossierRow>().AsNoTracking().Where(d => samples.Contains(d.Id)).ToDictionaryAsync(d => d.Id);
        var steps = (await db.Set<DossierStepRow>().AsNoTracking().Where(s => samples.Contains(s.DossierId)).ToListAsync()).ToLookup(s => s.DossierId);
        var parts = (await db.Set<DossierPartRow>().AsNoTracking().Where(p => samples.Contains(p.DossierId)).ToListAsync()).ToLookup(p => p.DossierId);
        var copies = Enumerable.Range(first, count)
            .Select(n => (Id: Guid.CreateVersion7(), From: samples[n % samples.Count], Code: $"H15.12.01-261112-{n + 100_000}")).ToList();
        await Copy(db, connection, copies.AsParallel().AsOrdered().SelectMany(c => Log(events[c.From], c.Id, dossiers[c.From].Code, c.Code)));
        await Copy(db, connection, copies.Select(c => Clone(dossiers[c.From], d => (d.Id, d.Code) = (c.Id, c.Code))));
        await Copy(db, connection, copies.SelectMany(c => steps[c.From].Select(s => Clone(s, x => x.DossierId = c.Id))));
        await Copy(db, connection, copies.SelectMany(c => parts[c.From].Select(p => Clone(p, x => (x.DossierId, x.Code) = (c.Id, c.Code)))));
    }

    private static IEnumerable<DossierEventRow> Log(IEnumerable<DossierEventRow> events, Guid id, string oldCode, string code)
    {
        var before = "";
        foreach (var e in events)
        {
            var row = Clone(e, x => (x.DossierId, x.Data) = (id, x.Data.Replace(oldCode, code, StringComparison.Ordinal)));
            before = row.Hash = EventFormat.Hash(row, before);
            yield return row;
        }
    }

    private static T Clone<T>(T row, Action<T> change) where T : class
    {
        var clone = (T)Cloning.Invoke(row, null)!;
        change(clone);
        return clone;
    }

    private static readonly System.Reflection.MethodInfo Cloning =
        typeof(object).GetMethod("MemberwiseClone", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!;

    private static async Task Copy<T>(MotCuaDb db, string connection, IEnumerable<T> rows) where T : class
    {
        var (table, columns) = Columns(db, typeof(T));
        await using var bare = await Shared.Bare(connection);
        await using var copy = await bare.BeginBinaryImportAsync(
            $"COPY {table} ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var (_, of) in columns)
                await (of(row) is { } value ? copy.WriteAsync(value) : copy.WriteNullAsync());
        }
        await copy.CompleteAsync();
    }

    /// <summary>The table of a row and its columns, but numbers that the database gives; each with how its value is stored.</summary>
    public static (string Table, IReadOnlyList<(string Name, Func<object, object?> Of)> Columns) Columns(MotCuaDb db, Type row) =>
        Known.GetOrAdd(row, _ => Read(db.Model.FindEntityType(row)!));

    private static readonly ConcurrentDictionary<Type, (string, IReadOnlyList<(string, Func<object, object?>)>)> Known = [];

    private static (string, IReadOnlyList<(string, Func<object, object?>)>) Read(IEntityType type) =>
        (type.GetTableName()!, [.. type.GetProperties().Where(p => !(p.IsPrimaryKey() && p.ValueGenerated == ValueGenerated.OnAdd))
            .Select(p => (p.GetColumnName(), Value(p)))]);

    private static Func<object, object?> Value(IProperty property)
    {
        var converter = property.GetTypeMapping().Converter;
        return row => property.PropertyInfo!.GetValue(row) is { } value ? converter is null ? value : converter.ConvertToProvider(value) : null;
    }
}
