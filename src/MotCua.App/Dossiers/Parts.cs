using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;

namespace MotCua.App.Dossiers;

/// <summary>Whose part in a dossier it is.</summary>
[NoTerm("a unit or an officer")]
public enum PartKind
{
    /// <summary>A unit that receives, resolves, handles or returns it, or did.</summary>
    Unit,
    /// <summary>An officer who has acted on it.</summary>
    Officer,
}

/// <summary>A unit or an officer has a part in a dossier: what lists are found by, however many dossiers there are. A part is never taken away;
/// whether the officer still reaches the unit is asked each time.</summary>
[NoTerm("who has a part in a dossier")]
public sealed class DossierPartRow
{
    /// <summary>Whose.</summary>
    public PartKind Kind { get; set; }
    /// <summary>The unit or the officer.</summary>
    public int HolderId { get; set; }
    /// <summary>The dossier.</summary>
    public Guid DossierId { get; set; }
    /// <summary>Version of the first event of the act that gave the part.</summary>
    public int Version { get; set; }
    /// <summary>When the dossier was received; never changes.</summary>
    public DateTimeOffset Received { get; set; }
    /// <summary>Its code; never changes.</summary>
    public required string Code { get; set; }
    /// <summary>Its procedure; never changes.</summary>
    public required string Procedure { get; set; }
}

/// <summary>Keeps the parts of units and officers beside the log.</summary>
public static class Parts
{
    /// <summary>Who an event gives a part to.</summary>
    public static IEnumerable<(PartKind Kind, int Holder)> Of(DossierEvent e, Dossier after) => e switch
    {
        StepOpened opened => [(PartKind.Unit, opened.Unit.Value)],
        Domain.Dossiers.Processing.StepTransferred moved => [(PartKind.Unit, moved.Unit.Value)],
        Domain.Dossiers.Reception.Received received => new[] { received.Support, received.Reception, received.Competent, received.ReturnUnit }
            .Select(u => (PartKind.Unit, u.Value)),
        Domain.Dossiers.Processing.CooperationAsked { Supervisor: { } supervisor } => [(PartKind.Unit, supervisor.Value)],
        Domain.Dossiers.Processing.PaperSent sent => [(PartKind.Unit, sent.To.Value)],
        Domain.Dossiers.Processing.ForwardedToCompetent forwarded => [(PartKind.Unit, forwarded.To.Value)],
        _ => [(PartKind.Unit, after.Delivery.ReturnUnit.Value)],
    };

    /// <summary>Who an actor's act gives a part to: himself, and whom he stands in for.</summary>
    public static IEnumerable<(PartKind Kind, int Holder)> Of(int? officer, int? onBehalfOf) =>
        new[] { officer, onBehalfOf }.OfType<int>().Select(o => (PartKind.Officer, o));

    /// <summary>The parts that an act gives and that the log has not given before.</summary>
    /// <param name="version">Version of the act's first event.</param>
    /// <param name="before">Whoever the log gave a part to.</param>
    internal static IEnumerable<DossierPartRow> New(
        Dossier after, Actor by, IEnumerable<DossierEvent> events, int version, IReadOnlySet<(PartKind Kind, int Holder)> before)
    {
        var given = events.SelectMany(e => Of(e, after)).Concat(Of(by.Officer?.Value, by.OnBehalfOf?.Value)).ToHashSet();
        given.ExceptWith(before);
        return given.Select(g => Row(g.Kind, g.Holder, after, version));
    }

    /// <summary>Makes the parts of dossiers that an earlier program wrote without them.</summary>
    /// <returns>How many dossiers got theirs.</returns>
    public static async Task<int> Fill(MotCuaDb db, CancellationToken cancel = default)
    {
        const int AtOnce = 500;
        for (var filled = 0; ;)
        {
            var missing = await OldParts.Missing(db, AtOnce, cancel);
            if (missing.Count == 0)
                return filled;
            db.AddRange(missing);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            filled += missing.Select(p => p.DossierId).Distinct().Count();
        }
    }

    internal static DossierPartRow Row(PartKind kind, int holder, Dossier d, int version) => new()
    {
        Kind = kind, HolderId = holder, DossierId = d.Id.Value, Version = version, Received = d.Case.ReceivedAt, Code = d.Case.Code.Value,
        Procedure = d.Case.Procedure,
    };
}

/// <summary>Reads from the log which parts are missing. It writes nothing.</summary>
internal static class OldParts
{
    /// <summary>The parts of some dossiers that have none.</summary>
    public static async Task<IReadOnlyList<DossierPartRow>> Missing(MotCuaDb db, int dossiers, CancellationToken cancel)
    {
        var parts = db.Set<DossierPartRow>();
        var ids = await db.Set<DossierRow>().Where(d => !parts.Any(p => p.DossierId == d.Id)).OrderBy(d => d.Id).Select(d => d.Id)
            .Take(dossiers).ToListAsync(cancel);
        var log = await db.Set<DossierEventRow>().AsNoTracking().Where(e => ids.Contains(e.DossierId)).OrderBy(e => e.Version).ToListAsync(cancel);
        return [.. log.GroupBy(e => e.DossierId).SelectMany(Readable)];
    }

    // A log that cannot be read is for the verification to report; it must not keep the house from opening.
    private static IReadOnlyList<DossierPartRow> Readable(IEnumerable<DossierEventRow> log)
    {
        try
        {
            return [.. Of(log)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            return [];
        }
    }

    /// <summary>All parts of a dossier, each with the act that gave it first.</summary>
    public static IEnumerable<DossierPartRow> Of(IEnumerable<DossierEventRow> log)
    {
        var (dossier, first, given) = (Dossier.Unborn(default), (DossierEventRow?)null, new Dictionary<(PartKind, int), int>());
        foreach (var row in log)
        {
            if (dossier.Version == 0)
                dossier = Dossier.Unborn(new DossierId(row.DossierId));
            first = first is { } f && f.Act == row.Act && f.At == row.At && f.OfficerId == row.OfficerId ? f : row;
            var e = EventFormat.Read(row.Kind, row.Data);
            dossier = dossier.After(e);
            foreach (var holder in Parts.Of(e, dossier).Concat(Parts.Of(row.OfficerId, row.OnBehalfOf)))
                given.TryAdd(holder, first.Version);
        }
        return given.Select(g => Parts.Row(g.Key.Item1, g.Key.Item2, dossier, g.Value));
    }
}

internal sealed class PartTables : IEntityTypeConfiguration<DossierPartRow>
{
    public void Configure(EntityTypeBuilder<DossierPartRow> row)
    {
        row.ToTable("dossier_parts").HasKey(p => new { p.DossierId, p.Kind, p.HolderId });
        // A page of a unit's dossiers, latest first, is the end of this index; the last columns let it be narrowed without reading the table.
        row.HasIndex(p => new { p.Kind, p.HolderId, p.Received, p.Code, p.Procedure });
    }
}
