using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Outbox;
using MotCua.App.Papers;
using MotCua.App.Reception;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;

namespace MotCua.App.Tracking;

/// <summary>Something that is not as it was written.</summary>
/// <param name="Where">The dossier's code, the series of a number, or the digest of a file.</param>
/// <param name="What">What is wrong, in Vietnamese.</param>
public sealed record Broken(string Where, string What);

/// <summary>What a verification found.</summary>
public sealed record Verified(int Dossiers, int Events, IReadOnlyList<Broken> Broken);

/// <summary>Checks the whole record as it stands at one moment, also while the system runs: hash chains, row = fold, rows beside the log
/// both ways, numbers without gaps, files, outbox against proofs.</summary>
public sealed class Verification(MotCuaDb db, IFileStore files)
{
    /// <summary>Dossiers that are read at once.</summary>
    private const int Batch = 200;

    private readonly List<Broken> broken = [];

    /// <summary>Verifies everything.</summary>
    /// <param name="progress">Called with the number of dossiers done.</param>
    public async Task<Verified> Run(Action<int>? progress = null, CancellationToken cancel = default)
    {
        broken.Clear();
        await using var snapshot = await Snapshot.Begin(db, cancel);
        var ids = await db.Set<DossierEventRow>().Select(e => e.DossierId).Distinct().ToListAsync(cancel);
        var (dossiers, events) = (0, 0);
        foreach (var some in ids.Chunk(Batch))
        {
            foreach (var record in await Records(some, cancel))
            {
                broken.AddRange(record.Faults().Select(f => new Broken(record.Where, f)));
                events += record.Log.Count;
                progress?.Invoke(++dossiers);
            }
        }
        await WithoutEvent(cancel);
        await Halves(cancel);
        await Series(cancel);
        await Files(cancel);
        return new Verified(dossiers, events, [.. broken]);
    }

    private async Task<List<DossierRecord>> Records(Guid[] ids, CancellationToken cancel)
    {
        var log = (await db.Set<DossierEventRow>().AsNoTracking().Where(e => ids.Contains(e.DossierId)).OrderBy(e => e.Version).ToListAsync(cancel))
            .ToLookup(e => e.DossierId);
        var rows = await db.Set<DossierRow>().AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        var steps = (await db.Set<DossierStepRow>().AsNoTracking().Where(s => ids.Contains(s.DossierId)).OrderBy(s => s.Token).ToListAsync(cancel))
            .ToLookup(s => s.DossierId);
        var texts = (await db.Set<TextRow>().Where(t => ids.Contains(t.DossierId)).Select(t => new { t.DossierId, t.Id }).ToListAsync(cancel))
            .ToLookup(t => t.DossierId, t => t.Id);
        var papers = (await db.Set<DossierPaperRow>().Where(p => ids.Contains(p.DossierId))
            .SelectMany(p => p.Files, (p, f) => new { p.DossierId, p.Version, f.Digest }).ToListAsync(cancel))
            .ToLookup(p => p.DossierId, p => (p.Version, p.Digest));
        var words = (await db.Set<DossierSearchRow>().Where(w => ids.Contains(w.DossierId)).Select(w => w.DossierId).ToListAsync(cancel)).ToHashSet();
        return [.. ids.Select(id => new DossierRecord(
            id, [.. log[id]], rows.GetValueOrDefault(id), [.. steps[id]], texts[id].ToHashSet(), [.. papers[id].Order()], words.Contains(id)))];
    }

