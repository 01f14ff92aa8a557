using System.Text;
using MotCua.App.Papers.Forms;
using MotCua.Domain.Agencies;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Forms;

/// <summary>An administrator replaces a template: checked, previewed, dated; what was issued before stays as it was.</summary>
public sealed class ReplaceFormTests
{
    private const string Key = "receipt/2025";

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-FORM-26")]
    public async Task A_replacement_prints_what_is_issued_after_it_and_nothing_before(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var (room, life, admin) = (new PrintRoom(house), new Life(house), await house.Officer("vu.lq"));
        var before = await life.Received();
        house.At(2026, 11, 17, 10, 0);
        Assert.Empty(await room.Replace(r => r.Upload(Key, Changed("Đơn vị tiếp nhận", "Nơi tiếp nhận"), admin)));
        var waiting = (await Line(room)).Waiting!;
        Assert.Contains(PrintedPdf.Squeeze("Nơi tiếp nhận:"), await Sample(room, waiting.Id));
        Assert.Contains(PrintedPdf.Squeeze("Đơn vị tiếp nhận:"), await Sample(room, null));
        Assert.Equal("forms.from", (await room.Replace(r => r.Use(waiting.Id, new(2026, 11, 16), "QĐ 12/QĐ-UBND", admin)))!.Code);
        Assert.Equal("forms.basis", (await room.Replace(r => r.Use(waiting.Id, new(2026, 11, 17), " ", admin)))!.Code);
        Assert.Null(await room.Replace(r => r.Use(waiting.Id, new(2026, 11, 17), "QĐ 12/QĐ-UBND", admin)));
        house.At(2026, 11, 17, 11, 0);
        var after = await life.Received();

        Assert.Contains(PrintedPdf.Squeeze("Đơn vị tiếp nhận:"), await room.Text(before, "receipt"));
        Assert.Contains(PrintedPdf.Squeeze("Nơi tiếp nhận:"), await room.Text(after, "receipt"));
        var line = await Line(room);
        Assert.Equal((2, "QĐ 12/QĐ-UBND", admin.Value, null), (line.InUse.Version, line.Source!.LegalBasis, line.Source.UsedBy!.Value, line.Waiting));
    }

    [Fact]
    public async Task A_replacement_for_a_later_day_waits_for_it_and_may_be_thrown_away_before()
    {
        await using var house = await TestHouse.Open();
        var (room, life, admin) = (new PrintRoom(house), new Life(house), await house.Officer("vu.lq"));
        await Use(room, admin, "Đơn vị tiếp nhận", "Nơi nhận", new(2026, 11, 19));
        await Use(room, admin, "Đơn vị tiếp nhận", "Bàn nhận", new(2026, 11, 20));
        Assert.Equal(1, (await Line(room)).InUse.Version);
        house.At(2026, 11, 19, 9, 0);
        Assert.Contains(PrintedPdf.Squeeze("Nơi nhận:"), await room.Text(await life.Received(), "receipt"));
        var planned = (await Line(room)).Planned!;
        Assert.Null(await room.Replace(r => r.Discard(planned.Id, admin)));
        house.At(2026, 11, 20, 9, 0);
        Assert.Contains(PrintedPdf.Squeeze("Nơi nhận:"), await room.Text(await life.Received(), "receipt"));
        Assert.Equal("forms.gone", (await room.Replace(r => r.Discard(planned.Id, admin)))!.Code);
    }

    [Fact]
    public async Task What_cannot_be_used_is_refused_in_words_and_only_the_provinces_administrator_replaces()
    {
        await using var house = await TestHouse.Open();
        var (room, admin) = (new PrintRoom(house), await house.Officer("vu.lq"));
        async Task<string> Says(byte[] bytes, string user = "vu.lq") =>
            string.Join(' ', (await room.Replace(async r => await r.Upload(Key, bytes, await house.Officer(user)))).Select(w => w.Sentence));

        Assert.Contains("“{appointment”", await Says(Changed("{appointment}", "{appointment")));
        Assert.Contains("không có nội dung “hen”", await Says(Changed("{appointment}", "{hen}")));
        Assert.Contains("thiếu nội dung bắt buộc “appointment” (Thời gian trả kết quả)", await Says(Changed("{appointment}", "{receivedAt}")));
        Assert.Contains("thì tệp phải tên là", await Says(Changed("receipt/2025", "receipt/2018")));
        Assert.Contains("UTF-8", await Says([0xC3, 0x28]));
        Assert.Contains("64 KB", await Says(new byte[70_000]));
        Assert.Contains("phông chữ không có ký tự này", await Says(Changed("NGƯỜI NỘP HỒ SƠ", "NGƯỜI NỘP ☐")));
        Assert.Contains("cấp tỉnh", await Says(Changed("a", "a"), "nha.dt"));
        Assert.Contains("cấp tỉnh", await Says(Changed("a", "a"), "hanh.tn"));
        Assert.Null((await Line(room)).Waiting);
    }

    [Fact]
    [Requirement("R-FORM-16")]
    public async Task Every_form_and_every_procedure_has_a_sample_marked_MAU_with_nobodys_data()
    {
        await using var house = await TestHouse.Open();
        var room = new PrintRoom(house);
        foreach (var line in await room.Replace(r => r.Lines()))
            Assert.Contains("MẪU", new PrintedPdf((await room.Replace(r => r.Preview(line.Key, null)))!.Pdf).Text);
        Assert.Equal(13, (await room.Replace(r => r.Lines())).Count);

        var text = new PrintedPdf((await room.Replace(r => r.SampleOf("2.000635")))!.Pdf).Text;
        Assert.Contains("MẪU", text);
        Assert.Contains("NguyễnVănMẫu", text);
        Assert.Contains(PrintedPdf.Squeeze("Phí cấp bản sao Trích lục hộ tịch: 8.000 đồng"), text);
        Assert.Null(await room.Replace(r => r.SampleOf("9.999999")));
    }

    private static async Task<MotCua.App.Print.FormLine> Line(PrintRoom room) => (await room.Replace(r => r.Lines())).Single(l => l.Key == Key);

    private static async Task<string> Sample(PrintRoom room, long? id) => new PrintedPdf((await room.Replace(r => r.Preview(Key, id)))!.Pdf).Text;

    private static async Task Use(PrintRoom room, OfficerId admin, string from, string to, DateOnly day)
    {
        Assert.Empty(await room.Replace(r => r.Upload(Key, Changed(from, to), admin)));
        var waiting = (await Line(room)).Waiting!;
        Assert.Null(await room.Replace(r => r.Use(waiting.Id, day, "Công văn 5/VP", admin)));
    }

    private static byte[] Changed(string from, string to) =>
        Encoding.UTF8.GetBytes(Papers.Shipped.Text(Papers.Template("receipt")).Replace(from, to));
}
