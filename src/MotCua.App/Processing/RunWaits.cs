using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Outbox;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;

namespace MotCua.App.Processing;

/// <summary>Takes processes on where time or another system does it: timers whose moment has come, questions of the outbox that were answered. Each is an
/// act at the desk; of two servers that do the same at once one is refused.</summary>
public sealed class RunWaits(MotCuaDb db, DossierDesk desk, TimeProvider clock)
{
    /// <summary>Door of the job.</summary>
    public const string Door = "job";

    private const int AtOnce = 500;

    /// <summary>One round.</summary>
    /// <returns>How many waits it ended.</returns>
    public async Task<int> Round(CancellationToken cancel = default) => await Timers(cancel) + await Answers(cancel);

    private async Task<int> Timers(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        // While a dossier waits for its applicant its timers wait, too; they must not keep others from their turn.
        var due = await (
            from w in db.Set<DossierWaitRow>().AsNoTracking()
            join d in db.Set<DossierRow>() on w.DossierId equals d.Id
            where w.Kind == WaitKind.Timer && w.Due <= now
                && d.Status != DossierStatus.AwaitingSupplement && d.Status != DossierStatus.WithdrawalRequested
            orderby w.Due
            select new { w.DossierId, w.Token }).Take(AtOnce).ToListAsync(cancel);
        var fired = 0;
        foreach (var wait in due)
            if (await desk.Perform(new DossierId(wait.DossierId), new FireTimer(new Token(wait.Token)), new Hand(Actor.Job, Door), cancel) is Performed.Done)
                fired++;
        return fired;
    }

    private async Task<int> Answers(CancellationToken cancel)
    {
        var kind = EventFormat.NameOf<WaitOpened>();
        var answered = await (
            from o in db.Set<OutboxRow>().AsNoTracking()
            where o.Kind == kind && o.Proof != null
                && db.Set<DossierWaitRow>().Any(w => w.DossierId == o.DossierId && w.Kind == WaitKind.Service && w.Receiver == o.Receiver)
            join e in db.Set<DossierEventRow>() on new { o.DossierId, o.Version } equals new { e.DossierId, e.Version }
            orderby o.Id
            select new { o.DossierId, e.Kind, e.Data }).Take(AtOnce).ToListAsync(cancel);
        var done = 0;
        foreach (var row in answered)
            if (EventFormat.Read(row.Kind, row.Data) is WaitOpened wait
                && await desk.Perform(new DossierId(row.DossierId), new ReceiveMessage(wait.Token, null), new Hand(Actor.Job, Door), cancel) is Performed.Done)
                done++;
        return done;
    }
}
