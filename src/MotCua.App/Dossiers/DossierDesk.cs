using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;

namespace MotCua.App.Dossiers;

/// <summary>The counter: the only writer of dossiers. Loads, decides, and records events, current-state rows, outbox and all rows
/// that the act brings along in one transaction.</summary>
public sealed partial class DossierDesk(MotCuaDb db, ReferenceCache references, TimeProvider clock)
{
    /// <summary>How often a decision is made again after another writer was first.</summary>
    private const int Tries = 5;

    /// <summary>Performs an act on a dossier.</summary>
    /// <param name="id">The dossier; a new id for one that is about to be received.</param>
    /// <returns>Done, refused, overtaken by somebody else, or already done under the same key.</returns>
    /// <exception cref="InvalidOperationException">The context holds unsaved rows: what an act brings along comes by <see cref="Hand.Write"/>.</exception>
    public async Task<Performed> Perform(DossierId id, DossierAct act, Hand hand, CancellationToken cancel = default)
    {
        if (db.ChangeTracker.HasChanges())
            throw new InvalidOperationException("Rows that an act brings along come by Hand.Write; a second decision would lose these.");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(id, act, hand, cancel);
            }
            catch (Exception clash) when (attempt < Tries && Collisions.Is(clash))
            {
                // Another branch, a job or a payment was first: most such collisions decide the same way again.
            }
            finally
            {
                // Neither a refusal nor a broken act may leave rows that a later save would write.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The dossier as its log says, with its circumstances for an actor; null if there is none.</summary>
    public async Task<(Dossier Dossier, Circumstances Now, IReadOnlyList<DossierEventRow> Log)?> Look(
        DossierId id, Actor by, CancellationToken cancel = default)
    {
        var seen = await DeskReads.Read(db, id, by, [], null, cancel);
        return seen.Log.Count == 0 ? null : (seen.Dossier, await Circumstances(seen, null, by, [], Now(seen.Log), cancel), seen.Log);
    }

    private async Task<Performed> Once(DossierId id, DossierAct act, Hand hand, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        return await Inside(id, act, hand, null, commit: true, cancel);
    }

    /// <summary>Performs an act in the transaction that is open.</summary>
    /// <param name="together">The dossiers that are acted on in the same transaction; null for this one alone.</param>
    /// <param name="commit">Whether the transaction ends with it.</param>
    private async Task<Performed> Inside(
        DossierId id, DossierAct act, Hand hand, Together? together, bool commit, CancellationToken cancel)
    {
        if (act is StepAct chooses && hand.Ways.Count > 0)
            act = chooses with { Ways = hand.Ways };
        var seenNow = await DeskReads.Read(db, id, hand.By, act.Concerns, hand.Key, cancel);
        if (seenNow.Before is { } before)
            return new Performed.Repeated(new DossierId(before.DossierId), before.Version);
        var (log, dossier) = (seenNow.Log, seenNow.Dossier);
        if (log.Count == 0 && hand.Procedure is null)
            return new Performed.Refused(new Refusal("dossier.unknown", "Không có hồ sơ này. Hãy kiểm tra lại mã hồ sơ."), dossier, []);
        var now = await Circumstances(seenNow, hand, hand.By, act.Concerns, Now(log, together?.At), cancel);
        if (together is not null)
            now = now with { Together = together.Ids };
        var since = hand.Seen is { } seen ? log.Where(e => e.Version > seen).ToList() : [];
        if (Duty(act, dossier, now) is { } noDuty)
            return new Performed.Refused(noDuty, dossier, since);
        if (since.Find(e => act.IsOvertakenBy(EventFormat.Read(e.Kind, e.Data))) is { } overtaken)
            return new Performed.Overtaken(overtaken, dossier, since);
        if (hand.First is { } first)
            await first(id, cancel);
        now = now with { Numbers = await Draw(act, dossier, now, cancel) };
        var decision = act.Decide(dossier, now);
        if (decision.Refusal is { } refusal)
            return new Performed.Refused(refusal, dossier, since);
        var (after, rows) = Record(act, seenNow, decision, hand, now);
        var plain = rows.TakeTracked();
        await rows.Run(commit: commit && plain, cancel);
        if (plain)
            return new Performed.Done(after, decision.Events);
        // Rows that name each other come along: files of a paper.
        await db.SaveChangesAsync(cancel);
        if (commit)
            await db.Database.CurrentTransaction!.CommitAsync(cancel);
        return new Performed.Done(after, decision.Events);
    }

    private static Refusal? Duty(DossierAct act, Dossier dossier, Circumstances now)
    {
        var kind = ActKinds.Of(act);
        if (Linked.Bars(kind.Type, dossier) is { } barred)
            return barred;
        var step = act is StepAct on ? dossier.Open[on.Step] : null;
        // A step or wait that is gone has no unit any more; the act itself says so.
        if (act is WaitAct { Wait: var token } && kind.Needs.At == At.Wait)
            return dossier.Open.Wait(token) is { } wait ? kind.Needs.Check(now, wait.Unit) : null;
        return act is StepAct && step is null ? null : kind.Needs.Check(
            now, kind.UnitOf(dossier, step, (act as Receive)?.ReceptionUnit ?? act.Place(dossier) ?? default));
    }

    private async Task<IReadOnlyDictionary<Counter, long>> Draw(DossierAct act, Dossier dossier, Circumstances now, CancellationToken cancel)
    {
        var step = act is StepAct on ? dossier.Open[on.Step] : null;
        return ActKinds.Of(act).Allows(dossier, step, now) is null
            ? await Numbers.Draw(db, [.. act.Draws(dossier, now)], cancel) : new Dictionary<Counter, long>();
    }

    private (Dossier After, RowBatch Rows) Record(DossierAct act, DeskReads seen, Decision decision, Hand hand, Circumstances now)
    {
        var written = Chain(act, seen.Dossier, decision, seen.Log.LastOrDefault()?.Hash ?? "", hand, now);
        var (after, rows) = (written[^1].After, new RowBatch(db));
        // The log first: whoever else wrote to the dossier is met here.
        rows.Insert(written.Select(w => w.Row));
        Rows(rows, seen.Dossier, after);
        rows.Insert(Parts.New(after, now.By, decision.Events, written[0].Row.Version, seen.Parts));
        rows.Insert(written.SelectMany(w => Notices.Of(w.Row, w.Event, w.After, now)));
        if (hand.Key is { } key)
            rows.Insert([new IdempotencyRow { Key = key, DossierId = after.Id.Value, Version = after.Version, At = now.Now }]);
        hand.Write?.Invoke(new Written(db, after, now, written[0].Row.Version));
        return (after, rows);
    }

    /// <summary>The rows of the log that a decision comes to, chained to the one before.</summary>
    private static List<(DossierEventRow Row, DossierEvent Event, Dossier After)> Chain(
        DossierAct act, Dossier dossier, Decision decision, string before, Hand hand, Circumstances now)
    {
        var (after, written) = (dossier, new List<(DossierEventRow Row, DossierEvent Event, Dossier After)>());
        foreach (var e in decision.Events)
        {
            after = after.After(e);
            var row = new DossierEventRow
            {
                DossierId = dossier.Id.Value, Version = after.Version, Kind = EventFormat.NameOf(e), Data = EventFormat.Write(e), At = now.Now,
                Actor = now.By.Kind, OfficerId = now.By.Officer?.Value, OnBehalfOf = now.By.OnBehalfOf?.Value,
                Door = hand.Door, Act = ActKinds.Of(act).Name, Hash = "",
            };
            before = row.Hash = EventFormat.Hash(row, before);
            written.Add((row, e, after));
        }
        return written;
    }

    /// <summary>The current-state rows: one for the dossier, one per open step.</summary>
    private static void Rows(RowBatch rows, Dossier before, Dossier after)
    {
        rows.Put(Mirror.Of(after));
        foreach (var gone in Mirror.Steps(before).Where(s => after.Open[new Token(s.Token)] is null))
            rows.Delete(gone);
        foreach (var step in after.Open.Steps.Where(s => before.Open[s.Token] != s))
            rows.Put(Mirror.Step(after.Id, step));
        // A wait never changes: it begins and ends.
        foreach (var ended in Mirror.Waits(before).Where(w => after.Open.Wait(new Token(w.Token)) is null))
            rows.Delete(ended);
        rows.Insert(Mirror.Waits(after).Where(w => before.Open.Wait(new Token(w.Token)) is null));
        if (before.Instructions != after.Instructions || after.IsClosed)
            foreach (var told in Mirror.Instructions(after))
                rows.Put(told);
        if (before.Consultations == after.Consultations && !(after.IsClosed && after.Consultations.Count > 0))
            return;
        foreach (var asked in Mirror.Consultations(after))
            rows.Put(asked);
    }

    /// <summary>Server time to the millisecond, never earlier than the event before.</summary>
    private DateTimeOffset Now(IReadOnlyList<DossierEventRow> log, DateTimeOffset? at = null) => Now(log.Count > 0 ? log[^1].At : null, at);

    private DateTimeOffset Now(DateTimeOffset? before, DateTimeOffset? at = null)
    {
        var now = at ?? clock.GetUtcNow();
        now = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        return before > now ? before.Value : now;
    }

    private async Task<Circumstances> Circumstances(
        DeskReads seen, Hand? hand, Actor by, IReadOnlyList<OfficerId> others, DateTimeOffset now, CancellationToken cancel)
    {
        var dossier = seen.Dossier;
        var reference = await references.Get(db, seen.ReferenceStamp, cancel);
        var born = dossier.Version > 0;
        var day = Vietnam.Day(now);
        var procedure = born
            ? await references.Procedure(db, dossier.Case.Procedure, dossier.Case.ProcedureVersion, cancel)
            : hand?.Procedure ?? throw new InvalidOperationException("A new dossier needs its procedure.");
        // Whoever did a step before gets it again only while he holds its duty.
        var (own, ofOthers) = await Grants(seen, by, [.. others, .. dossier.Open.DoneBy.Values], day, cancel);
        var circumstances = Circumstances(dossier, procedure, by, own, ofOthers, now, reference);
        return await DeclaredData.Of(db, dossier.Id, circumstances.Process, hand?.Declared ?? [], cancel) is { } declared
            ? circumstances with { Declared = declared } : circumstances;
    }

    private static Circumstances Circumstances(
        Dossier dossier, ProcedureVersion procedure, Actor by, IReadOnlyList<DutyGrant> own, IReadOnlyList<DutyGrant> ofOthers, DateTimeOffset now,
        ReferenceData reference)
    {
        var day = Vietnam.Day(now);
        var process = dossier.Version > 0
            ? reference.Process(dossier.Case.Process, dossier.Case.ProcessVersion) : reference.Process(procedure.Process, day);
        return new Circumstances(
            now, by, own, procedure, process, reference.Rules, reference.Agencies,
            reference.CalendarOf, new Dictionary<Counter, long>())
        {
            DutiesOfOthers = ofOthers,
            KnowsReason = (list, code) => reference.ReasonsOf(list, day).Any(r => r.Code == code),
            FindReason = (list, code) => reference.ReasonsOf(list, day).FirstOrDefault(r => r.Code == code)?.ToLaw(),
            VersionsOf = reference.Processes.Of,
        };
    }

    /// <summary>What the act may rest on: the actor's own duties, or those that he does for an absent officer today, never both.</summary>
    private async Task<(IReadOnlyList<DutyGrant> Actor, IReadOnlyList<DutyGrant> Others)> Grants(
        DeskReads seen, Actor by, IReadOnlyList<OfficerId> others, DateOnly day, CancellationToken cancel)
    {
        var inPlace = by is { Officer: { } substitute, OnBehalfOf: { } absent }
            ? await StandIns.Of(db, substitute.Value, day).Where(g => g.OfficerId == absent.Value).AsNoTracking().ToListAsync(cancel)
            : null;
        var rows = await seen.Grants(db, [.. others.Select(o => o.Value)], cancel);
        return (
            [.. (inPlace ?? rows.Where(g => g.OfficerId == by.Officer?.Value)).Select(g => g.ToGrant())],
            [.. rows.Where(g => others.Any(o => o.Value == g.OfficerId)).Select(g => g.ToGrant())]);
    }
}
