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
        var log = await Log(id, cancel);
        if (log.Count == 0)
            return null;
        var dossier = Fold(id, log);
        return (dossier, await Circumstances(dossier, null, by, [], Now(log), cancel), log);
    }

    private async Task<Performed> Once(DossierId id, DossierAct act, Hand hand, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var log = await Log(id, cancel);
        // After the log: whoever sees what the first request did also sees its key.
        if (hand.Key is { } key && await db.Set<IdempotencyRow>().AsNoTracking().FirstOrDefaultAsync(i => i.Key == key, cancel) is { } before)
            return new Performed.Repeated(new DossierId(before.DossierId), before.Version);
        var dossier = Fold(id, log);
        if (log.Count == 0 && hand.Procedure is null)
            return new Performed.Refused(new Refusal("dossier.unknown", "Không có hồ sơ này. Hãy kiểm tra lại mã hồ sơ."), dossier, []);
        var now = await Circumstances(dossier, hand, hand.By, act.Concerns, Now(log), cancel);
        var since = hand.Seen is { } seen ? log.Where(e => e.Version > seen).ToList() : [];
        if (Duty(act, dossier, now) is { } noDuty)
            return new Performed.Refused(noDuty, dossier, since);
        if (since.Find(e => act.IsOvertakenBy(EventFormat.Read(e.Kind, e.Data))) is { } overtaken)
            return new Performed.Overtaken(overtaken, dossier, since);
        now = now with { Numbers = await Draw(act, dossier, now, cancel) };
        var decision = act.Decide(dossier, now);
        if (decision.Refusal is { } refusal)
            return new Performed.Refused(refusal, dossier, since);
        var after = await Record(act, dossier, decision, log.LastOrDefault(), hand, now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Performed.Done(after, decision.Events);
    }

    private static Refusal? Duty(DossierAct act, Dossier dossier, Circumstances now)
    {
        var kind = ActKinds.Of(act);
        var step = act is StepAct on ? dossier.Open[on.Step] : null;
        // A step that is gone has no unit any more; the act itself says so.
        return act is StepAct && step is null ? null : kind.Needs.Check(now, kind.UnitOf(dossier, step, (act as Receive)?.ReceptionUnit ?? default));
    }

    private async Task<Dictionary<Counter, long>> Draw(DossierAct act, Dossier dossier, Circumstances now, CancellationToken cancel)
    {
        var numbers = new Dictionary<Counter, long>();
        var kind = ActKinds.Of(act);
        var step = act is StepAct on ? dossier.Open[on.Step] : null;
        if (kind.Allows(dossier, step, now) is not null)
            return numbers;
        foreach (var counter in act.Draws(dossier, now).OrderBy(c => c.Key, StringComparer.Ordinal))
            numbers[counter] = await Numbers.Draw(db, counter, cancel);
        return numbers;
    }

    private async Task<Dossier> Record(
        DossierAct act, Dossier dossier, Decision decision, DossierEventRow? last, Hand hand, Circumstances now, CancellationToken cancel)
    {
        var written = Chain(act, dossier, decision, last?.Hash ?? "", hand, now);
        var after = written[^1].After;
        db.AddRange(written.Select(w => w.Row));
        await Rows(dossier, after, cancel);
        await Parts.Add(db, after, now.By, decision.Events, written[0].Row.Version, cancel);
        db.AddRange(written.SelectMany(w => Notices.Of(w.Row, w.Event, w.After, now)));
        if (hand.Key is { } key)
            db.Add(new IdempotencyRow { Key = key, DossierId = after.Id.Value, Version = after.Version, At = now.Now });
        hand.Write?.Invoke(new Written(db, after, now, written[0].Row.Version));
        return after;
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

    /// <summary>Writes the current-state rows: one for the dossier, one per open step.</summary>
    private async Task Rows(Dossier before, Dossier after, CancellationToken cancel)
    {
        var row = Mirror.Of(after);
        if (before.Version == 0)
            db.Add(row);
        else
            db.Update(row);
        if (before.Open.Steps.SequenceEqual(after.Open.Steps))
            return;
        await db.Set<DossierStepRow>().Where(s => s.DossierId == after.Id.Value).ExecuteDeleteAsync(cancel);
        db.AddRange(Mirror.Steps(after));
    }

    private async Task<List<DossierEventRow>> Log(DossierId id, CancellationToken cancel) =>
        await db.Set<DossierEventRow>().AsNoTracking().Where(e => e.DossierId == id.Value).OrderBy(e => e.Version).ToListAsync(cancel);

    private static Dossier Fold(DossierId id, IEnumerable<DossierEventRow> log) =>
        Dossier.Fold(id, log.Select(e => EventFormat.Read(e.Kind, e.Data)));

    /// <summary>Server time to the millisecond, never earlier than the event before.</summary>
    private DateTimeOffset Now(IReadOnlyList<DossierEventRow> log) => Now(log.Count > 0 ? log[^1].At : null);

    private DateTimeOffset Now(DateTimeOffset? before)
    {
        var now = clock.GetUtcNow();
        now = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        return before > now ? before.Value : now;
    }

    private async Task<Circumstances> Circumstances(
        Dossier dossier, Hand? hand, Actor by, IReadOnlyList<OfficerId> others, DateTimeOffset now, CancellationToken cancel)
    {
        var reference = await references.Get(db, cancel);
        var born = dossier.Version > 0;
        var day = Vietnam.Day(now);
        var procedure = born
            ? await references.Procedure(db, dossier.Case.Procedure, dossier.Case.ProcedureVersion, cancel)
            : hand?.Procedure ?? throw new InvalidOperationException("A new dossier needs its procedure.");
        // Whoever did a step before gets it again only while he holds its duty.
        var (own, ofOthers) = await Grants(by, [.. others, .. dossier.Open.DoneBy.Values], day, cancel);
        return Circumstances(dossier, procedure, by, own, ofOthers, now, reference);
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
        };
    }

    /// <summary>What the act may rest on: the actor's own duties, or those that he does for an absent officer today, never both.</summary>
    private async Task<(IReadOnlyList<DutyGrant> Actor, IReadOnlyList<DutyGrant> Others)> Grants(
        Actor by, IReadOnlyList<OfficerId> others, DateOnly day, CancellationToken cancel)
    {
        var inPlace = by is { Officer: { } substitute, OnBehalfOf: { } absent }
            ? await StandIns.Of(db, substitute.Value, day).Where(g => g.OfficerId == absent.Value).AsNoTracking().ToListAsync(cancel)
            : null;
        var ids = others.Select(o => o.Value).Concat(inPlace is null && by.Officer is { } self ? [self.Value] : Array.Empty<int>()).Distinct().ToList();
        var rows = ids.Count == 0 ? [] : await db.Set<DutyGrantRow>().AsNoTracking().Where(g => ids.Contains(g.OfficerId)).ToListAsync(cancel);
        return (
            [.. (inPlace ?? rows.Where(g => g.OfficerId == by.Officer?.Value)).Select(g => g.ToGrant())],
            [.. rows.Where(g => others.Any(o => o.Value == g.OfficerId)).Select(g => g.ToGrant())]);
    }
}
