using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Law;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Reference;

public sealed class SeedDataTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("motcua-seed-").FullName;

    public SeedDataTests()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Path("data"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Repository.Path("data"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Loading_again_changes_nothing()
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        var before = await db.Set<ReferenceStampRow>().SingleAsync(TestContext.Current.CancellationToken);

        await new SeedData(folder).Load(db, TestContext.Current.CancellationToken);

        var after = await db.Set<ReferenceStampRow>().AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(before.Value, after.Value);
    }

    [Fact]
    public async Task Other_hours_in_the_file_never_mix_with_the_hours_of_a_week_that_is_there()
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        Change("calendar/weeks.csv", "07:30", "07:00");

        await new SeedData(folder).Load(db, TestContext.Current.CancellationToken);

        var calendar = (await house.References.Get(db, default)).CalendarOf(default);
        Assert.Equal(new TimeOnly(7, 30), calendar.OpeningsOn(new DateOnly(2026, 11, 24))[0].From);
    }

    [Theory]
    [InlineData("law/rules.csv", "2018-06-21", "21/6/2018")]
    [InlineData("law/rules.csv", "Act", "Once")]
    [InlineData("law/reasons.csv", "legal_basis", "basis")]
    [InlineData("procedures/1.001193.json", "\"version\"", "\"versoin\"")]
    public async Task A_file_that_cannot_be_read_is_named_with_its_line(string file, string before, string after)
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        Change(file, before, after);

        var wrong = await Assert.ThrowsAsync<SeedException>(() => new SeedData(folder).Load(db, TestContext.Current.CancellationToken));

        Assert.Matches($"^Tệp data/{file} .* ở dòng [0-9]+; hãy sửa dòng đó", wrong.Message);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task An_officer_who_comes_after_the_fictitious_ones_gets_an_id_of_his_own(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        await using var db = house.Db();
        var officer = new OfficerRow
        {
            UserName = "moi", Name = "Người mới", Title = "Công chức", PasswordHash = "", SecurityStamp = "1",
            Grants = [new DutyGrantRow { Duty = Duty.Administer, UnitId = 1, From = new DateOnly(2026, 1, 1), Basis = "Quyết định" }],
        };

        db.Add(officer);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.True(officer.Id > await db.Set<OfficerRow>().Where(o => o.Demo).MaxAsync(o => o.Id, TestContext.Current.CancellationToken));
    }

    private void Change(string file, string before, string after)
    {
        var path = Path.Combine(folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(before, text);
        File.WriteAllText(path, text.Replace(before, after));
    }
}
