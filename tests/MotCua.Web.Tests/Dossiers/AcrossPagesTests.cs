using System.Globalization;
using System.Net;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.Web.Tests.Dossiers;

/// <summary>A dossier of the ward that is filed in another commune, from page to page without scripts.</summary>
public sealed class AcrossPagesTests
{
    private const string Commune = "H15.13.01", Ward = "H15.12";

    private static async Task<(DossierId Id, string Code)> Filed(Office office)
    {
        var ward = await office.Life.UnitId(Ward);
        var typed = (await office.Life.Typed("1.001193")).With(("competent", Text(ward)));
        var id = await office.Life.Received("1.001193", typed, Commune);
        return (id, (await office.Life.Now(id)).Case.Code.Value);
    }

    private static string Text(AgencyId unit) => unit.Value.ToString(CultureInfo.InvariantCulture);

    [Fact]
    [Requirement("R-NB-07")]
    public async Task Paper_leaves_with_a_slip_and_its_arrival_is_written_down_where_it_came()
    {
        await using var office = await Office.Open();
        var (id, code) = await Filed(office);
        await office.Life.Until(id, StepKind.Handle);
        var sender = await office.Of("blim.h");
        Assert.Contains("chưa có lần giao nhận", await TextOf(sender, $"/ho-so/{code}/in/paper-slip"));
        var page = await (await sender.Get($"/ho-so/{code}")).Act("Chuyển bản giấy");
        page = await page.Send(("Input.Carrier", "Post"), ("Input.Tracking", ""));
        Assert.Contains("số hiệu bưu gửi", page.Words, StringComparison.OrdinalIgnoreCase);
        page = await page.Send(("Input.Carrier", "Post"), ("Input.Tracking", "EA123456789VN"));
        Assert.Equal($"/ho-so/{code}", page.Path);
        Assert.Contains("EA123456789VN", page.Words);
        var slip = await Pdf(sender, $"/ho-so/{code}/in/paper-slip");
        Assert.Contains("EA123456789VN", slip);
        Assert.Contains(code, slip);
        Assert.Contains("Giấy chứng sinh", slip);
        // What was only shown went home with the applicant.
        Assert.DoesNotContain("cư trú", slip);
        Assert.DoesNotContain("Ghi nhận bản giấy", string.Join('|', page.Acts));

        var there = (await office.Life.Now(id)).Paper.UnderWay!.To;
        var receiver = await office.Of(await office.UserAt(Duty.Handle, there));
        page = await (await receiver.Get($"/ho-so/{code}")).Act("Ghi nhận bản giấy");
        Assert.Contains("EA123456789VN", page.Words);
        page = await page.Send(("Input.Missing", "Thiếu bản sao giấy chứng sinh"));
        Assert.Equal($"/ho-so/{code}", page.Path);
        Assert.Contains("Thiếu bản sao giấy chứng sinh", page.Words);
        Assert.Contains("Thiếu bản sao giấy chứng sinh", await Pdf(receiver, $"/ho-so/{code}/in/paper-slip"));
        Assert.NotNull((await office.Life.Now(id)).Paper.Parcels[0].Missing);
    }

    [Fact]
    [Requirement("R-WF-11")]
    public async Task A_part_is_asked_of_another_agency_recalled_asked_again_and_answered()
    {
        await using var office = await Office.Open();
        var (id, code) = await Filed(office);
        var step = await office.Life.Until(id, StepKind.Handle);
        var lead = await office.Of(await office.UserAt(Duty.Handle, step.Unit));
        var other = await office.Life.UnitId("H15.12.04");
        var page = await (await lead.Get($"/ho-so/{code}")).Act("Gửi phối hợp");
        page = await page.Send(("Input.Rows[0].Agency", Text(other)), ("Input.Rows[0].Days", "nửa"), ("Input.Rows[0].Work", "Xác nhận tình trạng cư trú"));
        Assert.Equal("Xác nhận tình trạng cư trú", page.Typed("Input.Rows[0].Work"));
        page = await page.Send(("Input.Rows[0].Days", "0,5"));
        Assert.Equal($"/ho-so/{code}", page.Path);
        Assert.Contains("Xác nhận tình trạng cư trú", page.Words);
        var slip = await Pdf(lead, $"/ho-so/{code}/in/transfer-slip");
        Assert.Contains("Xác nhận tình trạng cư trú", slip);

        page = await (await lead.Get($"/ho-so/{code}")).Act("Thu hồi việc đã gửi phối hợp");
        page = await page.Send(("Input.Why", "Gửi nhầm cơ quan"));
        Assert.Equal($"/ho-so/{code}", page.Path);
        Assert.DoesNotContain((await office.Life.Now(id)).Open.Steps, s => s.Kind == StepKind.Cooperate);
        page = await (await lead.Get($"/ho-so/{code}")).Act("Gửi phối hợp");
        await page.Send(("Input.Rows[0].Agency", Text(other)), ("Input.Rows[0].Days", "0,5"), ("Input.Rows[0].Work", "Xác nhận nơi ở"));

        var open = Assert.Single((await office.Life.Now(id)).Open.Steps, s => s.Kind == StepKind.Cooperate);
        var answerer = await office.Of(await office.UserAt(Duty.Handle, open.Unit));
        page = await (await answerer.Get($"/ho-so/{code}")).Act("Trả lời việc phối hợp");
        Assert.Contains("Xác nhận nơi ở", page.Words);
        page = await page.Send(("Input.Answer", ""));
        Assert.NotNull(page.Document.QuerySelector("[aria-invalid=true]"));
        page = await page.SendFiles([("Input.Digest", "tra-loi.pdf", SampleFiles.Pdf("01/XN-CAX"))], ("Input.Answer", "Đang cư trú tại địa chỉ đã khai"));
        Assert.Equal(($"/ho-so/{code}", ""), (page.Path, page.WordsOf(".errors")));
        Assert.Contains("Đang cư trú tại địa chỉ đã khai", (await lead.Get($"/ho-so/{code}")).Words);
        Assert.Equal(TaskState.Answered, (await office.Life.Now(id)).Cooperation.Tasks[^1].State);
    }

    [Fact]
    [Requirement("R-NB-10")]
    public async Task Numbers_of_who_received_and_who_resolves_lead_to_their_dossiers()
    {
        await using var office = await Office.Open();
        var (_, code) = await Filed(office);
        var head = await office.Of("bang.tv");
        var page = await head.Get("/phi-dia-gioi?tu=17/11/2026&den=17/11/2026");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var link = page.Document.QuerySelectorAll("#phi-dia-gioi tbody a, [aria-labelledby='phi-dia-gioi'] tbody a").First();
        Assert.Contains(code, (await head.Get(link.GetAttribute("href")!)).Words);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await office.Of("ngoc.ltb")).Get("/phi-dia-gioi")).Status);
    }

    private static async Task<string> TextOf(Visitor visitor, string path) => (await visitor.Get(path)).Words;

    /// <summary>The words of a printed paper, in lines.</summary>
    private static async Task<string> Pdf(Visitor visitor, string path)
    {
        var answer = await visitor.Raw(path);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (Environment.GetEnvironmentVariable("MOTCUA_TEST_LOOK") is { } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, Path.GetFileName(path) + ".pdf"), bytes);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(bytes);
        return string.Join(' ', pdf.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text));
    }
}
