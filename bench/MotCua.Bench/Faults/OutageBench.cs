namespace MotCua.Bench.Faults;

/// <summary>PostgreSQL is stopped at once and started again, several times, while officers work; the application is not restarted.</summary>
internal sealed class OutageBench : IFaultBench
{
    private const double AwaySeconds = 5, MostSeconds = 5;

    /// <inheritdoc/>
    public async Task<FaultReport> Run(BenchLine line, Server server, Action<string> say)
    {
        var (count, times, work) = (line.Officers ?? 30, line.Times ?? 3, line.SecondsTyped ?? 10);
        var made = await Shared.Seeded(server);
        await using var product = await Product.Serve(made);
        var (since, journal, resumed, settled, broken) =
            (DateTimeOffset.UtcNow, new Journal(), new List<double>(), new List<double>(), new List<string>());
        using var crowd = await Crowd.SignedIn(product, () => Shared.Open(made), count, 1, patient: true, journal, () => Task.Delay(Random.Shared.Next(50,
            300)));
        using var stop = new CancellationTokenSource();
        var working = crowd.Work(stop.Token);
        for (var i = 1; i <= times; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(work));
            await Away(server);
            journal.Mark();
            for (var tenths = 0; tenths < 600 && journal.SinceMark is null; tenths++)
                await Task.Delay(100);
            resumed.Add(Math.Round(journal.SinceMark ?? 60, 2));
            await Task.Delay(TimeSpan.FromSeconds(Math.Min(work, MostSeconds)));
            settled.Add(Math.Round(journal.LastAway, 2));
            say($"lần {i}/{times}: chạy lại sau {resumed[^1]} giây, ai cũng được trả lời sau {settled[^1]} giây; "
                + $"{journal.Interrupted} lần gửi lại, {journal.FormsShown} biểu mẫu được trả lại");
        }
        await Task.Delay(TimeSpan.FromSeconds(work));
        await stop.CancelAsync();
        await working;
        Npgsql.NpgsqlConnection.ClearAllPools();
        broken.AddRange(await Record.Check(() => Shared.Open(made), product.Files, journal, since));
        if (product.HasEnded)
            broken.Add("Hệ thống đã tự dừng khi cơ sở dữ liệu vắng mặt.");
        if (resumed.Max() > MostSeconds)
            broken.Add($"Việc chạy lại chậm: {resumed.Max()} giây sau khi cơ sở dữ liệu trở lại, quá {MostSeconds} giây.");
        if (journal.FormsShown == 0)
            broken.Add("Không có biểu mẫu nào rơi vào lúc cơ sở dữ liệu vắng mặt; hãy đo lâu hơn.");
        return FaultReport.Of("outage", count, work * (times + 1), journal, broken) with
        {
            Interrupted = journal.Interrupted, FormsShown = journal.FormsShown, Resumed = resumed, Settled = settled,
        };
    }

    private static async Task Away(Server server)
    {
        await server.Stop();
        await Task.Delay(TimeSpan.FromSeconds(AwaySeconds));
        await server.Start();
    }
}
