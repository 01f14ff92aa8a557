using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.Web.Tests.SignIn;

/// <summary>The database goes away while somebody sends a form: he reads one sentence, his form is in the page with everything typed, and sent again
/// it is done once.</summary>
public sealed class UntakenFormTests
{
    private static readonly string Pdf = System.Text.Encoding.UTF8.GetString(MotCua.Testing.SampleFiles.Pdf());

    private static readonly (string, string)[] Typed = [("Input.ResultNumber", "31/TLKS-BS"), ("Input.Day", "17/11/2026")];

    [Fact]
    public async Task A_result_with_its_file_sent_while_the_database_is_away_is_sent_again_from_the_page_and_recorded_once()
    {
        await using var front = await Front.Open();
        var (code, browser, page) = await AtRegistration(front);
        var away = await Away.Take(front);

        var first = await browser.Submit(page, FormOf(page), Typed, [("Input.Digest", "giấy khai sinh.pdf", Pdf)]);
        Untaken(first);
        // Still away: what came before is carried along, the file too.
        var second = await browser.Submit(first, first.Form(), []);
        Untaken(second);
        away.Bring();

        var taken = await browser.Submit(second, second.Form(), []);
        Assert.Equal(("", $"/ho-so/{code}"), (taken.Page.QuerySelector("main .errors")?.TextContent ?? "", taken.Location));
        Assert.Equal($"/ho-so/{code}", (await browser.Submit(second, second.Form(), [])).Location);
        await using var db = front.House.Db();
        Assert.Equal(1, await db.Set<DossierEventRow>().CountAsync(e => e.Kind == "result-registered"));
        var file = await db.Set<PaperFileRow>().SingleAsync(f => f.FileName == "giấy khai sinh.pdf");
        using var bytes = new StreamReader(front.House.Files.Open(file.Digest)!);
        Assert.Equal(Pdf, await bytes.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Empty((await front.House.Verify()).Broken);
    }

    [Fact]
    public async Task A_form_from_another_site_and_a_form_with_a_secret_are_not_given_back()
    {
        await using var front = await Front.Open();
        var (_, browser, page) = await AtRegistration(front);
        var door = await front.Browser().Get("/dang-nhap");
        var away = await Away.Take(front);
        var elsewhere = await browser.Submit(page, FormOf(page), Typed, headers: ("Sec-Fetch-Site", "cross-site"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, 0), (elsewhere.Status, elsewhere.Page.QuerySelectorAll("main form").Length));
        var secret = await front.Browser().Submit(door, door.Form(), [("Input.UserName", "le.tm"), ("Input.Password", "bí mật lắm đấy nhé")]);
        Assert.Equal(0, secret.Page.QuerySelectorAll("main form[action^='/dang-nhap']").Length);
        Assert.DoesNotContain("bí mật", secret.Page.DocumentElement.OuterHtml);
        away.Bring();
    }

    [Fact]
    public async Task A_form_given_back_outlives_the_session_with_its_file()
    {
        await using var front = await Front.Open();
        var (code, browser, page) = await AtRegistration(front);
        var away = await Away.Take(front);
        var given = await browser.Submit(page, FormOf(page), Typed, [("Input.Digest", "giấy khai sinh.pdf", Pdf)]);
        away.Bring();
        front.House.Clock.Advance(TimeSpan.FromHours(2));

        var turned = await browser.Submit(given, given.Form(), []);
        var opened = await browser.Follow(await browser.SignIn("le.tm", at: turned.Location));
        Assert.Contains("giấy khai sinh.pdf", FormOf(opened).TextContent);
        Assert.DoesNotContain("_tep_da_gui", opened.Page.DocumentElement.OuterHtml);
        Assert.Equal($"/ho-so/{code}", (await browser.Submit(opened, FormOf(opened), [])).Location);
        Assert.Empty((await front.House.Verify()).Broken);
    }

    private static void Untaken(Shown shown)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, shown.Status);
        Assert.Matches(@"^[^.]+; hãy [^.]+\.$", shown.Page.QuerySelector("main .lede")!.TextContent);
        Assert.DoesNotContain("Exception", shown.Text);
        var fields = Browser.Fields(shown.Form()).ToLookup(f => f.Name, f => f.Value);
        Assert.All(Typed, t => Assert.Contains(t.Item2, fields[t.Item1]));
        Assert.Single(fields["khoa"]);
        Assert.Contains("giấy khai sinh.pdf", shown.Text);
        Assert.Contains("31/TLKS-BS", shown.Text);
    }

    private static async Task<(string Code, Browser Browser, Shown Page)> AtRegistration(Front front)
    {
        var id = await front.Life.Received();
        var step = await front.Life.Until(id, StepKind.Register);
        var code = (await front.Life.Now(id)).Case.Code.Value;
        var browser = await front.SignedIn("le.tm");
        return (code, browser, await browser.Get($"/ho-so/{code}/viec/register-result?buoc={step.Token.Value}"));
    }

    private static IHtmlFormElement FormOf(Shown page) => (IHtmlFormElement)page.Page.QuerySelector("form.act-form")!;

    /// <summary>The embedded database moved aside, and something in its place that cannot be opened.</summary>
    private sealed class Away
    {
        private readonly string file;

        private Away(string file) => this.file = file;

        public static async Task<Away> Take(Front front)
        {
            string file;
            await using (var db = front.House.Db())
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
                file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
            }
            SqliteConnection.ClearAllPools();
            foreach (var part in Parts(file))
                File.Move(part, part + ".aside");
            Directory.CreateDirectory(file);
            return new Away(file);
        }

        public void Bring()
        {
            Directory.Delete(file);
            foreach (var part in Parts(file, ".aside"))
                File.Move(part, part[..^".aside".Length]);
        }

        private static List<string> Parts(string file, string ending = "") =>
            [.. new[] { "", "-wal", "-shm" }.Select(p => file + p + ending).Where(File.Exists)];
    }
}
