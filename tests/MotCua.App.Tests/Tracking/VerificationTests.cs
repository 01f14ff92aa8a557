using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Tracking;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Tracking;

public sealed class VerificationTests
{
    [Theory]
    [InlineData("UPDATE paper_files SET \"Digest\" = '{other}'", "Tệp giấy tờ không khớp với nhật ký sự kiện.")]
    [InlineData("DELETE FROM paper_files", "Tệp giấy tờ không khớp với nhật ký sự kiện.")]
    [InlineData("DELETE FROM texts", "Thiếu lời văn mà nhật ký sự kiện nhắc đến.")]
    [InlineData("DELETE FROM dossier_search", "Thiếu dòng tìm kiếm của hồ sơ.")]
    [InlineData("UPDATE dossiers SET \"Status\" = 'InProcess'", "Dòng hồ sơ không khớp với nhật ký sự kiện.")]
    [InlineData("UPDATE dossier_events SET \"OfficerId\" = 1 + \"OfficerId\" WHERE \"Version\" = 3", "Sự kiện thứ 3 đã bị sửa: chuỗi băm không khớp.")]
    [InlineData("DELETE FROM dossier_events WHERE \"Version\" = 4", "Thiếu sự kiện thứ 4 trong nhật ký.")]
    public async Task One_changed_row_is_found(string change, string fault)
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        var id = await life.Received();
        await life.Ended(id);
        var other = (await life.ResultFile("%PDF-1.4 của hồ sơ khác")).Digest;
        await using (var db = house.Db())
            await db.Database.ExecuteSqlRawAsync(change.Replace("{other}", other));

        var broken = Assert.Single((await house.Verify()).Broken);

        Assert.Equal((await life.Now(id)).Case.Code.Value, broken.Where);
        Assert.Equal(fault, broken.What);
    }

    [Fact]
    public async Task A_dossier_taken_away_with_all_its_rows_is_missed_by_its_series()
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        await life.Received();
        var id = await life.Received();
        await using (var db = house.Db())
            foreach (var table in new[] { "dossier_events", "dossier_steps", "dossier_search", "dossier_papers", "parties", "outbox", "idempotency" })
                await db.Database.ExecuteSqlRawAsync("DELETE FROM TABLE WHERE \"DossierId\" = {0}".Replace("TABLE", table), id.Value);
        await using (var db = house.Db())
            await db.Set<DossierRow>().Where(d => d.Id == id.Value).ExecuteDeleteAsync(TestContext.Current.CancellationToken);

        var broken = Assert.Single((await house.Verify()).Broken);

        Assert.Equal("Đã cấp 2 mã hồ sơ mà chỉ còn 1 hồ sơ.", broken.What);
    }

    [Fact]
    public async Task Words_erased_from_their_row_are_no_fault()
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        await life.Ended(await life.Received());
        await using (var db = house.Db())
            await db.Set<TextRow>().ExecuteUpdateAsync(t => t.SetProperty(x => x.Body, (string?)null), TestContext.Current.CancellationToken);

        Assert.Empty((await house.Verify()).Broken);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_others_write_meanwhile_is_no_fault(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var first = await life.Received();
        var second = await life.Received();
        await using var db = house.Db();
        var meanwhile = Task.CompletedTask;

        var verified = await new Verification(db, house.Files).Run(
            done => meanwhile = done == 1 ? Write() : meanwhile, TestContext.Current.CancellationToken);

        await meanwhile;
        Assert.Empty(verified.Broken);
        Assert.Equal(2, verified.Dossiers);
        Assert.Empty((await house.Verify()).Broken);

        async Task Write()
        {
            foreach (var id in new[] { first, second })
                Life.Expect(await life.End(id, await life.Step(id, Domain.Processes.StepKind.HandOver)));
        }
    }

    [Fact]
    public async Task A_file_that_was_changed_or_lost_is_found()
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        await life.Ended(await life.Received());

        await using var db = house.Db();
        var verified = await new Verification(db, new EmptyStore()).Run(cancel: TestContext.Current.CancellationToken);

        Assert.Equal("Thiếu tệp trong kho.", Assert.Single(verified.Broken).What);
    }

    private sealed class EmptyStore : IFileStore
    {
        public Task<(string Digest, long Size)> Put(Stream content, CancellationToken cancel) => throw new NotSupportedException();

        public Stream? Open(string digest) => null;

        public IEnumerable<string> Digests() => [];
    }
}
