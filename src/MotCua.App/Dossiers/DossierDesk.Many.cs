using Microsoft.EntityFrameworkCore;
using MotCua.App.Outbox;
using MotCua.App.Reference;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;

namespace MotCua.App.Dossiers;

/// <summary>What became of one act on many dossiers.</summary>
/// <param name="Done">On how many it was done.</param>
/// <param name="Refused">On how many not, by the code of the refusal.</param>
/// <param name="Broken">Dossiers whose log cannot be read or whose act broke, with the fault: nothing was written of them.</param>
public sealed record Many(int Done, IReadOnlyDictionary<string, int> Refused, IReadOnlyList<(DossierId Id, Exception Fault)> Broken);

/// <summary>What an act would come to on a dossier.</summary>
public sealed record Foreseen(Dossier Dossier, Decision Decision);

/// <content>One act of the system on many dossiers at a time: the same decision and the same rows as one by one, several times as fast.</content>
public sealed partial class DossierDesk
{
    private sealed record Logged(Guid DossierId, int Version, string Kind, string Data, DateTimeOffset At, string Hash);

    /// <summary>A dossier as its log says, and the parts that its events gave.</summary>
    private sealed record Folded(Guid Id, Logged Last, Dossier Dossier, IReadOnlySet<(PartKind Kind, int Holder)> Parts, Exception? Fault = null);

    private sealed record Decided(Folded From, Circumstances? Now, Decision? Decision, Exception? Fault);

    private sealed record NewRows(
        IReadOnlyList<DossierEventRow> Events, DossierRow Mirror, IReadOnlyList<DossierStepRow>? Steps, IReadOnlyList<OutboxRow> Outbox,
        IReadOnlyList<DossierPartRow> Parts);

    /// <summary>Performs one act of the system on many dossiers in one transaction.</summary>
    /// <param name="act">It draws no number, concerns no officer and is no step's.</param>
    /// <param name="hand">A job's; it brings no words, no key and no rows.</param>
    /// <param name="along">What else belongs into the transaction, such as how far a job has come; false: another does this work, nothing is kept.</param>
    /// <returns>What became of it; null where nothing was kept: another writer was first on one of them (do them one by one by
    /// <see cref="Perform"/>), or <paramref name="along"/> said no.</returns>
    /// <exception cref="ArgumentException">The act or the hand is one that must come one by one.</exception>
    public async Task<Many?> PerformMany(
        IReadOnlyList<DossierId> ids, DossierAct act, Hand hand, Func<Many, CancellationToken, Task<bool>>? along = null, CancellationToken cancel = default)
    {
        if (hand is not { By.Kind: ActorKind.Job, Key: null, Seen: null, Write: null } || act is StepAct || act.Concerns.Count > 0)
            throw new ArgumentException("Only a job's act without number, words, key and rows of its own is done on many dossiers at a time.");
        if (db.ChangeTracker.HasChanges())
            throw new InvalidOperationException("Rows that come along with many acts are written by 'along'.");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            var decided = await Decide(ids, act, hand.By, await references.Get(db, cancel), cancel);
            var rows = decided.Where(d => d.Decision is { Refusal: null }).AsParallel().AsOrdered().Select(d => Rows(d, act, hand)).ToList();
            await Write(rows, cancel);
            var many = new Many(
                rows.Count, decided.Select(d => d.Decision?.Refusal?.Code).OfType<string>().CountBy(c => c).ToDictionary(),
                [.. decided.Where(d => d.Fault is not null).Select(d => (new DossierId(d.From.Id), d.Fault!))]);
            if (along is not null && !await along(many, cancel))
                return null;
            await transaction.CommitAsync(cancel);
            return many;
        }
        catch (Exception clash) when (Collisions.Is(clash))
        {
            return null;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>What an act of the system would come to on some dossiers under other reference rows than those that stand; nothing is written.
    /// Dossiers whose log cannot be read are left out.</summary>
    public async Task<IReadOnlyList<Foreseen>> Foresee(
        IReadOnlyList<DossierId> ids, DossierAct act, ReferenceData reference, CancellationToken cancel = default) =>
        [.. (await Decide(ids, act, Actor.Job, reference, cancel)).Where(d => d.Decision is not null).Select(d => new Foreseen(d.From.Dossier, d.Decision!))];

    private async Task<IReadOnlyList<Decided>> Decide(
        IReadOnlyList<DossierId> ids, DossierAct act, Actor by, ReferenceData reference, CancellationToken cancel)
    {
        var guids = ids.Select(i => i.Value).ToList();
        var log = await db.Set<DossierEventRow>().AsNoTracking().Where(e => guids.Contains(e.DossierId)).OrderBy(e => e.DossierId).ThenBy(e => e.Version)
            .Select(e => new Logged(e.DossierId, e.Version, e.Kind, e.Data, e.At, e.Hash)).ToListAsync(cancel);
        var folds = log.GroupBy(e => e.DossierId).AsParallel().AsOrdered().Select(g => Fold([.. g])).ToList();
        var procedures = new Dictionary<(string, int), ProcedureVersion>();
        foreach (var (code, version) in folds.Where(f => f.Fault is null).Select(f => (f.Dossier.Case.Procedure, f.Dossier.Case.ProcedureVersion)).Distinct())
            procedures[(code, version)] = await references.Procedure(db, code, version, cancel);
        return [.. folds.AsParallel().AsOrdered().Select(f => Decide(f, act, by, reference, procedures))];
    }

    // A log that cannot be read is for the verification to report; it must not keep the others from their due.
    private static Folded Fold(IReadOnlyList<Logged> log)
    {
        var (id, parts) = (log[0].DossierId, new HashSet<(PartKind, int)>());
        try
        {
            var dossier = Dossier.Unborn(new DossierId(id));
            foreach (var row in log)
            {
                var e = EventFormat.Read(row.Kind, row.Data);
                dossier = dossier.After(e);
                parts.UnionWith(Parts.Of(e, dossier));
            }
            return new Folded(id, log[^1], dossier, parts);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new Folded(id, log[^1], Dossier.Unborn(new DossierId(id)), parts, fault);
        }
    }

    private Decided Decide(
        Folded fold, DossierAct act, Actor by, ReferenceData reference, Dictionary<(string, int), ProcedureVersion> procedures)
    {
        if (fold.Fault is { } unreadable)
            return new Decided(fold, null, null, unreadable);
        try
        {
            var dossier = fold.Dossier;
            var now = Circumstances(
                dossier, procedures[(dossier.Case.Procedure, dossier.Case.ProcedureVersion)], by, [], [], Now(fold.Last.At), reference);
            return act.Draws(dossier, now).Count > 0
                ? throw new ArgumentException("An act that draws numbers is done one by one.")
                : new Decided(fold, now, Duty(act, dossier, now) is { } no ? no : act.Decide(dossier, now), null);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or ArgumentException))
        {
            return new Decided(fold, null, null, fault);
        }
    }

