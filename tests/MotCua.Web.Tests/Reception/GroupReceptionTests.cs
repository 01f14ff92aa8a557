using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Paying;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Testing;
using MotCua.Web.Tests.Dossiers;
using MotCua.Web.Tests.Kit;
using Xunit;

namespace MotCua.Web.Tests.Reception;

/// <summary>A group of linked procedures on the pages: received by the keyboard, led by several agencies, returned once, tracked by its receipt.</summary>
public sealed class GroupReceptionTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Group = "2.000986";
    private const string Card = "066190004812|240123456|Lê Thị Kim Oanh|14031990|Nữ|Tổ dân phố 5, phường Buôn Ma Thuột, Đắk Lắk|01052022";

    [Fact]
    [Requirement("R-WF-13")]
    public async Task One_submission_by_the_keyboard_comes_back_as_one_return_and_is_tracked_as_a_whole()
    {
        await using var office = await Office.Open(browser: true);
        var page = await AtTheCounter(office);
        await Assertions.Expect(page.Locator("[name=q][role=combobox]")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(Group);
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/tiep-nhan/*");
        await Assertions.Expect(page.Locator("#thanh-vien")).ToContainTextAsync("Công an phường Buôn Ma Thuột");
        await page.Keyboard.TypeAsync(Card);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[name='owner.name']")).ToHaveValueAsync("Lê Thị Kim Oanh");
        await page.Locator("[name='owner.phone']").FocusAsync();
        await page.Keyboard.TypeAsync("0901234218");
        await page.Keyboard.PressAsync("F8");
        await Assertions.Expect(page.GetByText("Đủ điều kiện tiếp nhận.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("F9");
        await page.WaitForURLAsync("**/ho-so/H15.12.01-261117-0001");
        await Assertions.Expect(page.Locator("section[aria-labelledby=thanh-phan-nhom]")).ToContainTextAsync("Chờ thủ tục phải có trước");

        var (group, factor) = await Factor(office, "H15.12.01-261117-0001");
        var tracked = await Track(office, factor);
        Assert.Contains("Chờ kết quả của thủ tục phải có trước.", tracked);
        Assert.Contains("Thủ tục cấp thẻ bảo hiểm y tế", tracked);
        await Lead(office, group);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("section[aria-labelledby=thanh-phan-nhom]")).ToContainTextAsync("3 trên 3 đã kết thúc");
        await page.Keyboard.PressAsync("F9");
        await page.WaitForURLAsync("**/viec/hand-over-result*");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Thẻ bảo hiểm y tế số");
        await page.Locator("[name='Input.Proof'][value='Receipt']").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("F9");
        await page.WaitForURLAsync("**/ho-so/H15.12.01-261117-0001");
        await using var db = office.House.Db();
        Assert.Equal([DossierStatus.Returned], await db.Set<DossierRow>().Select(d => d.Status).Distinct().ToListAsync());
        Assert.Contains("Kết quả đã được trao.", await Track(office, factor));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_page_of_a_part_leads_to_the_group_and_offers_neither_receipt_nor_return()
    {
        await using var office = await Office.Open();
        var visitor = await office.Of("hanh.tn");
        var (_, codes) = await Received(office);
        var whole = await visitor.Get($"/ho-so/{codes[0]}");
        Assert.Contains("Các thủ tục thành phần", whole.Words);
        Assert.Contains("Chờ các thủ tục thành phần: còn 3 thủ tục", whole.Words);
        var part = await visitor.Get($"/ho-so/{codes[1]}");
        Assert.Contains("Thuộc nhóm thủ tục liên thông", part.Words);
        Assert.Contains("Chuyển hồ sơ", part.Words);
        Assert.DoesNotContain("Giấy tiếp nhận</a>", part.Words);
        var waits = await visitor.Get($"/ho-so/{codes[2]}");
        Assert.Contains("Chờ kết quả của thủ tục phải có trước", waits.Words);
        var receipt = await visitor.Raw($"/ho-so/{codes[0]}/in/receipt");
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (receipt.StatusCode, receipt.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task An_administrator_sees_adds_and_ends_a_group_with_its_basis()
    {
        await using var office = await Office.Open();
        var visitor = await office.Of("vu.lq");
        var list = await visitor.Get("/danh-muc/nhom-lien-thong");
        Assert.Contains("chưa xác minh", list.Words);
        Assert.Contains("Dừng giải quyết", list.Words);
        var form = await visitor.Get($"/danh-muc/nhom-lien-thong/them/{Group}");
        Assert.Equal("1.001193\n1.004222 (1.001193)!\n1.014137 (1.001193)!", form.Typed("Input.Members")!.ReplaceLineEndings("\n"));
        var wrong = await form.Send(("Input.Members", "1.004222 (1.001193)!\n1.001193"), ("Input.From", "01/12/2026"), ("Input.Basis", "QĐ 1"), ("Do", "look"));
        Assert.Contains("phải đứng sau", wrong.Words);
        var seen = await wrong.Send(("Input.Members", "1.001193\n1.004222 (1.001193)"), ("Do", "look"));
        Assert.Contains("1.001193, 1.004222", seen.WordsOf("#xem-truoc"));
        var saved = await seen.Send(("Do", "save"));
        Assert.Contains("QĐ 1", saved.Words);
        Assert.Contains("30/11/2026", saved.Words);
        var end = await visitor.Get($"/danh-muc/nhom-lien-thong/{Group}/2026-12-01/ket-thuc");
        var ended = await (await end.Send(("Input.Last", "31/12/2026"), ("Input.Basis", "QĐ 2"), ("Do", "look"))).Send(("Do", "save"));
        Assert.Contains("31/12/2026", ended.Words);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await office.Of("hanh.tn")).Raw("/danh-muc/nhom-lien-thong")).StatusCode);
    }

    [Fact]
    public async Task After_the_group_has_ended_its_procedures_are_received_one_by_one()
    {
        await using var office = await Office.Open();
        await using (var db = office.House.Db())
        {
            await db.Set<App.Catalogue.LinkedGroupRow>().ExecuteUpdateAsync(g => g.SetProperty(x => x.To, new DateOnly(2026, 11, 16)));
            await App.Law.ReferenceStamp.Raise(db, default);
            await db.SaveChangesAsync();
        }
        var receipt = await office.House.Stage.Receive(Group, await office.Life.UnitId(), await office.Life.Typed(Group));
        Assert.Contains(receipt.Refusals, r => r.Code == "receive.no-group");
    }

    private static async Task<(DossierId Id, IReadOnlyList<string> Codes)> Received(Office office)
    {
        var typed = await office.Life.Typed(Group);
        var group = (await office.House.Stage.Reference()).Group(Group, Vietnam.Day(office.House.Clock.GetUtcNow()))!;
        foreach (var (i, member) in group.Members.Index())
            typed = typed.With((await office.House.Stage.Procedure(member.Procedure))!.Papers.Select(p => ($"paper.{i + 1}-{p.Code}.passes", "yes")));
        var id = await office.Life.Received(Group, typed);
        var codes = new List<string> { (await office.Life.Now(id)).Case.Code.Value };
        foreach (var child in (await office.Life.Now(id)).Links.Children)
            codes.Add((await office.Life.Now(child)).Case.Code.Value);
        return (id, codes);
    }

    /// <summary>The agencies do their work; money is collected at the counter.</summary>
    private static async Task Lead(Office office, DossierId group)
    {
        foreach (var part in (await office.Life.Now(group)).Links.Children)
        {
            await office.Life.Until(part, StepKind.Return);
            await using var scope = office.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<CarryResults>().Round();
        }
        await using var db = office.House.Db();
        var cashier = TestHouse.Hand(await office.House.OfficerWith(Domain.Agencies.Duty.Collect, await office.Life.UnitId()));
        Life.Expect(await office.House.Return(db).Pay(group, (await office.Life.Now(group)).Money.Owed, PaymentMethod.Cash, "BL-1", cashier));
    }

    private static async Task<(DossierId Id, string Factor)> Factor(Office office, string code)
    {
        await using var scope = office.Services.CreateAsyncScope();
        var id = (await scope.ServiceProvider.GetRequiredService<DossierReader>().IdOf(code, default))!.Value;
        return (id, await scope.ServiceProvider.GetRequiredService<TrackingFactors>().Of(id));
    }

    private static async Task<string> Track(Office office, string factor)
    {
        var page = await office.Anyone().Get("/tra-cuu");
        return (await page.Send(("ma", "H15.12.01-261117-0001"), ("ma-tra-cuu", factor))).Words;
    }

    private async Task<IPage> AtTheCounter(Office office)
    {
        var page = await chromium.Open(1366, ColorScheme.Light);
        await page.GotoAsync(new Uri(office.Address, "/dang-nhap?ve=/tiep-nhan").ToString());
        await page.FillAsync("[name='Input.UserName']", "hanh.tn");
        await page.FillAsync("[name='Input.Password']", "test");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/tiep-nhan");
        return page;
    }
}
