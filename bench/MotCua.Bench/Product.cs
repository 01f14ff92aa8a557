using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace MotCua.Bench;

/// <summary>The product as people run it: a process of its own that serves on loopback.</summary>
internal sealed partial class Product : IAsyncDisposable
{
    private readonly Process process;
    private readonly string folder;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> said = [];

    private Product(Process process, string folder, string address) => (this.process, this.folder, Address) = (process, folder, new Uri(address));

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The password of the fictitious officers; null where this start did not make it.</summary>
    public string? Password { get; private set; }

    /// <summary>Resident memory, in megabytes.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return Math.Round(process.WorkingSet64 / 1_048_576d, 1);
        }
    }

    /// <summary>The product as it is built for <c>./run</c>.</summary>
    public static string Built => Path.Combine(Shared.Root, "src", "MotCua.Web", "bin", "Release", "net10.0", "MotCua.Web.dll");

    /// <summary>Starts it on a database and waits until it serves.</summary>
    /// <exception cref="InvalidOperationException">It did not start; the message is a sentence for people.</exception>
    public static async Task<Product> Serve(string connection, params (string Name, string Value)[] settings)
    {
        var port = Server.FreePort();
        var folder = Directory.CreateTempSubdirectory("motcua-bench-data-").FullName;
        var start = new ProcessStartInfo("dotnet", [Built, "serve", "--demo", "--db", connection, "--data", folder, "--urls", $"http://127.0.0.1:{port}"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        };
        (start.Environment["MOTCUA_REQUESTS_PER_MINUTE"], start.Environment["MOTCUA_LOG_LEVEL"]) = ("0", "Warning");
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var product = new Product(Process.Start(start)!, folder, $"http://127.0.0.1:{port}");
        product.Listen();
        try
        {
            await product.ready.Task.WaitAsync(TimeSpan.FromMinutes(2));
        }
        catch (TimeoutException)
        {
            await product.DisposeAsync();
            throw new InvalidOperationException($"Hệ thống không khởi động được để đo: {string.Join(' ', product.said)}");
        }
        return product;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (said)
            if (said.Count < 40)
                said.Add(line);
        if (PasswordLine().Match(line) is { Success: true } password)
            Password = password.Groups[1].Value;
        if (line.Contains(Address.Authority, StringComparison.Ordinal))
            ready.TrySetResult();
    }

    [GeneratedRegex(@"mật khẩu: (\S+)")]
    private static partial Regex PasswordLine();
}