    private static NewRows Rows(Decided decided, DossierAct act, Hand hand)
    {
        var (before, now, hash) = (decided.From.Dossier, decided.Now!, decided.From.Last.Hash);
        var written = Chain(act, before, decided.Decision!, hash, hand, now);
        var after = written[^1].After;
        var given = written.SelectMany(w => Parts.Of(w.Event, w.After)).Where(p => !decided.From.Parts.Contains(p)).Distinct();
        return new NewRows(
            [.. written.Select(w => w.Row)], Mirror.Of(after), before.Open.Steps.SequenceEqual(after.Open.Steps) ? null : Mirror.Steps(after),
            [.. written.SelectMany(w => Notices.Of(w.Row, w.Event, w.After, now))],
            [.. given.Select(p => Parts.Row(p.Kind, p.Holder, after, written[0].Row.Version))]);
    }

    private async Task Write(IReadOnlyList<NewRows> rows, CancellationToken cancel)
    {
        // The log first: whoever else wrote to one of the dossiers is met here.
        await BulkInsert.Into(db, [.. rows.SelectMany(r => r.Events)], cancel);
        await BulkUpdate.Into(db, [.. rows.Select(r => r.Mirror)], cancel);
        var moved = rows.Where(r => r.Steps is not null).ToList();
        var ids = moved.ConvertAll(r => r.Mirror.Id);
        if (ids.Count > 0)
            await db.Set<DossierStepRow>().Where(s => ids.Contains(s.DossierId)).ExecuteDeleteAsync(cancel);
        await BulkInsert.Into(db, [.. moved.SelectMany(r => r.Steps!)], cancel);
        await BulkInsert.Into(db, [.. rows.SelectMany(r => r.Outbox)], cancel);
        await BulkInsert.Into(db, [.. rows.SelectMany(r => r.Parts)], cancel);
    }
}
