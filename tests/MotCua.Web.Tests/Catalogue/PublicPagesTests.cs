using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;
using MotCua.App.Catalogue;
using MotCua.App.Law;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Time;
using MotCua.Testing;
using MotCua.Web.Pages.Catalogue;
using MotCua.Web.Tests.Dossiers;
using Xunit;

namespace MotCua.Web.Tests.Catalogue;

/// <summary>The catalogue as somebody sees it who is not signed in.</summary>
public sealed class PublicPagesTests
{
    [Fact]
    [Requirement("R-REC-03")]
    public async Task Anyone_finds_a_procedure_by_his_own_words_and_reads_what_to_bring()
    {
        await using var office = await Office.Open();
        var anyone = office.Anyone();
        var found = await anyone.Get("/thu-tuc?q=lam+giay+khai+sih");
        Assert.Equal(HttpStatusCode.OK, found.Status);
        var first = found.Document.QuerySelector(".answers a")!;
        Assert.Equal("/thu-tuc/1.001193", first.GetAttribute("href"));
        Assert.Equal("khai sinh", first.QuerySelector("mark")!.TextContent);
        var guide = await anyone.Get("/thu-tuc/1.001193");
        foreach (var words in new[] { "Giấy chứng sinh", "1 bản chính", "Chỉ xuất trình, không phải nộp", "Trong ngày", "Giấy khai sinh", "163/QĐ-BTP" })
            Assert.Contains(words, guide.Words);
        Assert.Null(guide.Document.QuerySelector("a[href^='/tiep-nhan']"));
        Assert.NotNull(guide.Document.QuerySelector("a[href='/dang-nhap']"));
    }

    [Fact]
    public async Task The_sign_in_page_leads_to_the_catalogue_and_an_officer_from_it_to_the_counter()
    {
        await using var office = await Office.Open();
        Assert.NotNull((await office.Anyone().Get("/dang-nhap")).Document.QuerySelector("a[href='/thu-tuc']"));
        var hanh = await office.Of("hanh.tn");
        var guide = await hanh.Get("/thu-tuc/1.001193");
        Assert.Contains("Tiếp nhận hồ sơ này", guide.Words);
        var (_, code) = await office.Received();
        Assert.NotNull((await hanh.Get($"/ho-so/{code}")).Document.QuerySelector("a[href='/thu-tuc/1.001193?ban=2']"));
    }

