using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Web.Tests.Dossiers;
using Xunit;

namespace MotCua.Web.Tests.Instructions;

/// <summary>Instructions through their pages, without scripts.</summary>
public sealed class InstructionPageTests
{
    [Fact]
    public async Task A_head_of_the_one_stop_unit_gives_one_its_receiver_reports_and_the_head_closes_it()
    {
        await using var office = await Office.Open();
        var (id, code, step) = await office.At(StepKind.Handle);
        var head = await office.Of("phuoc.nv");
        var page = await head.Get($"/ho-so/{code}");
        Assert.Contains("Chưa có chỉ đạo nào trên hồ sơ này.", page.Words);
        page = await head.Get($"/ho-so/{code}/chi-dao");
        page = await page.Send(("Input.Text", "Ưu tiên xử lý trước."), ("Input.Days", "2"));
        Assert.Contains("Hãy chọn cán bộ nhận chỉ đạo.", page.Words);
        Assert.Equal("Ưu tiên xử lý trước.", page.Typed("Input.Text"));
        var receiver = (await office.House.Officer("ngoc.ltb")).Value;
        page = await page.Send(("Input.To", $"{receiver}-{step.Unit.Value}"), ("Input.Text", "Ưu tiên xử lý trước."), ("Input.Days", "2"));
        Assert.Equal($"/ho-so/{code}", page.Path);
        Assert.Contains("giao Lê Thị Bảo Ngọc: chưa báo cáo thực hiện", page.Words);
        Assert.Contains("Đã ra chỉ đạo", page.Words);

        var officer = await office.Of("ngoc.ltb");
        page = await officer.Get("/chi-dao");
        Assert.Contains("Ưu tiên xử lý trước.", page.Words);
        page = await officer.Get($"/ho-so/{code}/chi-dao/1");
        page = await page.Send();
        Assert.Contains("Hãy ghi kết quả thực hiện.", page.Words);
        page = await page.Send(("Input.Text", "Đã thẩm định xong."));
        Assert.Contains("Đã báo cáo, chờ xác nhận", page.Words);

        page = await head.Get($"/ho-so/{code}/chi-dao/1");
        Assert.Contains("Đã thẩm định xong.", page.Words);
        page = await page.Send();
        Assert.Contains("Đã kết thúc chỉ đạo 1", page.Document.Body!.TextContent);
        var dossier = await office.Life.Now(id);
        Assert.Equal(InstructionState.Closed, dossier.Instructions[0].State);
        Assert.Equal(step.Token, dossier.Open.Steps[0].Token);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await (await office.Of("ngoc.ltb")).Raw($"/ho-so/{code}/chi-dao")).StatusCode);
    }
}
