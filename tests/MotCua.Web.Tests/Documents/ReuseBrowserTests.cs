using Microsoft.Playwright;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Testing;
using MotCua.Web.Tests.Dossiers;
using MotCua.Web.Tests.Kit;
using Xunit;

namespace MotCua.Web.Tests.Documents;

/// <summary>What is held already is offered while the number is being typed, and one key takes it.</summary>
public sealed class ReuseBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    [Requirement("R-REPO-04"), Requirement("R-REC-16")]
    public async Task With_the_keyboard_alone_what_is_held_is_offered_and_taken_by_one_key()
    {
        await using var office = await Office.Open(browser: true);
        var held = await Held.Keep(office);
        var page = await chromium.Open(1366, ColorScheme.Light);
        await page.GotoAsync(new Uri(office.Address, "/dang-nhap?ve=/tiep-nhan").ToString());
        await page.FillAsync("[name='Input.UserName']", "hanh.tn");
        await page.FillAsync("[name='Input.Password']", "test");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/tiep-nhan");
        await Assertions.Expect(page.Locator("[name=q][role=combobox]")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("dang ky lai ket hon");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/tiep-nhan/*");
        await Assertions.Expect(page.Locator("[name='owner.number']")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("066190004812|240123456|Nguyễn Thị Ngọc Ưởng|14031990|Nữ|Tổ dân phố 5, phường Buôn Ma Thuột, Đắk Lắk|01052022");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("giấy tờ đã có trong kho của chủ hồ sơ")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Shift+F8");
        await Assertions.Expect(page.GetByText("Đã dùng 1 giấy tờ trong kho, dẫn nguồn, không sao chép")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-attach='2'] .files a")).ToHaveTextAsync("Giấy chứng nhận kết hôn.pdf");
        // Keys pressed before the scripts listen are lost.
        await page.Locator("html.scripted").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Locator("[name='owner.phone']").FocusAsync();
        await page.Keyboard.TypeAsync("0901234218");
        await page.Keyboard.PressAsync("F8");
        await Assertions.Expect(page.GetByText("Đủ điều kiện tiếp nhận.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("F9");
        await page.WaitForURLAsync("**/ho-so/H15.12.01-261117-0001");
        await Assertions.Expect(page.GetByText("dẫn nguồn từ kho").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator($"a[href$='/kho/{held.Id}']").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
        await using var db = office.House.Db();
        var log = db.Set<App.Dossiers.DossierEventRow>().Single(e => e.Kind == "papers-reused");
        Assert.Equal(held.Id, ((PapersReused)App.Dossiers.EventFormat.Read(log.Kind, log.Data)).Taken.Single().Document);
    }
}
