using MotCua.Testing;
using MotCua.Web.Tests.SignIn;
using Xunit;

namespace MotCua.Web.Tests.Outbox;

public sealed class OutboxPageTests
{
    [Fact]
    [Requirement("R-ADM-14")]
    public async Task Every_notice_is_shown_as_not_really_sent_newest_first_and_its_dossier_only_to_whom_it_concerns()
    {
        await using var front = await Front.Open();
        var id = await front.Life.Received();
        var code = (await front.Life.Now(id)).Case.Code.Value;
        front.House.Clock.Advance(TimeSpan.FromMinutes(20));
        Life.Expect(await front.Life.End(id, (await front.Life.Now(id)).Open.Steps[0]));

        var page = await (await front.SignedIn("hanh.tn")).Get("/hop-thu");
        var rows = page.Page.QuerySelectorAll("tbody tr")
            .Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal(4, rows.Count);
        Assert.All(rows, r => Assert.EndsWith("chưa gửi thật", r));
        Assert.StartsWith($"17/11 09:30 {code} Cổng Dịch vụ công quốc gia Trạng thái 4: Đang xử lý", rows[0]);
        Assert.Contains("Tin nhắn Hồ sơ " + code, rows[1]);
        Assert.StartsWith("17/11 09:10", rows[3]);
        Assert.Equal(4, page.Page.QuerySelectorAll($"tbody a[href='/ho-so/{code}']").Length);

        var elsewhere = await (await front.SignedIn("blim.h")).Get("/hop-thu");
        Assert.Equal(4, elsewhere.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Empty(elsewhere.Page.QuerySelectorAll("tbody a"));
    }

    [Fact]
    public async Task It_can_be_filtered_by_receiver_and_an_unknown_one_shows_all()
    {
        await using var front = await Front.Open();
        await front.Life.Received();
        var browser = await front.SignedIn("hanh.tn");
        Assert.Single((await browser.Get("/hop-thu?den=sms")).Page.QuerySelectorAll("tbody tr"));
        Assert.Equal("Tin nhắn", (await browser.Get("/hop-thu?den=sms")).Page.QuerySelector("main a[aria-current]")!.TextContent);
        Assert.Equal(2, (await browser.Get("/hop-thu?den=khong-co")).Page.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task An_empty_outbox_says_how_it_fills()
    {
        await using var front = await Front.Open();
        Assert.Contains("Chưa có tin nào", (await (await front.SignedIn("phuoc.nv")).Get("/hop-thu")).Text);
    }
}
