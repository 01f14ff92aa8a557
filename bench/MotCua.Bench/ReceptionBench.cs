using Npgsql;

namespace MotCua.Bench;

/// <summary>An officer receives a dossier of twelve fields and three components at the counter, over HTTP: what is typed is saved, judged and received;
/// against the same rows in one bare batch.</summary>
internal sealed class ReceptionBench : IBench
{
    private const int WarmUp = 15;

    /// <inheritdoc/>
    public async Task<Measured> Run(BenchLine line, Server server, Action<string> say)
    {
        var made = await Shared.Seeded(server);
        await using var product = await Product.Serve(made);
        using var samples = new Samples(made);
        var begun = (await samples.Attempt(made)).Id;
        var pool = await Multiply(made, begun, (int)((((line.Rounds + 1) * line.Seconds * line.Clients.Length) + WarmUp) * line.PerSecond * 1.25) + 500);
        say($"{pool.Count} lần nộp để tiếp nhận");
        var typed = Samples.Typed(samples.Person(0));
        var browsers = await Browser.Several(product, Samples.Receiver, line.Clients.Max());
        foreach (var browser in browsers)
            await browser.Token($"/tiep-nhan/{pool[0]}");
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(made) { MaxAutoPrepare = 60 }.ToString());
        await Send(browsers[0], pool[0], typed);
        var bare = await Left(made, pool[0]);
        say($"mỗi lần ghi {bare.Count} dòng và các bộ đếm");
        var (next, other, apart) = (0, 0, pool.Count / 5);
        var rows = new List<MeasuredRow>();
        // What is measured is the product as it runs all day, not its first seconds, in which the compiler takes more than the work.
        await Load.Run(line.Clients.Max(), WarmUp, Ours);
        foreach (var clients in line.Clients)
        {
            await Load.Run(clients, Math.Min(2, line.Seconds), Ours);
            var (ours, baseline) = await Alternating.Run(
                line.Rounds, () => Load.Run(clients, line.Seconds, Ours), () => Load.Run(clients, line.Seconds, Bare), say);
            rows.Add(new MeasuredRow(clients, null, "receive", ours, baseline));
        }
        say($"bộ nhớ: {product.Megabytes} MB");
        foreach (var browser in browsers)
            browser.Dispose();
        return new Measured("reception", line.Rounds, rows);

        Task Ours(int client)
        {
            var at = Interlocked.Increment(ref next);
            return at >= pool.Count - apart ? throw new InvalidOperationException("Hết lần nộp để đo; hãy tăng --per-second.")
                : Send(browsers[client], pool[at], typed);
        }

        Task Bare(int client) => Write(bare, source, pool[pool.Count - 1 - (Interlocked.Increment(ref other) % apart)], Guid.CreateVersion7());
    }

    private static async Task Send(Browser browser, Guid attempt, IReadOnlyList<(string Name, string Value)> typed)
    {
        var to = await browser.Post($"/tiep-nhan/{attempt}", [.. typed, ("do", "receive"), ("seen", "1"), ("page", Guid.NewGuid().ToString("N"))]);
        if (!to.StartsWith("/ho-so/", StringComparison.Ordinal))
            throw new InvalidOperationException($"Hồ sơ để đo không được tiếp nhận ({to}).");
    }

    private static async Task<IReadOnlyList<Guid>> Multiply(string made, Guid begun, int count)
    {
        await using var bare = await Shared.Bare(made);
        await using var command = new NpgsqlCommand("""
            INSERT INTO attempts SELECT (json_populate_record(a, json_build_object('Id', gen_random_uuid()))).*
            FROM attempts a, generate_series(1, $2) WHERE a."Id" = $1 RETURNING "Id"
            """, bare) { Parameters = { new() { Value = begun }, new() { Value = count } } };
        await using var reader = await command.ExecuteReaderAsync();
        var ids = new List<Guid>();
        while (await reader.ReadAsync())
            ids.Add(reader.GetGuid(0));
        return ids;
    }

    private static async Task<BareWrite> Left(string made, Guid id)
    {
        await using var bare = await Shared.Bare(made);
        await using var counters = new NpgsqlCommand("SELECT count(*) FROM counters", bare);
        var left = new BareWrite();
        for (var n = (long)(await counters.ExecuteScalarAsync())!; n > 0; n--)
            left.First($"""
                INSERT INTO counters ("Key", "Period", "Value") VALUES ('bare-{n}', 'bench', 1)
                ON CONFLICT ("Key", "Period") DO UPDATE SET "Value" = counters."Value" + 1 RETURNING "Value"
                """);
        await left.Take(bare, "attempts", "\"Id\" = @id", id);
        await left.Take(bare, "dossiers", "\"Id\" = @id", id);
        string[] beside = ["dossier_events", "dossier_steps", "dossier_parts", "dossier_search", "parties", "dossier_papers", "outbox", "idempotency"];
        foreach (var table in beside)
            await left.Take(bare, table, "\"DossierId\" = @id", id);
        return left;
    }

    private static Task Write(BareWrite bare, NpgsqlDataSource source, Guid attempt, Guid to) => bare.Do(
        source, to, (table, column, value) => (table, column) switch
    {
        ("attempts", "Id") => attempt,
        (_, "DossierId") => to,
        ("dossiers", "Id") => to,
        ("dossiers", "Code") => $"bare-{to:N}",
        ("idempotency", "Key") => $"bare-{to:N}",
        ("parties", "Id") => Guid.CreateVersion7(),
        _ => value,
    }, ("attempts", "Id"));
}
