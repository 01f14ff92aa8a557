using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Law;
using MotCua.App.Outbox;
using MotCua.App.Processes;
using MotCua.App.Processing;
using MotCua.App.Reference;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Processes;
using MotCua.Domain.Processes.Bpmn;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Processing;

/// <summary>Timers and answers of other systems take a drawn process on; past dossiers are led through a drawn one.</summary>
public sealed class RunWaitsTests
{
    private const string Procedure = "1.001193";

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_timer_goes_off_by_itself_and_the_answer_of_a_system_completes_its_wait(Testing.Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        await Draw(house, """
            <intermediateCatchEvent id="t" name="Chờ một ngày"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>
            <serviceTask id="v" name="Hỏi cơ sở dữ liệu"><extensionElements><m:step receiver="population"/></extensionElements></serviceTask>
            <sequenceFlow id="1" sourceRef="s" targetRef="t"/><sequenceFlow id="2" sourceRef="t" targetRef="v"/>
            <sequenceFlow id="3" sourceRef="v" targetRef="hand"/>
            """);
        var life = new Life(house);
        var id = await life.Received(Procedure);
        Assert.Equal(WaitKind.Timer, Assert.Single((await life.Now(id)).Open.Waits).Kind);
        Assert.Equal(0, await Round(house));
        house.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal(1, await Round(house));
        var wait = Assert.Single((await life.Now(id)).Open.Waits);
        Assert.Equal((WaitKind.Service, "population"), (wait.Kind, wait.Receiver));
        Assert.Equal(0, await Round(house));
        await using (var db = house.Db())
        {
            var asked = await db.Set<OutboxRow>().SingleAsync(o => o.DossierId == id.Value && o.Receiver == "population");
            (asked.Sent, asked.Proof) = (house.Clock.GetUtcNow(), "đã nhận");
            await db.SaveChangesAsync();
        }
        Assert.Equal(1, await Round(house));
        var dossier = await life.Now(id);
        Assert.Empty(dossier.Open.Waits);
        Assert.Equal("hand", Assert.Single(dossier.Open.Steps).Element);
        Assert.Empty((await house.Verify()).Broken);
        await life.Ended(id);
        Assert.Empty((await house.Verify()).Broken);
    }

    [Fact]
    public async Task A_replay_leads_past_dossiers_through_a_longer_process_and_stores_nothing()
    {
        await using var house = await TestHouse.Open(Testing.Engine.Sqlite);
        var life = new Life(house);
        var id = await life.Received(Procedure);
        await life.Ended(id);
        await using var db = house.Db();
        var before = await db.Set<DossierEventRow>().CountAsync();
        var process = (await house.References.Get(db, default)).Process((await life.Now(id)).Case.Process, 1);
        var longer = process with { Elements = [.. process.Elements.Select(e => e.Step == StepKind.Handle ? e with { Hours = 24 } : e)] };
        var found = await new ReplayProcess(db, house.Desk(db), house.References, house.Clock).Run(longer, Procedure);
        Assert.Equal(1, found.Dossiers);
        var due = Assert.Single(found.ChangedDue);
        Assert.True(due.New > due.Old && due.New > due.Limit);
        Assert.Empty(found.DeadEnds);
        Assert.Equal(24, found.Load[0].Hours);
        Assert.Equal(before, await db.Set<DossierEventRow>().CountAsync());
    }

    [Fact]
    public void A_shelf_keeps_the_last_processes_and_finds_every_version()
    {
        var shelf = new ProcessShelf(Enumerable.Range(1, 300).Select(v => new ProcessRow
        {
            Code = "p", Version = v, From = new DateOnly(2026, 1, 1).AddDays(v), To = new DateOnly(2026, 1, 1).AddDays(v),
            Content = JsonSerializer.Serialize(World.Process with { Version = v }, Json.Stored),
        }));
        Assert.Equal(Enumerable.Range(1, 300), shelf.Select(p => p.Version));
        Assert.Equal(ProcessShelf.Most, shelf.Kept);
        Assert.Equal(17, shelf.Find("p", 17)?.Version);
        Assert.Equal(20, shelf.Find("p", new DateOnly(2026, 1, 21))?.Version);
        Assert.Null(shelf.Find("p", new DateOnly(2026, 1, 1)));
        Assert.Same(shelf.Find("p", 17), shelf.Find("p", 17));
    }

    private static async Task<int> Round(TestHouse house)
    {
        await using var db = house.Db();
        return await new RunWaits(db, house.Desk(db), house.Clock).Round();
    }

    /// <summary>Draws the process of the procedure anew, before there are dossiers.</summary>
    private static async Task Draw(TestHouse house, string first)
    {
        static string Step(string id, string kind, string next) =>
            $"<userTask id='{id}'><extensionElements><m:step kind='{kind}' hours='1'/></extensionElements></userTask>"
            + $"<sequenceFlow id='{id}-' sourceRef='{id}' targetRef='{next}'/>";
        var file = $"<definitions xmlns='{BpmnNames.Model}' xmlns:m='{BpmnNames.Own}' id='d' targetNamespace='urn:t'><process id='p'><startEvent id='s'/>"
            + first + Step("hand", "HandOver", "look") + Step("look", "Handle", "sign") + Step("sign", "Approve", "stamp") + Step("stamp", "Register", "give")
            + Step("give", "Return", "e") + "<endEvent id='e'/></process></definitions>";
        await using var db = house.Db();
        var reference = await house.References.Get(db, default);
        var process = reference.Processes.Of(reference.Procedures.Last(p => p.Code == Procedure).Process)[^1];
        var made = BpmnCompiler.Compile(
            BpmnReader.Read(Encoding.UTF8.GetBytes(file)).Model!,
            new ProcessHead(process.Code, process.Version, process.Name, process.Decision, process.From, process.To, process.Verified));
        Assert.Empty(made.Problems);
        var row = await db.Set<ProcessRow>().SingleAsync(p => p.Code == process.Code && p.Version == process.Version);
        row.Content = JsonSerializer.Serialize(made.Process, Json.Stored);
        await ReferenceStamp.Raise(db, default);
        await db.SaveChangesAsync();
    }
}
