using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Access;
using MotCua.Testing;
using MotCua.Web.SignIn;
using Xunit;

namespace MotCua.Web.Tests.SignIn;

/// <summary>Limits hold guessers back, and cannot be used to keep an officer out.</summary>
public sealed class GuessTests
{
    [Fact, Requirement("R-SEC-03")]
    public async Task A_stranger_cannot_lock_out_an_officer()
    {
        await using var front = await Front.Open();
        var own = await front.SignedIn("hanh.tn", "10.0.0.1");
        await Leave(own);
        for (var i = 0; i < GuessGuard.Account.Most; i++)
            Assert.Contains("không đúng", (await front.Browser($"203.0.113.{i / 3 + 1}").SignIn("hanh.tn", "đoán lần thứ " + i)).Text);

        var strange = await front.Browser("198.51.100.7").SignIn("hanh.tn");
        Assert.Contains("quá nhiều lần nhập sai từ máy lạ", strange.Text);
        Assert.Equal("/viec", (await own.SignIn("hanh.tn")).Location);
        Assert.Equal("/viec", (await front.Browser("10.0.0.1").SignIn("hanh.tn")).Location);
        Assert.Equal("/viec", (await front.Browser("198.51.100.7").SignIn("linh.hn")).Location);

        front.House.Clock.Advance(GuessGuard.Account.Window);
        Assert.Equal("/viec", (await front.Browser("198.51.100.7").SignIn("hanh.tn")).Location);
    }

    [Fact]
    public async Task A_neighbour_behind_the_same_address_cannot_either_and_a_restart_frees_nobody()
    {
        await using var front = await Front.Open();
        var own = await front.SignedIn("hanh.tn", "10.0.0.1");
        await Leave(own);
        var neighbour = front.Browser("10.0.0.1");
        for (var i = 0; i < GuessGuard.Place.Most; i++)
            await neighbour.SignIn("hanh.tn", "đoán lần thứ " + i);
        await front.Restart();
        Assert.Contains("Đã nhập sai 5 lần", (await neighbour.SignIn("hanh.tn")).Text);
        Assert.Equal("/viec", (await own.SignIn("hanh.tn")).Location);
    }

    [Fact]
    public async Task One_strange_address_tries_no_long_list_of_names_and_officers_who_work_there_still_come_in()
    {
        await using var front = await Front.Open();
        await Leave(await front.SignedIn("hanh.tn", "10.0.0.1"));
        // More than the rate lets through in a minute of the machine's own clock: counted by hand.
        await using (var scope = front.Services.CreateAsyncScope())
        {
            var guesses = scope.ServiceProvider.GetRequiredService<WrongGuesses>();
            for (var i = 0; i < GuessGuard.Address.Most - 1; i++)
                await guesses.Enter("password net 10.0.0.1", GuessGuard.Address, default);
        }
        var guesser = front.Browser("10.0.0.1");
        Assert.Contains("không đúng", (await guesser.SignIn("linh.hn", "đoán")).Text);
        Assert.Contains("quá nhiều lần nhập sai từ máy lạ", (await guesser.SignIn("linh.hn")).Text);
        Assert.Equal("/viec", (await front.Browser("10.0.0.1").SignIn("hanh.tn")).Location);
    }

    [Fact]
    public async Task A_flood_of_tries_from_an_address_leaves_a_known_browser_its_own_rate()
    {
        await using var front = await Front.Open();
        var own = await front.SignedIn("hanh.tn", "10.0.0.1");
        await Leave(own);
        var flood = front.Browser("10.0.0.1");
        var last = HttpStatusCode.OK;
        for (var i = 0; i < 61 && last != HttpStatusCode.TooManyRequests; i++)
            last = (await flood.Post("/dang-nhap", [])).Status;
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Equal("/viec", (await own.SignIn("hanh.tn")).Location);
    }

    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1")]
    [InlineData("::ffff:10.0.0.1", "10.0.0.1")]
    [InlineData("2001:db8:1:2::5", "20010db800010002")]
    [InlineData("2001:db8:1:2:ffff::5", "20010db800010002")]
    [InlineData("", "")]
    public void Of_an_IPv6_address_the_network_counts(string address, string net) => Assert.Equal(net, GuessGuard.NetOf(address));

    private static async Task Leave(Browser browser)
    {
        var page = await browser.Get("/dang-xuat");
        Assert.Equal("/dang-nhap", (await browser.Submit(page, page.Form(), [])).Location);
    }
}
