using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Agencies;
using MotCua.App.Processes;
using MotCua.App.Publishing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Processes.Bpmn;
using MotCua.Domain.Processes.Bpmn.Drawing;
using MotCua.Testing;

namespace MotCua.App.Tests.Publishing;

/// <summary>Those who draw, check and publish processes, in a house.</summary>
internal sealed class Bureau(TestHouse house)
{
    /// <summary>Draws: the head of a department of the ward.</summary>
    public const string Drawer = "tho.hv";

    /// <summary>Checks: the control office of the province.</summary>
    public const string Checker = "thao.bn";

    /// <summary>Publishes: a vice-chairman of the province.</summary>
    public const string Head = "dat.nv";

    public DateOnly Today => Vietnam.Day(house.Clock.GetUtcNow());

    public DraftHead Says(string name = "Quy trình thử", params string[] procedures) => new(name, "12/QĐ-UBND", "UBND tỉnh", Today, Today, null, procedures);

    public static BpmnModel Line(IReadOnlyList<StepLine> lines) =>
        StepLines.Build(new ProcessDefinition("p", 1, "p", "q", default, null, false, [], []), lines).ToBpmn();

    public Task<VersionOutcome> Draft(DraftHead head, BpmnModel drawing, string? code = null) =>
        With(Drawer, (d, _, me) => d.Make(code, head, drawing, me));

    public Task<VersionOutcome> Check(ProcessVersionRow row, string who = Checker) => With(who, (_, p, me) => p.Check(row.Id, row.Changes, me));

    public Task<VersionOutcome> Publish(ProcessVersionRow row, bool confirmed = false, string who = Head) =>
        With(who, (_, p, me) => p.Publish(row.Id, row.Changes, confirmed, me));

    /// <summary>Drawn, checked and published.</summary>
    public async Task<ProcessVersionRow> Published(DraftHead head, BpmnModel drawing, string? code = null)
    {
        var draft = Expect(await Draft(head, drawing, code));
        return Expect(await Publish(Expect(await Check(draft)), confirmed: true));
    }

    public async Task<T> With<T>(string who, Func<DraftProcess, PublishProcess, OfficerId, Task<T>> act)
    {
        await using var db = house.Db();
        var rights = new ProcessRights(db, new Duties(db, house.Clock));
        var drafts = new DraftProcess(db, rights, house.References, house.Clock);
        return await act(
            drafts, new PublishProcess(db, drafts, rights, new ProcessChecks(db, house.References, house.Clock), house.Clock), await house.Officer(who));
    }

    public async Task<T> Moving<T>(string who, Func<MoveDossiers, OfficerId, Task<T>> act)
    {
        await using var db = house.Db();
        return await act(new MoveDossiers(db, house.Desk(db), new Duties(db, house.Clock), house.References), await house.Officer(who));
    }

    /// <summary>Gives an officer of the demonstration a duty at a unit.</summary>
    public async Task Grant(string who, Duty duty, string unit)
    {
        await using var db = house.Db();
        var id = (await house.Officer(who)).Value;
        db.Add(new DutyGrantRow
        {
            OfficerId = id, Duty = duty, UnitId = await db.Set<AgencyRow>().Where(a => a.Code == unit).Select(a => a.Id).SingleAsync(),
            From = Today.AddYears(-1), Basis = "QĐ thử",
        });
        await db.SaveChangesAsync();
    }

    public static ProcessVersionRow Expect(VersionOutcome outcome) => outcome is { Refusal: null, Version: { } row }
        ? row
        : throw new InvalidOperationException($"{outcome.Refusal?.Sentence} {string.Join("; ", outcome.Findings.Select(f => $"{f.Name}: {f.Sentence}"))}");
}
