using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Access;
using MotCua.App.Papers;
using MotCua.App.Reception;
using MotCua.Domain.Processes;
using MotCua.Testing;
using MotCua.Web.Tests.Dossiers;
using SkiaSharp;
using Xunit;

namespace MotCua.Web.Tests.Access;

/// <summary>The bytes of papers leave by known doors alone, and each time a line of the reading log says so.</summary>
public sealed class LeavingBytesTests
{
    // Forms, drawings, catalogues and separator sheets: nobody's papers.
    private static readonly string[] NoPapers = ["/bieu-mau/{type}/{set}", "/quy-trinh/", "/thu-tuc", "/danh-muc/", "/so-hoa/{id:guid}/to-phan-cach"];

    [Fact]
    [Requirement("R-SEC-09"), Requirement("R-SEC-18")]
    public async Task Every_route_that_answers_with_bytes_writes_a_reading()
    {
        await using var office = await Office.Open();
        var (id, code, _) = await office.At(StepKind.Return);
        var attempt = await office.Life.Attempt(await office.House.Officer("hanh.tn"));
        var clerk = await office.Of("hanh.tn");
        await (await clerk.Get($"/tiep-nhan/{attempt}")).SendFiles([("paper.1.files", "đơn.pdf", SampleFiles.Pdf())], ("do", "save"));
        await using var db = office.House.Db();
        var (file, taken) = (await db.Set<PaperFileRow>().Select(f => f.Id).FirstAsync(), await db.Set<AttemptFileRow>().Select(f => f.Id).FirstAsync());
        var doors = new List<string>();
        foreach (var officer in new[] { "hanh.tn", "thinh.nd" })
        {
            var visitor = await office.Of(officer);
            foreach (var route in Routes(office))
            {
                var path = route.Replace("{code}", code).Replace("{id:long}", file.ToString(CultureInfo.InvariantCulture))
                    .Replace("{file:long}", taken.ToString(CultureInfo.InvariantCulture)).Replace("{id:guid}", attempt.ToString())
                    .Replace("{attempt:guid}", attempt.ToString()).Replace("{type}", "receipt").Replace("{number:int}", "1").Replace("{act}", "approve");
                var before = await db.Set<ReadingRow>().CountAsync();
                var answer = await visitor.Raw(path);
                if (answer.StatusCode != HttpStatusCode.OK || !IsBytes(answer) || NoPapers.Any(n => route.StartsWith(n, StringComparison.Ordinal)))
                    continue;
                doors.Add(route);
                Assert.True(await db.Set<ReadingRow>().CountAsync() > before, $"{route}: {officer} read without a line");
            }
        }
        Assert.Contains("/ho-so/{code}/tep/{id:long}", doors);
        Assert.Contains("/tiep-nhan/{id:guid}/tep/{file:long}", doors);
        Assert.Contains("/ho-so/{code}/in/{type}", doors);
        var row = await db.Set<ReadingRow>().FirstAsync(r => r.Part.StartsWith("attempt:"));
        Assert.Equal(("counter", ReadingKind.File), (row.Door, row.Kind));
        Assert.StartsWith("thực hiện nhiệm vụ", row.Purpose);
        Assert.NotNull(row.Duty);
        Assert.NotEqual(default, id);
    }

    [Fact]
    [Requirement("R-SEC-06")]
    public async Task An_identity_paper_is_named_by_no_list_shown_with_a_mark_and_given_whole_on_a_written_reason_alone()
    {
        await using var office = await Office.Open();
        var visitor = await office.Of("hanh.tn");
        var white = SampleFiles.Scan(ink: 250);
        var attempt = await office.Life.Attempt(await office.House.Officer("hanh.tn"));
        var page = await (await visitor.Get($"/tiep-nhan/{attempt}")).SendFiles([("paper.6.files", "cccd Ưởng 066190004812.jpg", white)], ("do", "save"));
        Assert.DoesNotContain("cccd", page.Document.Body!.InnerHtml);
        Assert.Contains("Ảnh giấy tờ tùy thân 1 (JPG)", page.Words);
        var link = page.Document.QuerySelector("a[href*='/tep/']")!.GetAttribute("href")!;
        var answer = await visitor.Raw(link);
        var shown = await answer.Content.ReadAsByteArrayAsync();
        Assert.NotEqual(white, shown);
        Assert.DoesNotContain("cccd", answer.Content.Headers.ContentDisposition!.ToString());
        using var picture = SKBitmap.Decode(shown);
        Assert.Contains(picture.Pixels, p => p.Green < 200);
        var why = await visitor.Get(link + "/ban-goc");
        Assert.Contains("Chưa ghi lý do", (await why.Send()).Words);
        Assert.NotEqual(white, await (await visitor.Raw(link + "?goc=tự+đặt")).Content.ReadAsByteArrayAsync());
        var given = await visitor.Raw((await why.Redirected(("Reason", "đối chiếu với bản chính")))!);
        Assert.Equal(white, await given.Content.ReadAsByteArrayAsync());
        await using var db = office.House.Db();
        var row = await db.Set<ReadingRow>().SingleAsync(r => r.Kind == ReadingKind.Original);
        Assert.Equal("đối chiếu với bản chính", row.Purpose);
    }

    private static IEnumerable<string> Routes(Office office) => office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null
            && (e.Metadata.GetMetadata<HttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET")))
        .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
        .Where(r => !r.Contains("dang-xuat", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);

    private static bool IsBytes(HttpResponseMessage answer) => answer.Content.Headers.ContentType?.MediaType is { } type
        && (type is "application/pdf" or "application/octet-stream" or "text/csv" || type.StartsWith("image/", StringComparison.Ordinal)
            || type.StartsWith("application/vnd", StringComparison.Ordinal));
}
