using Microsoft.EntityFrameworkCore;
using MotCua.App.Papers.Digitizing;
using MotCua.App.Papers.Documents;
using MotCua.App.Tests.Signing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Papers.Documents;
using MotCua.Domain.People;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Digitizing;

public class DigitizeDocumentTests
{
    private static readonly DocumentOwner Owner = new(IdentityKind.CitizenNumber, "066195003377", "Phan Thị Bích Ngọc", new DateOnly(1995, 3, 2));

    private static readonly DocumentFacts Facts = new(
        "KQ.G15.000046", "Giấy chứng nhận đăng ký hộ kinh doanh", "17", "ĐKKD", new DateOnly(2024, 3, 6), "UBND phường Buôn Ma Thuột", null, null, null);

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-DIG-01"), Requirement("R-DIG-10")]
    public async Task A_file_at_hand_goes_through_the_whole_line_and_stands_in_the_repository(Engine engine)
    {
        Tool.Require("tesseract");
        await using var house = await TestHouse.Open(engine);
        using var bench = new Bench(house);
        var file = bench.File(Bench.Pdf(Bench.Page("GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH", "Số: 17/ĐKKD", "Chủ hộ: Phan Thị Bích Ngọc")), ".pdf");
        await using var db = house.Db();
        await using var key = await bench.Key();
        var (kept, no) = await bench.Digitize(db).Do(await Source(house, file), key, TestContext.Current.CancellationToken);
        Assert.Null(no);
        Assert.Equal("066195003377-KQ.G15.000046-26000001", kept!.Code);
        var row = await db.Set<HeldDocumentRow>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((kept.Id, kept.Digest, 1), (row.Id, row.Digest, row.Pages));
        var signed = bench.Stored(kept.Digest);
        bench.Room.Sound(signed);
        Assert.Equal(1, bench.Room.Valid(signed));
        var (text, _) = SigningRoom.Outside("pdftotext", bench.Room.Save(signed), "-");
        Assert.Contains("Phan Thị Bích Ngọc", text);
        Assert.Contains("Người số hóa: Lê Văn Thử", text);
    }

    [Fact]
    [Requirement("R-DIG-10")]
    public async Task An_owner_without_a_number_leaves_his_part_of_the_code_empty()
    {
        await using var house = await TestHouse.Open();
        using var bench = new Bench(house);
        await using var db = house.Db();
        await using var key = await bench.Key();
        var source = await Source(house, bench.File(Bench.Page("GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH"))) with { Owner = Owner with { Number = null }, ReadsText = false };
        var (kept, _) = await bench.Digitize(db).Do(source, key, TestContext.Current.CancellationToken);
        Assert.Equal("-KQ.G15.000046-26000001", kept!.Code);
        Assert.Equal("Phan Thị Bích Ngọc", (await db.Set<HeldDocumentRow>().SingleAsync(TestContext.Current.CancellationToken)).OwnerName);
    }

    [Fact]
    [Requirement("R-DIG-06")]
    public async Task A_copy_with_fewer_pages_than_the_paper_is_neither_signed_nor_kept()
    {
        await using var house = await TestHouse.Open();
        using var bench = new Bench(house);
        await using var db = house.Db();
        await using var key = await bench.Key();
        var source = await Source(house, bench.File(Bench.Page("GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH"))) with { Sides = 2, ReadsText = false };
        var (kept, no) = await bench.Digitize(db).Do(source, key, TestContext.Current.CancellationToken);
        Assert.Null(kept);
        Assert.Equal("digitize.count", no!.Code);
        Assert.False(await db.Set<HeldDocumentRow>().AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_is_no_paper_is_answered_with_a_sentence()
    {
        await using var house = await TestHouse.Open();
        using var bench = new Bench(house);
        await using var db = house.Db();
        await using var key = await bench.Key();
        var (kept, no) = await bench.Digitize(db).Do(
            await Source(house, bench.File("xin chào"u8.ToArray())), key, TestContext.Current.CancellationToken);
        Assert.Null(kept);
        Assert.Equal("digitize.unreadable", no!.Code);
    }

    private static async Task<DocumentToDigitize> Source(TestHouse house, string file)
    {
        await using var db = house.Db();
        var agency = (await house.References.Get(db, default)).Agencies.All.First(a => a.Kind == AgencyKind.OneStop);
        return new DocumentToDigitize(
            file, Owner, Facts, DocumentOrigin.BackFile, DocumentValue.Digitized, agency.Id, new OfficerId(1), "Lê Văn Thử", house.Clock.GetUtcNow());
    }
}
