using System.Diagnostics;

namespace MotCua.Bench;

/// <summary>From the start of the process to the sign-in page, published for this machine with code compiled ahead, on a migrated database; against an
/// empty web application published alike. Then the memory of the product after it served a walk of pages.</summary>
internal sealed class StartBench : IBench
{
    private const string SignIn = "/dang-nhap";

    /// <inheritdoc/>
    public async Task<Measured> Run(BenchLine line, Server server, Action<string> say)
    {
        var folder = line.Keep ?? Directory.CreateTempSubdirectory("motcua-bench-publish-").FullName;
        try
        {
            var product = await Publish("src/MotCua.Web", Path.Combine(folder, "product"), say);
            var empty = await Publish("bench/MotCua.Bench.Empty", Path.Combine(folder, "empty"), say);
            var made = await Shared.Seeded(server);
            await using (await Product.Serve(made))
            {
                // The accounts are made once, by the first start.
            }
            var rows = new List<MeasuredRow>();
            foreach (var (what, db) in new[] { ("PostgreSQL", made), ("embedded", (string?)null) })
            {
                var data = Path.Combine(folder, "data-" + what);
                string[] arguments = db is null ? ["serve", "--data", data] : ["serve", "--data", data, "--db", db];
                await Once(Path.Combine(product, "MotCua.Web.dll"), arguments);
                var (ours, baseline) = await Alternating.Run(line.Rounds, () => Once(Path.Combine(product, "MotCua.Web.dll"), arguments),
                    () => Once(Path.Combine(empty, "MotCua.Bench.Empty.dll"), []), say);
                rows.Add(new MeasuredRow(null, null, $"to the sign-in page, {what}", ours, baseline));
            }
            await Walk(made, say);
            return new Measured("start", line.Rounds, rows);
        }
        finally
        {
            if (line.Keep is null)
                Directory.Delete(folder, recursive: true);
        }
    }

    // What was published into a kept folder is not published again.
    private static async Task<string> Publish(string project, string to, Action<string> say)
    {
        if (Directory.Exists(to))
            return to;
        say($"xuất bản {project}…");
        var start = new ProcessStartInfo(Path.Combine(Shared.Root, ".ci", "publish"), [to, project])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? to : throw new InvalidOperationException($"Không xuất bản được {project}: {await said}{await wrong}");
    }

    private static async Task<Speed> Once(string program, string[] arguments)
    {
        var address = $"http://127.0.0.1:{Server.FreePort()}";
        var start = new ProcessStartInfo("dotnet", [program, .. arguments, "--urls", address])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(program)!,
        };
        var whole = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await Answers(address, whole, process);
            return Speed.Of([whole.Elapsed.TotalMilliseconds], whole.Elapsed.TotalSeconds);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task Answers(string address, Stopwatch whole, Process process)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        while (whole.Elapsed < TimeSpan.FromMinutes(1) && !process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(SignIn, UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            await Task.Delay(5);
        }
        throw new InvalidOperationException("Chương trình đã xuất bản không khởi động được để đo.");
    }

    private static async Task Walk(string made, Action<string> say)
    {
        await Shared.ForgetPasswords(made);
        await using var product = await Product.Serve(made);
        using (var samples = new Samples(made))
            await samples.At(null);
        using var browser = await Browser.SignedIn(product, Samples.Handler);
        foreach (var page in new[] { "/thu-tuc", "/tra-cuu", "/viec", "/viec?xem=tat-ca", "/so-theo-doi" })
            await browser.Get(page);
        say($"bộ nhớ sau khi mở vài trang: {product.Megabytes} MB");
    }
}
