using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace MotCua.Web.Tests.Host;

/// <summary>The program as a whole: under a test host, and as a process of its own.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task A_test_host_can_start_it()
    {
        using var folder = new Folder();
        await using var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.UseSetting("data", folder.Path));
        using var client = factory.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health")).StatusCode);
        Assert.True(Directory.Exists(folder["keys"]));
    }

    [Fact]
    public async Task It_serves_from_any_folder_in_any_zone_and_ends_when_asked()
    {
        using var folder = new Folder();
        using var process = Start(folder, "serve", "--data", "d");
        using var ends = new Ending(process);
        var address = await Address(process.StandardOutput);
        Assert.Equal("localhost", new Uri(address).Host);
        using (var client = new HttpClient())
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address + "/health")).StatusCode);
            Assert.Equal("text/css", (await client.GetAsync(address + "/css/base.css")).Content.Headers.ContentType?.MediaType);
        }
        Assert.True(Directory.Exists(folder["d/files"]));
        Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExit();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.All(error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith("Đã cập nhật lược đồ", StringComparison.Ordinal)),
            l => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(l).RootElement.ValueKind));
    }

    [Fact]
    public async Task With_json_standard_output_holds_one_document()
    {
        using var folder = new Folder();
        using var process = Start(folder, "--json", "config", "--data", "d");
        var document = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(folder["d"], JsonDocument.Parse(document).RootElement[0].GetProperty("value").GetString());
        Assert.False(Directory.Exists(folder["d"]));
    }

    private static async Task<string> Address(StreamReader output)
    {
        while (await output.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (line.Split(' ').FirstOrDefault(w => w.StartsWith("http://", StringComparison.Ordinal)) is { } address)
                return address;
        throw new InvalidOperationException("The program ended without an address.");
    }

    private static Process Start(Folder at, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MotCua.Web.dll"), .. words])
        {
            WorkingDirectory = at.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TZ"] = "America/New_York", ["LC_ALL"] = "C" },
        };
        return Process.Start(start)!;
    }

    // A failed test leaves no server behind.
    private sealed class Ending(Process process) : IDisposable
    {
        public void Dispose()
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
