using System.Diagnostics;
using System.Text.Json;
using MotCua.Testing;
using Xunit;

namespace MotCua.Web.Tests.Host;

/// <summary>Small runs of the benches that break something under load; the whole ones are <c>./run bench kill</c> and <c>./run bench outage</c>.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("kill", 5)]
    [InlineData("kill-embedded", 5)]
    [InlineData("outage", 1)]
    public async Task What_was_acknowledged_is_there_once_whatever_dies(string bench, int times)
    {
        Tool.RequireLong();
        if (bench != "kill-embedded")
            Tool.RequirePostgres();
        var dll = Repository.Path("bench/MotCua.Bench/bin/Release/net10.0/MotCua.Bench.dll");
        var start = new ProcessStartInfo("dotnet", [dll, bench, "--times", $"{times}", "--clients", "16", "--json"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment.Remove("MOTCUA_DB");
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var report = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, await said);
        var read = JsonDocument.Parse(report).RootElement;
        Assert.Empty(read.GetProperty("broken").EnumerateArray());
        Assert.True(read.GetProperty("acts").GetInt32() > 0, report);
    }
}