    /// <summary>A row beside the log carries the event that brought it; one without its event is half an act.</summary>
    private async Task WithoutEvent(CancellationToken cancel)
    {
        var events = db.Set<DossierEventRow>();
        await Report(db.Set<DossierRow>().Where(d => !events.Any(e => e.DossierId == d.Id)).Select(d => d.Id),
            "Có dòng hồ sơ nhưng không có nhật ký sự kiện.", cancel);
        await Report(db.Set<DossierStepRow>().Where(s => !events.Any(e => e.DossierId == s.DossierId)).Select(s => s.DossierId),
            "Có bước đang mở của hồ sơ không có nhật ký sự kiện.", cancel);
        await Report(db.Set<TextRow>().Where(t => !events.Any(e => e.DossierId == t.DossierId && e.Version == t.Version)).Select(t => t.DossierId),
            "Có lời văn không thuộc sự kiện nào.", cancel);
        await Report(db.Set<PartyRow>().Where(p => !events.Any(e => e.DossierId == p.DossierId && e.Version == p.Version)).Select(p => p.DossierId),
            "Có thông tin người không thuộc sự kiện nào.", cancel);
        await Report(db.Set<DossierPaperRow>().Where(p => !events.Any(e => e.DossierId == p.DossierId && e.Version == p.Version)).Select(p => p.DossierId),
            "Có giấy tờ không thuộc sự kiện nào.", cancel);
        await Report(db.Set<OutboxRow>().Where(o => !events.Any(e => e.DossierId == o.DossierId && e.Version == o.Version)).Select(o => o.DossierId),
            "Có tin gửi đi không thuộc sự kiện nào.", cancel);
        await Report(db.Set<IdempotencyRow>().Where(i => !events.Any(e => e.DossierId == i.DossierId && e.Version == i.Version)).Select(i => i.DossierId),
            "Có khóa chống trùng không thuộc sự kiện nào.", cancel);
    }

    private async Task Halves(CancellationToken cancel)
    {
        await Report(db.Set<OutboxRow>().Where(o => (o.Sent == null) != (o.Proof == null)).Select(o => o.DossierId),
            "Có tin ghi là đã gửi mà không có bằng chứng, hoặc ngược lại.", cancel);
        await Report(db.Set<DossierRow>().Where(d => !db.Set<PartyRow>().Any(p => p.Id == d.OwnerId)
            || !db.Set<PartyRow>().Any(p => p.Id == d.SubmitterId)).Select(d => d.Id), "Thiếu chủ hồ sơ hoặc người nộp.", cancel);
    }

    private async Task Report(IQueryable<Guid> dossiers, string what, CancellationToken cancel)
    {
        foreach (var id in await dossiers.Distinct().ToListAsync(cancel))
        {
            var code = await db.Set<DossierRow>().Where(d => d.Id == id).Select(d => d.Code).FirstOrDefaultAsync(cancel);
            broken.Add(new Broken(code ?? id.ToString(), what));
        }
    }

    /// <summary>Codes are drawn without gaps: a series that counted further than there are dossiers has lost one, log and all.</summary>
    private async Task Series(CancellationToken cancel)
    {
        var received = (await db.Set<DossierRow>().Select(d => new { d.ReceptionId, d.Received }).ToListAsync(cancel))
            .CountBy(d => Receive.CodeCounter(new AgencyId(d.ReceptionId), Vietnam.Day(d.Received))).ToDictionary();
        var drawn = await db.Set<CounterRow>().AsNoTracking().Where(c => c.Key.StartsWith(Receive.CodeSeries)).ToListAsync(cancel);
        foreach (var counter in drawn)
        {
            var there = received.GetValueOrDefault(new Counter(counter.Key, counter.Period));
            if (there != counter.Value)
                broken.Add(new Broken($"{counter.Key} {counter.Period}", $"Đã cấp {counter.Value} mã hồ sơ mà chỉ còn {there} hồ sơ."));
        }
    }

    private async Task Files(CancellationToken cancel)
    {
        var named = await db.Set<PaperFileRow>().Select(f => f.Digest)
            .Union(db.Set<AttemptFileRow>().Select(f => f.Digest)).Distinct().ToListAsync(cancel);
        foreach (var digest in named)
        {
            await using var content = files.Open(digest);
            if (content is null)
                broken.Add(new Broken(digest, "Thiếu tệp trong kho."));
            else if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)) != digest)
                broken.Add(new Broken(digest, "Tệp trong kho đã bị sửa: mã băm không khớp."));
        }
    }
}
