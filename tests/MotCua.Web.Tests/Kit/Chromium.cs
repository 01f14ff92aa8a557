using Microsoft.Playwright;
using MotCua.Testing;
using Xunit;

namespace MotCua.Web.Tests.Kit;

/// <summary>The browser of the machine, started once; where there is none, tests that need it are skipped, and fail in CI.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Program() is not { } path) return;
        // Tests wait for one another on a machine with two cores; what is wrong fails as well a little later.
        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Flags });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A fresh page; a phone has fingers.</summary>
    public async Task<IPage> Open(int width = 1366, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        if (browser is null) Tool.Missing("chromium");
        var context = await browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = width < 500 ? 740 : 900 },
            ColorScheme = scheme,
            HasTouch = width < 500,
            IsMobile = width < 500,
            JavaScriptEnabled = scripts,
        });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    private static string? Program() =>
        Environment.GetEnvironmentVariable("MOTCUA_CHROMIUM") is { Length: > 0 } named && File.Exists(named) ? named : Tool.Find("chromium");
}