    [Fact]
    public async Task Nothing_found_keeps_the_question_and_says_what_to_do()
    {
        await using var office = await Office.Open();
        var page = await office.Anyone().Get("/thu-tuc?q=zzzz+%3Cscript%3E&cap=Commune");
        Assert.Contains("Chưa tìm thấy thủ tục nào", page.Words);
        Assert.Equal("zzzz <script>", page.Document.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.Contains("bỏ các điều kiện lọc", page.Words);
        Assert.Equal(HttpStatusCode.OK, (await office.Anyone().Get("/thu-tuc?q=khai&trang=9999999999&cap=abc&truc-tuyen=-1&su-kien=x")).Status);
    }

    [Fact]
    public async Task Conditions_narrow_the_list_without_scripts()
    {
        await using var office = await Office.Open();
        var page = await office.Anyone().Get("/thu-tuc?linh-vuc=" + Uri.EscapeDataString("Hộ tịch"));
        Assert.All(page.Document.QuerySelectorAll(".answers .sub"), s => Assert.StartsWith("Hộ tịch", s.TextContent));
        Assert.NotEmpty(page.Document.QuerySelectorAll(".answers li"));
        Assert.Equal("Hộ tịch", page.Document.QuerySelector("select[name=linh-vuc] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_earlier_version_is_shown_with_a_word_that_it_is_one()
    {
        await using var office = await Office.Open();
        var anyone = office.Anyone();
        var old = await anyone.Get("/thu-tuc/1.001193?ngay=15/01/2026");
        Assert.Contains("Đây là bản cũ, áp dụng từ 21/06/2018 đến 15/01/2026.", old.Words);
        Assert.Equal("/thu-tuc/1.001193", old.Document.QuerySelector(".note a")!.GetAttribute("href"));
        Assert.DoesNotContain("Đây là bản", (await anyone.Get("/thu-tuc/1.001193")).Words);
        Assert.Contains("bản 1 từ 21/06/2018", (await anyone.Get("/thu-tuc/1.001193?ban=2")).Words);
        foreach (var path in new[] { "/thu-tuc/9.999999", "/thu-tuc/1.001193?ban=77", "/thu-tuc/1.001193?ban=x", "/thu-tuc/1.001193?ngay=hôm-qua" })
            Assert.Equal(HttpStatusCode.NotFound, (await anyone.Get(path)).Status);
    }

    [Fact]
    [Requirement("R-ADM-16")]
    public async Task What_the_national_database_says_unclearly_is_shown_as_it_is_written_there()
    {
        await using var office = await Office.Open();
        await Add(office, Imported("9.000001"));
        var page = await office.Anyone().Get("/thu-tuc/9.000001");
        Assert.Contains("“15” (danh mục không ghi đơn vị)", page.Words);
        Assert.Contains("“100 đồng” (nguyên văn)", page.Words);
        Assert.Contains("Chưa xác minh", page.Words);
        Assert.Contains("2 bản chính và 1 bản sao", page.Words);
        Assert.Contains("Không phải nộp nếu Nhà nước đã có kết quả mang mã KQ.G15.000031", page.Words);
        Assert.Equal("Lưu ý kèm theo (1)", page.Document.QuerySelector(".more summary")!.TextContent.Trim());
        Assert.Equal(["https://dichvucong.gov.vn/mau.docx"],
            page.Document.QuerySelectorAll("#h-mau ~ ul a").Select(a => a.GetAttribute("href")!));
        Assert.Contains("mẫu lạ", page.WordsOf("#h-mau ~ ul"), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(page.Document.QuerySelectorAll("main script, main img"));
        Assert.Contains("<img src=x>", page.Words);
        Assert.Equal(["prose d0", "prose d1", "prose d2"], page.Document.QuerySelectorAll("#h-dieu-kien ~ p").Select(p => p.ClassName!));
    }

    [Fact]
    public async Task A_future_version_waits_for_its_day_and_says_so()
    {
        await using var office = await Office.Open();
        await Add(office, Imported("9.000002"), new DateOnly(2027, 1, 1));
        var anyone = office.Anyone();
        Assert.DoesNotContain("9.000002", (await anyone.Get("/thu-tuc?q=9.000002")).WordsOf(".answers"));
        Assert.Contains("Đây là bản sắp áp dụng, từ ngày 01/01/2027.", (await anyone.Get("/thu-tuc/9.000002")).Words);
    }

    [Fact]
    public async Task An_old_phone_loads_less_than_60_kilobytes()
    {
        await using var office = await Office.Open();
        await Add(office, Imported("9.000001"));
        var anyone = office.Anyone();
        foreach (var path in new[] { "/thu-tuc", "/thu-tuc/9.000001", "/thu-tuc?q=giay" })
        {
            var page = await anyone.Get(path);
            var parts = page.Document.QuerySelectorAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href")!)
                .Concat(new[] { "motcua", "keys", "combobox", "autosave", "grid", "fields" }.Select(j => $"/js/{j}.js")).Prepend(path);
            long sum = 0;
            foreach (var part in parts)
                sum += Packed(await (await anyone.Raw(part)).Content.ReadAsByteArrayAsync());
            Assert.InRange(sum, 1, 60 * 1024);
        }
    }

    [Theory]
    [InlineData("https://dichvucong.gov.vn/a", true)]
    [InlineData("http://sotuphap.daklak.gov.vn/a", true)]
    [InlineData("https://gov.vn.example.com/", false)]
    [InlineData("https://dichvucong.gov.vn@example.com/", false)]
    [InlineData("javascript:alert(1)//.gov.vn", false)]
    [InlineData("ftp://dichvucong.gov.vn/a", false)]
    [InlineData("mau.docx", false)]
    [InlineData(null, false)]
    public void Only_addresses_of_the_government_become_links(string? address, bool link) => Assert.Equal(link, Guide.IsGovernment(address));

    private static long Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        return packed.Length;
    }

    private static async Task Add(Office office, ProcedureVersion version, DateOnly? from = null)
    {
        await using var db = office.House.Db();
        db.Add(Succession.Add([], version, from ?? new DateOnly(2026, 7, 1), VersionOrigin.Import));
        await ReferenceStamp.Raise(db, TestContext.Current.CancellationToken);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static ProcedureVersion Imported(string code) => new(
        code, 1, "Thủ tục thử <img src=x>", "Thử nghiệm", Level.Commune, "", BoundaryScope.Unit, true, false, [],
        [
            new RequiredPaper("1", "- Đơn đề nghị;", 2, 1, false, null, null, false, null)
            {
                ReplacedBy = ["KQ.G15.000031"],
                Forms = [new FormFile("Mẫu 01", "https://dichvucong.gov.vn/mau.docx"), new FormFile("Mẫu lạ", "https://example.com/mau.docx")],
            },
            new RequiredPaper("2", "Trường hợp nộp trực tuyến thì không phải nộp bản giấy.", 0, 0, false, null, null, false, null),
        ], [], [], "Giấy thử", "", "", [], [], "1/QĐ-BTP", new DateOnly(2026, 7, 1), null, "thử", false)
    {
        Details = new ProcedureDetails(
            new NamedAgency(null, "Bộ Tư pháp"), ["Công dân Việt Nam"], [new NamedAgency(null, "Ủy ban nhân dân cấp xã")], [], "", "",
            [new WrittenStep("", "Bước 1\n- Nộp")],
            [new SubmissionWay(Channel.Direct, null, "15", [new WrittenFee("FEE", 100, "VND", "100.000 đồng/lần")], "")], [],
            [new LegalText("1/2025/NĐ-CP", null)],
            "Có đủ điều kiện:\n- Một\n+ Hai", "", [], "", "ACTIVE", ""),
    };
}
