using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.App.Warnings.Control;

/// <summary>Looks for the signs in the log.</summary>
internal sealed class ControlFound(MotCuaDb db, ReferenceData reference, IReadOnlyList<int> seen, ControlPeriod period, DateTimeOffset now)
{
    // Whatever event brings a due date brings its account.
    private static readonly IReadOnlyDictionary<string, PropertyInfo> Accounts = EventFormat.Kinds
        .Select(k => (k.Key, Due: k.Value.GetProperty("Due"))).Where(k => k.Due?.PropertyType == typeof(DueDateAccount))
        .ToDictionary(k => k.Key, k => k.Due!);

    /// <summary>The rows that the words are taken from.</summary>
    public ReferenceData Reference => reference;

    /// <summary>Not all was read.</summary>
    public bool AtLeast { get; private set; }

    private DateOnly Today => Vietnam.Day(now);

    /// <summary>What a list looks for, in words.</summary>
    public string RuleOf(ControlKind kind) => kind switch
    {
        ControlKind.Pauses => "Mọi lần đồng hồ tính hạn bị tạm dừng trong kỳ.",
        ControlKind.LateSupplements =>
            $"Yêu cầu bổ sung khi thời gian làm việc còn lại không quá {reference.Rules.Text("control.supplement.last-percent", Today)}% của thời hạn.",
        ControlKind.HeldResults =>
            $"Kết quả vào sổ trong kỳ mà quá {Days} ngày làm việc sau mới trả, hoặc đến nay chưa trả.",
        _ => $"Một người kết thúc từ {Closings} bước trở lên trong {Minutes} phút, kể từ {BeforeClose} phút trước giờ đóng cửa đến hết ngày.",
    };

    private int Days => reference.Rules.Number("control.result-waits.working-days", Today);

    private int Closings => reference.Rules.Number("control.batch.closings", Today);

    private int Minutes => reference.Rules.Number("control.batch.minutes", Today);

    private int BeforeClose => reference.Rules.Number("control.batch.before-close-minutes", Today);

    /// <summary>Pauses, by officer and reason.</summary>
    public async Task<IReadOnlyList<FoundCase>> Pauses(CancellationToken cancel) =>
        [.. (await Events(EventFormat.NameOf<ClockPaused>(), period.Start, period.End, true, cancel)).Select(e =>
        {
            var paused = (ClockPaused)EventFormat.Read(EventFormat.NameOf<ClockPaused>(), e.Data!);
            var still = e.Dossier.Paused == e.At ? "Đang dừng. " : "";
            return new FoundCase($"{e.OfficerId}.{paused.Reason}", e.Dossier, e.At, e.OfficerId, paused.Why.TrimEnd('.'),
                $"{still}Căn cứ: {paused.Law}; chờ {Terms.Of(paused.By)}");
        })];

    /// <summary>Supplements asked for in the last part of the limit, by officer.</summary>
    public async Task<IReadOnlyList<FoundCase>> LateSupplements(CancellationToken cancel)
    {
        var percent = reference.Rules.Number("control.supplement.last-percent", Today);
        var cases = new List<FoundCase>();
        foreach (var some in (await Events(EventFormat.NameOf<SupplementRequested>(), period.Start, period.End, false, cancel)).Chunk(500))
        {
            var limits = await Limits([.. some.Select(e => e.Dossier.Id).Distinct()], cancel);
            foreach (var e in some)
                if (limits[e.Dossier.Id].LastOrDefault(l => l.Version < e.Version) is { } limit && Left(e, limit) is var left && left <= percent)
                    cases.Add(new FoundCase($"{e.OfficerId}", e.Dossier, e.At, e.OfficerId, null,
                        $"Còn {left.ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',')}% thời hạn; hạn lúc đó {Moment(limit.Due)}"));
        }
        return cases;
    }

    /// <summary>Results that wait, or waited, by who registered them.</summary>
    public async Task<IReadOnlyList<FoundCase>> HeldResults(CancellationToken cancel)
    {
        var cases = new List<FoundCase>();
        foreach (var e in await Events(EventFormat.NameOf<Domain.Dossiers.Returning.ResultRegistered>(), period.Start, period.End, false, cancel))
        {
            var calendar = reference.CalendarOf(new AgencyId(e.Dossier.ReturnUnit));
            var waited = calendar.WorkingDaysBetween(Vietnam.Day(e.At), Vietnam.Day(e.Dossier.HandedOver ?? now));
            if (waited > Days)
                cases.Add(new FoundCase($"{e.OfficerId}", e.Dossier, e.At, e.OfficerId, null, e.Dossier.HandedOver is { } at
                    ? $"Trả sau {waited} ngày làm việc, {Moment(at)}" : $"Chưa trả, đã {waited} ngày làm việc"));
        }
        return cases;
    }

