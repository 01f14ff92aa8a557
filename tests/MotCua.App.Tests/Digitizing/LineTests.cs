using Microsoft.EntityFrameworkCore;
using MotCua.App.Digitizing;
using MotCua.App.Dossiers;
using MotCua.App.Papers.Digitizing;
using MotCua.App.Papers.Documents;
using MotCua.App.Papers.Reading;
using MotCua.App.Papers.Signing;
using MotCua.App.Tests.Signing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Papers.Digitizing;
using MotCua.Domain.Papers.Reading;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Digitizing;

/// <summary>The line from the scanner to the repository, on each database.</summary>
public class LineTests
{
    private static readonly byte[] First = Bench.Page("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỜ KHAI ĐĂNG KÝ", "Họ và tên: Nguyễn Thị Ngọc Ưởng");

    private static readonly byte[] Second = Bench.Page("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "GIẤY CHỨNG SINH", "Số: 17/GCS");

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-DIG-01"), Requirement("R-DIG-05"), Requirement("R-DIG-08"), Requirement("R-DIG-13")]
    public async Task A_scan_is_split_laid_confirmed_signed_coded_and_kept_while_reception_waited_for_nothing(Engine engine)
    {
        Tool.Require("tesseract");
        await using var house = await TestHouse.Open(engine);
        using var bench = new Bench(house);
        var (id, officer) = await Attempt(house);
        await using var db = house.Db();
        var open = (await bench.Places(db).Find(id, officer, Stop))!.Components.Where(c => c.Why is null).ToList();
        Assert.True(open.Count >= 1);
        var pdf = Bench.Pdf(First, Bench.Page(), bench.Separator(open[^1].Number), Second);
        var (taken, refusals) = await bench.Take(db).Do(id, [("quet.pdf", () => new MemoryStream(pdf))], null, officer, Stop);
        Assert.Empty(refusals);
        Assert.Equal(1, taken);

        // Reception is confirmed while the scan still waits to be read.
        Assert.NotNull((await house.Receive(db).Do(id, officer, "test", Stop)).Dossier);
        Assert.Equal(ScanState.Waiting, (await db.Set<ScanRow>().AsNoTracking().SingleAsync(Stop)).State);

        Assert.True(await bench.Queue(db).Round(Stop));
        Assert.False(await bench.Queue(db).Round(Stop));
        var view = (await bench.Read(db).Bench(id, officer, Stop))!;
        var pages = view.Scans.Single().Pages;
        Assert.Equal([null, null, null, open[^1].Code], pages.Select((p, i) => i is 0 ? null : view.Proposed[p.Id]));
        Assert.Null(await bench.Lay(db).Do(
            id, [.. pages.Select(p => new PagePut(p.Id, view.Proposed[p.Id], p.Quarters, false))], new Dictionary<string, int?>(), officer, Stop));

        var papers = await bench.Read(db).Papers(id, Stop);
        Assert.All(papers, p => Assert.Equal(DigitizingStep.Copy, p.State.Next));
        foreach (var paper in papers)
            Assert.Null(await bench.Check(db).Do(id, paper.Row.Id, Typed(paper.Row.Id), true, officer, Stop));
        Assert.All(await bench.Read(db).Papers(id, Stop), p => Assert.Null(p.Row.Code));
        var done = await bench.Sign(db).Do([.. papers.Select(p => p.Row.Id)], "1234", officer, Stop);
        Assert.Empty(done.Refusals);
        Assert.Equal((papers.Count, papers.Count), (done.Signed, done.Kept));

        var kept = await bench.Read(db).Papers(id, Stop);
        Assert.All(kept, p => Assert.Null(p.State.Next));
        Assert.All(kept, p => Assert.StartsWith("066190004812-TK-26", p.Row.Code, StringComparison.Ordinal));
        Assert.All(kept, p => Assert.EndsWith("_V1", p.Row.DocumentCode, StringComparison.Ordinal));
        var held = await db.Set<HeldDocumentRow>().AsNoTracking().ToListAsync(Stop);
        Assert.Equal(papers.Count, held.Count);
        var signed = bench.Stored(held[0].Digest);
        bench.Room.Sound(signed);
        Assert.Equal(1, bench.Room.Valid(signed));
        var log = await db.Set<DossierEventRow>().AsNoTracking().Where(e => e.Kind == "paper-digitized").ToListAsync(Stop);
        Assert.Equal(papers.Count, log.Count);
        Assert.All(log, e => Assert.DoesNotContain("066190004812", e.Data));
        Assert.Empty((await house.Verify()).Broken);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_scan_whose_worker_was_killed_is_taken_up_where_it_stopped(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        using var bench = new Bench(house);
        var (id, officer) = await Attempt(house);
        await using var db = house.Db();
        var pdf = Bench.Pdf(First, Second);
        await bench.Take(db).Do(id, [("quet.pdf", () => new MemoryStream(pdf))], null, officer, Stop);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Queue(db, new Dying()).Round(Stop));
        db.ChangeTracker.Clear();
        Assert.Equal(1, await db.Set<ScanPageRow>().CountAsync(Stop));
        // Its lease still runs: nobody else takes it.
        Assert.False(await bench.Queue(db, new Blind()).Round(Stop));
        house.Clock.Advance(ReadScans.Lease + TimeSpan.FromSeconds(1));
        Assert.True(await bench.Queue(db, new Blind()).Round(Stop));
        Assert.Equal([1, 2], await db.Set<ScanPageRow>().OrderBy(p => p.Number).Select(p => p.Number).ToListAsync(Stop));
    }

    [Fact]
    [Requirement("R-DIG-08")]
    public async Task Without_the_program_pages_are_laid_and_the_data_is_typed()
    {
        await using var house = await TestHouse.Open();
        using var bench = new Bench(house);
        var (id, officer) = await Attempt(house);
        await using var db = house.Db();
        var component = (await bench.Places(db).Find(id, officer, Stop))!.Components.First(c => c.Why is null).Code;
        await bench.Take(db).Do(id, [("trang.jpg", () => new MemoryStream(First))], null, officer, Stop);
        await bench.Queue(db, new Blind()).Round(Stop);
        var scan = await db.Set<ScanRow>().AsNoTracking().SingleAsync(Stop);
        Assert.Equal((ScanState.Unread, Blind.Sentence), (scan.State, scan.Problem));
        var paper = await Laid(bench, db, id, component, officer);
        Assert.Null(await bench.Check(db).Do(id, paper, Typed(paper), true, officer, Stop));
        // Signed before it is received: the code waits for the dossier.
        var done = await bench.Sign(db).Do([paper], null, officer, Stop);
        Assert.Equal((1, 0), (done.Signed, done.Kept));
        await house.Receive(db).Do(id, officer, "test", Stop);
        Assert.Equal(1, await bench.Keep(db).Round(Stop));
        Assert.NotNull((await bench.Read(db).Papers(id, Stop)).Single().Row.Code);
    }

    [Fact]
    [Requirement("R-DIG-06")]
    public async Task A_copy_that_lacks_a_page_is_not_signed_and_what_is_missing_is_said()
    {
        await using var house = await TestHouse.Open();
        using var bench = new Bench(house);
        var (id, officer) = await Attempt(house);
        await using var db = house.Db();
        var component = (await bench.Places(db).Find(id, officer, Stop))!.Components.First(c => c.Why is null).Code;
        await bench.Take(db).Do(id, [("trang.jpg", () => new MemoryStream(First))], null, officer, Stop);
        await bench.Queue(db, new Blind()).Round(Stop);
        var paper = await Laid(bench, db, id, component, officer, sides: 2);
        var done = await bench.Sign(db).Do([paper], null, officer, Stop);
        Assert.Equal(0, done.Signed);
        Assert.Contains("Bản giấy có 2 trang nhưng bản quét có 1 trang", Assert.Single(done.Refusals).Sentence);
    }

    [Fact]
    public async Task A_reply_of_the_signer_that_was_lost_is_asked_for_again_as_the_same_request()
    {
        await using var house = await TestHouse.Open();
        using var bench = new Bench(house);
        var (id, officer) = await Attempt(house);
        await using var db = house.Db();
        var component = (await bench.Places(db).Find(id, officer, Stop))!.Components.First(c => c.Why is null).Code;
        await bench.Take(db).Do(id, [("trang.jpg", () => new MemoryStream(First))], null, officer, Stop);
        await bench.Queue(db, new Blind()).Round(Stop);
        var paper = await Laid(bench, db, id, component, officer);
        var remote = new Remote(bench.Room.Key);
        Assert.Equal(0, (await bench.Sign(db, remote).Do([paper], "9", officer, Stop)).Signed);
        house.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(1, (await bench.Sign(db, remote).Do([paper], "9", officer, Stop)).Signed);
        Assert.Equal(2, remote.Asked.Count);
        Assert.Single(remote.Asked.Distinct());
    }

    [Fact]
    [Requirement("R-DIG-04"), Requirement("R-DIG-16")]
    public async Task What_is_only_shown_is_not_digitized_and_the_reason_is_said()
    {
        await using var house = await TestHouse.Open();
        using var bench = new Bench(house);
        var typed = await new Life(house).Typed();
        var (first, officer) = await Attempt(house);
        await using var db = house.Db();
        var code = (await bench.Places(db).Find(first, officer, Stop))!.Components[0].Code;
        var (id, _) = await Attempt(house, typed.With(($"paper.{code}.form", "Shown")));
        var component = (await bench.Places(db).Find(id, officer, Stop))!.Component(code)!;
        Assert.Equal(DigitizingScope.Not, component.Scope);
        Assert.Equal("scope.form", component.Why!.Code);
        Assert.Equal("scope.form", (await bench.Lay(db).Do(id, [new PagePut(1, code, 0, false)], new Dictionary<string, int?>(), officer, Stop))!.Code);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<(Guid Id, OfficerId Officer)> Attempt(TestHouse house, MotCua.App.Reception.TypedForm? typed = null)
    {
        var life = new Life(house);
        var officer = await house.OfficerWith(Duty.Receive, await life.UnitId());
        var form = typed ?? await life.Typed();
        var papers = (await house.Stage.Procedure("1.001193"))!.Papers;
        if (typed is null)
            form = form.With([.. papers.Select(p => ($"paper.{p.Code}.form", "Original"))]);
        return (await life.Attempt(officer, typed: form), officer);
    }

    private static async Task<Guid> Laid(Bench bench, MotCuaDb db, Guid id, string component, OfficerId officer, int? sides = null)
    {
        var pages = (await bench.Read(db).Bench(id, officer, Stop))!.Scans.SelectMany(s => s.Pages);
        Assert.Null(await bench.Lay(db).Do(
            id, [.. pages.Select(p => new PagePut(p.Id, component, p.Quarters, false))], new Dictionary<string, int?> { [component] = sides }, officer, Stop));
        return (await bench.Read(db).Papers(id, Stop)).Single().Row.Id;
    }

    private static Dictionary<string, string> Typed(Guid paper) => new()
    {
        ["type"] = "TK", ["title"] = "Tờ khai", ["number"] = $"{paper:N}"[^6..], ["date"] = "06/03/2024", ["owner_name"] = "Nguyễn Thị Ngọc Ưởng",
        ["owner_id"] = "066190004812",
    };

    /// <summary>A machine without the program that reads.</summary>
    private class Blind : IPageReader
    {
        public const string Sentence = "Máy chưa có chương trình đọc giấy tờ.";

        public string? Missing => Sentence;

        public IAsyncEnumerable<ReadPage> Pages(string file, CancellationToken stop) => throw new UnreadablePaperException(Sentence);

        public virtual ReadPage? Sheet(byte[] picture, int number) => null;

        public Task<ReadPage> Picture(byte[] picture, int number, int quarters, bool turns, CancellationToken stop) =>
            throw new UnreadablePaperException(Sentence);
    }

    /// <summary>A worker that ends at the second page.</summary>
    private sealed class Dying : Blind
    {
        public override ReadPage? Sheet(byte[] picture, int number) => number == 2 ? throw new InvalidOperationException("killed") : null;
    }

    /// <summary>A signer far away whose first reply is lost; it notes the mark and the bytes of each request.</summary>
    private sealed class Remote(ISigningKey key) : IOfficerKeys, ISigningKey
    {
        public List<(Guid Mark, string Digest)> Asked { get; } = [];

        public ISigningKey Agency => key;

        public bool IsTest => true;

        public ISigningKey? Of(string userName) => this;

        public async Task<ISigningSession> Open(string? pin, int papers, CancellationToken stop) =>
            new Session(this, await key.Open(null, papers, stop), Guid.Empty);

        private sealed class Session(Remote remote, ISigningSession own, Guid mark) : ISigningSession
        {
            public ReadOnlyMemory<byte> Certificate => own.Certificate;

            public IReadOnlyList<ReadOnlyMemory<byte>> Issuers => own.Issuers;

            public string Name => own.Name;

            public ISigningSession About(Guid correlation) => new Session(remote, own, correlation);

            public Task<byte[]> Sign(ReadOnlyMemory<byte> digest, CancellationToken stop)
            {
                remote.Asked.Add((mark, Convert.ToHexString(digest.Span)));
                return remote.Asked.Count == 1 ? throw new SigningException("Không nhận được trả lời; hãy ký lại.") : own.Sign(digest, stop);
            }

            public ValueTask DisposeAsync() => mark == Guid.Empty ? own.DisposeAsync() : ValueTask.CompletedTask;
        }
    }
}
