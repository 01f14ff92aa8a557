using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Dossiers;

/// <summary>What a database says when two writers meet, told from a real fault.</summary>
public sealed class CollisionTests
{
    [Theory]
    [InlineData("40P01")]
    [InlineData("40001")]
    public async Task A_deadlock_or_a_serialization_failure_is_decided_again(string state)
    {
        await using var house = await TestHouse.Open(Engine.Postgres);
        var life = new Life(house);
        var id = await life.Received();
        var step = await life.Step(id, StepKind.HandOver);
        await using var db = house.Db();
        await db.Database.ExecuteSqlRawAsync(
            """
            CREATE SEQUENCE tries;
            CREATE FUNCTION strike() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN IF nextval('tries') = 1 THEN RAISE SQLSTATE 'STATE'; END IF; RETURN NEW; END $$;
            CREATE TRIGGER strike BEFORE INSERT ON dossier_events FOR EACH ROW EXECUTE FUNCTION strike();
            """.Replace("'STATE'", $"'{state}'"));

        var performed = await house.Desk(db).Perform(
            id, new HandOver(step.Token), TestHouse.Hand(await life.OfficerOf(step)), TestContext.Current.CancellationToken);

        Assert.IsType<Performed.Done>(performed);
        Assert.Empty((await house.Verify()).Broken);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_row_that_breaks_a_rule_of_the_database_is_a_fault_and_tried_once(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var id = await life.Received();
        var step = await life.Step(id, StepKind.HandOver);
        await using var db = house.Db();
        var tries = 0;
        var hand = TestHouse.Hand(await life.OfficerOf(step)) with
        {
            Write = w =>
            {
                tries++;
                w.Db.Add(new App.Papers.PaperFileRow { PaperId = long.MaxValue, Digest = "", FileName = "", MediaType = "" });
            },
        };

        await Assert.ThrowsAsync<DbUpdateException>(() => house.Desk(db).Perform(id, new HandOver(step.Token), hand, TestContext.Current.CancellationToken));

        Assert.Equal(1, tries);
    }
}
