using System.Diagnostics;
using System.Globalization;

namespace MotCua.Integrations.Ocr;

/// <summary>A program of the system, held to a time and a memory.</summary>
internal static class OutsideProgram
{
    // A starved machine may give a program little of its time: the clock on the wall is only the last barrier.
    private const int WallFactor = 8;
    private const int MostOutput = 256 * 1024 * 1024;

    /// <summary>The absolute path of a program; null where there is none.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Runs it to its end.</summary>
    /// <param name="program">Absolute path.</param>
    /// <param name="words">Its arguments.</param>
    /// <param name="input">Writes its standard input; null = none.</param>
    /// <param name="limits">Time and memory.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>Its standard output; null where it failed, or went over a limit.</returns>
    public static async Task<byte[]?> Run(
        string program, IReadOnlyList<string> words, Func<Stream, CancellationToken, Task>? input, OcrLimits limits, CancellationToken stop)
    {
        var bounds = string.Create(CultureInfo.InvariantCulture, $"ulimit -v {limits.MemoryMb * 1024L}; ulimit -t {limits.Seconds}; exec \"$0\" \"$@\"");
        var start = new ProcessStartInfo("/bin/sh", ["-c", bounds, program, .. words])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        over.CancelAfter(TimeSpan.FromSeconds(limits.Seconds * WallFactor));
        using var process = Process.Start(start)!;
        try
        {
            var errors = Drain(process.StandardError.BaseStream, over.Token);
            var output = ReadAll(process.StandardOutput.BaseStream, over.Token);
            await Feed(process, input, over.Token);
            var read = await output;
            await errors;
            await process.WaitForExitAsync(over.Token);
            return process.ExitCode == 0 ? read : null;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static async Task Feed(Process process, Func<Stream, CancellationToken, Task>? input, CancellationToken stop)
    {
        try
        {
            if (input is not null)
                await input(process.StandardInput.BaseStream, stop);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read everything; its exit status says the rest.
        }
    }

    private static async Task Drain(Stream stream, CancellationToken stop) => await stream.CopyToAsync(Stream.Null, stop);

    private static async Task<byte[]?> ReadAll(Stream stream, CancellationToken stop)
    {
        using var read = new MemoryStream();
        var part = new byte[81920];
        for (var n = await stream.ReadAsync(part, stop); n > 0; n = await stream.ReadAsync(part, stop))
        {
            if (read.Length + n > MostOutput)
                throw new OperationCanceledException();
            read.Write(part, 0, n);
        }
        return read.ToArray();
    }
}
