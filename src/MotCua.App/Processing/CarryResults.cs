using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Outbox;
using MotCua.App.Papers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Papers;

namespace MotCua.App.Processing;

/// <summary>Carries messages to ourselves to where they belong: that a part of a group has ended goes to the dossier of the group and to every part that
/// waits for its result (R-WF-11, R-WF-13). A message that is carried twice, or half and then again, comes to the same.</summary>
public sealed class CarryResults(MotCuaDb db, DossierDesk desk, TimeProvider clock)
{
    private const int AtOnce = 100;
    private static readonly string[] Known = [NoteChild.SameCode, NoteNeeded.SameCode, "dossier.closed"];

    /// <summary>One round: all messages that wait, and those that these cause.</summary>
    /// <returns>How many were carried.</returns>
    public async Task<int> Round(CancellationToken cancel = default)
    {
        var (carried, after) = (0, 0L);
        Exception? broken = null;
        // A part that is stopped for want of another's result has something to say itself: that stands further on.
        while (await Waiting(after, cancel) is { Count: > 0 } some)
        {
            foreach (var message in some)
                try
                {
                    carried += await Carry(message, cancel) ? 1 : 0;
                }
                catch (InvalidOperationException e)
                {
                    // One that cannot be carried does not hold up the others; it is told when all have had their turn.
                    broken ??= e;
                }
            after = some[^1].Id;
        }
        return broken is null ? carried : throw broken;
    }

    private Task<List<OutboxRow>> Waiting(long after, CancellationToken cancel) => db.Set<OutboxRow>().AsNoTracking()
        .Where(o => o.Receiver == OwnMessages.Receiver && o.Sent == null && o.Id > after).OrderBy(o => o.Id).Take(AtOnce).ToListAsync(cancel);

    private async Task<bool> Carry(OutboxRow message, CancellationToken cancel)
    {
        var child = new DossierId(message.DossierId);
        var seen = await desk.Look(child, Actor.Job, cancel) ?? throw new InvalidOperationException("A message names a dossier that is not there.");
        var outcome = EventFormat.NameOf<Stopped>() == message.Kind ? ChildOutcome.Stopped
            : seen.Dossier.Case.Decided == Outcome.Granted ? ChildOutcome.Granted : ChildOutcome.Refused;
        if (seen.Dossier.Links.Parent is not { } parent || await desk.Look(parent, Actor.Job, cancel) is not { } group)
            throw new InvalidOperationException("A message names a group that is not there.");
        var all = Came(await desk.Perform(parent, new NoteChild(child, outcome), Hand($"note:{message.Id}"), cancel));
        foreach (var other in group.Dossier.Links.Children.Where(c => c != child))
            if (await desk.Look(other, Actor.Job, cancel) is { } waits && waits.Dossier.Links.Needs.Contains(child))
                all &= Came(await desk.Perform(
                    other, new NoteNeeded(child, outcome), await WithResult(child, Hand($"needed:{message.Id}:{other.Value:N}"), cancel), cancel));
        return all && await OwnMessages.Noted(db, message.Id, clock.GetUtcNow(), cancel);
    }

    private static Hand Hand(string key) => new(Actor.Job, RunWaits.Door) { Key = key };

    private static bool Came(Performed performed) =>
        performed is Performed.Done or Performed.Repeated || performed is Performed.Refused no && Known.Contains(no.Why.Code);

    /// <summary>The result that was registered goes along as a paper of the one who needs it; the file is not copied.</summary>
    private async Task<Hand> WithResult(DossierId from, Hand hand, CancellationToken cancel)
    {
        var result = await db.Set<DossierPaperRow>().AsNoTracking().Include(p => p.Files)
            .Where(p => p.DossierId == from.Value && p.Component == "result").OrderByDescending(p => p.Id).FirstOrDefaultAsync(cancel);
        return result is null ? hand : hand with
        {
            Write = w => w.Db.Add(new DossierPaperRow
            {
                DossierId = w.After.Id.Value, Version = w.Version, Component = "linked-result", Name = result.Name, Form = PaperForm.Original, Count = 1,
                Passes = true, Files = [.. result.Files.Select(f => new PaperFileRow
                {
                    Digest = f.Digest, FileName = f.FileName, MediaType = f.MediaType, Size = f.Size,
                })],
            }),
        };
    }
}
