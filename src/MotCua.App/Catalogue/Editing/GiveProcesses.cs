using Microsoft.EntityFrameworkCore;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.App.Catalogue.Editing;

/// <summary>A procedure that could be given a process.</summary>
/// <param name="Version">What it says today, or first will say.</param>
/// <param name="Seen">Its highest version.</param>
/// <param name="Hours">Its shortest limit in working hours; null where none is known.</param>
/// <param name="Proposal">The process that fits; null where none does.</param>
/// <param name="WhyNot">Why it needs none, or can have none.</param>
public sealed record ProcessOffer(ProcedureVersion Version, int Seen, decimal? Hours, ProcessDefinition? Proposal, Refusal? WhyNot);

/// <summary>A process for a procedure.</summary>
/// <param name="Seen">The highest version when the offer was shown.</param>
/// <param name="Department">The function that handles it; null leaves what it has.</param>
public sealed record ProcessGift(string Code, int Seen, string Process, string? Department);

/// <summary>What came of giving it.</summary>
/// <param name="Refusal">Why not; null if it has the process.</param>
public sealed record GivenProcess(string Code, string Process, Refusal? Refusal);

/// <summary>Gives many procedures a process at once: after an import most have none, and nobody could receive them.</summary>
public sealed class GiveProcesses(MotCuaDb db, EditProcedure editing, TimeProvider clock)
{
    /// <summary>The most procedures of one go.</summary>
    public const int Most = 300;

    private DateOnly Today => Vietnam.Day(clock.GetUtcNow());

    /// <summary>What could be given to procedures; in the order asked for, unknown codes left out.</summary>
    public async Task<IReadOnlyList<ProcessOffer>> Offers(IReadOnlyList<string> codes, CancellationToken cancel = default)
    {
        var wanted = codes.Distinct().Take(Most).ToList();
        var rows = (await db.Set<ProcedureRow>().AsNoTracking().Where(p => wanted.Contains(p.Code)).OrderBy(p => p.Version).ToListAsync(cancel))
            .ToLookup(p => p.Code);
        var processes = await editing.Processes(Today, cancel);
        return [.. wanted.Where(rows.Contains).Select(c => Offer([.. rows[c]], processes))];
    }

    /// <summary>Gives them, each in new versions from today on: one for what holds today, one for each version that waits for its day.</summary>
    public async Task<IReadOnlyList<GivenProcess>> Do(
        IReadOnlyList<ProcessGift> gifts, string reason, OfficerId officer, CancellationToken cancel = default)
    {
        var given = new List<GivenProcess>();
        foreach (var gift in gifts.Take(Most))
            given.Add(new GivenProcess(gift.Code, gift.Process, await Give(gift, reason, officer, cancel)));
        return given;
    }

    private ProcessOffer Offer(List<ProcedureRow> rows, IReadOnlyList<ProcessDefinition> processes)
    {
        var shown = Without(rows).FirstOrDefault();
        var version = ProcedureRows.Version(shown ?? Succession.InForce(rows, Today) ?? rows[^1]);
        var hours = Checks.ShortestHours(version);
        var proposal = ProcessProposal.For(version, processes);
        var why = shown is null && version.Process.Length > 0 ? $"Đã có quy trình {version.Process}."
            : shown is null ? "Thủ tục không còn hiệu lực."
            : version.Routing != Routing.Local ? $"Tiếp nhận trên {Terms.Of(version.Routing)}."
            : version.Levels.All(l => l == Level.Ministry) ? "Thủ tục do cơ quan cấp bộ giải quyết."
            : null;
        return new ProcessOffer(version, rows[^1].Version, hours, proposal, why is null ? null : new Refusal("process.needless", why));
    }

    private async Task<Refusal?> Give(ProcessGift gift, string reason, OfficerId officer, CancellationToken cancel)
    {
        var rows = await db.Set<ProcedureRow>().AsNoTracking().Where(p => p.Code == gift.Code).OrderBy(p => p.Version).ToListAsync(cancel);
        var without = Without(rows);
        if (without.Count == 0)
            return new Refusal("process.needless", "Thủ tục đã có quy trình hoặc không còn hiệu lực.");
        var seen = gift.Seen;
        foreach (var version in without.Select(ProcedureRows.Version))
        {
            var says = version with { Process = gift.Process, Department = gift.Department ?? version.Department };
            var edit = new ProcedureEdit(says, version.Version, seen, version.From > Today ? version.From : Today, reason) { Lock = [CatalogueField.Process] };
            if (await editing.Save(edit, officer, cancel) is { Refusals: [var no, ..] })
                return no;
            seen++;
        }
        return null;
    }

    /// <summary>The versions without a process that hold today or later.</summary>
    private List<ProcedureRow> Without(List<ProcedureRow> rows) =>
        [.. rows.Where(r => (r.To is null || r.To >= Today) && (r.To is null || r.To >= r.From)
            && ProcedureRows.Version(r).Process.Length == 0).OrderBy(r => r.From)];
}
