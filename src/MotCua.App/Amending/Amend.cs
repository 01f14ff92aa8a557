using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Law;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;

namespace MotCua.App.Amending;

/// <summary>A dossier that would be due at another time.</summary>
/// <param name="Appointment">The new appointment; null where the old one stays.</param>
public sealed record DueMove(DossierCode Code, string Procedure, AgencyId Competent, DateTimeOffset Old, DateTimeOffset New, DateTimeOffset? Appointment);

/// <summary>What an amendment would come to.</summary>
/// <param name="Text">What changes, as one sentence.</param>
/// <param name="MovesDue">Whether it may move due dates at all.</param>
/// <param name="Open">Open dossiers whose limit spans the days that change.</param>
/// <param name="Looked">Of these, how many were counted anew for this answer.</param>
/// <param name="Moves">Of these, the ones with another due date, the earliest first.</param>
public sealed record AmendmentPreview(string Text, bool MovesDue, int Open, int Looked, IReadOnlyList<DueMove> Moves);

/// <summary>Changes rules and the calendar: each change is looked at before it is saved, stands in a log with its basis, and begins the recomputation of
/// the due dates that it may move (R-TIME-07, R-X-04).</summary>
public sealed class Amend(MotCuaDb db, LawRights rights, DossierDesk desk, OpenDossiers open, RecomputeBell bell, TimeProvider clock)
{
    /// <summary>Dossiers that are counted anew for a preview; what is beyond is said to be.</summary>
    public const int MostLooked = 2000;

    /// <summary>What an amendment would come to; nothing is kept.</summary>
    public async Task<(AmendmentPreview? Preview, Refusal? No)> Preview(Amendment amendment, OfficerId officer, CancellationToken cancel = default)
    {
        if (await rights.Missing(officer, cancel) is { } missing)
            return (null, missing);
        var (done, after, no) = await Tried(amendment, cancel);
        if (done is null)
            return (null, no);
        if (done.Moves is not { } days)
            return (new AmendmentPreview(done.Text, false, 0, 0, []), null);
        var ids = await open.Ids(days, Guid.Empty, MostLooked, cancel);
        var moves = (await desk.Foresee(ids, new RecomputeDue(amendment.Basis), after!, cancel))
            .Select(f => f.Decision.Events is [DueRecomputed e] ? Move(f.Dossier, e, after!) : null).OfType<DueMove>()
            .OrderBy(m => m.Old).ThenBy(m => m.Code.Value, StringComparer.Ordinal).ToList();
        var all = ids.Count < MostLooked ? ids.Count : await open.Count(days, cancel);
        return (new AmendmentPreview(done.Text, true, all, ids.Count, moves), null);
    }

    /// <summary>Makes the change.</summary>
    /// <returns>The number of the recomputation that it began, if any; or why it was not made.</returns>
    public async Task<(int? Run, Refusal? No)> Do(Amendment amendment, OfficerId officer, CancellationToken cancel = default)
    {
        if (await rights.Missing(officer, cancel) is { } missing)
            return (null, missing);
        db.ChangeTracker.Clear();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            // Held first: two administrators change one after the other, each on what the other left.
            await ReferenceStamp.Hold(db, cancel);
            var (done, no) = await Applied(amendment, cancel);
            if (done is null)
                return (null, no);
            var run = done.Moves is { } days ? await Begin(done.Text, amendment.Basis, days, officer, cancel) : null;
            db.Add(new LawChangeRow { At = clock.GetUtcNow(), OfficerId = officer.Value, Text = done.Text, LegalBasis = amendment.Basis.Trim() });
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            if (run is not null)
                bell.Ring();
            return (run?.Id, null);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Counts all open due dates anew without a change, as after a new program brought days of its own.</summary>
    public async Task<(int? Run, Refusal? No)> RecomputeAll(string basis, OfficerId officer, CancellationToken cancel = default)
    {
        if (await rights.Missing(officer, cancel) is { } missing)
            return (null, missing);
        if (string.IsNullOrWhiteSpace(basis) || basis.Length > Amendment.LongestBasis)
            return (null, new Refusal("law.basis", $"Hãy ghi căn cứ, tối đa {Amendment.LongestBasis} ký tự.", null, nameof(basis)));
        var run = await Begin("Tính lại hạn của mọi hồ sơ đang mở", basis, MovedDays.All, officer, cancel);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        bell.Ring();
        return (run.Id, null);
    }

    private async Task<RecomputeRunRow> Begin(string text, string basis, MovedDays days, OfficerId officer, CancellationToken cancel)
    {
        var run = new RecomputeRunRow
        {
            Basis = basis.Trim(), Text = text, OfficerId = officer.Value, Asked = clock.GetUtcNow(), FirstDay = days.First, LastDay = days.Last,
            Total = await open.Count(days, cancel),
        };
        db.Add(run);
        return run;
    }

    /// <summary>Applies the amendment, reads the rows as they are then, and takes it back.</summary>
    private async Task<(Amended? Done, ReferenceData? After, Refusal? No)> Tried(Amendment amendment, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var (done, no) = await Applied(amendment, cancel);
            if (done is null)
                return (null, null, no);
            await db.SaveChangesAsync(cancel);
            // A copy of its own: rows that are taken back must not get into the one that all others share.
            using var once = new ReferenceCache();
            return (done, await once.Get(db, cancel), null);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<(Amended? Done, Refusal? No)> Applied(Amendment amendment, CancellationToken cancel)
    {
        using var once = new ReferenceCache();
        return await amendment.Apply(new AmendingNow(db, await once.Get(db, cancel), clock.GetUtcNow()), cancel);
    }

    private static DueMove Move(Dossier dossier, DueRecomputed e, ReferenceData after) => new(
        dossier.Case.Code, after.Procedure(dossier.Case.Procedure, dossier.Case.ProcedureVersion).Name, dossier.Case.Competent, e.Before, e.Due.Due,
        e.Appointment);
}
