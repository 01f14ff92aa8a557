using System.Security.Cryptography;
using MotCua.App.Papers.Uploading;
using MotCua.Domain.Agencies;
using MotCua.Integrations.Files;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Papers;

public sealed class ResumableUploadsTests
{
    private static readonly OfficerId Me = new(1), Other = new(2);

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_broken_line_goes_on_where_it_stopped_and_the_pieces_lie_sealed(Engine engine)
    {
        await using var place = await Place.Open(engine);
        var file = SampleFiles.Pdf(new string('x', 300_000));
        var head = (await place.Uploads(u => u.Begin(Me, "../tờ khai.pdf", file.Length))).Begun!;
        Assert.Equal("tờ khai.pdf", head.Name);
        Assert.Equal(PieceOutcome.Kept, await place.Append(head, 0, file[..100_000]));
        Assert.Equal(100_000, place.Spool.Offset(head.Id));
        Assert.Equal(PieceOutcome.OutOfPlace, await place.Append(head, 0, file[..100_000]));
        Assert.Equal(PieceOutcome.OutOfPlace, await place.Append(head, 200_000, file[200_000..]));
        Assert.Equal(PieceOutcome.Garbled, await place.Append(head, 100_000, file[100_000..150_000], SHA256.HashData([1])));
        Assert.Equal(PieceOutcome.TooLong, await place.Append(head, 100_000, [.. file[100_000..], 1]));
        Assert.Null(place.Spool.Open(head));
        Assert.Equal(PieceOutcome.Kept, await place.Append(head, 100_000, file[100_000..]));
        await using var whole = place.Spool.Open(head)!;
        var back = new byte[file.Length];
        await whole.ReadExactlyAsync(back);
        Assert.Equal(file, back);
        whole.Position = 99_990;
        var part = new byte[20];
        whole.ReadExactly(part);
        Assert.Equal(file[99_990..100_010], part);
        Assert.All(Directory.EnumerateFiles(place.Folder, "*", SearchOption.AllDirectories),
            f => Assert.True(File.ReadAllBytes(f).AsSpan().IndexOf("xxxxxxxx"u8) < 0));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Nobody_reaches_anothers_file_and_what_lies_too_long_goes(Engine engine)
    {
        await using var place = await Place.Open(engine);
        var head = (await place.Uploads(u => u.Begin(Me, "a.pdf", 10))).Begun!;
        Assert.Null(await place.Uploads(u => u.Find(head.Id, Other)));
        Assert.NotNull(await place.Uploads(u => u.Find(head.Id, Me)));
        Assert.Null(await place.Uploads(u => u.Find(Guid.NewGuid(), Me)));
        place.House.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(PieceOutcome.Kept, await place.Append(head, 0, [1, 2, 3]));
        place.House.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(0, await place.Uploads(u => u.Sweep()));
        place.House.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(await place.Uploads(u => u.Find(head.Id, Me)));
        Assert.Equal(1, await place.Uploads(u => u.Sweep()));
        Assert.Empty(Directory.EnumerateFileSystemEntries(place.Folder));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task How_much_may_come_is_a_dated_row_for_one_file_and_for_one_officer(Engine engine)
    {
        await using var place = await Place.Open(engine);
        var (none, no) = await place.Uploads(u => u.Begin(Me, "lớn.pdf", 2L << 30));
        Assert.Null(none);
        Assert.Equal("upload.large", no!.Code);
        Assert.Contains("512 MB", no.Sentence);
        Assert.Equal("upload.empty", (await place.Uploads(u => u.Begin(Me, "a.pdf", 0))).No!.Code);
        for (var i = 0; i < 4; i++)
            Assert.Null((await place.Uploads(u => u.Begin(Me, $"{i}.pdf", 512L << 20))).No);
        Assert.Equal("upload.quota", (await place.Uploads(u => u.Begin(Me, "5.pdf", 1))).No!.Code);
        Assert.Null((await place.Uploads(u => u.Begin(Other, "5.pdf", 1))).No);
    }

    [Fact]
    public async Task The_same_piece_twice_at_once_is_kept_once()
    {
        await using var place = await Place.Open(Engine.Sqlite);
        var piece = new byte[500_000];
        var head = (await place.Uploads(u => u.Begin(Me, "a.pdf", piece.Length))).Begun!;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => place.Append(head, 0, piece))));
        Assert.Single(outcomes, o => o == PieceOutcome.Kept);
        Assert.Equal(5, outcomes.Count(o => o == PieceOutcome.OutOfPlace));
        Assert.Equal(piece.Length, place.Spool.Offset(head.Id));
    }

    private sealed class Place(TestHouse house, UploadSpool spool, string folder) : IAsyncDisposable
    {
        public TestHouse House => house;

        public UploadSpool Spool => spool;

        public string Folder => folder;

        public static async Task<Place> Open(Engine engine)
        {
            var house = await TestHouse.Open(engine);
            var folder = Path.Combine(house.Folder, "up");
            var keys = StoreKeys.Open(Path.Combine(house.Folder, "keys"), house.Clock);
            return new Place(house, new UploadSpool(folder, () => keys, house.Clock), folder);
        }

        public async Task<T> Uploads<T>(Func<ResumableUploads, Task<T>> work)
        {
            await using var db = house.Db();
            return await work(new ResumableUploads(spool, db, house.References, house.Clock));
        }

        public Task<PieceOutcome> Append(UploadHead head, long at, byte[] piece, byte[]? sha = null) =>
            spool.Append(head, at, new MemoryStream(piece), sha ?? SHA256.HashData(piece), default);

        public ValueTask DisposeAsync() => house.DisposeAsync();
    }
}
