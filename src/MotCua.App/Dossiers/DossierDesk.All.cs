using MotCua.Domain.Dossiers;

namespace MotCua.App.Dossiers;

/// <summary>One of several acts that are done together or not at all.</summary>
public sealed record OneOf(DossierId Id, DossierAct Act, Hand Hand);

/// <content>Acts on several dossiers in one transaction: a group is received and returned as a whole.</content>
public sealed partial class DossierDesk
{
    /// <summary>Performs all acts or none, in one transaction and in the order of the ids, so that two who do so never wait for each other.</summary>
    /// <returns>What came of the first act named, where all were done; else what kept one of them from being done, and nothing is written. A key that was
    /// used before at any of them makes the whole a repetition.</returns>
    /// <exception cref="InvalidOperationException">The context holds unsaved rows.</exception>
    public async Task<Performed> PerformAll(IReadOnlyList<OneOf> acts, CancellationToken cancel = default)
    {
        if (db.ChangeTracker.HasChanges())
            throw new InvalidOperationException("Rows that an act brings along come by Hand.Write; a second decision would lose these.");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AllOnce(acts, cancel);
            }
            catch (Exception clash) when (attempt < Tries && Collisions.Is(clash))
            {
                // Another was first at one of them: all are decided again.
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Performed> AllOnce(IReadOnlyList<OneOf> acts, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (ids, done, at) = (acts.Select(a => a.Id).ToHashSet(), new Dictionary<DossierId, Performed>(), Now((DateTimeOffset?)null));
        foreach (var one in acts.OrderBy(a => a.Id.Value))
        {
            var performed = await Inside(one.Id, one.Act, one.Hand, new Together(ids, at), commit: false, cancel);
            if (performed is not Performed.Done)
                return performed;
            done[one.Id] = performed;
            db.ChangeTracker.Clear();
        }
        await transaction.CommitAsync(cancel);
        return done[acts[0].Id];
    }

    /// <param name="Ids">The dossiers of one transaction.</param>
    /// <param name="At">Their one moment.</param>
    private sealed record Together(IReadOnlySet<DossierId> Ids, DateTimeOffset At);
}
