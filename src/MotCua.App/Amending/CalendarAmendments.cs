using Microsoft.EntityFrameworkCore;
using MotCua.App.Law;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.App.Amending;

/// <summary>A day differs from the week: a holiday, a compensating day, a swap, half a day. What stood of that day in the same scope is replaced.</summary>
/// <param name="Verified">Announced, and the text was read; false: estimated.</param>
/// <param name="SwappedWith">The other day of a swap.</param>
/// <param name="Scope">"nation", "province:H15" or "unit:CODE".</param>
public sealed record SetDay(DateOnly Day, DayKind Kind, string Name, string Basis, bool Verified, DateOnly? SwappedWith, string Scope)
    : Amendment(Basis)
{
    private const int LongestName = 200;
    private const int YearsAhead = 10;

    internal override async Task<(Amended? Done, Refusal? No)> Apply(AmendingNow at, CancellationToken cancel)
    {
        if (Wrong(at) is { } no)
            return (null, no);
        var rows = await at.Db.Set<CalendarDayRow>().Where(d => d.Day == Day && d.Scope == Scope).ToListAsync(cancel);
        var own = rows.Find(r => r.Kind == Kind);
        var standing = rows.FindAll(r => r.Removed is null);
        if (standing is [var only] && only == own && Same(only))
            return (null, new Refusal("law.day.same", "Ngày này đã được ghi đúng như vậy trong lịch. Không có gì phải sửa."));
        var others = standing.Select(r => r.SwappedWith).ToList();
        foreach (var replaced in standing.Where(r => r != own))
            replaced.Removed = at.Now;
        if (own is null)
            at.Db.Add(own = new CalendarDayRow { Day = Day, Kind = Kind, Scope = Scope, Name = Name, LegalBasis = Basis });
        (own.Name, own.LegalBasis, own.Verified, own.SwappedWith, own.Removed) = (Name.Trim(), Basis.Trim(), Verified, Other, null);
        var before = standing.Count == 0 ? "theo tuần làm việc" : string.Join(", ", standing.Select(r => Terms.Of(r.Kind)));
        return (new Amended(
            $"Lịch {AmendmentWords.Scope(Scope, at.Reference)}, ngày {AmendmentWords.Day(Day)}: {before} → {Terms.Of(Kind)} ({Name.Trim()}"
            + $"{(Other is { } o ? $", đổi với {AmendmentWords.Day(o)}" : "")}), {(Verified ? "đã công bố" : "dự kiến")}",
            MovedDays.Of([Day, Other, .. others])), null);
    }

    private DateOnly? Other => Kind is DayKind.SwappedOff or DayKind.SwappedWorked ? SwappedWith : null;

    private bool Same(CalendarDayRow row) =>
        row.Name == Name.Trim() && row.LegalBasis == Basis.Trim() && row.Verified == Verified && row.SwappedWith == Other;

    private Refusal? Wrong(AmendingNow at) =>
        BasisMissing() ?? Unknown(Scope, at.Reference, days: true)
        ?? (string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName
            ? new Refusal("law.day.name", $"Hãy ghi tên dịp nghỉ hoặc làm việc, tối đa {LongestName} ký tự.", null, nameof(Name))
        : Day < at.Reference.Rules.Regimes[0].From || Day > at.Today.AddYears(YearsAhead)
            ? new Refusal("law.day.far", $"Ngày phải từ {AmendmentWords.Day(at.Reference.Rules.Regimes[0].From)} đến {YearsAhead} năm tới. Hãy nhập lại.",
                null, nameof(Day))
        : Kind is DayKind.SwappedOff or DayKind.SwappedWorked && (SwappedWith is not { } other || IsRest(Day) == IsRest(other)
            || IsRest(Day) != (Kind == DayKind.SwappedWorked))
            ? new Refusal("law.day.swap",
                "Hoán đổi gồm một ngày trong tuần được nghỉ và một thứ Bảy hoặc Chủ nhật làm bù. Hãy chọn đúng hai ngày.", null, nameof(SwappedWith))
        : null);

    private static bool IsRest(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}

/// <summary>A day is as its week says again.</summary>
/// <param name="Id">The row.</param>
public sealed record RemoveDay(int Id, string Basis) : Amendment(Basis)
{
    internal override async Task<(Amended? Done, Refusal? No)> Apply(AmendingNow at, CancellationToken cancel)
    {
        if (BasisMissing() is { } no)
            return (null, no);
        if (await at.Db.Set<CalendarDayRow>().FirstOrDefaultAsync(d => d.Id == Id && d.Removed == null, cancel) is not { } row)
            return (null, new Refusal("law.day.gone", "Ngày này không còn trong lịch. Hãy mở lại trang lịch để xem hiện trạng."));
        row.Removed = at.Now;
        return (new Amended(
            $"Lịch {AmendmentWords.Scope(row.Scope, at.Reference)}, ngày {AmendmentWords.Day(row.Day)}: "
            + $"bỏ {Terms.Of(row.Kind)} ({row.Name}), theo tuần làm việc",
            MovedDays.Of(row.Day, row.SwappedWith)), null);
    }
}

/// <summary>A unit, and those that belong to it, keeps a named week from a day on.</summary>
public sealed record GiveWeek(int Unit, string Week, DateOnly From, string Basis, bool Verified) : Amendment(Basis)
{
    internal override async Task<(Amended? Done, Refusal? No)> Apply(AmendingNow at, CancellationToken cancel)
    {
        if (BasisMissing() is { } no)
            return (null, no);
        if (at.Reference.Agencies.Find(new AgencyId(Unit)) is not { } unit)
            return (null, new Refusal("law.week.unit", "Hãy chọn đơn vị.", null, nameof(Unit)));
        if (!at.Reference.Weeks.ContainsKey(Week))
            return (null, new Refusal("law.week.name", "Hãy chọn tuần làm việc có trong danh sách.", null, nameof(Week)));
        if (From < at.Today)
            return (null, new Refusal("law.week.past", "Tuần làm việc mới chỉ áp dụng từ hôm nay trở đi. Hãy chọn ngày khác.", null, nameof(From)));
        var rows = await at.Db.Set<UnitWeekRow>().Where(w => w.UnitId == Unit).OrderBy(w => w.From).ToListAsync(cancel);
        var before = rows.FindLast(w => w.From <= From && (w.To is null || w.To >= From));
        if (before?.Week == Week)
            return (null, new Refusal("law.week.same", "Đơn vị đã theo tuần làm việc này từ ngày đó. Không có gì phải sửa.", null, nameof(Week)));
        var next = rows.Find(w => w.From > From)?.From;
        var row = before?.From == From ? before : new UnitWeekRow { UnitId = Unit, Week = Week, From = From, LegalBasis = Basis };
        if (before is not null && before != row)
            before.To = From.AddDays(-1);
        (row.Week, row.LegalBasis, row.Verified, row.To) = (Week, Basis.Trim(), Verified, next?.AddDays(-1));
        if (row.Id == 0)
            at.Db.Add(row);
        return (new Amended(
            $"{unit.Name}: từ {AmendmentWords.Day(From)} theo “{Week}”, trước đó “{before?.Week ?? "tuần chung"}”", MovedDays.Since(From, row.To)), null);
    }
}

/// <summary>A named working week that units can be given.</summary>
/// <param name="Hours">The sessions of each weekday.</param>
public sealed record AddWeek(string Name, IReadOnlyDictionary<DayOfWeek, IReadOnlyList<OpeningHours>> Hours, string Basis, bool Verified)
    : Amendment(Basis)
{
    private const int LongestName = 100;

    internal override Task<(Amended? Done, Refusal? No)> Apply(AmendingNow at, CancellationToken cancel) => Task.FromResult(Add(at));

    private (Amended? Done, Refusal? No) Add(AmendingNow at)
    {
        if (BasisMissing() is { } no)
            return (null, no);
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName || at.Reference.Weeks.ContainsKey(Name.Trim()))
            return (null, new Refusal("law.week.name", "Hãy đặt cho tuần làm việc một tên chưa có, tối đa 100 ký tự.", null, nameof(Name)));
        try
        {
            _ = new WorkCalendar(Name, Hours, [], Basis, Verified);
        }
        catch (ArgumentException)
        {
            return (null, new Refusal("law.week.hours",
                "Giờ làm việc chưa đúng: mỗi buổi mở trước khi đóng, buổi chiều sau buổi sáng, và có ít nhất một ngày làm việc. Hãy xem lại.",
                null, nameof(Hours)));
        }
        at.Db.AddRange(Hours.SelectMany(d => d.Value.Select(o => new WorkWeekRow
        {
            Name = Name.Trim(), Weekday = d.Key, From = o.From, To = o.To, Basis = Basis.Trim(), Verified = Verified,
        })));
        return (new Amended($"Thêm tuần làm việc “{Name.Trim()}”", null), null);
    }
}
