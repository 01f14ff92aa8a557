using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Processing;

/// <summary>A question as lists show it.</summary>
/// <param name="AskedBy">Name of who asked; null for no officer.</param>
public sealed record ConsultationItem(ConsultationRow Row, string Code, string Procedure, string Unit, string Lead, string? AskedBy);

/// <summary>A question as the unit that is asked sees it: the question, the papers that were chosen for it, and nothing else of the dossier.</summary>
public sealed record AskedQuestion(
    ConsultationItem Item, Consultation Question, int Version, string? Words, string? Answer, IReadOnlyList<DossierPaperRow> Papers, Actor By);

/// <summary>Finds questions between units.</summary>
public sealed class ConsultationList(MotCuaDb db, DossierDesk desk, ReferenceCache references, Duties duties)
{
    /// <summary>Rows of a list.</summary>
    public const int Most = 200;

    private static readonly Duty[] Answering = [Duty.Handle, Duty.Lead, Duty.Sign];

    /// <summary>The questions that wait for the officer's units, up to <see cref="Most"/>, to be counted.</summary>
    /// <param name="held">The officer's duties.</param>
    internal static IQueryable<int> Asked(MotCuaDb db, IEnumerable<DutyGrant> held)
    {
        var units = UnitsOf(held, Answering);
        return db.Set<ConsultationRow>().Where(c => units.Contains(c.UnitId) && c.State == ConsultationState.Open).Take(Most).Select(c => c.Number);
    }

    /// <summary>Questions that wait for the officer's units, the earliest deadline first.</summary>
    public async Task<IReadOnlyList<ConsultationItem>> ToAnswer(OfficerId officer, CancellationToken cancel = default)
    {
        var units = UnitsOf(await duties.Of(officer, cancel), Answering);
        return await Items(db.Set<ConsultationRow>().Where(c => units.Contains(c.UnitId) && c.State == ConsultationState.Open).OrderBy(c => c.Due), cancel);
    }

    /// <summary>What the officer asked and nobody has answered, and his last answered ones.</summary>
    public async Task<IReadOnlyList<ConsultationItem>> Asked(OfficerId officer, CancellationToken cancel = default) =>
        await Items(db.Set<ConsultationRow>().Where(c => c.AskedById == officer.Value)
            .OrderBy(c => c.State == ConsultationState.Open ? 0 : 1).ThenByDescending(c => c.Asked), cancel);

    /// <summary>Late answers that were reported to the one-stop units which the officer heads.</summary>
    public async Task<IReadOnlyList<ConsultationItem>> Reported(OfficerId officer, CancellationToken cancel = default)
    {
        var units = UnitsOf(await duties.Of(officer, cancel), [Duty.HeadOneStop]);
        var dossiers = db.Set<DossierRow>();
        return await Items(db.Set<ConsultationRow>().Where(c => c.State == ConsultationState.Open && c.Reported != null
            && dossiers.Any(d => d.Id == c.DossierId && units.Contains(d.ReceptionId))).OrderBy(c => c.Due), cancel);
    }

    /// <summary>A question for those who may answer it; null for everybody else, and where there is none.</summary>
    public async Task<AskedQuestion?> Find(string code, int number, OfficerId officer, CancellationToken cancel = default)
    {
        var item = (await Items(from c in db.Set<ConsultationRow>()
                                where c.Number == number && db.Set<DossierRow>().Any(d => d.Id == c.DossierId && d.Code == code)
                                select c, cancel)).FirstOrDefault();
        if (item is null)
            return null;
        var held = await duties.Of(officer, cancel);
        var actor = Answering.Select(d => Duties.ActorFor(held, officer, d, new AgencyId(item.Row.UnitId))).FirstOrDefault(a => a is not null);
        if (actor is null || await desk.Look(new DossierId(item.Row.DossierId), Actor.Job, cancel) is not { } seen)
            return null;
        var question = seen.Dossier.Consultations[number - 1];
        var shown = question.Papers.Append($"opinion-{number}").ToList();
        var papers = await db.Set<DossierPaperRow>().AsNoTracking().Include(p => p.Files.OrderBy(f => f.Id))
            .Where(p => p.DossierId == item.Row.DossierId && shown.Contains(p.Component)).OrderBy(p => p.Id).ToListAsync(cancel);
        return new AskedQuestion(
            item, question, seen.Dossier.Version, await Text(question.Question, cancel), question.Text is { } text ? await Text(text, cancel) : null,
            papers, actor);
    }

    private async Task<string?> Text(TextId id, CancellationToken cancel) =>
        await db.Set<TextRow>().AsNoTracking().Where(t => t.Id == id.Value).Select(t => t.Body).FirstOrDefaultAsync(cancel);

    private async Task<IReadOnlyList<ConsultationItem>> Items(IQueryable<ConsultationRow> rows, CancellationToken cancel)
    {
        var found = await rows.AsNoTracking().Take(Most).ToListAsync(cancel);
        var ids = found.ConvertAll(c => c.DossierId).Distinct().ToList();
        var dossiers = await db.Set<DossierRow>().AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        var people = found.Select(c => c.AskedById).OfType<int>().Distinct().ToList();
        var names = await db.Set<OfficerRow>().AsNoTracking().Where(o => people.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        var reference = await references.Get(db, cancel);
        return [.. found.Where(c => dossiers.ContainsKey(c.DossierId)).Select(c => (Row: c, Dossier: dossiers[c.DossierId])).Select(f => new ConsultationItem(
            f.Row, f.Dossier.Code, reference.Procedure(f.Dossier.Procedure, f.Dossier.ProcedureVersion).Name,
            reference.Agencies.NameOf(new AgencyId(f.Row.UnitId)), reference.Agencies.NameOf(new AgencyId(f.Dossier.CompetentId)),
            f.Row.AskedById is { } who ? names.GetValueOrDefault(who) : null))];
    }

    private static List<int> UnitsOf(IEnumerable<DutyGrant> held, IReadOnlyList<Duty> of) =>
        [.. held.Where(g => of.Contains(g.Duty)).Select(g => g.Unit.Value).Distinct()];
}
