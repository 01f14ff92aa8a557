using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Law;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Agencies;

/// <summary>What an import of units brought, and how things stand after it.</summary>
/// <param name="Provinces">Provinces that stand today.</param>
/// <param name="Communes">Communes, wards and special zones that stand today.</param>
/// <param name="Mapped">Communes of before 1/7/2025 that went into exactly one of today. The five island districts that had no communes
/// (an empty old code in the source) are stored as districts with their special zone, and are not counted: they were no communes.</param>
/// <param name="Ambiguous">Communes of before that were split over several: which one has a place of them cannot be told.</param>
/// <param name="Changed">Rows that were added, changed or taken away; 0 for an import that was done before.</param>
/// <param name="Rejected">Lines that could not be taken in.</param>
/// <param name="Notes">What a person should know, as Vietnamese sentences.</param>
/// <param name="Refusal">Why nothing was taken in; null if it was.</param>
public sealed record UnitsImported(
    int Provinces, int Communes, int Mapped, int Ambiguous, int Changed, IReadOnlyList<RejectedLine> Rejected, IReadOnlyList<string> Notes, string? Refusal);

/// <summary>Takes in lists of administrative units and the mapping from old to new: any files of them, in any order, as often as one likes.
/// Everything goes in by one transaction: an import that was interrupted has changed nothing.</summary>
public sealed class ImportUnits(MotCuaDb db)
{
    internal const string Unverified = "chưa xác minh";

    private readonly List<string> notes = [];
    private RuleBook rules = null!;
    private IReadOnlyList<DateOnly> provinceChanges = [], communeChanges = [];

    private sealed record Entry(UnitFile File, Level? Level, Rule? Change)
    {
        public bool IsFormer => Level is not null && Change is null;
    }

