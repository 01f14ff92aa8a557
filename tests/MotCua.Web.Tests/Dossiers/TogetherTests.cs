using System.Net;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.Web.Tests.Dossiers;

/// <summary>Several officers at one dossier.</summary>
public sealed class TogetherTests
{
    [Fact]
    public async Task Two_officers_on_parallel_branches_both_succeed()
    {
        await using var office = await Office.Open();
        var (id, code, _) = await office.At(StepKind.Handle, "1.115320");
        var (economy, land) = (await office.Of("khanh.pq"), await office.Of("toan.dm"));
        var first = await (await economy.Get($"/ho-so/{code}")).Act("Trình kết quả thẩm định");
        var second = await (await land.Get($"/ho-so/{code}")).Act("Trình kết quả thẩm định");
        var done = await Task.WhenAll(
            first.Send(("Input.Proposal", "Granted"), ("Input.Note", "Đủ điều kiện.")),
            second.Send(("Input.Proposal", "Granted"), ("Input.Note", "Hồ sơ gốc khớp.")));
        Assert.All(done, p => Assert.Equal($"/ho-so/{code}", p.Path));
        Assert.Equal(StepKind.Approve, Assert.Single((await office.Life.Now(id)).Open.Steps).Kind);
    }

    [Fact]
    public async Task The_second_on_the_same_step_learns_who_did_what_and_when_and_loses_nothing_typed()
    {
        await using var office = await Office.Open();
        var (id, code, _) = await office.At(StepKind.Handle);
        var (one, two) = (await office.Of("ngoc.ltb"), await office.Of("moan.yb"));
        var first = await (await one.Get($"/ho-so/{code}")).Act("Trình kết quả thẩm định");
        var second = await (await two.Get($"/ho-so/{code}")).Act("Trình kết quả thẩm định");
        office.House.At(2026, 11, 17, 9, 42);
        await first.Send(("Input.Proposal", "Granted"), ("Input.Note", "Đủ điều kiện."));
        var told = await second.Send(("Input.Proposal", "Refused"), ("Input.Note", "Giấy chứng sinh bị tẩy xóa ở dòng 3."));
        Assert.True(told.Status == HttpStatusCode.Conflict, told.Words);
        Assert.Contains("Lê Thị Bảo Ngọc: đã trình lúc Thứ Ba 17/11/2026, 09:42", told.WordsOf(".since"));
        Assert.Equal("Giấy chứng sinh bị tẩy xóa ở dòng 3.", told.Typed("Input.Note"));
        Assert.Equal("Refused", told.Typed("Input.Proposal"));
        Assert.NotNull(told.Document.QuerySelector("form button[disabled]"));
        Assert.Contains("Bước này đã xong hoặc đã chuyển đi", told.Words);
        Assert.Equal(StepKind.Approve, Assert.Single((await office.Life.Now(id)).Open.Steps).Kind);
    }

    [Fact]
    public async Task Who_is_overtaken_on_a_step_that_is_still_open_sends_again_what_he_typed()
    {
        await using var office = await Office.Open();
        var (id, code, _) = await office.At(StepKind.Handle, "1.115320");
        var (handler, head) = (await office.Of("khanh.pq"), await office.Of("tuyet.dt"));
        var form = await (await handler.Get($"/ho-so/{code}")).Act("Trình kết quả thẩm định");
        var assign = await (await head.Get($"/ho-so/{code}")).Act("Phân công xử lý");
        var page = await assign.Send(("Input.Officer", "8"));
        Assert.Contains("giao cho Phạm Quốc Khánh", page.Words);
        form = await form.Send(("Input.Proposal", "Granted"), ("Input.Note", "Đủ điều kiện đính chính."));
        Assert.Equal(HttpStatusCode.Conflict, form.Status);
        Assert.Contains("Đặng Thị Tuyết: đã phân công", form.WordsOf(".since"));
        page = await form.Send();
        Assert.Equal($"/ho-so/{code}", page.Path);
        Assert.Contains("Đủ điều kiện đính chính.", page.Words);
        Assert.Single((await office.Life.Now(id)).Open.Steps);
    }

    [Fact]
    public async Task Two_cashiers_do_not_record_the_same_money_twice()
    {
        await using var office = await Office.Open();
        var (id, code) = await office.Received("1.001612");
        var (one, two) = (await office.Of("hanh.tn"), await office.Of("duyen.dtm"));
        var first = await (await one.Get($"/ho-so/{code}")).Act("Thu phí, lệ phí của hồ sơ");
        var second = await (await two.Get($"/ho-so/{code}")).Act("Thu phí, lệ phí của hồ sơ");
        await first.Send(("Input.Amount", "40.000"));
        var told = await second.Send(("Input.Amount", "40.000"), ("Input.Receipt", "BL-0009"));
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Trần Ngọc Hạnh: đã thu phí, lệ phí", told.WordsOf(".since"));
        Assert.Equal("BL-0009", told.Typed("Input.Receipt"));
        Assert.Equal(40_000, (await office.Life.Now(id)).Money.Paid.Amount);
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_act()
    {
        await using var office = await Office.Open();
        var (id, code) = await office.Received("1.001612");
        var counter = await office.Of("hanh.tn");
        var form = await (await counter.Get($"/ho-so/{code}")).Act("Thu phí, lệ phí của hồ sơ");
        (string, string)[] typed = [("Input.Amount", "40.000")];
        await form.Send(typed);
        var again = await form.Send(typed);
        Assert.Equal($"/ho-so/{code}", again.Path);
        Assert.Contains("đã được ghi từ lần gửi trước", again.Words);
        Assert.Equal(40_000, (await office.Life.Now(id)).Money.Paid.Amount);
    }

    [Fact]
    public async Task A_file_that_came_with_a_form_that_was_not_taken_need_not_be_sent_again()
    {
        await using var office = await Office.Open();
        var (id, code, _) = await office.At(StepKind.Register);
        var clerk = await office.Of("le.tm");
        var form = await (await clerk.Get($"/ho-so/{code}")).Act("Vào sổ, phát hành kết quả");
        form = await form.SendFiles([("Input.Digest", "ket-qua.png", [0x42, 0x4D, 1, 2])], ("Input.ResultNumber", "7/KS"));
        Assert.Contains("ket-qua.png", form.WordsOf(".errors"));
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        form = await form.SendFiles([("Input.Digest", "ket-qua.png", png)], ("Input.ResultNumber", ""));
        Assert.Contains("Hãy nhập số, ký hiệu của kết quả", form.Words);
        Assert.Contains("Đã tải lên: ket-qua.png", form.Words);
        var page = await form.SendFiles([], ("Input.ResultNumber", "7/KS"));
        Assert.Equal("Đã xử lý xong", page.WordsOf(".page-head .status"));
        Assert.Contains("ket-qua.png", page.Words);
        Assert.Equal(DossierStatus.ResultReady, (await office.Life.Now(id)).Case.Status);
        Assert.Empty((await office.House.Verify()).Broken);
    }
}
