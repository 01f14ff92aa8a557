using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.Domain.Words;
using MotCua.Testing;
using MotCua.Web.SignIn;
using Xunit;

namespace MotCua.Web.Tests.SignIn;

public sealed class PasswordTests
{
    private static readonly PasswordRules Rules = PasswordRules.Load(Repository.Path("data/security/leaked-passwords.txt"));

    [Theory]
    [InlineData("ngắn quá", "ít nhất 12 ký tự")]
    [InlineData("aaaaaaaaaaaaaaaa", "lặp lại")]
    [InlineData("abababababab", "lặp lại")]
    [InlineData("Mật khẩu 2026!!", "đoán đầu tiên")]
    [InlineData("MatKhau@123456", "đoán đầu tiên")]
    [InlineData("Password2026!!!", "đoán đầu tiên")]
    [InlineData("0903 123 456 789", "đoán đầu tiên")]
    [InlineData("ViệtNam123456789", "đoán đầu tiên")]
    [InlineData("admin admin 12", "đoán đầu tiên")]
    [InlineData("matkhau123 anhyeuem", "đoán đầu tiên")]
    [InlineData("P@ssw0rd!2026!!", "đoán đầu tiên")]
    [InlineData("M4tkh4u123456", "đoán đầu tiên")]
    [InlineData("1qaz2wsx3edc4rfv", "đoán đầu tiên")]
    [InlineData("sáng nay mở MotCua", "tên hệ thống")]
    [InlineData("hanh.tn sáng nay", "tên đăng nhập")]
    [InlineData("đang dùng mật khẩu này", "trùng mật khẩu")]
    [InlineData("chiều mưa phố núi", null)]
    [InlineData("xe buýt số 7 lên dốc", null)]
    public void A_new_password_is_long_and_not_among_those_tried_first(string chosen, string? why)
    {
        var said = Rules.Wrong(chosen, "đang dùng mật khẩu này", "hanh.tn");
        if (why is null)
            Assert.Null(said);
        else
            Assert.Contains(why, said);
    }

    [Fact]
    public void A_name_of_digits_or_of_two_letters_forbids_nothing_and_a_long_password_is_taken_up_to_its_limit()
    {
        Assert.Null(Rules.Wrong("chiều mưa phố núi", "khác", "0903"));
        Assert.Null(Rules.Wrong("chiều mưa phố núi", "khác", "ui"));
        var longest = string.Concat(Enumerable.Repeat("chiều mưa phố núi ", 12))[..Passwords.Longest];
        Assert.Null(Rules.Wrong(longest, "khác", "hanh.tn"));
        Assert.Contains("dài quá", Rules.Wrong(longest + "x", "khác", "hanh.tn"));
        Assert.InRange(Passwords.Longest, 128, 1000);
    }

    [Fact]
    public void The_list_is_folded_and_names_what_is_tried_first_here()
    {
        var lines = File.ReadLines(Repository.Path("data/security/leaked-passwords.txt")).Where(l => l.Length > 0 && l[0] != '#').ToList();
        Assert.True(lines.Count > 300);
        Assert.All(lines, l => Assert.Equal(VietnameseText.Fold(l), l));
        Assert.Equal(lines.Distinct(), lines);
        foreach (var known in new[] { "matkhau123", "anhyeuem", "qwerty123", "iloveyou" })
            Assert.Contains(known, lines);
    }

    [Fact]
    public async Task A_one_time_password_opens_only_its_change()
    {
        await using var front = await Front.Open();
        await using (var db = front.House.Db())
            await db.Set<OfficerRow>().Where(o => o.UserName == "vu.lq").ExecuteUpdateAsync(o => o.SetProperty(x => x.MustChangePassword, true));
        var browser = await front.SignedIn("vu.lq");
        var turned = await browser.Get("/hop-thu?trang=1");
        Assert.Equal("/mat-khau?ve=%2Fhop-thu%3Ftrang%3D1", turned.Location);
        var page = await browser.Get(turned.Location!);
        Assert.Contains("chỉ để đăng nhập lần đầu", page.Text);

        var weak = await browser.Submit(
            page, page.Form(), [("Input.Present", Front.Password), ("Input.Chosen", "MatKhau@123456"), ("Input.Again", "MatKhau@123456")]);
        Assert.Contains("đoán đầu tiên", weak.Text);
        var differs = await browser.Submit(
            weak, weak.Form(), [("Input.Present", Front.Password), ("Input.Chosen", "chiều mưa phố núi"), ("Input.Again", "chiều mưa")]);
        Assert.Contains("chưa giống nhau", differs.Text);
        var wrong = await browser.Submit(
            weak, weak.Form(), [("Input.Present", "sai mật khẩu cũ"), ("Input.Chosen", "chiều mưa phố núi"), ("Input.Again", "chiều mưa phố núi")]);
        Assert.Contains("Mật khẩu đang dùng chưa đúng", wrong.Text);
        var done = await browser.Submit(
            weak, weak.Form(), [("Input.Present", Front.Password), ("Input.Chosen", "chiều mưa phố núi"), ("Input.Again", "chiều mưa phố núi")]);
        Assert.Equal("/hop-thu?trang=1", done.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get(done.Location!)).Status);
    }

    [Fact]
    public async Task A_changed_password_ends_the_sessions_elsewhere_and_keeps_this_one()
    {
        await using var front = await Front.Open();
        var (here, elsewhere) = (await front.SignedIn("hanh.tn"), await front.SignedIn("hanh.tn"));
        var page = await here.Get("/mat-khau");
        await here.Submit(page, page.Form(), [("Input.Present", Front.Password), ("Input.Chosen", "chiều mưa phố núi"), ("Input.Again", "chiều mưa phố núi")]);
        var done = await here.Get("/viec");
        Assert.Contains("Đã đổi mật khẩu. Mật khẩu mới mạnh.", done.Text);
        Assert.StartsWith("/dang-nhap", (await elsewhere.Get("/viec")).Location);
        Assert.Contains("không đúng", (await front.Browser().SignIn("hanh.tn")).Text);
        // The same words typed letter by letter, tones apart.
        Assert.Equal("/viec", (await front.Browser().SignIn("hanh.tn", "chie\u0302\u0300u mu\u031ba pho\u0302\u0301 nu\u0301i")).Location);
    }
}
