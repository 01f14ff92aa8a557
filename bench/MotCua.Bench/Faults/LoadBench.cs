using MotCua.Domain.Processes;

namespace MotCua.Bench.Faults;

/// <summary>A province at work: officers of many communes with time to think, on many dossiers; against one officer alone on the same database
/// before.</summary>
internal sealed class LoadBench : IFaultBench
{
    private const int ThinkLeast = 6000, ThinkMost = 12000;
    private const double MostRatio = 5;

    /// <inheritdoc/>
    public async Task<FaultReport> Run(BenchLine line, Server server, Action<string> say)
    {
        var (count, size, seconds) = (line.Officers ?? 150, line.Size ?? 100_000, line.SecondsTyped ?? 600);
        var communes = (int)Math.Ceiling(count / (double)Crowd.PerCommune);
        var made = await Shared.Seeded(server);
        await using var product = await Product.Serve(made);
        await Fill(made, communes, size, say);
        // What was copied in beside the application is read at its start.
        await product.Kill();
        await product.Again();
        var (since, alone) = (DateTimeOffset.UtcNow, new Journal());
        var baseline = await Alone(product, made, Math.Clamp(seconds / 5, 10, 90), alone, say);
        var journal = new Journal();
        using var stop = new CancellationTokenSource();
        using var crowd = await Crowd.SignedIn(product, () => Shared.Open(made), count, communes, patient: false, journal,
            () => Task.Delay(Random.Shared.Next(ThinkLeast, ThinkMost), stop.Token));
        journal.Forget("sign-in");
        say($"{count} cán bộ ở {communes} xã bắt đầu làm, {seconds} giây…");
        stop.CancelAfter(TimeSpan.FromSeconds(seconds));
        await crowd.Work(stop.Token);
        var wrong = await Record.Check(() => Shared.Open(made), product.Files, journal.With(alone), since, verify: false);
        var rows = Rows(journal, baseline, seconds, count);
        var all = rows[^1];
        say($"bộ nhớ: {product.Megabytes} MB");
        if (all.P95ratio > MostRatio)
            wrong = [.. wrong, $"p95 gấp {all.P95ratio} lần khi chỉ một cán bộ làm, quá {MostRatio} lần."];
        return FaultReport.Of("load", count, seconds, journal, wrong) with
        {
            Size = size, Rows = rows,
            Think = $"mỗi cán bộ nghĩ {ThinkLeast / 1000}–{ThinkMost / 1000} giây trước mỗi trang; nền: một người lần lượt mọi vai, không nghĩ",
        };
    }

    private static async Task Fill(string made, int communes, int size, Action<string> say)
    {
        using var samples = new Samples(made);
        List<Bulk.Sample> all = [new((await samples.At(null)).Value, 30)];
        foreach (var kind in new[] { StepKind.HandOver, StepKind.Handle, StepKind.Approve, StepKind.Register })
            all.Add(new((await samples.At(kind)).Value, 1));
        say($"nhân {size} hồ sơ ở {communes} xã…");
        await new Bulk(made, communes, 364, WithLog: true).Make(all, size, say);
    }

    private static async Task<IReadOnlyDictionary<string, Speed>> Alone(Product product, string made, double seconds, Journal journal, Action<string> say)
    {
        using var one = await Crowd.SignedIn(product, () => Shared.Open(made), Crowd.PerCommune, 1, patient: false, journal, () => Task.CompletedTask);
        // The compiler warms up for both.
        using (var warm = new CancellationTokenSource(TimeSpan.FromSeconds(Math.Min(20, seconds))))
            await one.Work(warm.Token);
        journal.Forget();
        say($"một cán bộ làm một mình, {seconds} giây…");
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        await one.Alone(stop.Token);
        if (journal.Errors > 0)
            throw new InvalidOperationException($"Một cán bộ làm một mình cũng gặp lỗi: {string.Join("; ", journal.Samples)}.");
        return Speeds(journal, seconds);
    }

    private static Dictionary<string, Speed> Speeds(Journal journal, double seconds)
    {
        var speeds = journal.Times.ToDictionary(t => t.Key, t => Speed.Of([.. t.Value], seconds));
        speeds["all"] = Speed.Of([.. journal.Times.Values.SelectMany(t => t)], seconds);
        return speeds;
    }

    private static List<MeasuredRow> Rows(Journal journal, IReadOnlyDictionary<string, Speed> baseline, double seconds, int count) =>
        [.. Speeds(journal, seconds).Where(s => baseline.ContainsKey(s.Key)).OrderBy(s => s.Key == "all").ThenBy(s => s.Key, StringComparer.Ordinal)
            .Select(s => new MeasuredRow(count, null, s.Key, s.Value, baseline[s.Key]))];
}
