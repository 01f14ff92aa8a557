using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Papers.BackFile;
using MotCua.App.Papers.Documents;
using MotCua.App.Work;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Papers.Documents;
using MotCua.Testing;
using Xunit;
using Repository = MotCua.App.Papers.Documents.Repository;

namespace MotCua.App.Tests.Documents;

/// <summary>A folder of old results with its index: looked at, digitized line by line, gone on with after it was cut off.</summary>
public sealed class BackFileTests
{
    private const string Index = """
        Tệp,Mã loại giấy tờ,Tên giấy tờ,Chủ sở hữu,Số định danh,Số,Ký hiệu,Ngày cấp,Cơ quan cấp
        a.pdf,KQ.G15.000032,Giấy chứng nhận kết hôn,Nguyễn Thị Ngọc Ưởng,066190004812,12,GCNKH,20/05/2015,UBND phường Buôn Ma Thuột
        thư mục\b.pdf,KQ.G15.000031,Giấy khai sinh,Lê Văn Tí,066190004820,7,GKS,01/02/2016,UBND phường Buôn Ma Thuột
        khong-co.pdf,KQ.G15.000031,,Lê Văn Tí,12345,8,GKS,31/02/2016,UBND phường Buôn Ma Thuột
        """;

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-DIG-15")]
    public async Task Each_line_of_the_index_is_looked_at_before_anything_is_digitized(Engine engine)
    {
        await using var shelf = await Shelf.Open(engine);
        var (batch, officer) = await Sent(shelf);
        var lines = (await shelf.With(db => Files(shelf, db).LinesOf(batch, officer)))!;
        Assert.Equal([(4, OldPaperState.Wrong), (2, OldPaperState.Waiting), (3, OldPaperState.Waiting)], lines.Select(l => (l.Number, l.State)));
        foreach (var wrong in new[] { "Thiếu tên giấy tờ.", "“12345” không phải 12 số", "“31/02/2016” không đúng", "Không có tệp “khong-co.pdf”" })
            Assert.Contains(wrong, lines[0].Error!, StringComparison.Ordinal);
        Assert.Equal(0, await shelf.With(db => db.Set<HeldDocumentRow>().CountAsync()));
        Assert.Null(await shelf.With(db => Files(shelf, db).LinesOf(batch, new OfficerId(0))));
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-DIG-15"), Requirement("R-DIG-13")]
    public async Task A_run_that_is_cut_off_goes_on_where_it_stopped_and_no_paper_is_digitized_twice(Engine engine)
    {
        await using var shelf = await Shelf.Open(engine);
        var (batch, officer) = await Sent(shelf);
        var line = new Line { BreaksAt = 2 };
        await Assert.ThrowsAsync<IOException>(() => shelf.With(db => Files(shelf, db).Run(batch, line)));
        Assert.Equal(1, await shelf.With(db => db.Set<HeldDocumentRow>().CountAsync()));
        line = new Line();
        Assert.Equal(1, await shelf.With(db => Files(shelf, db).Run(batch, line)));
        Assert.Equal(["Giấy khai sinh"], line.Titles);
        Assert.Equal(0, await shelf.With(db => Files(shelf, db).Run(batch, line)));
        var count = (await shelf.With(db => Files(shelf, db).Batches(officer))).Single();
        Assert.Equal((3, 2, 1), (count.All, count.There, count.Of(OldPaperState.Wrong)));
        var (second, _) = await Sent(shelf);
        var lines = (await shelf.With(db => Files(shelf, db).LinesOf(second, officer)))!;
        Assert.All(lines.Where(l => l.Error is null), l => Assert.Equal(OldPaperState.Held, l.State));
        Assert.Equal(2, await shelf.With(db => db.Set<HeldDocumentRow>().CountAsync()));
    }

    [Fact]
    public async Task What_could_not_be_digitized_says_why_leaves_nothing_behind_and_is_tried_again_when_asked()
    {
        await using var shelf = await Shelf.Open();
        var (batch, officer) = await Sent(shelf);
        Assert.Equal(0, await shelf.With(db => Files(shelf, db).Run(batch, new Line { Refuses = true })));
        var lines = (await shelf.With(db => Files(shelf, db).LinesOf(batch, officer)))!;
        Assert.Equal(2, lines.Count(l => l is { State: OldPaperState.Failed, Error: "Trang trắng." }));
        Assert.Equal(0, await shelf.With(db => db.Set<HeldDocumentRow>().CountAsync()));
        Assert.Equal(0, await shelf.With(db => Files(shelf, db).Run(batch, new Line())));
        Assert.Equal(2, await shelf.With(db => Files(shelf, db).Run(batch, new Line(), again: true)));
    }

    [Fact]
    public async Task A_workbook_is_read_as_its_author_sees_it()
    {
        var file = new MemoryStream();
        await using (var sheet = new XlsxSheet(file, "Bảng kê", [20, 20, 20]))
            await Write(sheet);
        file.Position = 0;
        var read = IndexSheet.Read(file);
        Assert.Equal(["Tệp", "Số định danh", "Ngày cấp"], read.Head);
        var cells = read.Rows.Single().Cells;
        Assert.Equal(("a.pdf", "066190004812", "20/05/2015"), (cells["Tệp"], cells["Số định danh"], cells["Ngày cấp"]));
    }

    [Fact]
    public async Task What_is_no_index_or_no_archive_is_refused_with_a_sentence()
    {
        await using var shelf = await Shelf.Open();
        var (unit, officer) = await Digitizer(shelf);
        async Task<string?> Take(byte[] index, byte[] zip, AgencyId at) => (await shelf.With(db =>
            Files(shelf, db).Take("x", new MemoryStream(index), new MemoryStream(zip), at, officer))).No?.Code;
        Assert.Equal("backfile.index", await Take([0x50, 0x4B, 1, 2, 3], Zip(), unit));
        Assert.Equal("backfile.index", await Take([], Zip(), unit));
        Assert.Equal("backfile.columns", await Take("Tệp,Số\na.pdf,1"u8.ToArray(), Zip(), unit));
        Assert.Equal("backfile.zip", await Take(Encoding.UTF8.GetBytes(Index), "no zip"u8.ToArray(), unit));
        Assert.Equal("backfile.duty", await Take(Encoding.UTF8.GetBytes(Index), Zip(), new AgencyId(1)));
    }

    private static async Task Write(XlsxSheet sheet)
    {
        await sheet.Row(["Tệp", "Số định danh", "Ngày cấp"]);
        await sheet.Row(["a.pdf", "066190004812", (DateTimeOffset?)Vietnam.Instant(new DateOnly(2015, 5, 20), TimeOnly.MinValue)]);
    }

    private static async Task<(Guid Batch, OfficerId Officer)> Sent(Shelf shelf)
    {
        var (unit, officer) = await Digitizer(shelf);
        var (batch, no) = await shelf.With(db =>
            Files(shelf, db).Take("Đợt 1", new MemoryStream(Encoding.UTF8.GetBytes(Index)), new MemoryStream(Zip()), unit, officer));
        return (batch?.Id ?? throw new InvalidOperationException(no!.Sentence), officer);
    }

    private static async Task<(AgencyId Unit, OfficerId Officer)> Digitizer(Shelf shelf)
    {
        await using var db = shelf.House.Db();
        var today = new DateOnly(2026, 11, 17);
        var grant = await db.Set<DutyGrantRow>().Where(g => g.Duty == Duty.Digitize && g.From <= today && (g.To == null || g.To >= today))
            .OrderBy(g => g.Id).FirstAsync();
        return (new AgencyId(grant.UnitId), new OfficerId(grant.OfficerId));
    }

    private static byte[] Zip()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in new[] { "kết quả/A.pdf", "../../b.pdf", "thừa.pdf" })
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes($"%PDF-1.4 {name}"));
            }
        return bytes.ToArray();
    }

    private static BackFiles Files(Shelf shelf, MotCuaDb db) => new(db, new Duties(db, shelf.House.Clock), shelf.House.Files, shelf.House.Clock);

    /// <summary>A digitization line that keeps the file as it is, or breaks off in the middle of a paper.</summary>
    private sealed class Line : IDigitizeOldPaper
    {
        private int papers;

        public int BreaksAt { get; init; }

        public bool Refuses { get; init; }

        public List<string> Titles { get; } = [];

        public async Task<(Guid? Document, Refusal? No)> Do(
            MotCuaDb db, string path, OldPaper paper, BackFileBatchRow batch, Func<Guid, CancellationToken, Task<bool>> done, CancellationToken cancel)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            papers++;
            var held = new HeldDocument(
                Guid.CreateVersion7(), $"{paper.Owner.Number}-{paper.Facts.Type}-{paper.Facts.Number}", paper.Owner, paper.Facts, DocumentOrigin.BackFile,
                DocumentValue.Digitized, new string('a', 64), "application/pdf", 1, null, null, false);
            Repository.Keep(db, held, batch.At, batch.OfficerId);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            if (papers == BreaksAt)
                throw new IOException("The machine stopped.");
            if (Refuses)
                return (null, new Refusal("x", "Trang trắng."));
            if (!await done(held.Id, cancel))
                return (null, new Refusal("x", "Đã có."));
            await transaction.CommitAsync(cancel);
            Titles.Add(paper.Facts.Title);
            return (held.Id, null);
        }
    }
}
