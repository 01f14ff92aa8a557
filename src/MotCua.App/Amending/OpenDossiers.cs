using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;

namespace MotCua.App.Amending;

/// <summary>Finds the dossiers whose limit runs and spans some days: only these can be due at another time when those days change. It writes nothing.</summary>
public sealed class OpenDossiers(MotCuaDb db)
{
    private static readonly DossierStatus[] Running = [DossierStatus.Received, DossierStatus.InProcess, DossierStatus.WithdrawalRequested];

    /// <summary>How many there are.</summary>
    public Task<int> Count(MovedDays days, CancellationToken cancel = default) => Spanning(days).CountAsync(cancel);

    /// <summary>Some of them, in the order of their ids.</summary>
    /// <param name="after">Those beyond this one.</param>
    public async Task<IReadOnlyList<DossierId>> Ids(MovedDays days, Guid after, int most, CancellationToken cancel = default) =>
        (await Spanning(days).Where(d => d.Id.CompareTo(after) > 0).OrderBy(d => d.Id).Select(d => d.Id).Take(most).ToListAsync(cancel))
        .ConvertAll(id => new DossierId(id));

    // A clock that stands still is counted anew when it runs on. A day outside reception and due date has no part in the count.
    private IQueryable<DossierRow> Spanning(MovedDays days)
    {
        var (first, beyond) = (Vietnam.Instant(days.First, TimeOnly.MinValue), Vietnam.Instant(days.Last.AddDays(1), TimeOnly.MinValue));
        return db.Set<DossierRow>().AsNoTracking().Where(d => Running.Contains(d.Status) && d.Paused == null && d.Due >= first && d.Received < beyond);
    }
}
