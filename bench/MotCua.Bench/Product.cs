using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace MotCua.Bench;

/// <summary>The product as people run it: a process of its own that serves on loopback.</summary>
internal sealed partial class Product : IAsyncDisposable
{
    private readonly ProcessStartInfo start;
    private readonly string folder;
    private readonly List<string> said = [];
    private Process process = null!;
    private TaskCompletionSource ready = null!;

    private Product(ProcessStartInfo start, string folder, string address) => (this.start, this.folder, Address) = (start, folder, new Uri(address));

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

    /// <summary>Where its papers lie.</summary>
    public string Files => Path.Combine(folder, "files");

    /// <summary>The embedded database's file.</summary>
    public string DatabaseFile => Path.Combine(folder, "motcua.db");

    /// <summary>Whether it ended by itself.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>Files that it was writing when it ended.</summary>
    public IReadOnlyList<string> Leftovers() =>
    [
        .. Directory.EnumerateFiles(Files, "*.part"),
        .. Path.Combine(folder, ".tmp") is var temporary && Directory.Exists(temporary) ? Directory.EnumerateFiles(temporary) : [],
    ];

    /// <summary>The product as it is built for <c>./run</c>.</summary>
    public static string Built => Path.Combine(Shared.Root, "src", "MotCua.Web", "bin", "Release", "net10.0", "MotCua.Web.dll");

    /// <summary>Starts it on a database and waits until it serves.</summary>
    /// <param name="connection">PostgreSQL; null = the embedded one.</param>
    /// <exception cref="InvalidOperationException">It did not start; the message is a sentence for people.</exception>
    public static async Task<Product> Serve(string? connection, params (string Name, string Value)[] settings)
    {
        var port = Server.FreePort();
        var folder = Directory.CreateTempSubdirectory("motcua-bench-data-").FullName;
        string[] db = connection is null ? [] : ["--db", connection];
        var start = new ProcessStartInfo("dotnet", [Built, "serve", "--demo", .. db, "--data", folder, "--urls", $"http://127.0.0.1:{port}"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        };
        (start.Environment["MOTCUA_REQUESTS_PER_MINUTE"], start.Environment["MOTCUA_LOG_LEVEL"]) = ("0", "Warning");
        // Which database it is stands on its line, not in whoever measures.
        start.Environment.Remove("MOTCUA_DB");
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var product = new Product(start, folder, $"http://127.0.0.1:{port}");
        try
        {
            await product.Again();
        }
        catch (InvalidOperationException)
        {
            await product.DisposeAsync();
            throw;
        }
        return product;
    }

    /// <summary>Starts it on the same folder, database and address, and waits until it serves.</summary>
    /// <exception cref="InvalidOperationException">It did not start.</exception>
    public async Task Again()
    {
        ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
        process?.Dispose();
        process = Process.Start(start)!;
        Listen();
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(ready.Task, ended, Task.Delay(TimeSpan.FromMinutes(2))) != ready.Task)
            throw new InvalidOperationException($"Hệ thống không khởi động được để đo: {string.Join(' ', said)}");
    }

    /// <summary>Ends it as a power cut would: nothing is told, nothing tidied.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
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
        {
            if (said.Count >= 40)
                said.RemoveAt(0);
            said.Add(line);
        }
        if (PasswordLine().Match(line) is { Success: true } password)
            Password = password.Groups[1].Value;
        if (line.Contains(Address.Authority, StringComparison.Ordinal))
            ready.TrySetResult();
    }

    [GeneratedRegex(@"mật khẩu: (\S+)")]
    private static partial Regex PasswordLine();
}
