using System.Text;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.Web.Tests.Dossiers;

/// <summary>Drafts of results through the pages, without scripts.</summary>
public sealed class DraftPageTests
{
    private const string Attach = "Đính kèm, thay dự thảo kết quả";

    [Fact]
    public async Task An_edit_after_approval_is_a_new_version_and_goes_back_for_approval()
    {
        await using var office = await Office.Open();
        var (id, code, _) = await office.At(StepKind.Handle);
        var handler = await office.Of("ngoc.ltb");
        var form = await (await handler.Get($"/ho-so/{code}")).Act(Attach);
        form = await form.Send(("Input.Abstract", "Cấp bản sao trích lục"));
        Assert.Contains("Hãy chọn tệp dự thảo kết quả.", form.Words);
        var page = await form.SendFiles([("Input.Digest", "du thao.pdf", Version(1))],
            ("Input.Abstract", "Cấp bản sao trích lục"), ("Input.Notation", "15/TL-UBND"));
        Assert.Contains("Phiên bản 1 Chưa được phê duyệt", page.Words);
        Assert.Contains("Lê Thị Bảo Ngọc đính kèm", page.Words);
        await (await page.Act("Trình kết quả thẩm định")).Send(("Input.Proposal", "Granted"));

        var leader = await office.Of("khoi.nd");
        page = await leader.Get($"/ho-so/{code}");
        Assert.Contains("Phê duyệt là phê duyệt đúng dự thảo phiên bản 1", page.WordsOf(".acts-now"));
        page = await page.Act("Phê duyệt kết quả");
        Assert.Contains("Phiên bản 1 Đã được phê duyệt", page.Words);

        var clerk = await office.Of("le.tm");
        page = await (await (await clerk.Get($"/ho-so/{code}")).Act(Attach))
            .SendFiles([("Input.Digest", "du thao.pdf", Version(2))], ("Input.Note", "Sửa lỗi đánh máy"));
        Assert.Contains("Phê duyệt trước chỉ thuộc về phiên bản 1", page.Words);
        form = await (await page.Act("Vào sổ, phát hành kết quả")).Send();
        Assert.Contains("Dự thảo phiên bản 2 chưa được phê duyệt; lần phê duyệt trước chỉ thuộc về phiên bản 1", form.Words);
        page = await (await (await clerk.Get($"/ho-so/{code}")).Act("Trả lại để xử lý lại"))
            .Send(("Input.Reason", "du-thao-sai"), ("Input.Note", "Phê duyệt lại phiên bản 2."));
        Assert.DoesNotContain("Hãy chọn", page.Words);

        page = await (await leader.Get($"/ho-so/{code}")).Act("Phê duyệt kết quả");
        Assert.Contains("Phiên bản 2 Đã được phê duyệt", page.Words);
        form = await (await clerk.Get($"/ho-so/{code}")).Act("Vào sổ, phát hành kết quả");
        Assert.Equal("15/TL-UBND", form.Typed("Input.ResultNumber"));
        var other = await form.SendFiles([("Input.Digest", "khac.pdf", Version(3))]);
        Assert.Contains("Tệp này không phải bản đã được phê duyệt", other.Words);
        page = await (await (await clerk.Get($"/ho-so/{code}")).Act("Vào sổ, phát hành kết quả")).Send();
        Assert.Equal("Đã xử lý xong", page.WordsOf(".page-head .status"));
        var dossier = await office.Life.Now(id);
        Assert.Equal([DraftState.Approved, DraftState.Issued], dossier.Drafts.Versions.Select(d => d.State));
        var file = await clerk.Raw(page.Document.QuerySelector("[aria-labelledby=du-thao] a[href*='/tep/']")!.GetAttribute("href")!);
        Assert.Equal(Version(2), await file.Content.ReadAsByteArrayAsync());
        Assert.Empty((await office.House.Verify()).Broken);
    }

    private static byte[] Version(int n) => [.. JourneyTests.Pdf, .. Encoding.ASCII.GetBytes($"% {n}\n")];
}
