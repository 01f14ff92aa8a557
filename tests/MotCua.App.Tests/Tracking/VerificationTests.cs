using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using MotCua.App.Dossiers;
using MotCua.App.Outbox;
using MotCua.App.Papers;
using MotCua.App.Tracking;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Tracking;

/// <summary>Whatever is changed behind the desk's back is named.</summary>
public sealed class VerificationTests
{
    /// <summary>Changes and losses that a person with a database tool could make, on the dossier @id.</summary>
    private static readonly string[] Tampering =
    [
        """DELETE FROM dossier_events WHERE "DossierId" = @id AND "Version" = 1""",
        """DELETE FROM dossier_events WHERE "DossierId" = @id AND "Version" = 3""",
        """DELETE FROM dossier_events WHERE "DossierId" = @id AND "Version" = (SELECT MAX(x."Version") FROM dossier_events x WHERE x."DossierId" = @id)""",
        """DELETE FROM dossier_events WHERE "DossierId" = @id""",
        """UPDATE dossier_events SET "Actor" = 'Nobody' WHERE "DossierId" = @id AND "Version" = 2""",
        """DELETE FROM dossiers WHERE "Id" = @id""",
        """UPDATE dossiers SET "Status" = 'Nonsense' WHERE "Id" = @id""",
        """DELETE FROM dossier_steps WHERE "DossierId" = @id""",
        """UPDATE dossier_steps SET "Token" = 99 WHERE "DossierId" = @id""",
        """DELETE FROM dossier_search WHERE "DossierId" = @id""",
        """DELETE FROM texts WHERE "DossierId" = @id""",
        """UPDATE texts SET "Version" = 1 WHERE "DossierId" = @id""",
        """UPDATE texts SET "Version" = 99 WHERE "DossierId" = @id""",
        """DELETE FROM parties WHERE "DossierId" = @id""",
        """UPDATE parties SET "Version" = 99 WHERE "DossierId" = @id""",
        """DELETE FROM paper_files WHERE "PaperId" IN (SELECT p."Id" FROM dossier_papers p WHERE p."DossierId" = @id)""",
        """UPDATE paper_files SET "Digest" = '00' || substr("Digest", 3) WHERE "PaperId" IN (SELECT p."Id" FROM dossier_papers p WHERE p."DossierId" = @id)""",
        """UPDATE dossier_papers SET "Count" = 7 WHERE "DossierId" = @id AND "Version" = 1""",
        """UPDATE dossier_papers SET "Version" = 99 WHERE "DossierId" = @id""",
        """UPDATE outbox SET "Proof" = 'đã gửi' WHERE "DossierId" = @id""",
        """UPDATE outbox SET "Sent" = "Created" WHERE "DossierId" = @id""",
        """UPDATE outbox SET "Kind" = 'paid' WHERE "DossierId" = @id""",
        """UPDATE outbox SET "Version" = "Version" + 90 WHERE "DossierId" = @id""",
        """UPDATE idempotency SET "Version" = 99 WHERE "DossierId" = @id""",
    ];

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-WF-15")]
    [Requirement("R-SEC-01")]
    public async Task Every_change_behind_the_desk_is_found_and_names_the_dossier(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var (id, code) = await Lived(house);
        Assert.Empty((await house.Verify()).Broken);
        await using var db = house.Db();
        foreach (var sql in Tampering)
            await Found(house, db, code, sql, () => db.Database.ExecuteSqlRawAsync(
                sql.Replace("@id", "{0}"), engine == Engine.Sqlite ? id.Value.ToString().ToUpperInvariant() : id.Value));
        Assert.Empty((await house.Verify()).Broken);
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-WF-15")]
    public async Task Every_column_of_an_event_of_a_dossier_row_and_of_a_step_row_counts(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var (id, code) = await Lived(house);
        await using var db = house.Db();
        var changed = 0;
        foreach (var row in new Func<Task<EntityEntry>>[]
        {
            async () => db.Entry(await db.Set<DossierEventRow>().SingleAsync(e => e.DossierId == id.Value && e.Version == 2)),
            async () => db.Entry(await db.Set<DossierRow>().SingleAsync(d => d.Id == id.Value)),
            async () => db.Entry(await db.Set<DossierStepRow>().SingleAsync(s => s.DossierId == id.Value)),
        })
            foreach (var column in (await row()).Metadata.GetProperties().Where(p => !p.IsPrimaryKey()).Select(p => p.Name).ToList())
            {
                changed++;
                await Found(house, db, code, column, async () =>
                {
                    db.ChangeTracker.Clear();
                    var property = (await row()).Property(column);
                    property.CurrentValue = Other(property.CurrentValue, property.Metadata.ClrType);
                    await db.SaveChangesAsync();
                });
            }
        Assert.True(changed > 35, $"{changed} columns");
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-SEC-01")]
    public async Task A_dossier_that_vanishes_with_all_its_rows_leaves_its_number_behind(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var (id, _) = await Lived(house);
        await using var db = house.Db();
        await Found(house, db, "H15.12.01-261117", "the whole dossier", async () =>
        {
            await db.Set<PaperFileRow>().Where(f => db.Set<DossierPaperRow>().Any(p => p.Id == f.PaperId && p.DossierId == id.Value)).ExecuteDeleteAsync();
            await db.Set<DossierPaperRow>().Where(r => r.DossierId == id.Value).ExecuteDeleteAsync();
            await db.Set<DossierEventRow>().Where(r => r.DossierId == id.Value).ExecuteDeleteAsync();
            await db.Set<DossierRow>().Where(r => r.Id == id.Value).ExecuteDeleteAsync();
            await db.Set<DossierStepRow>().Where(r => r.DossierId == id.Value).ExecuteDeleteAsync();
            await db.Set<DossierSearchRow>().Where(r => r.DossierId == id.Value).ExecuteDeleteAsync();
            await db.Set<TextRow>().Where(r => r.DossierId == id.Value).ExecuteDeleteAsync();
            await db.Set<PartyRow>().Where(r => r.DossierId == id.Value).ExecuteDeleteAsync();
            await db.Set<OutboxRow>().Where(r => r.DossierId == id.Value).ExecuteDeleteAsync();
            await db.Set<IdempotencyRow>().Where(r => r.DossierId == id.Value).ExecuteDeleteAsync();
        });
    }

    [Fact]
    [Requirement("R-SEC-01")]
    public async Task A_file_that_lost_or_changed_a_byte_is_named()
    {
        await using var house = await TestHouse.Open();
        await Lived(house);
        await using var db = house.Db();
        var digest = await db.Set<PaperFileRow>().Select(f => f.Digest).FirstAsync();
        var path = house.PathOf(digest);
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[3] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        Assert.Equal(digest, Assert.Single((await house.Verify()).Broken).Where);
        File.Delete(path);
        Assert.Equal(digest, Assert.Single((await house.Verify()).Broken).Where);
    }

    [Fact]
    public async Task Words_erased_under_the_data_protection_law_are_no_damage()
    {
        await using var house = await TestHouse.Open();
        await Lived(house);
        await using var db = house.Db();
        await db.Set<TextRow>().ExecuteUpdateAsync(t => t.SetProperty(x => x.Body, (string?)null));
        Assert.Empty((await house.Verify()).Broken);
    }

    [Fact]
    public async Task More_dossiers_than_are_read_at_once_are_all_verified()
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        for (var i = 0; i < 5; i++)
            await life.Received();
        var progress = new List<int>();
        await using var db = house.Db();
        var verified = await new Verification(db, house.Files) { AtOnce = 2 }.Run(progress.Add);
        Assert.Equal((5, 10, 0), (verified.Dossiers, verified.Events, verified.Broken.Count));
        Assert.Equal([1, 2, 3, 4, 5], progress);
    }

    /// <summary>Verifying reads one moment: a dossier that moves on meanwhile is no damage.</summary>
    [Theory, ClassData(typeof(BothEngines))]
    public async Task Work_may_go_on_while_it_is_verified(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var (first, second) = (await life.Received(), await life.Received());
        await using var db = house.Db();
        var verified = await new Verification(db, house.Files) { AtOnce = 1 }.Run(done =>
        {
            if (done == 1)
                Task.Run(async () => await life.End(second, await life.Step(second, StepKind.HandOver))).GetAwaiter().GetResult();
        });
        Assert.Equal((2, 0), (verified.Dossiers, verified.Broken.Count));
        Assert.NotEqual((await life.Now(first)).Version, (await life.Now(second)).Version);
    }

    /// <summary>A dossier with words, papers, a result and messages, waiting to be returned.</summary>
    private static async Task<(DossierId Id, string Code)> Lived(TestHouse house)
    {
        var life = new Life(house);
        await life.Received();
        var id = await life.Received("1.001612");
        await life.Until(id, StepKind.Return);
        await life.Received();
        return (id, (await life.Now(id)).Case.Code.Value);
    }

    private static async Task Found(TestHouse house, App.MotCuaDb db, string where, string what, Func<Task> tamper)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await tamper();
        db.ChangeTracker.Clear();
        var broken = (await new Verification(db, house.Files).Run()).Broken;
        Assert.True(broken.Any(b => b.Where == where), $"{what}: {string.Join("; ", broken)}");
        await transaction.RollbackAsync();
        db.ChangeTracker.Clear();
    }

    private static object Other(object? value, Type type) => value switch
    {
        null => Default(Nullable.GetUnderlyingType(type) ?? type),
        string text => text + "x",
        int n => n + 50,
        long n => n + 1,
        Guid => Guid.CreateVersion7(),
        DateTimeOffset at => at.AddMilliseconds(1),
        Enum e => Enum.GetValues(e.GetType()).Cast<object>().First(v => !v.Equals(e)),
        _ => throw new NotSupportedException(type.Name),
    };

    private static object Default(Type type) =>
        type == typeof(string) ? "x" : type == typeof(DateTimeOffset) ? DateTimeOffset.UnixEpoch : Activator.CreateInstance(type)!;
}
