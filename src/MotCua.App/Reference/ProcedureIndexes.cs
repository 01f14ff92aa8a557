using MotCua.App.Catalogue.Search;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Reference;

/// <summary>Keeps the index of the procedures in force today.
/// It is built when it is asked for after the rows or the day have changed, by one at a time.</summary>
public sealed class ProcedureIndexes(ReferenceCache references, SearchWords words, TimeProvider clock) : IDisposable
{
    private sealed record Built(long Stamp, DateOnly Day, ProcedureIndex Index);

    private readonly SemaphoreSlim gate = new(1);
    private volatile Built? last;

    /// <summary>The index of today.</summary>
    public async Task<ProcedureIndex> Get(MotCuaDb db, CancellationToken cancel = default)
    {
        var reference = await references.Get(db, cancel);
        var today = Vietnam.Day(clock.GetUtcNow());
        if (Fits(reference, today) is { } ready)
            return ready;
        await gate.WaitAsync(cancel);
        try
        {
            return Fits(reference, today) ?? (last = new Built(reference.Stamp, today, Build(reference, today))).Index;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private ProcedureIndex? Fits(ReferenceData reference, DateOnly today) =>
        last is { } built && built.Stamp == reference.Stamp && built.Day == today ? built.Index : null;

    private ProcedureIndex Build(ReferenceData reference, DateOnly today)
    {
        // What is no longer published is found nowhere; its page stays, for dossiers that were received under it.
        var lines = reference.Procedures.Where(p => p.HoldsOn(today)).GroupBy(p => p.Code).Select(g => g.Last()).Where(p => !p.Withdrawn);
        var homes = reference.Agencies.All.Where(a => a is { Kind: AgencyKind.Committee, Level: Level.Province })
            .Select(a => SearchText.Plain(a.Name).Replace("uy ban nhan dan ", ""));
        return new ProcedureIndex(lines, words, [.. homes]);
    }
}
