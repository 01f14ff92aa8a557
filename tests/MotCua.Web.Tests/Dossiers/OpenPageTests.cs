using System.Net;
using MotCua.Web.Tests.SignIn;
using Xunit;

namespace MotCua.Web.Tests.Dossiers;

/// <summary>A dossier that stays open on a desk that nobody sits at.</summary>
public sealed class OpenPageTests
{
    [Fact]
    public async Task Signs_of_a_page_left_open_do_not_lengthen_the_sign_in()
    {
        await using var front = await Front.Open();
        var code = (await front.Life.Now(await front.Life.Received())).Case.Code.Value;
        var browser = await front.SignedIn("hanh.tn");
        var place = (await browser.Get("/ho-so/" + code)).Page.QuerySelector("[data-presence]")!;
        (string, string)[] token = [(place.GetAttribute("data-token-name")!, place.GetAttribute("data-token")!)];
        for (var minutes = 0; minutes < 58; minutes++)
        {
            front.House.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(HttpStatusCode.OK, (await browser.Post(place.GetAttribute("data-presence")!, token)).Status);
        }
        front.House.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.StartsWith("/dang-nhap", (await browser.Get("/viec")).Location);
    }
}
