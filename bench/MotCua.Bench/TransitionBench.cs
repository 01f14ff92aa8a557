using Npgsql;

namespace MotCua.Bench;

/// <summary>An officer ends his handling step with a proposal and an opinion, on dossiers with a log of 12 events, over HTTP; against the same rows in one
/// bare batch.</summary>
internal sealed class TransitionBench : IBench
{
    private const int Events = 12;

    /// <inheritdoc/>
    public async Task<Measured> Run(BenchLine line, Server server, Action<string> say)
    {
        var made = await Shared.Seeded(server);
        await using var product = await Product.Serve(made);
        using var samples = new Samples(made);
        var sample = await samples.WithEvents(Events);
        // What the act leaves is seen on a dossier of its own.
        var seen = await samples.WithEvents(Events);
        var expected = (int)(((line.Rounds * line.Seconds * line.Clients.Length) + line.Warm) * line.PerSecond * 1.25) + 500;
        var pool = await new Bulk(made, 1, 7, WithLog: true).Make([new(sample.Value, 1)], expected, say);
        var browsers = await Browser.Several(product, Samples.Handler, line.Clients.Max());
        foreach (var browser in browsers)
            await browser.Token($"/ho-so/{pool[0].Code}/viec/complete-step?buoc=2");
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(made) { MaxAutoPrepare = 60 }.ToString());
        var bare = await Left(made, seen.Value, browsers[0]);
        var (next, other, apart) = (0, 0, pool.Count / 5);
        var rows = new List<MeasuredRow>();
        // The baseline goes round and round in the last fifth of the pool, each time in other versions.
        // What is measured is the product as it runs all day, not its first seconds, in which the compiler takes more than the work.
        await Load.Run(line.Clients.Max(), line.Warm, Ours);
        foreach (var clients in line.Clients)
        {
            await Load.Run(clients, Math.Min(2, line.Seconds), Ours);
            var (ours, baseline) = await Alternating.Run(
                line.Rounds, () => Load.Run(clients, line.Seconds, Ours), () => Load.Run(clients, line.Seconds, Bare), say);
            rows.Add(new MeasuredRow(clients, null, "complete-step", ours, baseline));
        }
        say($"bộ nhớ: {product.Megabytes} MB");
        foreach (var browser in browsers)
            browser.Dispose();
        return new Measured("transition", line.Rounds, rows);

        Task Ours(int client)
        {
            var at = Interlocked.Increment(ref next) - 1;
            return at >= pool.Count - apart ? throw new InvalidOperationException("Hết hồ sơ để đo; hãy tăng --per-second.")
                : Send(browsers[client], pool[at].Code);
        }

        Task Bare(int client)
        {
            var at = Interlocked.Increment(ref other);
            return Write(bare, source, pool[pool.Count - 1 - (at % apart)].Id, at);
        }
    }

    private static Task<string> Send(Browser browser, string code) => browser.Post(
        $"/ho-so/{code}/viec/complete-step?buoc=2", ("Input.Proposal", "Granted"), ("Input.Note", "Đủ điều kiện giải quyết theo quy định."),
        ("phien-ban", Events.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("khoa", Guid.NewGuid().ToString("N")));

    private static async Task<BareWrite> Left(string made, Guid id, Browser browser)
    {
        await using var bare = await Shared.Bare(made);
        await using var code = new NpgsqlCommand("SELECT \"Code\" FROM dossiers WHERE \"Id\" = $1", bare) { Parameters = { new() { Value = id } } };
        await Send(browser, (string)(await code.ExecuteScalarAsync())!);
        var left = new BareWrite();
        left.First("DELETE FROM dossier_steps WHERE \"DossierId\" = @id");
        foreach (var table in new[] { "dossier_events", "dossier_parts", "texts", "outbox" })
            await left.Take(bare, table, $"\"DossierId\" = @id AND \"Version\" > {Events}", id);
        await left.Take(bare, "dossiers", "\"Id\" = @id", id);
        await left.Take(bare, "dossier_steps", "\"DossierId\" = @id", id);
        return await left.Take(bare, "idempotency", $"\"DossierId\" = @id AND \"Version\" > {Events}", id);
    }

    private static Task Write(BareWrite bare, NpgsqlDataSource source, Guid to, int round) => bare.Do(
        source, to, (table, column, value) => (table, column) switch
    {
        (_, "DossierId") => to,
        ("dossiers", "Id") => to,
        ("dossiers", "Code") => $"bare-{to:N}",
        ("dossier_events", "Version") => (int)value! + (100 * (round + 1)),
        ("dossier_parts", "HolderId") => (int)value! + (100 * (round + 1)),
        ("idempotency", "Key") or ("texts", "Id") => value is Guid ? Guid.NewGuid() : Guid.NewGuid().ToString("N") + to.ToString("N"),
        _ => value,
    }, ("dossiers", "Id"));
}
