using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.App.Publishing;

/// <summary>A running dossier on another version of a process, and whether it could go over.</summary>
/// <param name="Seen">The dossier's version when this was looked at.</param>
/// <param name="On">The version of the process that it follows.</param>
/// <param name="Steps">Where it stands, and the name that the step has in the version to go to; null where there is none.</param>
/// <param name="WhyNot">Why it cannot go over; null if it can.</param>
public sealed record MovableDossier(
    DossierId Id, string Code, string Procedure, int Seen, int On, IReadOnlyList<(string Here, string? There, AgencyId Unit)> Steps, Refusal? WhyNot);

/// <summary>What became of one dossier.</summary>
/// <param name="Refusal">Why it stayed; null if it went over.</param>
public sealed record MovedDossier(string Code, Refusal? Refusal);

/// <summary>Moves running dossiers to another version of their process: shown first, then done as acts of the officer, one by one. What has been moved is
/// not on the list any more, so a run that stopped is simply begun again.</summary>
public sealed class MoveDossiers(MotCuaDb db, DossierDesk desk, Duties duties, ReferenceCache references)
{
    /// <summary>The most dossiers of one go.</summary>
    public const int Most = 100;

    private const int Look = 200;

    private static readonly DossierStatus[] Closed = [DossierStatus.Unborn, DossierStatus.Stopped, DossierStatus.Returned];

    private static readonly Refusal Overtaken = new(
        "move-process.overtaken", "Hồ sơ vừa sang bước khác sau khi trang được mở nên chưa chuyển. Hãy xem lại danh sách rồi chuyển.");

    private static readonly Refusal NotMine = new(
        "duty.missing", "Việc này cần nhiệm vụ phụ trách đơn vị hoặc kiểm soát thủ tục hành chính tại cơ quan giải quyết hồ sơ.");

    /// <summary>Running dossiers of the officer's agencies on other versions, at most <see cref="Most"/>; nothing is written.</summary>
    public async Task<IReadOnlyList<MovableDossier>> Preview(string code, int version, OfficerId officer, CancellationToken cancel = default)
    {
        var reference = await references.Get(db, cancel);
        var procedures = reference.Procedures.Where(p => p.Process == code).Select(p => p.Code).Distinct().ToList();
        var units = (await Mine(officer, cancel)).Select(g => g.Unit.Value).Distinct().ToList();
        var (found, after) = (new List<MovableDossier>(), Guid.Empty);
        while (found.Count < Most)
        {
            var rows = await db.Set<DossierRow>().AsNoTracking()
                .Where(d => procedures.Contains(d.Procedure) && units.Contains(d.CompetentId) && !Closed.Contains(d.Status) && d.Id.CompareTo(after) > 0)
                .OrderBy(d => d.Id).Select(d => d.Id).Take(Look).ToListAsync(cancel);
            if (rows.Count == 0)
                break;
            after = rows[^1];
            var foreseen = await desk.Foresee([.. rows.Select(r => new DossierId(r))], new MoveToProcess(version), reference, cancel);
            found.AddRange(foreseen.Where(f => f.Dossier.Case.Process == code && f.Dossier.Case.ProcessVersion != version)
                .Select(f => Movable(f, version, reference)));
        }
        return [.. found.Take(Most)];
    }

    /// <summary>Moves dossiers, each by an act of its own.</summary>
    /// <param name="chosen">Which, and the version of each that was shown.</param>
    public async Task<IReadOnlyList<MovedDossier>> Do(
        int version, IReadOnlyList<(DossierId Id, int Seen)> chosen, OfficerId officer, string door, CancellationToken cancel = default)
    {
        var moved = new List<MovedDossier>();
        var mine = await Mine(officer, cancel);
        foreach (var (id, seen) in chosen.Take(Most))
        {
            var row = await db.Set<DossierRow>().AsNoTracking().Where(d => d.Id == id.Value).Select(d => new { d.Code, d.CompetentId })
                .FirstOrDefaultAsync(cancel);
            if (row is null)
                continue;
            // His own duty first, then one that he does for somebody absent: the act names both.
            var grant = mine.FirstOrDefault(g => g.Unit.Value == row.CompetentId);
            if (grant is null)
            {
                moved.Add(new MovedDossier(row.Code, NotMine));
                continue;
            }
            var by = grant.Officer == officer ? Actor.Of(officer) : Actor.InPlaceOf(grant.Officer, officer);
            moved.Add(new MovedDossier(row.Code, await desk.Perform(id, new MoveToProcess(version), new Hand(by, door) { Seen = seen }, cancel) switch
            {
                Performed.Refused no => no.Why,
                Performed.Overtaken => Overtaken,
                _ => null,
            }));
        }
        return moved;
    }

    private async Task<IReadOnlyList<DutyGrant>> Mine(OfficerId officer, CancellationToken cancel) =>
        [.. (await duties.Of(officer, cancel)).Where(g => g.Duty is Duty.Lead or Duty.Control)];

    private static MovableDossier Movable(Foreseen foreseen, int version, ReferenceData reference)
    {
        var d = foreseen.Dossier;
        var (here, there) = (reference.Process(d.Case.Process, d.Case.ProcessVersion), reference.Process(d.Case.Process, version));
        return new MovableDossier(
            d.Id, d.Case.Code.Value, d.Case.Procedure, d.Version, d.Case.ProcessVersion,
            [.. d.Open.Steps.Select(s => (Name(here, s.Element) ?? s.Element, Name(there, s.Element), s.Unit))], foreseen.Decision.Refusal);
    }

    private static string? Name(ProcessDefinition process, string element) => process.Elements.FirstOrDefault(e => e.Id == element)?.Name;
}
