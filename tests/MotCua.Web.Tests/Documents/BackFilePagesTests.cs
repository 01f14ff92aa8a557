using System.IO.Compression;
using System.Text;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Testing;
using MotCua.Web.Tests.Dossiers;
using Xunit;

namespace MotCua.Web.Tests.Documents;

/// <summary>Old results are sent with their index and looked at line by line on the page.</summary>
public sealed class BackFilePagesTests
{
    [Fact]
    [Requirement("R-DIG-15")]
    public async Task A_batch_is_sent_and_its_mistakes_are_shown_by_row()
    {
        await using var office = await Office.Open();
        var (digitizer, unit) = await Digitizer(office);
        var page = await digitizer.Get("/so-hoa-ket-qua-cu");
        page = await page.SendFiles([], ("Name", "Sổ kết hôn 2015"), ("Agency", unit));
        Assert.Contains("Hãy chọn bảng kê (.xlsx hoặc .csv).", page.Words);
        const string index = "Tệp,Mã loại giấy tờ,Tên giấy tờ,Chủ sở hữu\na.pdf,KQ.G15.000032,Giấy chứng nhận kết hôn,Lê Văn Tí\nb.pdf,KQ.G15.000032,,Lê Văn Tèo\n";
        page = await page.SendFiles(
            [("Index", "bang-ke.csv", Encoding.UTF8.GetBytes(index)), ("Files", "giay-to.zip", Zip())], ("Name", "Sổ kết hôn 2015"), ("Agency", unit));
        Assert.StartsWith("/so-hoa-ket-qua-cu/", page.Path);
        Assert.Contains("1 giấy tờ chờ số hóa", page.Words);
        Assert.Contains("Thiếu tên giấy tờ. Không có tệp “b.pdf” trong gói.", page.Words);
        var list = await digitizer.Get("/so-hoa-ket-qua-cu");
        Assert.Contains("Sổ kết hôn 2015", list.Words);
        Assert.Contains("0/2, 1 dòng cần xem", list.Words);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await digitizer.Raw($"/so-hoa-ket-qua-cu/{Guid.NewGuid()}")).StatusCode);
    }

    private static async Task<(Visitor Visitor, string Unit)> Digitizer(Office office)
    {
        await using var db = office.House.Db();
        var today = new DateOnly(2026, 11, 17);
        var grant = db.Set<DutyGrantRow>().Where(g => g.Duty == Duty.Digitize && g.From <= today && (g.To == null || g.To >= today)).OrderBy(g => g.Id).First();
        var name = db.Set<OfficerRow>().Single(o => o.Id == grant.OfficerId).UserName;
        return (await office.Of(name), grant.UnitId.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static byte[] Zip()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("sổ/a.pdf").Open())
            entry.Write(SampleFiles.Pdf());
        return bytes.ToArray();
    }
}
