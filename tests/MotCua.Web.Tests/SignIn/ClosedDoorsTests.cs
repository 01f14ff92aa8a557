using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MotCua.Web.Tests.SignIn;

public sealed partial class ClosedDoorsTests
{
    private static readonly string[] Open = ["/dang-nhap", "/dang-nhap/ma", "/dang-xuat", "/tra-cuu", "/thu-tuc", "/thu-tuc/1", "/health", "/ready"];

    [Fact]
    public async Task Every_door_but_the_listed_ones_leads_a_stranger_to_the_sign_in_and_says_nothing_else()
    {
        await using var front = await Front.Open();
        var browser = front.Browser();
        var doors = front.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null).ToList();
        Assert.True(doors.Count > 8);
        foreach (var path in doors.Select(d => PathOf(d.RoutePattern.RawText!)).Distinct().Except(Open))
        {
            var answer = await browser.Get(path);
            if (path.StartsWith("/api/", StringComparison.Ordinal))
            {
                Assert.Equal((path, HttpStatusCode.Unauthorized), (path, answer.Status));
                Assert.Contains("Chưa đăng nhập", answer.Text);
                continue;
            }
            Assert.Equal((path, HttpStatusCode.Found, "/dang-nhap?ve=" + Uri.EscapeDataString(path)), (path, answer.Status, answer.Location));
            Assert.Equal("", answer.Text);
        }
    }

    [Theory]
    [InlineData("/khong-co")]
    [InlineData("/ho-so/H15.12.01-261117-0001")]
    [InlineData("/kit")]
    public async Task What_is_there_and_what_is_not_look_alike_from_outside(string path)
    {
        await using var front = await Front.Open();
        Assert.StartsWith("/dang-nhap?ve=", (await front.Browser().Get(path)).Location);
    }

    [Fact]
    public async Task Whoever_lacks_the_duty_gets_403_and_whoever_is_lost_404_both_with_a_number()
    {
        await using var front = await Front.Open();
        var browser = await front.SignedIn("ngoc.ltb");
        var closed = await browser.Get("/hop-thu");
        Assert.Equal(HttpStatusCode.Forbidden, closed.Status);
        Assert.Contains("không được giao việc này", closed.Text);
        Assert.Matches("MC-[0-9A-Z]{6}", closed.Text);
        Assert.DoesNotContain("chưa gửi thật", closed.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/khong-co")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/giu/{Guid.NewGuid():D}")).Status);
    }

    [Fact]
    public async Task A_program_gets_401_and_no_page()
    {
        await using var front = await Front.Open();
        var answer = await front.Browser().Post("/kit?handler=Draft", [("Input.FullName", "x")], null, ("Accept", "application/json"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    private static string PathOf(string route) => "/" + Parameter().Replace(route.TrimStart('/'), m => m.Value.Contains("guid") ? Guid.Empty.ToString() : "1");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