    /// <summary>Steps ended in numbers at the end of a day, by officer and batch.</summary>
    public async Task<IReadOnlyList<FoundCase>> Batches(CancellationToken cancel)
    {
        var calendars = seen.Select(u => reference.CalendarOf(new AgencyId(u))).Distinct().ToList();
        var cases = new List<FoundCase>();
        for (var day = period.From; day <= period.To && day <= Today; day = day.AddDays(1))
        {
            var works = calendars.Where(c => c.IsWorkingDay(day)).ToList();
            if (works.Count == 0)
                continue;
            var from = works.Min(c => c.CloseOf(day)).AddMinutes(-BeforeClose);
            var closings = (await Events(EventFormat.NameOf<StepClosed>(), from, Vietnam.Instant(day.AddDays(1), TimeOnly.MinValue), false, cancel))
                .Where(e => e.OfficerId is not null && IsLate(e, day)).GroupBy(e => e.OfficerId);
            foreach (var of in closings)
                cases.AddRange(OfOne([.. of.OrderBy(e => e.At).ThenBy(e => e.Dossier.Code, StringComparer.Ordinal)]));
        }
        return cases;
    }

    private bool IsLate(FoundEvent e, DateOnly day) =>
        e.At >= reference.CalendarOf(new AgencyId(e.Dossier.Competent)).CloseOf(day).AddMinutes(-BeforeClose);

    private IEnumerable<FoundCase> OfOne(IReadOnlyList<FoundEvent> closings)
    {
        foreach (var (first, last) in Control.Batches.Find([.. closings.Select(c => c.At)], Closings, TimeSpan.FromMinutes(Minutes)))
        {
            var (from, to) = (Vietnam.Local(closings[first].At), Vietnam.Local(closings[last].At));
            var group = string.Create(CultureInfo.InvariantCulture, $"{closings[first].OfficerId}.{from:yyyyMMddHHmmss}");
            foreach (var c in closings.Skip(first).Take(last - first + 1))
                yield return new FoundCase(group, c.Dossier, c.At, c.OfficerId,
                    string.Create(CultureInfo.InvariantCulture, $"{last - first + 1} bước, {from:HH:mm}–{to:HH:mm} ngày {from:dd/MM/yyyy}"),
                    string.Create(CultureInfo.InvariantCulture, $"Kết thúc bước lúc {Vietnam.Local(c.At):HH:mm:ss}"));
        }
    }

    private sealed record Limit(int Version, DateTimeOffset Began, DateTimeOffset Due);

    /// <summary>When the limits of dossiers began and ended, as each account said.</summary>
    private async Task<ILookup<Guid, Limit>> Limits(List<Guid> ids, CancellationToken cancel)
    {
        var kinds = Accounts.Keys.ToList();
        var rows = await db.Set<DossierEventRow>().AsNoTracking().Where(e => ids.Contains(e.DossierId) && kinds.Contains(e.Kind))
            .OrderBy(e => e.DossierId).ThenBy(e => e.Version).Select(e => new { e.DossierId, e.Version, e.At, e.Kind, e.Data }).ToListAsync(cancel);
        var (limits, began) = (new List<(Guid Id, Limit Limit)>(), new Dictionary<Guid, DateTimeOffset>());
        foreach (var row in rows)
        {
            var e = EventFormat.Read(row.Kind, row.Data);
            if (e is Domain.Dossiers.Reception.Received or SupplementAccepted)
                began[row.DossierId] = row.At;
            limits.Add((row.DossierId, new Limit(row.Version, began.GetValueOrDefault(row.DossierId, row.At),
                ((DueDateAccount)Accounts[row.Kind].GetValue(e)!).Due)));
        }
        return limits.ToLookup(l => l.Id, l => l.Limit);
    }

    /// <summary>Percent of the limit's working time that are left when something happens.</summary>
    private decimal Left(FoundEvent e, Limit limit)
    {
        var calendar = reference.CalendarOf(new AgencyId(e.Dossier.Competent));
        var whole = Deadline.WorkingTime(limit.Began, limit.Due, calendar);
        return whole == TimeSpan.Zero ? 0 : 100m * Deadline.WorkingTime(e.At, limit.Due, calendar).Ticks / whole.Ticks;
    }

    /// <summary>Events of a kind, of dossiers that the units received or resolve.</summary>
    private async Task<IReadOnlyList<FoundEvent>> Events(string kind, DateTimeOffset from, DateTimeOffset to, bool data, CancellationToken cancel)
    {
        var found = await (
            from e in db.Set<DossierEventRow>().AsNoTracking()
            join d in db.Set<DossierRow>().AsNoTracking() on e.DossierId equals d.Id
            where e.Kind == kind && e.At >= @from && e.At < to && (seen.Contains(d.CompetentId) || seen.Contains(d.ReceptionId))
            orderby e.At, e.Id
            select new FoundEvent(
                new ControlDossier(
                    d.Id, d.Code, d.Procedure, d.ProcedureVersion, d.CompetentId, d.ReturnUnitId, d.Registered, d.HandedOver, d.Paused),
                e.Version, e.At, e.OfficerId, data ? e.Data : null)).Take(ControlLists.Most).ToListAsync(cancel);
        AtLeast |= found.Count == ControlLists.Most;
        return found;
    }

    private static string Moment(DateTimeOffset at) => Vietnam.Local(at).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
}