    /// <summary>Imports files.</summary>
    /// <param name="progress">Takes Vietnamese lines on how far it is.</param>
    public async Task<UnitsImported> Do(IReadOnlyList<string> files, Action<string>? progress = null, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Two imports at once wait for each other here.
        await db.Set<ReferenceStampRow>().Where(s => s.Id == 1).ExecuteUpdateAsync(s => s.SetProperty(x => x.Value, x => x.Value), cancel);
        await ReadRules(cancel);
        var before = (await UnitRows.Book(db, cancel)).All;
        var mappedBefore = (await db.Set<AdministrativeUnitMappingRow>().AsNoTracking().ToListAsync(cancel)).ConvertAll(m => m.ToSuccession());
        var entries = new List<Entry>();
        foreach (var path in files)
        {
            var (entry, refusal) = await Open(path, before, cancel);
            if (entry is null)
                return Count(before, mappedBefore, 0, [], refusal);
            entries.Add(entry);
            progress?.Invoke($"Đã đọc {entry.File.Name}.");
        }
        var units = Lists(entries, before).Aggregate(
            before, (rows, list) => UnitTimeline.Apply(rows, list, list.Level == Level.Province ? provinceChanges : communeChanges));
        var mappings = Mappings(mappedBefore, entries, units);
        var changed = await Save(before, units, mappedBefore, mappings, progress, cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return Count(units, mappings, changed, [.. entries.SelectMany(e => e.File.Rejected)], null);
    }

    private async Task ReadRules(CancellationToken cancel)
    {
        var rows = await db.Set<RuleRow>().AsNoTracking().OrderBy(r => r.From).ToListAsync(cancel);
        rules = new RuleBook(rows.ConvertAll(r => new Rule(r.Key, r.Scope, r.Value, r.LegalBasis, r.From, r.To, r.Binds, r.Verified)), []);
        provinceChanges = [.. rows.Where(r => r.Key == "units.province").Select(r => r.From)];
        communeChanges = [.. rows.Where(r => r.Key == "units.commune").Select(r => r.From)];
    }

    private Rule? Change(Level level, DateOnly day) => level == Level.Province ? rules.Find("units.province", day) : rules.Find("units.commune", day);

    private async Task<(Entry? Entry, string? Refusal)> Open(string path, IReadOnlyList<AdministrativeUnit> units, CancellationToken cancel)
    {
        UnitFile file;
        try
        {
            file = await UnitFile.Open(path, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"Không đọc được tệp {path}; hãy kiểm tra đường dẫn và quyền đọc.");
        }
        if (file.IsMapping)
            return (new Entry(file, null, null), null);
        if (file.ListLevel is not { } level)
            return (null, $"Tệp {file.Name} không phải danh mục đơn vị hành chính hay bảng chuyển đổi cũ – mới (thiếu các cột code, name, type hoặc "
                + "old_commune_code, new_commune_code); hãy bỏ tệp đó ra rồi chạy lại, chưa có gì được nạp.");
        if (file.IsFormer(Standing(units, Level.Province)))
            return (new Entry(file, level, null), null);
        var changes = level == Level.Province ? provinceChanges : communeChanges;
        return Change(level, file.AsOf ?? (file.IsLater ? changes[^1] : changes[0])) is { } change
            ? (new Entry(file, level, change), null)
            : (null, $"Tệp {file.Name} ghi thời điểm trước lần sắp xếp đầu tiên đã biết; "
                + "hãy đặt tên bắt đầu bằng “pre2025_” hoặc năm, tháng từ 2025 rồi chạy lại.");
    }

    /// <summary>The lists of the files, from above to below and from old to new.</summary>
    private List<UnitList> Lists(List<Entry> entries, IReadOnlyList<AdministrativeUnit> before)
    {
        var known = new Dictionary<(Level, bool Former), HashSet<string>> { [(Level.Province, false)] = Standing(before, Level.Province) };
        var lists = new List<UnitList>();
        foreach (var entry in entries.Where(e => e.Level is not null).OrderBy(e => e.Level).ThenBy(e => e.Change?.From).ThenBy(e => e.File.AsOf))
        {
            var level = entry.Level!.Value;
            // A superior unit must be there only where a list of its level was given: files may come one by one.
            var above = known.GetValueOrDefault((entry.File.ParentLevel, entry.IsFormer));
            var units = entry.File.Units(level, code => above is null || above.Contains(code));
            if (!known.TryGetValue((level, entry.IsFormer), out var own))
                known[(level, entry.IsFormer)] = own = [];
            own.UnionWith(units.Select(u => u.Code));
            lists.Add(entry.Change is { } change
                ? new UnitList(level, change.From, null, IsWhole(entry.File, units, change), change.LegalBasis, change.Verified, units)
                : new UnitList(level, AdministrativeUnit.LongAgo, communeChanges[0].AddDays(-1), false, Unverified, false, units));
        }
        return lists;
    }

    /// <summary>A unit ends by not being named only where the list is as long as the law says and has no broken line.</summary>
    private bool IsWhole(UnitFile file, IReadOnlyList<UnitLine> units, Rule change)
    {
        var whole = change.Value == units.Count.ToString(CultureInfo.InvariantCulture) && file.Rejected.Count == 0;
        if (!whole)
            notes.Add($"{file.Name} có {units.Count} đơn vị đọc được, không đủ {change.Value}; đơn vị không có tên trong đó vẫn được giữ nguyên.");
        return whole;
    }

    private List<UnitSuccession> Mappings(List<UnitSuccession> before, List<Entry> entries, IReadOnlyList<AdministrativeUnit> units)
    {
        var rows = before.ToDictionary(m => (m.Old, m.New, m.Day));
        var day = communeChanges[0];
        var known = units.Where(u => u.Level == Level.Commune && u.Parent is { Length: 2 }).Select(u => u.Code).ToHashSet();
        var complete = known.Count >= rules.Number("units.commune", day);
        foreach (var mapping in entries.Where(e => e.Level is null).SelectMany(e => e.File.Mappings(day, code => !complete || known.Contains(code))))
        {
            var key = (mapping.Old, mapping.New, mapping.Day);
            if (!rows.TryGetValue(key, out var there))
                rows[key] = mapping;
            else if (!there.Verified && there.Split != mapping.Split)
                rows[key] = there with { Split = mapping.Split };
        }
        foreach (var twice in UnitTimeline.Renumbered(units))
            if (rows.TryAdd((twice.Old, twice.New, twice.Day), twice))
                notes.Add($"Mã {twice.Old} và {twice.New} là cùng một đơn vị theo tên; các nguồn ghi khác nhau nên đánh dấu chưa xác minh.");
        return [.. rows.Values];
    }

    private async Task<int> Save(
        IReadOnlyList<AdministrativeUnit> before, IReadOnlyList<AdministrativeUnit> after, List<UnitSuccession> mappedBefore, List<UnitSuccession> mapped,
        Action<string>? progress, CancellationToken cancel)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var changed = Write(before, after, u => (u.Code, u.From), AdministrativeUnitRow.Of)
            + Write(mappedBefore, mapped, m => (m.Old, m.New, m.Day), AdministrativeUnitMappingRow.Of);
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        if (changed == 0)
            return 0;
        progress?.Invoke($"Đang ghi {changed} dòng…");
        await UnitRows.Changed(db, cancel);
        await db.SaveChangesAsync(cancel);
        return changed;
    }

    private int Write<T, TKey, TRow>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, TKey> key, Func<T, TRow> row)
        where T : class where TKey : notnull where TRow : class
    {
        var (there, wanted) = (before.ToDictionary(key), after.ToDictionary(key));
        var gone = before.Where(b => !wanted.ContainsKey(key(b))).ToList();
        var added = after.Where(a => !there.ContainsKey(key(a))).ToList();
        var other = after.Where(a => there.TryGetValue(key(a), out var b) && !a.Equals(b)).ToList();
        db.RemoveRange(gone.Select(row));
        db.AddRange(added.Select(row));
        db.UpdateRange(other.Select(row));
        return gone.Count + added.Count + other.Count;
    }

    private static HashSet<string> Standing(IReadOnlyList<AdministrativeUnit> units, Level level) =>
        [.. units.Where(u => u.Level == level && u.To is null).Select(u => u.Code)];

    private UnitsImported Count(
        IReadOnlyList<AdministrativeUnit> units, IReadOnlyList<UnitSuccession> mappings, int changed, IReadOnlyList<RejectedLine> rejected, string? refusal)
    {
        var standing = units.Where(u => u.To is null).CountBy(u => u.Level).ToDictionary();
        var old = mappings.Where(m => m.Day == communeChanges[0] && AdministrativeUnit.LevelOf(m.Old) == Level.Commune).GroupBy(m => m.Old).ToList();
        var ambiguous = old.Count(o => o.Count() > 1 || o.Any(m => m.Split));
        return new UnitsImported(
            standing.GetValueOrDefault(Level.Province), standing.GetValueOrDefault(Level.Commune), old.Count - ambiguous, ambiguous,
            changed, rejected, notes, refusal);
    }
}
