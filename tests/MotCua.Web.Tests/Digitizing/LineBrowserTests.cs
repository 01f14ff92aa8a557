using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using MotCua.App.Papers.Documents;
using MotCua.Domain.Agencies;
using MotCua.Testing;
using MotCua.Web.Tests.Dossiers;
using MotCua.Web.Tests.Kit;
using SkiaSharp;
using Xunit;

namespace MotCua.Web.Tests.Digitizing;

/// <summary>The line in a real browser, by the keyboard: one upload, one key that takes the proposal, fields confirmed, signed, kept.</summary>
public sealed class LineBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    [Requirement("R-DIG-01"), Requirement("R-DIG-05"), Requirement("R-DIG-08"), Requirement("R-DIG-09"), Requirement("R-DIG-10")]
    public async Task A_scan_goes_from_the_upload_to_the_repository_by_the_keyboard()
    {
        Tool.Require("tesseract");
        await using var office = await Office.Open(browser: true);
        var typed = await office.Life.Typed();
        foreach (var paper in (await office.House.Stage.Procedure("1.001193"))!.Papers)
            typed = typed.With(($"paper.{paper.Code}.form", "Original"));
        var id = (await office.Life.Received(typed: typed)).Value;
        var page = await chromium.Open();
        page.SetDefaultTimeout(60_000);
        await SignIn(office, page);
        await page.GotoAsync(new Uri(office.Address, $"/so-hoa/{id}").ToString());
        await page.SetInputFilesAsync("[name=files]", new FilePayload { Name = "quét.jpg", MimeType = "image/jpeg", Buffer = Scan() });
        await page.Keyboard.PressAsync("F4");
        await Assertions.Expect(page.Locator(".result")).ToContainTextAsync("Đã lưu 1 tệp quét");
        for (var tries = 0; tries < 60 && !(await page.Locator(".scans").InnerTextAsync()).Contains("Đã đọc", StringComparison.Ordinal); tries++)
        {
            await page.WaitForTimeoutAsync(1000);
            await page.ReloadAsync();
        }
        await Assertions.Expect(page.Locator("[data-page] [data-to]")).Not.ToHaveValueAsync("");
        await page.Keyboard.PressAsync("F9");
        await page.WaitForURLAsync("**/giay-to/*");
        await Assertions.Expect(page.Locator(".line-steps li")).ToHaveCountAsync(4);
        await Assertions.Expect(page.Locator("[name=title]")).Not.ToHaveValueAsync("");
        await page.FillAsync("[name=owner_name]", "Nguyễn Thị Ngọc Ưởng");
        await page.FillAsync("[name=owner_id]", "066190004812");
        await page.Keyboard.PressAsync("F9");
        await page.WaitForURLAsync("**/so-hoa/ky");
        await page.FillAsync("[name=pin]", "1234");
        await page.Keyboard.PressAsync("F9");
        await Assertions.Expect(page.Locator(".result")).ToContainTextAsync("Đã ký 1 giấy tờ; 1 giấy tờ đã cấp mã và lưu kho.");
        await using var db = office.House.Db();
        var held = await db.Set<HeldDocumentRow>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("066190004812-", held.Code, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private static async Task SignIn(Office office, IPage page)
    {
        var officer = await office.House.OfficerWith(Duty.Receive, await office.Life.UnitId());
        await using var db = office.House.Db();
        var name = await db.Set<App.Agencies.OfficerRow>().Where(o => o.Id == officer.Value).Select(o => o.UserName)
            .SingleAsync(TestContext.Current.CancellationToken);
        await page.GotoAsync(new Uri(office.Address, "/dang-nhap").ToString());
        await page.FillAsync("[name='Input.UserName']", name);
        await page.FillAsync("[name='Input.Password']", "test");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("/dang-nhap", StringComparison.Ordinal));
    }

    private static byte[] Scan()
    {
        using var bitmap = new SKBitmap(1654, 2339);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        using var face = SKTypeface.FromFamilyName("DejaVu Serif") ?? SKTypeface.Default;
        using var font = new SKFont(face, 34);
        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        string[] lines = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "GIẤY ỦY QUYỀN", "Đắk Lắk, ngày 06 tháng 3 năm 2026"];
        for (var i = 0; i < lines.Length; i++)
            canvas.DrawText(lines[i], 300, 240 + (i * 70), font, paint);
        using var image = SKImage.FromBitmap(bitmap);
        return image.Encode(SKEncodedImageFormat.Jpeg, 90).ToArray();
    }
}
