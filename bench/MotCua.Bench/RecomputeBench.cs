using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Agencies;
using MotCua.App.Amending;
using MotCua.App.Demonstration;
using MotCua.App.Dossiers;
using MotCua.App.Outbox;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Time;
using Npgsql;

namespace MotCua.Bench;

/// <summary>A holiday is enacted while a hundred thousand dossiers are open: each an act with a new account, against a bare update that writes the same rows:
/// event, current state, steps and messages of the same dossiers, some hundred in one batch and transaction.</summary>
internal sealed class RecomputeBench : IBench
{
    private const int Dossiers = 100_000;

    private static readonly SetDay Holiday = new(
        new DateOnly(2026, 11, 24), DayKind.Holiday, "Ngày Văn hóa Việt Nam 24/11", "Luật dùng để đo", true, null, "nation");

    /// <inheritdoc/>
    public async Task<Measured> Run(BenchLine line, Server server, Action<string> say)
    {
        var size = line.Size ?? Dossiers;
        var made = await Shared.Seeded(server);
        var clock = new MovedClock(DateTimeOffset.UnixEpoch);
        using var references = new ReferenceCache();
        await RecomputeRows.Make(made, clock, references, size, say);
        string? after = null;
        var (ours, baseline) = await Alternating.Run(line.Rounds, Ours, Bare, say);
        return new Measured("recompute", line.Rounds, [new MeasuredRow(null, size, "dossiers", ours, baseline)]);

        async Task<Speed> Ours()
        {
            if (after is not null)
                await server.Drop(after);
            after = await server.Database(made);
            await Change(after, clock);
            return await Alternating.Once(() => WorkOff(after, clock));
        }

        async Task<Speed> Bare()
        {
            var rows = await Written(after!);
            var copy = await server.Database(made);
            var speed = await Alternating.Once(() => Write(copy, rows));
            await server.Drop(copy);
            return speed;
        }
    }

    private static async Task Change(string connection, MovedClock clock)
    {
        using var references = new ReferenceCache();
        using var bell = new RecomputeBell();
        await using var db = Shared.Open(connection);
        var officer = await db.Set<OfficerRow>().Where(o => o.UserName == "vu.lq").Select(o => o.Id).SingleAsync();
        var desk = new DossierDesk(db, references, clock);
        var amend = new Amend(db, new LawRights(db, new Duties(db, clock)), desk, new OpenDossiers(db), bell, clock);
        var (_, no) = await amend.Do(Holiday, new OfficerId(officer));
        if (no is not null)
            throw new InvalidOperationException(no.Sentence);
    }

    private static async Task<int> WorkOff(string connection, MovedClock clock)
    {
        using var references = new ReferenceCache();
        for (var more = true; more;)
        {
            await using var db = Shared.Open(connection);
            more = await new Recompute(db, new DossierDesk(db, references, clock), new OpenDossiers(db), clock).Step();
        }
        await using var done = Shared.Open(connection);
        var run = await done.Set<RecomputeRunRow>().SingleAsync();
        return run.Failed == 0 && run.Changed == run.Total
            ? run.Changed : throw new InvalidOperationException($"Chỉ {run.Changed}/{run.Total} hồ sơ đổi hạn; phép đo không còn đúng.");
    }

    private sealed record Rows(
        IReadOnlyList<DossierEventRow> Events, ILookup<Guid, DossierRow> Dossiers, ILookup<Guid, DossierStepRow> Steps, ILookup<Guid, OutboxRow> Outbox);

    /// <summary>What the recomputation wrote.</summary>
    private static async Task<Rows> Written(string connection)
    {
        await using var db = Shared.Open(connection);
        var events = await db.Set<DossierEventRow>().AsNoTracking().Where(e => e.Act == "recompute-due").OrderBy(e => e.DossierId).ToListAsync();
        return new Rows(
            events, (await db.Set<DossierRow>().AsNoTracking().ToListAsync()).ToLookup(d => d.Id),
            (await db.Set<DossierStepRow>().AsNoTracking().ToListAsync()).ToLookup(s => s.DossierId),
            (await db.Set<OutboxRow>().AsNoTracking().Where(o => o.Kind == "due-recomputed").ToListAsync()).ToLookup(o => o.DossierId));
    }

    private static async Task<int> Write(string connection, Rows rows)
    {
        await using var db = Shared.Open(connection);
        await using var bare = await Shared.Bare(connection);
        foreach (var chunk in rows.Events.Chunk(Recompute.AtOnce))
        {
            await using var transaction = await bare.BeginTransactionAsync();
            await using var batch = new NpgsqlBatch(bare, transaction);
            foreach (var e in chunk)
            {
                batch.BatchCommands.Add(Insert(db, e));
                batch.BatchCommands.Add(Update(db, rows.Dossiers[e.DossierId].Single()));
                foreach (var step in rows.Steps[e.DossierId])
                    batch.BatchCommands.Add(UpdateStep(step));
                foreach (var message in rows.Outbox[e.DossierId])
                    batch.BatchCommands.Add(Insert(db, message));
            }
            await batch.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
        }
        return rows.Events.Count;
    }

    [SuppressMessage("Security", "CA2100", Justification = "Names of the model.")]
    private static NpgsqlBatchCommand Insert(MotCuaDb db, object row)
    {
        var (table, columns) = RecomputeRows.Columns(db, row.GetType());
        return With($"INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) VALUES ({Places(columns.Count)})", columns, row);
    }

    [SuppressMessage("Security", "CA2100", Justification = "Names of the model.")]
    private static NpgsqlBatchCommand Update(MotCuaDb db, DossierRow row)
    {
        var (table, columns) = RecomputeRows.Columns(db, typeof(DossierRow));
        return With(
            $"UPDATE {table} SET {string.Join(", ", columns.Select((c, i) => $"\"{c.Name}\" = ${i + 1}"))} WHERE \"Id\" = $1", columns, row);
    }

    private static NpgsqlBatchCommand UpdateStep(DossierStepRow step)
    {
        var command = new NpgsqlBatchCommand("UPDATE dossier_steps SET \"Due\" = $1 WHERE \"DossierId\" = $2 AND \"Token\" = $3");
        foreach (var value in new object?[] { step.Due, step.DossierId, step.Token })
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }

    private static NpgsqlBatchCommand With(string sql, IReadOnlyList<(string Name, Func<object, object?> Of)> columns, object row)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var (_, of) in columns)
            command.Parameters.Add(new NpgsqlParameter { Value = of(row) ?? DBNull.Value });
        return command;
    }

    private static string Places(int count) => string.Join(", ", Enumerable.Range(1, count).Select(i => $"${i}"));
}
