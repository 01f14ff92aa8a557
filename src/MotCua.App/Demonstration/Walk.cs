using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Print;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;

namespace MotCua.App.Demonstration;

/// <summary>What a walk made.</summary>
/// <param name="Unprinted">Papers whose form of that day the product does not have: "receipt/2018".</param>
public sealed record Walked(
    Dossier Dossier, ProcedureVersion Procedure, IReadOnlyList<string> Events, IReadOnlyList<PrintedPaper> Papers, IReadOnlyList<string> Unprinted);

/// <summary>The main job from end to end on one procedure: receive, hand over, handle, approve, register, return; its papers printed on the way.</summary>
public sealed class Walk(
    Func<MotCuaDb> open, ReferenceCache references, MovedClock clock, Stage stage, DemoPeople people, Func<MotCuaDb, StatutoryPapers> papers)
{
    /// <summary>Minutes that a step takes on the walk's clock.</summary>
    private const int StepMinutes = 20;

    /// <summary>Walks a new dossier.</summary>
    /// <returns>What it made, or why it stopped.</returns>
    public async Task<(Walked? Walked, Refusal? No)> Do(string code, CancellationToken cancel = default)
    {
        var reference = await stage.Reference(cancel);
        if (await stage.Procedure(code, cancel) is not { } procedure)
            return (null, new Refusal("walk.procedure", $"Không có thủ tục {code} đang có hiệu lực vào ngày đi thử. Hãy chọn mã khác."));
        var unit = UnitFor(procedure, reference);
        await using var db = open();
        var person = people.Owner(await db.Set<DossierRow>().CountAsync(cancel), personsOnly: true);
        var receipt = await stage.Receive(code, unit, Stage.Complete(procedure, person).With(("receipt", "true")), cancel);
        if (receipt.Dossier is not { } id)
            return (null, receipt.Refusal ?? new Refusal("walk.receive", "Không tiếp nhận được hồ sơ đi thử."));
        List<(PrintedPaper? Paper, string Form)> printed = [await Print(id, "receipt", cancel)];
        for (var dossier = await stage.Look(id, cancel); dossier.Open.Steps.Count > 0; dossier = await stage.Look(id, cancel))
        {
            var step = dossier.Open.Steps[0];
            clock.Work(StepMinutes, reference.CalendarOf(step.Unit));
            if (await stage.End(id, step, cancel: cancel) is Performed.Refused refused)
                return (null, refused.Why);
        }
        printed.Add(await Print(id, "control-slip", cancel));
        var log = await db.Set<DossierEventRow>().Where(e => e.DossierId == id.Value).OrderBy(e => e.Version).Select(e => e.Kind).ToListAsync(cancel);
        return (new Walked(
            await stage.Look(id, cancel), procedure, log, [.. printed.Select(p => p.Paper).OfType<PrintedPaper>()],
            [.. printed.Where(p => p.Paper is null).Select(p => p.Form)]), null);
    }

    /// <summary>A one-stop unit that may receive the procedure: that of a competent agency.</summary>
    private static AgencyId UnitFor(ProcedureVersion procedure, ReferenceData reference) => reference.Agencies.All
        .Where(a => a.Kind == AgencyKind.OneStop && procedure.Levels.Contains(a.Level)).Select(a => a.Id)
        .Concat(reference.Agencies.All.Where(a => a.Kind == AgencyKind.OneStop).Select(a => a.Id)).First();

    /// <summary>Prints a paper; none where the product does not have the form of the walk's day.</summary>
    private async Task<(PrintedPaper? Paper, string Form)> Print(DossierId id, string type, CancellationToken cancel)
    {
        await using var db = open();
        var view = await new DossierReader(db, new DossierDesk(db, references, clock), references).Find(id, Actor.Job, cancel)
            ?? throw new InvalidOperationException("The walk's dossier cannot be read.");
        var form = $"{type}/{view.Reference.Rules.Text("form.set", Vietnam.Day(clock.GetUtcNow()))}";
        var (paper, no) = await papers(db).OfDossier(view, type, cancel);
        return paper is not null || no?.Code == StatutoryPapers.NoTemplate ? (paper, form) : throw new InvalidOperationException(no?.Sentence);
    }
}
