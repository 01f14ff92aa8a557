using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MotCua.Web.Watch;
using NetEscapades.AspNetCore.SecurityHeaders;
using Xunit;

namespace MotCua.Web.Tests.Host;

public sealed class WatchTests
{
    [Fact]
    public async Task Every_log_line_is_one_json_object_in_UTC_without_the_address()
    {
        await using var site = await TestSite.Start(doors: app =>
        {
            app.MapGet("/tra-cuu/{name}", (string name, ILoggerFactory loggers) =>
            {
                loggers.CreateLogger("Other.Library").LogWarning("Bad value {Value} in row {Row}", name, 7);
                return Results.Ok();
            });
        });
        await site.Client.GetAsync("/tra-cuu/Nguyễn Thị Hoa?soGiayTo=079199000001");
        Assert.Equal(HttpStatusCode.Redirect, (await site.Client.GetAsync("/Nguyễn-Thị-Hoa")).StatusCode);
        await site.Client.SendAsync(new HttpRequestMessage(new HttpMethod("HOA"), "/tra-cuu/x"));
        await site.Stop();

        var lines = site.LogLines.ToList();
        Assert.All(lines, l =>
        {
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", l.GetProperty("time").GetString());
            Assert.NotEmpty(l.GetProperty("level").GetString()!);
            Assert.NotEmpty(l.GetProperty("category").GetString()!);
        });
        var request = Assert.Single(lines, l =>
            l.TryGetProperty("route", out var r) && r.GetString() == "/tra-cuu/{name}" && l.GetProperty("status").GetInt32() == 200);
        Assert.Equal("GET", request.GetProperty("method").GetString());
        Assert.True(request.GetProperty("ms").GetDouble() >= 0);
        Assert.NotEmpty(request.GetProperty("requestId").GetString()!);
        var foreign = Assert.Single(lines, l => l.GetProperty("category").GetString() == "Other.Library");
        Assert.Equal("Bad value {Value} in row {Row}", foreign.GetProperty("message").GetString());
        Assert.Equal(7, foreign.GetProperty("row").GetInt32());
        foreach (var secret in new[] { "Hoa", "HOA", "079199000001", "soGiayTo", "Nguy" })
            Assert.DoesNotContain(secret, site.Log);
    }

    [Fact]
    public void A_log_line_keeps_Vietnamese_readable_and_stays_one_line()
    {
        var to = new StringWriter();
        new JsonLines(to).Write(LogLevel.Information, "MotCua.X", "hồ sơ\nthứ hai", [new("unit", "Phường Bến Nghé"), new("message", "không ghi đè")], null);
        Assert.Single(to.ToString().TrimEnd().Split('\n'));
        Assert.Contains("Phường Bến Nghé", to.ToString());
        Assert.Equal("hồ sơ\nthứ hai", JsonDocument.Parse(to.ToString()).RootElement.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Health_says_that_it_lives_and_ready_that_it_can_work()
    {
        await using var site = await TestSite.Start();
        await site.Prepare();
        Assert.Equal("alive", (await site.Client.GetFromJsonAsync<JsonElement>("/health")).GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/ready")).StatusCode);

        Directory.Delete(site.Settings.Files, recursive: true);
        var answer = await site.Client.GetAsync("/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var ready = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(ready.GetProperty("ready").GetBoolean());
        var check = Assert.Single(ready.GetProperty("checks").EnumerateArray(), c => c.GetProperty("name").GetString() == "files");
        Assert.Contains("thư mục tệp", check.GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("/status/404")]
    [InlineData("/health")]
    public async Task A_browser_is_told_to_take_nothing_from_elsewhere(string path)
    {
        await using var site = await TestSite.Start();
        var headers = (await site.Client.GetAsync(path)).Headers;
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "form-action 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
            string.Join("", headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", string.Join("", headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", string.Join("", headers.GetValues("Referrer-Policy")));
        Assert.Contains("camera=()", string.Join("", headers.GetValues("Permissions-Policy")));
        Assert.False(headers.Contains("Server"));
    }

    [Fact]
    public async Task A_paper_may_be_shown_inside_our_own_page()
    {
        await using var site = await TestSite.Start(doors: app => app.MapGet("/paper", () => "x").WithSecurityHeadersPolicy(BrowserRules.Papers));
        var headers = (await site.Client.GetAsync("/paper")).Headers;
        Assert.Contains("frame-ancestors 'self'", string.Join("", headers.GetValues("Content-Security-Policy")));
        Assert.Equal("SAMEORIGIN", string.Join("", headers.GetValues("X-Frame-Options")));
    }

    [Fact]
    public void What_was_protected_before_a_restart_is_read_after_it()
    {
        using var folder = new Folder();
        string Do(Func<IDataProtector, string> work)
        {
            using var app = (IDisposable)Site.Build(Spoken.Line(new() { Data = folder.Path }, new Spoken().Streams));
            return work(((WebApplication)app).Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("form"));
        }

        var kept = Do(p => p.Protect("đã nhập"));
        Assert.Equal("đã nhập", Do(p => p.Unprotect(kept)));
        Assert.NotEmpty(Directory.GetFiles(folder["keys"]));
    }
}
