using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.Domain.Law;

namespace MotCua.App.Reception;

/// <summary>How often each procedure was received in the whole province of late; counted once an hour, since everybody may ask.</summary>
[NoTerm("a count that is kept")]
public sealed class ProcedureUse(TimeProvider clock)
{
    private const int RecentDays = 180;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private sealed record Count(DateTimeOffset At, IReadOnlyDictionary<string, int> Received);

    private volatile Count? last;

    /// <summary>Receptions of the last 180 days by code.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Get(MotCuaDb db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (last is { } held && now - held.At < Kept && now >= held.At)
            return held.Received;
        var since = now.AddDays(-RecentDays);
        var received = await db.Set<DossierRow>().AsNoTracking().Where(d => d.Received >= since)
            .GroupBy(d => d.Procedure).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        last = new Count(now, received);
        return received;
    }

    /// <summary>A weight between 1 and 1.15 for the search: enough to decide between equally good ones.</summary>
    public static Func<string, float> Weight(IReadOnlyDictionary<string, int> received)
    {
        var most = Math.Log(1 + received.Values.DefaultIfEmpty(0).Max());
        return code => most > 0 ? 1 + .15f * (float)(Math.Log(1 + received.GetValueOrDefault(code)) / most) : 1;
    }
}
