using System.Diagnostics;
using Microsoft.Data.Sqlite;
using MotCua.App;
using MotCua.App.Tracking;
using MotCua.Integrations.Files;
using MotCua.Migrations;

namespace MotCua.Bench.Faults;

/// <summary>The application is killed under load and started again, many times, on PostgreSQL or on the embedded database.</summary>
/// <param name="Embedded">On the embedded database.</param>
internal sealed class KillBench(bool Embedded) : IFaultBench
{
    /// <inheritdoc/>
    public async Task<FaultReport> Run(BenchLine line, Server server, Action<string> say)
    {
        var (count, times, most) = (line.Officers ?? 24, line.Times ?? (Embedded ? 10 : 50), line.SecondsTyped ?? 20);
        var made = Embedded ? null : await Shared.Seeded(server);
        await using var product = await Product.Serve(made);
        MotCuaDb Open() => Databases.Open(made, product.DatabaseFile);
        var whole = Stopwatch.StartNew();
        var (since, journal, broken, left) = (DateTimeOffset.UtcNow, new Journal(), new List<string>(), 0);
        using var crowd = await Crowd.SignedIn(product, Open, count, 1, patient: true, journal, () => Task.Delay(Random.Shared.Next(20, 200)));
        using var stop = new CancellationTokenSource();
        var working = crowd.Work(stop.Token);
        for (var i = 1; i <= times && broken.Count == 0; i++)
        {
            await Busy(journal, most);
            await product.Kill();
            var torn = product.Leftovers();
            broken.AddRange((await Record.Check(Open, product.Files, journal, since)).Select(w => $"Lần {i}: {w}."));
            SqliteConnection.ClearAllPools();
            await product.Again();
            left += torn.Count;
            broken.AddRange(torn.Where(File.Exists).Select(f => $"Lần {i}: tệp dở dang còn lại sau khi chạy lại: {Path.GetFileName(f)}."));
            say($"lần {i}/{times}: {journal.Acknowledged} việc đã báo xong, {journal.Interrupted} lần gửi lại, {torn.Count} tệp dở dang");
        }
        await Busy(journal, most);
        await stop.CancelAsync();
        await working;
        await product.Kill();
        broken.AddRange(await Record.Check(Open, product.Files, journal, since));
        broken.AddRange(journal.Acts.Where(a => !a.Value && a.Key.StartsWith("attempt:", StringComparison.Ordinal))
            .Select(a => $"Lần tiếp nhận đã gửi lại mà không xong: {a.Key}."));
        broken.AddRange(await Sweep(Open, product.Files, say));
        SqliteConnection.ClearAllPools();
        say($"{left} tệp dở dang được dọn");
        return FaultReport.Of(Embedded ? "kill-embedded" : "kill", count, whole.Elapsed.TotalSeconds, journal, broken) with
        {
            Kills = times, Interrupted = journal.Interrupted,
        };
    }

    // It is killed in the midst of work, not while it warms up: after some acts were acknowledged, at no particular moment.
    private static async Task Busy(Journal journal, double most)
    {
        var (whole, enough) = (Stopwatch.StartNew(), journal.Acknowledged + Random.Shared.Next(5, 25));
        while (journal.Acknowledged < enough && whole.Elapsed.TotalSeconds < most)
            await Task.Delay(50);
        await Task.Delay(Random.Shared.Next(300));
    }

    // What was stored without a row goes after a day, and nothing else does.
    private static async Task<IReadOnlyList<string>> Sweep(Func<MotCuaDb> open, string files, Action<string> say)
    {
        await using var db = open();
        var store = new FolderFileStore(files, null, StoreKeys.Read(Path.Combine(Path.GetDirectoryName(files)!, "keys")));
        var sweep = new FileSweep(db, store, new Tomorrow());
        var removed = (await sweep.Run((await sweep.Run()).Nobodys)).Removed;
        say($"{removed} tệp không dòng nào gọi tên được dọn");
        return [.. (await new Verification(db, store).Run()).Broken.Select(b => $"Sau khi dọn: {b.Where}: {b.What}")];
    }

    private sealed class Tomorrow : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow.AddDays(2);
    }
}
