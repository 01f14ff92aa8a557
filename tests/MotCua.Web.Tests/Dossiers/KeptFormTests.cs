using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using Xunit;

namespace MotCua.Web.Tests.Dossiers;

/// <summary>Forms of acts that were sent after the sign-in had ended.</summary>
public sealed class KeptFormTests
{
    [Fact]
    public async Task An_opinion_sent_after_the_sign_in_ended_stands_in_the_form_again()
    {
        await using var office = await Office.Open();
        var (id, code, _) = await office.At(StepKind.Handle);
        var handler = await office.Of("ngoc.ltb");
        var form = await (await handler.Get($"/ho-so/{code}")).Act("Trình kết quả thẩm định");
        office.House.At(2026, 11, 17, 14, 0);
        var gate = await form.Send(("Input.Proposal", "Refused"), ("Input.Note", "Giấy chứng sinh ghi sai tên mẹ,\ndòng 3."));
        Assert.StartsWith("/dang-nhap", gate.Path);
        form = await gate.Send(("Input.UserName", "ngoc.ltb"), ("Input.Password", "test"));
        Assert.StartsWith($"/ho-so/{code}/viec/complete-step", form.Path);
        Assert.Equal("Refused", form.Typed("Input.Proposal"));
        Assert.Equal("Giấy chứng sinh ghi sai tên mẹ,\ndòng 3.", form.Typed("Input.Note")?.ReplaceLineEndings("\n"));
        var page = await form.Send();
        Assert.Contains("Đề xuất: từ chối giải quyết", page.Words);
        Assert.Equal(StepKind.Approve, Assert.Single((await office.Life.Now(id)).Open.Steps).Kind);
    }

    [Fact]
    public async Task A_result_sent_after_the_sign_in_ended_keeps_its_file()
    {
        await using var office = await Office.Open();
        var (id, code, _) = await office.At(StepKind.Register);
        var clerk = await office.Of("le.tm");
        var form = await (await clerk.Get($"/ho-so/{code}")).Act("Vào sổ, phát hành kết quả");
        office.House.At(2026, 11, 17, 14, 0);
        var gate = await form.SendFiles([("Input.Digest", "giấy khai sinh.pdf", JourneyTests.Pdf)], ("Input.ResultNumber", "9/KS"));
        form = await gate.Send(("Input.UserName", "le.tm"), ("Input.Password", "test"));
        Assert.Equal("9/KS", form.Typed("Input.ResultNumber"));
        Assert.Contains("giấy khai sinh.pdf", form.Words);
        var page = await form.SendFiles([]);
        Assert.Equal("Đã xử lý xong", page.WordsOf(".page-head .status"));
        Assert.Contains("giấy khai sinh.pdf", page.Words);
        Assert.Equal(DossierStatus.ResultReady, (await office.Life.Now(id)).Case.Status);
    }
}
