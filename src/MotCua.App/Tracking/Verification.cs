using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Outbox;
using MotCua.App.Papers;
using MotCua.App.Reception;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Tracking;

/// <summary>Something that is not as it was written.</summary>
/// <param name="Where">The dossier's code, or the digest of a file.</param>
/// <param name="What">What is wrong, in Vietnamese.</param>
public sealed record Broken(string Where, string What);

/// <summary>What a verification found.</summary>
public sealed record Verified(int Dossiers, int Events, IReadOnlyList<Broken> Broken);

/// <summary>Checks the whole record: hash chains, row = fold, rows beside the log, files, outbox against proofs.</summary>
public sealed class Verification(MotCuaDb db, IFileStore files)
{
    private readonly List<Broken> broken = [];

    /// <summary>Verifies everything.</summary>
    /// <param name="progress">Called with the number of dossiers done.</param>
    public async Task<Verified> Run(Action<int>? progress = null, CancellationToken cancel = default)
    {
        broken.Clear();
        var mirrors = (await db.Set<DossierRow>().AsNoTracking().ToListAsync(cancel)).ToDictionary(d => d.Id);
        var steps = (await db.Set<DossierStepRow>().AsNoTracking().ToListAsync(cancel)).ToLookup(s => s.DossierId);
        var (dossiers, events) = (0, 0);
        var log = new List<DossierEventRow>();
        await foreach (var row in db.Set<DossierEventRow>().AsNoTracking().OrderBy(e => e.DossierId).ThenBy(e => e.Version)
            .AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (log.Count > 0 && log[0].DossierId != row.DossierId)
                Next();
            log.Add(row);
        }
        if (log.Count > 0)
            Next();
        foreach (var orphan in mirrors.Values)
            broken.Add(new Broken(orphan.Code, "Có dòng hồ sơ nhưng không có nhật ký sự kiện."));
        await Companions(cancel);
        await Files(cancel);
        return new Verified(dossiers, events, [.. broken]);

        void Next()
        {
            Dossier(log, mirrors, steps);
            events += log.Count;
            progress?.Invoke(++dossiers);
            log = [];
        }
    }

    private void Dossier(List<DossierEventRow> log, Dictionary<Guid, DossierRow> mirrors, ILookup<Guid, DossierStepRow> steps)
    {
        var id = log[0].DossierId;
        mirrors.Remove(id, out var mirror);
        var where = mirror?.Code ?? id.ToString();
        if (!Chain(log, where))
            return;
        var dossier = Domain.Dossiers.Dossier.Fold(new DossierId(id), log.Select(e => EventFormat.Read(e.Kind, e.Data)));
        if (mirror is null)
            broken.Add(new Broken(where, "Có nhật ký sự kiện nhưng thiếu dòng hồ sơ."));
        else if (Text(mirror) != Text(Mirror.Of(dossier)))
            broken.Add(new Broken(where, "Dòng hồ sơ không khớp với nhật ký sự kiện."));
        if (Text(steps[id].OrderBy(s => s.Token).ToList()) != Text(Mirror.Steps(dossier).OrderBy(s => s.Token).ToList()))
            broken.Add(new Broken(where, "Các bước đang mở không khớp với nhật ký sự kiện."));
    }

    private bool Chain(List<DossierEventRow> log, string where)
    {
        var before = "";
        for (var i = 0; i < log.Count; i++)
        {
            if (log[i].Version != i + 1)
                broken.Add(new Broken(where, $"Thiếu sự kiện thứ {i + 1} trong nhật ký."));
            else if (EventFormat.Hash(log[i], before) != log[i].Hash)
                broken.Add(new Broken(where, $"Sự kiện thứ {i + 1} đã bị sửa: chuỗi băm không khớp."));
            else
            {
                before = log[i].Hash;
                continue;
            }
            return false;
        }
        return true;
    }

    /// <summary>A row beside the log carries the event that brought it; one without its event is half an act.</summary>
    private async Task Companions(CancellationToken cancel)
    {
        var events = db.Set<DossierEventRow>();
        await Report(db.Set<TextRow>().Where(t => !events.Any(e => e.DossierId == t.DossierId && e.Version == t.Version)).Select(t => t.DossierId),
            "Có lời văn không thuộc sự kiện nào.", cancel);
        await Report(db.Set<PartyRow>().Where(p => !events.Any(e => e.DossierId == p.DossierId && e.Version == p.Version)).Select(p => p.DossierId),
            "Có thông tin người không thuộc sự kiện nào.", cancel);
        await Report(db.Set<DossierPaperRow>().Where(p => !events.Any(e => e.DossierId == p.DossierId && e.Version == p.Version)).Select(p => p.DossierId),
            "Có giấy tờ không thuộc sự kiện nào.", cancel);
        await Report(db.Set<OutboxRow>().Where(o => !events.Any(e => e.DossierId == o.DossierId && e.Version == o.Version)).Select(o => o.DossierId),
            "Có tin gửi đi không thuộc sự kiện nào.", cancel);
        await Report(db.Set<OutboxRow>().Where(o => (o.Sent == null) != (o.Proof == null)).Select(o => o.DossierId),
            "Có tin ghi là đã gửi mà không có bằng chứng, hoặc ngược lại.", cancel);
        await Report(db.Set<DossierRow>().Where(d => !db.Set<PartyRow>().Any(p => p.Id == d.OwnerId)
            || !db.Set<PartyRow>().Any(p => p.Id == d.SubmitterId)).Select(d => d.Id), "Thiếu chủ hồ sơ hoặc người nộp.", cancel);
        await Report(db.Set<IdempotencyRow>().Where(i => !events.Any(e => e.DossierId == i.DossierId && e.Version == i.Version)).Select(i => i.DossierId),
            "Có khóa chống trùng không thuộc sự kiện nào.", cancel);
    }

    private async Task Report(IQueryable<Guid> dossiers, string what, CancellationToken cancel)
    {
        foreach (var id in await dossiers.Distinct().ToListAsync(cancel))
        {
            var code = await db.Set<DossierRow>().Where(d => d.Id == id).Select(d => d.Code).FirstOrDefaultAsync(cancel);
            broken.Add(new Broken(code ?? id.ToString(), what));
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

    private static string Text<T>(T row) => JsonSerializer.Serialize(row, Json.Stored);
}
