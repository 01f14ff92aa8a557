using System.Text;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Papers;
using MotCua.App.Reception;
using MotCua.App.Tracking;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Tracking;

/// <summary>Files that no row names go after a day, and no other ever.</summary>
public sealed class FileSweepTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task Only_files_that_no_row_names_go_and_only_after_a_day(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var (paper, draft, kept) = (await PaperOf(house, life), await Put(house, "giấy của bản nháp"), await Put(house, "giấy của biểu mẫu đang giữ"));
        var hanh = await house.Officer("hanh.tn");
        var attempt = await life.Attempt(hanh);
        await using (var db = house.Db())
        {
            Assert.Null(await house.Attempts(db).Attach(attempt, [FileRow(draft)], hanh));
            db.Add(new ParkedFormRow
            {
                Id = Guid.NewGuid(), OfficerId = hanh.Value, Target = "/", Typed = "[]", Files = $$"""[{"digest":"{{kept}}"}]""", At = house.Clock.GetUtcNow(),
            });
            await db.SaveChangesAsync();
        }
        var nobodys = await Put(house, "không dòng nào gọi tên");
        house.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(0, await Sweep(house));
        var fresh = await Put(house, "vừa gửi, chưa có dòng");
        house.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(1, await Sweep(house));
        Assert.Equal(new[] { paper, draft, kept, fresh }.Order(), house.Files.Digests().Order());
        Assert.DoesNotContain(nobodys, house.Files.Digests());
        Assert.Empty((await house.Verify()).Broken);

        // A file taken away from the draft is nobody's from then on.
        await using (var db = house.Db())
            await house.Attempts(db).Remove(attempt, (await house.Attempts(db).Find(attempt, hanh))!.Files[0].Id, hanh);
        Assert.Equal(1, await Sweep(house));
        Assert.DoesNotContain(draft, house.Files.Digests());
    }

    [Fact]
    public async Task A_file_whose_row_has_just_gone_stays_for_whoever_has_read_the_row()
    {
        await using var house = await TestHouse.Open();
        var digest = await Put(house, "vừa bỏ khỏi bản nháp");
        house.Clock.Advance(TimeSpan.FromDays(2));
        await using var db = house.Db();
        var sweep = new FileSweep(db, house.Files, house.Clock);
        var first = await sweep.Run();
        Assert.Equal((0, digest), (first.Removed, Assert.Single(first.Nobodys)));
        Assert.NotNull(house.Files.Open(digest));
        Assert.Equal(1, (await sweep.Run(first.Nobodys)).Removed);
        Assert.Null(house.Files.Open(digest));
    }

    [Fact]
    public async Task A_file_of_a_discarded_draft_stays_as_long_as_the_draft_can_be_restored()
    {
        await using var house = await TestHouse.Open();
        var hanh = await house.Officer("hanh.tn");
        var (attempt, digest) = (await new Life(house).Attempt(hanh), await Put(house, "giấy"));
        await using (var db = house.Db())
        {
            await house.Attempts(db).Attach(attempt, [FileRow(digest)], hanh);
            Assert.Null(await house.Attempts(db).Discard(attempt, hanh));
        }
        house.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await Sweep(house));
        Assert.NotNull(house.Files.Open(digest));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_same_paper_sent_again_while_it_is_being_swept_stays(bool anew)
    {
        await using var house = await TestHouse.Open();
        var digest = await Put(house, "cùng một giấy");
        house.Clock.Advance(TimeSpan.FromDays(2));
        // The upload comes after the sweep has looked for rows, and its own row comes after the sweep.
        var racing = new Racing(house.Files, () => anew ? Put(house, "cùng một giấy") : Task.FromResult(house.Files.Renew(digest) ? digest : ""));
        await using var db = house.Db();
        var sweep = new FileSweep(db, racing, house.Clock);
        Assert.Equal(0, (await sweep.Run((await sweep.Run()).Nobodys)).Removed);
        Assert.NotNull(house.Files.Open(digest));

        house.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await Sweep(house));
        Assert.False(house.Files.Renew(digest));
    }

    [Fact]
    public async Task A_removal_that_was_killed_half_way_is_taken_back_and_judged_anew()
    {
        await using var house = await TestHouse.Open();
        var digest = await PaperOf(house, new Life(house));
        File.Move(house.PathOf(digest), house.PathOf(digest) + ".leaving");
        house.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await Sweep(house));
        Assert.NotNull(house.Files.Open(digest));
        Assert.Empty((await house.Verify()).Broken);
    }

    [Fact]
    public async Task Many_uploads_of_one_paper_and_a_sweep_at_once_never_lose_it()
    {
        await using var house = await TestHouse.Open();
        var digest = await Put(house, "một giấy");
        house.Clock.Advance(TimeSpan.FromDays(2));
        for (var round = 0; round < 200; round++)
        {
            // Old enough to go at every round, unless the upload is there first.
            File.SetLastWriteTimeUtc(house.PathOf(digest), DateTime.UnixEpoch);
            var before = house.Clock.GetUtcNow() - FileSweep.Grace;
            await Task.WhenAll(Task.Run(() => house.Files.Remove(digest, before)), Task.Run(() => Put(house, "một giấy")));
            Assert.True(File.Exists(house.PathOf(digest)), $"round {round}");
        }
    }

    [Fact]
    public async Task Every_table_that_names_files_is_known_to_the_sweep()
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        // Whoever adds one adds it to FileSweep and to Verification.
        Assert.Equal(new[] { nameof(AttemptFileRow), "HeldDocumentRow", nameof(PaperFileRow) }, db.Model.GetEntityTypes()
            .Where(t => t.FindProperty("Digest") is not null && t.FindProperty("MediaType") is not null).Select(t => t.ClrType.Name).Order());
    }

    private static async Task<string> PaperOf(TestHouse house, Life life)
    {
        var id = await life.Received();
        await life.Ended(id);
        await using var db = house.Db();
        return await db.Set<PaperFileRow>().Select(f => f.Digest).SingleAsync();
    }

    private static AttemptFileRow FileRow(string digest) =>
        new() { Component = "1", Digest = digest, FileName = "a.pdf", MediaType = "application/pdf", Size = 1 };

    private static async Task<string> Put(TestHouse house, string text) =>
        (await house.Files.Put(new MemoryStream(Encoding.UTF8.GetBytes(text)), CancellationToken.None)).Digest;

    private static async Task<int> Sweep(TestHouse house)
    {
        await using var db = house.Db();
        var sweep = new FileSweep(db, house.Files, house.Clock);
        return (await sweep.Run((await sweep.Run()).Nobodys)).Removed;
    }

    /// <summary>A store into which somebody puts a file in the moment before it is removed.</summary>
    private sealed class Racing(IFileStore store, Func<Task<string>> meanwhile) : IFileStore
    {
        public Task<(string Digest, long Size)> Put(Stream content, CancellationToken cancel) => store.Put(content, cancel);

        public Stream? Open(string digest) => store.Open(digest);

        public IEnumerable<string> Digests() => store.Digests();

        public bool Renew(string digest) => store.Renew(digest);

        public IEnumerable<string> Before(DateTimeOffset instant) => store.Before(instant);

        public bool Remove(string digest, DateTimeOffset before)
        {
            meanwhile().GetAwaiter().GetResult();
            return store.Remove(digest, before);
        }
    }
}
