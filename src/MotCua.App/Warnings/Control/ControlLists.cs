using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;

namespace MotCua.App.Warnings.Control;

/// <summary>Lists what may be a game with the clock, of the units that an officer oversees (R-TIME-15, R-TIME-16). Everything is read from the log of
/// events by kind and moment, so nobody can take himself off a list.</summary>
public sealed class ControlLists(MotCuaDb db, ReferenceCache references, Reaches reaches, TimeProvider clock)
{
    /// <summary>Events read for a list; more in one period is said to be "at least".</summary>
    public const int Most = 50_000;

    /// <summary>A list of a period.</summary>
    public async Task<ControlList> Of(int officer, ControlKind kind, ControlPeriod period, CancellationToken cancel = default)
    {
        var found = new ControlFound(
            db, await references.Get(db, cancel), (await reaches.Of(officer, cancel)).Seen, period, clock.GetUtcNow());
        var cases = await (kind switch
        {
            ControlKind.Pauses => found.Pauses(cancel),
            ControlKind.LateSupplements => found.LateSupplements(cancel),
            ControlKind.HeldResults => found.HeldResults(cancel),
            _ => found.Batches(cancel),
        });
        var names = await Names([.. cases.Select(c => c.OfficerId).OfType<int>().Distinct()], cancel);
        return new ControlList(kind, found.RuleOf(kind), [.. cases.Select(c => Say(c, names, found.Reference))], found.AtLeast);
    }

    private static ControlCase Say(FoundCase c, IReadOnlyDictionary<int, string> names, ReferenceData reference) => new(
        c.Group, c.Dossier.Code, reference.Procedure(c.Dossier.Procedure, c.Dossier.ProcedureVersion).Name,
        reference.Agencies.NameOf(new AgencyId(c.Dossier.Competent)), c.At,
        c.OfficerId is { } id ? names.GetValueOrDefault(id, "cán bộ khác") : null, c.What, c.Note);

    private async Task<IReadOnlyDictionary<int, string>> Names(List<int> ids, CancellationToken cancel) => ids.Count == 0
        ? new Dictionary<int, string>()
        : await db.Set<OfficerRow>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
}

/// <summary>A dossier as the lists need it.</summary>
internal sealed record ControlDossier(
    Guid Id, string Code, string Procedure, int ProcedureVersion, int Competent, int ReturnUnit, DateTimeOffset? Registered, DateTimeOffset? HandedOver,
    DateTimeOffset? Paused);

/// <summary>An event with its dossier.</summary>
/// <param name="Data">The event; null where it is not asked for.</param>
internal sealed record FoundEvent(ControlDossier Dossier, int Version, DateTimeOffset At, int? OfficerId, string? Data);

/// <summary>A dossier behind a line, before names are put in.</summary>
internal sealed record FoundCase(string Group, ControlDossier Dossier, DateTimeOffset At, int? OfficerId, string? What, string Note);
