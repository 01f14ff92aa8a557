using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Reception;
using MotCua.Testing;
using Xunit;

namespace MotCua.Web.Tests.Dossiers;

/// <summary>Files that go up in pieces before their form.</summary>
public sealed class PiecesTests
{
    [Fact]
    public async Task A_file_in_pieces_goes_on_after_a_break_and_comes_with_its_form()
    {
        await using var office = await Office.Open();
        var visitor = await office.Of("hanh.tn");
        var page = await Begin(office, visitor);
        var file = SampleFiles.Pdf(new string('n', 30_000));
        var line = new Line(visitor, page.Typed("__RequestVerificationToken")!);
        var at = await line.Begin(file.Length, "tờ khai.pdf");
        Assert.Equal(HttpStatusCode.NoContent, (await line.Append(at, 0, file[..10_000])).StatusCode);
        Assert.Equal("10000", Offset(await visitor.Ask(new HttpRequestMessage(HttpMethod.Head, at))));
        var again = await line.Append(at, 0, file[..10_000]);
        Assert.Equal((HttpStatusCode.Conflict, "10000"), (again.StatusCode, Offset(again)));
        Assert.Equal(460, (int)(await line.Append(at, 10_000, file[10_000..], SHA256.HashData([1]))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await line.Append(at, 10_000, file[10_000..])).StatusCode);
        page = await page.Send(("do", "save"), ("_tai_len", $"paper.1.files|{at.Split('/')[^1]}"));
        Assert.Contains("tờ khai.pdf", page.Words);
        await using var db = office.House.Db();
        var row = Assert.Single(await db.Set<AttemptFileRow>().ToListAsync());
        Assert.Equal(("1", Convert.ToHexStringLower(SHA256.HashData(file)), 1), (row.Component, row.Digest, row.Pages));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Ask(new HttpRequestMessage(HttpMethod.Head, at))).StatusCode);
    }

    [Fact]
    public async Task Anothers_file_a_request_without_its_token_and_one_that_is_too_large_get_nowhere()
    {
        await using var office = await Office.Open();
        var mine = await office.Of("hanh.tn");
        var page = await Begin(office, mine);
        var line = new Line(mine, page.Typed("__RequestVerificationToken")!);
        var at = await line.Begin(10, "a.pdf");
        var other = await office.Of("linh.hn");
        var theirs = await Begin(office, other);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Ask(new HttpRequestMessage(HttpMethod.Head, at))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await new Line(other, theirs.Typed("__RequestVerificationToken")!).Append(at, 0, [1])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await new Line(mine, "x").Append(at, 0, [1])).StatusCode);
        var large = await line.Post(2L << 30, "lớn.pdf");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Contains("512 MB", JsonDocument.Parse(await large.Content.ReadAsStringAsync()).RootElement.GetProperty("sentence").GetString());
        var nobody = await office.Anyone().Ask(new HttpRequestMessage(HttpMethod.Head, at));
        Assert.Contains(nobody.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Redirect });
    }

    [Fact]
    [Requirement("R-DIG-07")]
    public async Task A_scan_that_is_hard_to_read_is_received_only_with_a_reason_and_the_reason_stays_beside_it()
    {
        await using var office = await Office.Open();
        var visitor = await office.Of("hanh.tn");
        var page = await Begin(office, visitor, typed: await office.Life.Typed());
        page = await page.SendFiles([("paper.1.files", "mờ.jpg", SampleFiles.Scan(100))], ("do", "receive"));
        Assert.Contains("chỉ có 100 dpi", page.Words);
        Assert.StartsWith("/tiep-nhan/", page.Path);
        page = await page.Send(("do", "receive"), ("paper.1.unclear", "bản chính cũ, chữ mờ sẵn"));
        Assert.StartsWith("/ho-so/", page.Path);
        Assert.Contains("Có thể khó đọc; vẫn nhận vì: bản chính cũ, chữ mờ sẵn", page.Words);
    }

    private static async Task<Sheet> Begin(Office office, Visitor visitor, TypedForm? typed = null)
    {
        var id = await office.Life.Attempt(await office.House.Officer("hanh.tn"), typed: typed ?? TypedForm.Empty);
        return await visitor.Get($"/tiep-nhan/{id}");
    }

    private static string? Offset(HttpResponseMessage answer) => answer.Headers.TryGetValues("Upload-Offset", out var all) ? all.Single() : null;

    private sealed class Line(Visitor visitor, string token)
    {
        public async Task<HttpResponseMessage> Post(long length, string name)
        {
            var begin = new HttpRequestMessage(HttpMethod.Post, "/api/tai-len");
            begin.Headers.Add("Upload-Length", length.ToString(System.Globalization.CultureInfo.InvariantCulture));
            begin.Headers.Add("Upload-Name", Uri.EscapeDataString(name));
            begin.Headers.Add("RequestVerificationToken", token);
            return await visitor.Ask(begin);
        }

        public async Task<string> Begin(long length, string name)
        {
            var answer = await Post(length, name);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            return answer.Headers.Location!.ToString();
        }

        public Task<HttpResponseMessage> Append(string at, long offset, byte[] piece, byte[]? sha = null)
        {
            var append = new HttpRequestMessage(HttpMethod.Patch, at) { Content = new ByteArrayContent(piece) };
            append.Headers.Add("Upload-Offset", offset.ToString(System.Globalization.CultureInfo.InvariantCulture));
            append.Headers.Add("Upload-Checksum", $"sha256 {Convert.ToBase64String(sha ?? SHA256.HashData(piece))}");
            append.Headers.Add("RequestVerificationToken", token);
            return visitor.Ask(append);
        }
    }
}
