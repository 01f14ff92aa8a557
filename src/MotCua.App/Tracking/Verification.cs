using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Outbox;
using MotCua.App.Papers;
using MotCua.App.Papers.Digitizing;
using MotCua.App.Papers.Archive;
using MotCua.App.Papers.BackFile;
using MotCua.App.Papers.Documents;
using MotCua.App.Reception;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;

namespace MotCua.App.Tracking;

/// <summary>Something that is not as it was written.</summary>
/// <param name="Where">The dossier's code, a series of codes, or the digest of a file.</param>
/// <param name="What">What is wrong, in Vietnamese.</param>
public sealed record Broken(string Where, string What);

/// <summary>What a verification found.</summary>
public sealed record Verified(int Dossiers, int Events, IReadOnlyList<Broken> Broken);

/// <summary>Checks the whole record: hash chains, row = fold, rows beside the log, numbers without gaps, files, outbox against proofs.
/// It reads one moment of the database; work may go on meanwhile.</summary>
public sealed class Verification(MotCuaDb db, IFileStore files)
{
    private readonly List<Broken> broken = [];
    private readonly Dictionary<(int Unit, DateOnly Day), long> received = [];
    private int dossiers, events;

    /// <summary>How many dossiers are held in memory at once.</summary>
    public int AtOnce { get; init; } = 200;

    /// <summary>Verifies everything.</summary>
    /// <param name="progress">Called with the number of dossiers done.</param>
    public async Task<Verified> Run(Action<int>? progress = null, CancellationToken cancel = default)
    {
        broken.Clear();
        received.Clear();
        (dossiers, events) = (0, 0);
        await using var snapshot = db.Database.CurrentTransaction is null ? await Snapshot.Begin(db, cancel) : null;
        try
        {
            await Dossiers(progress, cancel);
            await Orphans(cancel);
            await Codes(cancel);
            await Files(cancel);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            broken.Add(new Broken("cơ sở dữ liệu", "Có dòng không đọc được nên chưa kiểm tra hết. Hãy khôi phục từ bản sao lưu."));
        }
        return new Verified(dossiers, events, [.. broken]);
    }

    private async Task Dossiers(Action<int>? progress, CancellationToken cancel)
    {
        for (var last = 0L; ;)
        {
            var births = await db.Set<DossierEventRow>().AsNoTracking().Where(e => e.Version == 1 && e.Id > last).OrderBy(e => e.Id)
                .Select(e => new { e.Id, e.DossierId }).Take(AtOnce).ToListAsync(cancel);
            if (births.Count == 0)
                return;
            await Check([.. births.Select(b => b.DossierId).Distinct()], progress, cancel);
            last = births[^1].Id;
        }
    }

    private async Task Check(IReadOnlyList<Guid> ids, Action<int>? progress, CancellationToken cancel)
    {
        IReadOnlyList<Record> records;
        try
        {
            records = await Records.Read(db, ids, cancel);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            if (ids.Count == 1)
                await Report(ids, "Có dòng của hồ sơ không đọc được: đã bị sửa.", cancel);
            else
                foreach (var id in ids)
                    await Check([id], progress, cancel);
            return;
        }
        foreach (var record in records)
        {
            var check = new RecordCheck(record);
            var wrong = check.Run();
            var where = check.Dossier?.Case.Code.Value ?? record.Mirror?.Code ?? record.Id.ToString();
            broken.AddRange(wrong.Distinct().Select(what => new Broken(where, what)));
            events += record.Log.Count;
            dossiers++;
            progress?.Invoke(dossiers);
            if ((check.Dossier is { } d ? Mirror.Of(d) : record.Mirror) is { } row)
                received[(row.ReceptionId, Vietnam.Day(row.Received))] = 1 + received.GetValueOrDefault((row.ReceptionId, Vietnam.Day(row.Received)));
        }
    }

