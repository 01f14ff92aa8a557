using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using MotCua.Testing;
using MotCua.Web.Configuration;
using Npgsql;
using Xunit;

namespace MotCua.Web.Tests.Host;

public sealed class ErrorAnswerTests
{
    private const string Person = "Nguyễn Thị Hoa 079199000001";

    public static TheoryData<int> Statuses => [400, 401, 403, 404, 405, 409, 413, 418, 429, 500, 502, 503];

    [Theory, MemberData(nameof(Statuses))]
    public async Task A_person_reads_one_sentence_and_a_number_that_stands_in_the_log(int status)
    {
        await using var site = await TestSite.Start();
        var answer = await site.Client.GetAsync($"/status/{status}");
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        await site.Stop();

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("vi", page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.QuerySelector("h1")!.TextContent);
        Assert.Matches(@"^[^.]+; hãy [^.]+\.$", page.QuerySelector("main p")!.TextContent);
        var number = page.QuerySelector(".code")!.TextContent;
        Assert.Matches("^MC-[0-9A-Z]{6}$", number);
        Assert.Single(site.LogLines, l => l.TryGetProperty("number", out var n) && n.GetString() == number);
    }

    [Theory, MemberData(nameof(Statuses))]
    public async Task A_program_reads_problem_json_with_the_same_number(int status)
    {
        await using var site = await TestSite.Start();
        var answer = await site.Client.GetAsync($"/api/status/{status}");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        await site.Stop();

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.Contains(site.LogLines, l => l.TryGetProperty("number", out var n) && n.GetString() == problem.GetProperty("number").GetString());
    }

    [Fact]
    public async Task A_program_is_not_sent_to_the_sign_in_and_a_person_is()
    {
        await using var site = await TestSite.Start();
        foreach (var (path, accept) in new[] { ("/trang-nào-đó", "application/json"), ("/api/nowhere", "*/*") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", accept } } };
            var answer = await site.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
        Assert.Equal(HttpStatusCode.Redirect, (await site.Client.GetAsync("/trang-nào-đó")).StatusCode);
    }

    [Theory]
    [InlineData("/boom")]
    [InlineData("/api/boom")]
    public async Task An_unexpected_error_shows_nothing_of_itself_and_its_text_stays_out_of_the_log(string path)
    {
        await using var site = await TestSite.Start(doors: app =>
            app.MapGet(path, IResult () => throw new InvalidOperationException(Person, new FormatException(Person))));
        var answer = await site.Client.GetAsync(path);
        var body = await answer.Content.ReadAsStringAsync();
        await site.Stop();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("Exception", body);
        Assert.DoesNotContain("Nguyễn", body);
        Assert.DoesNotContain("Nguyễn", site.Log);
        Assert.DoesNotContain("079199000001", site.Log);
        var line = Assert.Single(site.LogLines, l => l.TryGetProperty("exception", out _));
        Assert.Contains(line.GetProperty("number").GetString()!, body);
        Assert.Equal(["System.InvalidOperationException", "System.FormatException"],
            line.GetProperty("exception").EnumerateArray().Select(e => e.GetProperty("type").GetString()));
        Assert.Contains(nameof(ErrorAnswerTests), line.GetProperty("exception")[0].GetProperty("stack").GetString());
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_503_with_the_time_to_come_back()
    {
        await using var site = await TestSite.Start(doors: app =>
        {
            app.MapGet("/busy", IResult () => throw new InvalidOperationException("x", new SqliteException("database is locked", 5)));
            app.MapGet("/gone", async () =>
            {
                await using var connection = new NpgsqlConnection("Host=127.0.0.1;Port=1;Username=x;Timeout=2");
                await connection.OpenAsync();
            });
        });
        foreach (var path in new[] { "/busy", "/gone" })
        {
            var answer = await site.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
            Assert.Contains("chưa kết nối được cơ sở dữ liệu", await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_PostgreSQL_that_refuses_the_account_is_told_in_one_sentence()
    {
        using var folder = new Folder();
        var db = new NpgsqlConnectionStringBuilder(Tool.RequirePostgres()) { Username = "motcua_nobody" };
        var spoken = new Spoken();
        Assert.Equal(1, await spoken.Run("serve", "--data", folder.Path, "--db", db.ToString()));
        Assert.Contains("Không kết nối được cơ sở dữ liệu (mã MC-", spoken.Error.ToString());
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_413_whether_it_says_its_size_or_not()
    {
        await using var site = await TestSite.Start(new() { RequestLimitMb = 1 }, app =>
            app.MapPost("/form", async (HttpRequest request) => Results.Ok((await request.ReadFormAsync()).Count)));
        foreach (var chunked in new[] { false, true })
        {
            using var content = new MultipartFormDataContent { { new ByteArrayContent(new byte[3 << 20]), "file", "a.pdf" } };
            using var request = new HttpRequestMessage(HttpMethod.Post, "/form") { Content = content, Headers = { TransferEncodingChunked = chunked } };
            var answer = await site.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Contains("1 MB", await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Too_many_requests_from_one_address_are_429_with_the_time_to_come_back()
    {
        await using var site = await TestSite.Start(new() { RequestsPerMinute = 3 });
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.NoContent, (await site.Client.GetAsync("/status/204")).StatusCode);
        var answer = await site.Client.GetAsync("/status/204");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("chờ một phút", await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/health")).StatusCode);
    }

    [Fact]
    public async Task An_answer_that_has_its_own_body_is_let_be()
    {
        await using var site = await TestSite.Start(doors: app =>
            app.MapGet("/mine", () => Results.Text("của trang", statusCode: StatusCodes.Status409Conflict)));
        Assert.Equal("của trang", await (await site.Client.GetAsync("/mine")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_answer_that_breaks_half_way_is_cut_off()
    {
        await using var site = await TestSite.Start(doors: app => app.MapGet("/half", async (HttpContext http) =>
        {
            await http.Response.WriteAsync("nửa");
            await http.Response.Body.FlushAsync();
            throw new InvalidOperationException(Person);
        }));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => site.Client.GetStringAsync("/half"));
    }
}
