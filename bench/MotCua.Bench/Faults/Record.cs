using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Dossiers;
using MotCua.App.Reception;
using MotCua.App.Tracking;
using MotCua.Integrations.Files;

namespace MotCua.Bench.Faults;

/// <summary>Holds what people were told against what the database has.</summary>
internal static class Record
{
    /// <summary>Looks for acts that are missing, done twice or nobody's, for drafts that lost words, and lets the product's own verification run.</summary>
    /// <param name="verify">Whether the whole record is verified.</param>
    /// <returns>A sentence for each thing that is wrong.</returns>
    public static async Task<IReadOnlyList<string>> Check(Func<MotCuaDb> open, string files, Journal journal, DateTimeOffset since, bool verify = true)
    {
        var wrong = new List<string>();
        await using var db = open();
        var told = journal.Acts.ToArray();
        var drafts = journal.Drafts.ToArray();
        // Kind and key of the form; the dossier stands between them.
        var rows = (await db.Set<IdempotencyRow>().AsNoTracking().Where(i => i.At >= since).ToListAsync())
            .ConvertAll(i => (Key: Short(i.Key), i.DossierId, i.Version));
        var there = rows.Select(r => r.Key).ToHashSet();
        wrong.AddRange(told.Where(t => t.Value && !there.Contains(t.Key)).Select(t => $"việc đã báo là xong mà không có: {t.Key}"));
        wrong.AddRange(there.Where(k => !journal.Acts.ContainsKey(k)).Select(k => $"có việc không ai gửi: {k}"));
        wrong.AddRange(rows.GroupBy(r => r.Key).Where(g => g.Count() > 1).Select(g => $"việc được ghi {g.Count()} lần: {g.Key}"));
        // Each act at the counter leaves one key: more acts than keys, and one was done twice.
        var acts = await db.Set<DossierEventRow>().Where(e => e.At >= since && e.Door == "counter").Select(e => new { e.DossierId, e.At, e.Act, e.OfficerId })
            .Distinct().CountAsync();
        if (acts != rows.Count)
            wrong.Add(string.Create(CultureInfo.InvariantCulture, $"nhật ký có {acts} việc mà có {rows.Count} khóa"));
        var typed = await db.Set<AttemptRow>().AsNoTracking().Where(a => a.Saved >= since).ToDictionaryAsync(a => a.Id, a => a.Typed);
        wrong.AddRange(drafts.Where(d => d.Value.Acknowledged is { } words && typed.GetValueOrDefault(d.Key)?.Contains(words, StringComparison.Ordinal) != true)
            .Select(d => $"bản nháp mất điều đã lưu: {d.Key}"));
        if (verify)
        {
            var keys = StoreKeys.Read(Path.Combine(Path.GetDirectoryName(files)!, "keys"));
            wrong.AddRange((await new Verification(db, new FolderFileStore(files, null, keys)).Run()).Broken.Select(b => $"{b.Where}: {b.What}"));
        }
        return wrong;
    }

    private static string Short(string key) => key.Split(':') is [var kind, _, var form] ? $"{kind}:{form}" : key;
}
