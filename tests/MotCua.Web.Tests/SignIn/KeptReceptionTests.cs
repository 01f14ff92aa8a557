using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Reception;
using Xunit;

namespace MotCua.Web.Tests.SignIn;

/// <summary>At the counter the kept form goes into the draft, so that the officer finds it wherever he looks.</summary>
public sealed class KeptReceptionTests
{
    private static readonly string Pdf = System.Text.Encoding.UTF8.GetString(MotCua.Testing.SampleFiles.Pdf());

    private static readonly (string, string)[] Typed =
    [
        ("owner.kind", "Person"), ("owner.identity", "CitizenNumber"), ("owner.number", "066190004812"), ("owner.name", "Đặng Thị Kim Oanh"),
        ("owner.birth", "14/03/1990"), ("owner.sex", "Female"), ("owner.address", "Tổ dân phố 5, phường Buôn Ma Thuột"), ("owner.phone", "0901234218"),
        ("paper.1.passes", "yes"), ("paper.2.passes", "yes"), ("paper.6.passes", "yes"),
    ];

    [Fact]
    public async Task A_reception_sent_after_the_session_ended_stands_in_the_draft_and_is_received_only_when_asked_again()
    {
        await using var front = await Front.Open();
        var attempt = await front.Life.Attempt(await front.House.Officer("hanh.tn"));
        var browser = await front.SignedIn("hanh.tn");
        var page = await browser.Get($"/tiep-nhan/{attempt}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        front.House.Clock.Advance(TimeSpan.FromHours(2));

        var turned = await browser.Submit(page, Form(page), [("do", "receive"), .. Typed], [("paper.1.files", "tờ khai.pdf", Pdf)]);
        var opened = await browser.Follow(await browser.SignIn("hanh.tn", at: turned.Location));
        Assert.Equal($"/tiep-nhan/{attempt}", opened.Address);
        Assert.Contains("Biểu mẫu chưa được gửi", opened.Text);
        Assert.Contains("tờ khai.pdf", opened.Text);
        var shown = Browser.Fields(Form(opened)).ToLookup(f => f.Name, f => f.Value);
        Assert.All(Typed, t => Assert.Contains(t.Item2, shown[t.Item1]));
        await using var db = front.House.Db();
        Assert.False(await db.Set<DossierRow>().AnyAsync());
        Assert.False(await db.Set<ParkedFormRow>().AnyAsync());

        var received = await browser.Submit(opened, Form(opened), [("do", "receive")], []);
        Assert.Equal("", received.Page.QuerySelector("main .errors")?.TextContent ?? "");
        Assert.Equal("/ho-so/H15.12.01-261117-0001", received.Location);
        Assert.Empty((await front.House.Verify()).Broken);
    }

    private static IHtmlFormElement Form(Shown page) => (IHtmlFormElement)page.Page.QuerySelector("form#tiep-nhan")!;
}
