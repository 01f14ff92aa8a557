using System.Net;
using MotCua.Domain.Processes.Bpmn;
using MotCua.Domain.Processes.Bpmn.Drawing;
using MotCua.Web.Tests.Dossiers;
using Xunit;

namespace MotCua.Web.Tests.Processes;

/// <summary>The pages of processes, as an officer without scripts reads them.</summary>
public sealed class ProcessPagesTests
{
    [Fact]
    public async Task Every_officer_finds_a_process_from_the_list_with_its_picture_steps_and_sum()
    {
        await using var office = await Office.Open();
        var visitor = await office.Of("hanh.tn");
        var list = (await visitor.Get("/quy-trinh")).Document;
        var link = list.QuerySelectorAll("main table a").Single(a => a.GetAttribute("href") == "/quy-trinh/land-correction-parallel/1");
        var page = (await visitor.Get(link.GetAttribute("href")!)).Document;
        Assert.Equal(link.TextContent, page.QuerySelector("h1")!.TextContent);
        var words = page.QuerySelector("main")!.TextContent;
        Assert.Contains("chưa xác minh", words);
        Assert.Contains("từ 01/01/2018", words);
        Assert.Contains("Chạy được từ đầu đến cuối", words);
        Assert.Equal(6, page.QuerySelectorAll("main table tbody tr").Length);
        Assert.Contains("44 giờ (5,5 ngày)", page.QuerySelector(".facts")!.TextContent);
        Assert.Contains("Cộng thời gian các bước: 64 giờ (8 ngày)", words);
        var picture = page.QuerySelector("svg.bpmn")!;
        Assert.Contains("6 bước", picture.QuerySelector("title")!.TextContent);
        Assert.Equal(6, picture.QuerySelectorAll("g > title").Count(t => t.TextContent.StartsWith("Bước: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_file_for_an_editor_is_the_process()
    {
        await using var office = await Office.Open();
        var answer = await (await office.Of("hanh.tn")).Raw("/quy-trinh/certify-2d/1?handler=File");
        Assert.Equal("application/xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("certify-2d-1.bpmn", answer.Content.Headers.ContentDisposition!.FileName);
        var read = BpmnReader.Read(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.True(read.Check().Executable);
        Assert.Equal("certify-2d", read.Model!.ToDefinition().Definition!.Code);
    }

    [Fact]
    public async Task Nobody_else_reads_them_and_what_is_not_there_is_not_found()
    {
        await using var office = await Office.Open();
        Assert.Equal(HttpStatusCode.Redirect, (await office.Anyone().Raw("/quy-trinh")).StatusCode);
        var visitor = await office.Of("hanh.tn");
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Raw("/quy-trinh/certify-2d/9")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Raw("/quy-trinh/gone/1?handler=File")).StatusCode);
    }

    [Fact]
    public async Task The_catalogues_administration_leads_there()
    {
        await using var office = await Office.Open();
        Assert.NotNull((await (await office.Of("vu.lq")).Get("/danh-muc/thu-tuc")).Document.QuerySelector("main a[href='/quy-trinh']"));
    }
}
