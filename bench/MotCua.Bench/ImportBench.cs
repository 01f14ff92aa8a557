namespace MotCua.Bench;

/// <summary>The import of the whole catalogue into PostgreSQL, in records read per second, against a bare bulk insert (COPY) of the rows that it came to,
/// into the same tables with the same indexes.</summary>
internal sealed class ImportBench : IBench
{
    private static readonly string[] Tables = ["procedures", "procedure_sources", "procedure_defects"];

    /// <inheritdoc/>
    public async Task<Measured> Run(BenchLine line, Server server, Action<string> say)
    {
        Shared.Procedures();
        var empty = await server.Migrated();
        var seeded = await Shared.Seeded(server);
        // Once before the rounds: what is compiled and cached is so for both, and the rows to copy are there.
        var model = await server.Database(seeded);
        var read = (await Shared.Import(model)).Read;
        var rows = new List<byte[]>();
        foreach (var table in Tables)
            rows.Add(await Out(model, table));
        say($"{read} bản ghi, {rows.Sum(r => r.Length) / 1_000_000} MB dòng");
        var (ours, baseline) = await Alternating.Run(line.Rounds, Ours, Bare, say);
        return new Measured("import", line.Rounds, [new MeasuredRow(null, read, "records", ours, baseline)]);

        async Task<Speed> Ours()
        {
            var made = await server.Database(seeded);
            var speed = await Alternating.Once(async () => (await Shared.Import(made)).Read);
            await server.Drop(made);
            return speed;
        }

        async Task<Speed> Bare()
        {
            var made = await server.Database(empty);
            var speed = await Alternating.Once(async () =>
            {
                for (var i = 0; i < Tables.Length; i++)
                    await In(made, Tables[i], rows[i]);
                return read;
            });
            await server.Drop(made);
            return speed;
        }
    }

    private static async Task<byte[]> Out(string connection, string table)
    {
        await using var bare = await Shared.Bare(connection);
        await using var copy = await bare.BeginRawBinaryCopyAsync($"COPY {table} TO STDOUT (FORMAT BINARY)");
        using var bytes = new MemoryStream();
        await copy.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static async Task In(string connection, string table, byte[] rows)
    {
        await using var bare = await Shared.Bare(connection);
        await using var copy = await bare.BeginRawBinaryCopyAsync($"COPY {table} FROM STDIN (FORMAT BINARY)");
        await copy.WriteAsync(rows);
    }
}