    /// <summary>Rows of a dossier that has no log, or a log without its beginning.</summary>
    private async Task Orphans(CancellationToken cancel)
    {
        var log = db.Set<DossierEventRow>();
        await Report(log.Where(e => !log.Any(b => b.DossierId == e.DossierId && b.Version == 1)).Select(e => e.DossierId),
            "Thiếu sự kiện thứ 1 trong nhật ký.", cancel);
        await Report(db.Set<DossierRow>().Where(d => !log.Any(e => e.DossierId == d.Id)).Select(d => d.Id),
            "Có dòng hồ sơ nhưng không có nhật ký sự kiện.", cancel);
        IQueryable<Guid>[] beside =
        [
            db.Set<DossierStepRow>().Select(s => s.DossierId), db.Set<DossierSearchRow>().Select(s => s.DossierId),
            db.Set<DossierPartRow>().Select(p => p.DossierId), db.Set<TextRow>().Select(t => t.DossierId),
            db.Set<PartyRow>().Select(p => p.DossierId), db.Set<DossierPaperRow>().Select(p => p.DossierId), db.Set<OutboxRow>().Select(o => o.DossierId),
            db.Set<ConsultationRow>().Select(c => c.DossierId), db.Set<ArchivePackageRow>().Select(p => p.DossierId),
            db.Set<InstructionRow>().Select(i => i.DossierId),
        ];
        foreach (var rows in beside)
            await Report(rows.Where(id => !log.Any(e => e.DossierId == id)), "Có dòng kèm theo của hồ sơ không có nhật ký sự kiện.", cancel);
        await Report(db.Set<IdempotencyRow>().Where(i => !log.Any(e => e.DossierId == i.DossierId && e.Version == i.Version)).Select(i => i.DossierId),
            "Có khóa chống trùng không thuộc sự kiện nào.", cancel);
    }

    /// <summary>Codes are drawn without gaps, so a number without a dossier is a dossier that was taken away.</summary>
    private async Task Codes(CancellationToken cancel)
    {
        var units = await db.Set<AgencyRow>().ToDictionaryAsync(a => a.Id, a => a.Code, cancel);
        var drawn = await db.Set<CounterRow>().AsNoTracking().Where(c => c.Key.StartsWith(Receive.CodeSeries))
            .ToDictionaryAsync(c => new Counter(c.Key, c.Period), c => c.Value, cancel);
        foreach (var ((unit, day), count) in received)
        {
            drawn.Remove(Receive.CodeCounter(new AgencyId(unit), day), out var last);
            if (last != count)
                broken.Add(new Broken($"{units.GetValueOrDefault(unit)}-{day:yyMMdd}", $"Đã cấp {last} mã hồ sơ trong ngày nhưng có {count} hồ sơ."));
        }
        foreach (var (series, last) in drawn)
            broken.Add(new Broken($"{series.Key}/{series.Period}", $"Đã cấp {last} mã hồ sơ trong ngày nhưng không còn hồ sơ nào."));
    }

    private async Task Report(IQueryable<Guid> ids, string what, CancellationToken cancel) =>
        await Report(await ids.Distinct().ToListAsync(cancel), what, cancel);

    private async Task Report(IReadOnlyList<Guid> ids, string what, CancellationToken cancel)
    {
        foreach (var id in ids)
        {
            var code = await db.Set<DossierRow>().Where(d => d.Id == id).Select(d => d.Code).FirstOrDefaultAsync(cancel);
            broken.Add(new Broken(code ?? id.ToString(), what));
        }
    }

    private async Task Files(CancellationToken cancel)
    {
        var named = await db.Set<PaperFileRow>().Select(f => f.Digest)
            .Union(db.Set<AttemptFileRow>().Select(f => f.Digest)).Union(db.Set<ScanRow>().Select(f => f.Digest))
            .Union(db.Set<ScanPageRow>().Select(f => f.Picture)).Union(db.Set<HeldDocumentRow>().Select(f => f.Digest))
            .Union(db.Set<ArchivePackageRow>().Select(p => p.Digest)).Union(db.Set<BackFileBatchRow>().Select(b => b.Digest)).Distinct().ToListAsync(cancel);
        foreach (var digest in named)
        {
            if (await Wrong(digest, cancel) is { } wrong)
                broken.Add(new Broken(digest, wrong));
        }
    }

    private async Task<string?> Wrong(string digest, CancellationToken cancel)
    {
        const string Changed = "Tệp trong kho đã bị sửa: mã băm không khớp.";
        try
        {
            await using var content = files.Open(digest);
            return content is null ? "Thiếu tệp trong kho."
                : Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)) != digest ? Changed : null;
        }
        catch (UnopenableFileException e)
        {
            return e.KeyMissing ? e.Message : Changed;
        }
    }

    /// <summary>What reading a row throws whose columns hold what no program of ours writes.</summary>
    private static bool IsUnreadable(Exception e) =>
        e is InvalidOperationException or FormatException or InvalidCastException or ArgumentException or OverflowException;
}
