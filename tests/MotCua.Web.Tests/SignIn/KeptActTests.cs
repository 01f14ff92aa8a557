using System.Net;
using AngleSharp.Html.Dom;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.Web.Tests.SignIn;

/// <summary>The same on pages of acts: nothing is done to a dossier until the officer asks again.</summary>
public sealed class KeptActTests
{
    private static readonly string Pdf = System.Text.Encoding.UTF8.GetString(MotCua.Testing.SampleFiles.Pdf());

    [Fact]
    public async Task An_opinion_typed_over_the_end_of_a_session_is_still_there_and_the_step_ends_only_when_sent_again()
    {
        await using var front = await Front.Open();
        var id = await front.Life.Received();
        var step = await front.Life.Until(id, StepKind.Handle);
        var code = (await front.Life.Now(id)).Case.Code.Value;
        var browser = await front.SignedIn("ngoc.ltb");
        var page = await browser.Get($"/ho-so/{code}/viec/complete-step?buoc={step.Token.Value}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        front.House.Clock.Advance(TimeSpan.FromHours(2));

        (string, string)[] typed = [("Input.Proposal", "Granted"), ("Input.Note", "Đủ giấy tờ;\nngười làm chứng có mặt.")];
        var turned = await browser.Submit(page, FormOf(page), typed);
        var opened = await browser.Follow(await browser.SignIn("ngoc.ltb", at: turned.Location));
        Assert.Contains("Biểu mẫu chưa được gửi", opened.Text);
        Assert.Equal(step.Token, (await front.Life.Step(id, StepKind.Handle)).Token);
        var form = FormOf(opened);
        Assert.Equal("Granted", ((IHtmlInputElement)form.QuerySelector("input[name='Input.Proposal']:checked")!).Value);
        Assert.Equal("Đủ giấy tờ;\nngười làm chứng có mặt.", ((IHtmlTextAreaElement)form.QuerySelector("textarea[name='Input.Note']")!).Value);

        Assert.Equal($"/ho-so/{code}", (await browser.Submit(opened, form, [])).Location);
        Assert.DoesNotContain((await front.Life.Now(id)).Open.Steps, s => s.Token == step.Token);
        Assert.Empty((await front.House.Verify()).Broken);
    }

    [Fact]
    public async Task A_result_and_its_file_outlive_the_session()
    {
        await using var front = await Front.Open();
        var id = await front.Life.Received();
        var step = await front.Life.Until(id, StepKind.Register);
        var code = (await front.Life.Now(id)).Case.Code.Value;
        var browser = await front.SignedIn("le.tm");
        var page = await browser.Get($"/ho-so/{code}/viec/register-result?buoc={step.Token.Value}");
        front.House.Clock.Advance(TimeSpan.FromHours(2));
        var turned = await browser.Submit(
            page, FormOf(page), [("Input.ResultNumber", "31/TLKS-BS"), ("Input.Day", "17/11/2026")], [("Input.Digest", "giấy khai sinh.pdf", Pdf)]);
        var opened = await browser.Follow(await browser.SignIn("le.tm", at: turned.Location));
        Assert.Contains("giấy khai sinh.pdf", FormOf(opened).TextContent);
        var taken = await browser.Submit(opened, FormOf(opened), []);
        Assert.Equal("", taken.Page.QuerySelector("main .errors, main [role=alert]")?.TextContent ?? "");
        Assert.Equal($"/ho-so/{code}", taken.Location);
        var dossier = await front.Life.Now(id);
        Assert.Equal(("31/TLKS-BS", DossierStatus.ResultReady), (dossier.Delivery.ResultNumber, dossier.Case.Status));
        Assert.Empty((await front.House.Verify()).Broken);
    }

    [Fact]
    public async Task When_the_step_was_done_meanwhile_the_words_are_still_shown()
    {
        await using var front = await Front.Open();
        var id = await front.Life.Received();
        var step = await front.Life.Until(id, StepKind.Handle);
        var code = (await front.Life.Now(id)).Case.Code.Value;
        var browser = await front.SignedIn("ngoc.ltb");
        var page = await browser.Get($"/ho-so/{code}/viec/complete-step?buoc={step.Token.Value}");
        front.House.Clock.Advance(TimeSpan.FromHours(2));
        var turned = await browser.Submit(page, FormOf(page), [("Input.Proposal", "Granted"), ("Input.Note", "Đủ giấy tờ.")]);
        Life.Expect(await front.Life.End(id, step));
        var opened = await browser.Follow(await browser.SignIn("ngoc.ltb", at: turned.Location));
        Assert.Contains("Đủ giấy tờ.", opened.Text);
        Assert.Contains("Lúc này chưa làm được việc này", opened.Text);
    }

    private static IHtmlFormElement FormOf(Shown page) => page.Page.QuerySelectorAll("main form[method=post]").Cast<IHtmlFormElement>().First();
}
