using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;

namespace MotCua.App.Processing;

/// <summary>Gives instructions on dossiers and takes down what became of them (F-27).</summary>
public sealed class Instruct(DossierDesk desk)
{
    /// <summary>Gives one.</summary>
    /// <param name="from">The unit for which it is given.</param>
    /// <param name="unit">The receiver's unit.</param>
    /// <param name="days">Working days of that unit.</param>
    public Task<Performed> Give(
        DossierId id, AgencyId from, OfficerId to, AgencyId unit, string? text, int days, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new GiveInstruction(from, to, unit, hand.Words(text, "instruction", out hand), days), hand, cancel);

    /// <summary>Its receiver reports.</summary>
    public Task<Performed> Report(DossierId id, int number, string? text, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new ReportInstruction(number, hand.Words(text, "instruction-report", out hand)), hand, cancel);

    /// <summary>Its giver closes it.</summary>
    public Task<Performed> Close(DossierId id, int number, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new CloseInstruction(number), hand, cancel);

    /// <summary>Its giver finds the report wanting.</summary>
    public Task<Performed> Return(DossierId id, int number, string? text, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new ReturnInstruction(number, hand.Words(text, "instruction-wanting", out hand)), hand, cancel);
}

/// <summary>An instruction as lists show it.</summary>
/// <param name="Text">What is to be done; null once erased.</param>
public sealed record InstructionItem(InstructionRow Row, string Code, string Procedure, string By, string To, string? Text);

/// <summary>An officer who may be told what to do, at one unit of the dossier.</summary>
public sealed record InstructedChoice(int Officer, int Unit, string Name, string UnitName);

/// <summary>Finds instructions.</summary>
public sealed class InstructionList(MotCuaDb db, ReferenceCache references, TimeProvider clock)
{
    /// <summary>Rows of a list.</summary>
    public const int Most = 200;

    /// <summary>The instructions that wait for an officer: to be done, or to be looked at again.</summary>
    public static IQueryable<InstructionRow> Waiting(MotCuaDb db, OfficerId officer) => db.Set<InstructionRow>()
        .Where(i => (i.ToId == officer.Value && i.State == InstructionState.Open) || (i.ById == officer.Value && i.State == InstructionState.Reported))
        .Take(Most);

    /// <summary>What an officer is to do, the earliest date first.</summary>
    public Task<IReadOnlyList<InstructionItem>> ToDo(OfficerId officer, CancellationToken cancel = default) => Items(
        db.Set<InstructionRow>().Where(i => i.ToId == officer.Value && i.State != InstructionState.Closed)
            .OrderBy(i => i.State == InstructionState.Open ? 0 : 1).ThenBy(i => i.Due), cancel);

    /// <summary>What an officer told others to do, what is not closed first.</summary>
    public Task<IReadOnlyList<InstructionItem>> Given(OfficerId officer, CancellationToken cancel = default) => Items(
        db.Set<InstructionRow>().Where(i => i.ById == officer.Value)
            .OrderBy(i => i.State == InstructionState.Reported ? 0 : i.State == InstructionState.Open ? 1 : 2).ThenBy(i => i.Due), cancel);

    /// <summary>Officers with a duty today at the units of a dossier.</summary>
    public async Task<IReadOnlyList<InstructedChoice>> Choices(Dossier dossier, OfficerId giver, CancellationToken cancel = default)
    {
        var units = Instruction.UnitsOf(dossier).Select(u => u.Value).ToList();
        var today = Vietnam.Day(clock.GetUtcNow());
        var reference = await references.Get(db, cancel);
        var found = await db.Set<OfficerRow>().AsNoTracking().Where(o => o.Id != giver.Value)
            .SelectMany(o => o.Grants.Where(g => units.Contains(g.UnitId) && g.From <= today && (g.To == null || g.To >= today)),
                (o, g) => new { o.Id, o.Name, o.Title, g.UnitId }).ToListAsync(cancel);
        return [.. found.DistinctBy(o => (o.Id, o.UnitId)).OrderBy(o => units.IndexOf(o.UnitId)).ThenBy(o => o.Id).Select(o => new InstructedChoice(
            o.Id, o.UnitId, $"{o.Name}, {o.Title}", reference.Agencies.NameOf(new AgencyId(o.UnitId))))];
    }

    private async Task<IReadOnlyList<InstructionItem>> Items(IQueryable<InstructionRow> rows, CancellationToken cancel)
    {
        var found = await rows.AsNoTracking().Take(Most).ToListAsync(cancel);
        var ids = found.ConvertAll(i => i.DossierId).Distinct().ToList();
        var dossiers = await db.Set<DossierRow>().AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        var texts = found.ConvertAll(i => i.TextId);
        var words = await db.Set<TextRow>().AsNoTracking().Where(t => texts.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Body, cancel);
        var people = found.SelectMany(i => new[] { i.ById, i.ToId }).Distinct().ToList();
        var names = await db.Set<OfficerRow>().AsNoTracking().Where(o => people.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        var reference = await references.Get(db, cancel);
        return [.. found.Where(i => dossiers.ContainsKey(i.DossierId)).Select(i => (Row: i, Dossier: dossiers[i.DossierId])).Select(f => new InstructionItem(
            f.Row, f.Dossier.Code, reference.Procedure(f.Dossier.Procedure, f.Dossier.ProcedureVersion).Name,
            names.GetValueOrDefault(f.Row.ById) ?? "", names.GetValueOrDefault(f.Row.ToId) ?? "", words.GetValueOrDefault(f.Row.TextId)))];
    }
}
