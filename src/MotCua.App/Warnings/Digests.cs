using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Warnings;

/// <summary>Makes the digest of a working morning: once for each officer on a working day of his units. One that nobody made in the morning is
/// made later on that day, never on another.</summary>
internal sealed class Digests(MotCuaDb db, WarningBook book)
{
    private enum Class { Today, Next, Overdue, Paused, Waiting, None }

    /// <summary>Makes those of this morning that are not there yet.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> Make(ReferenceData reference, Receivers receivers, DateTimeOffset now, CancellationToken cancel)
    {
        var day = Vietnam.Day(now);
        if (now < Vietnam.Instant(day, From(reference, day)))
            return 0;
        var made = (await db.Set<DigestRow>().Where(d => d.Day == day).Select(d => d.OfficerId).ToListAsync(cancel)).ToHashSet();
        var officers = receivers.All.Where(o => !made.Contains(o.Officer) && o.Duties.Any(d => IsAtWork(d.Unit))).Select(o => o.Officer).ToList();
        if (officers.Count == 0)
            return 0;
        var counts = await Count(reference, receivers, now, cancel);
        return await book.Add([.. officers.Select(o => Row(o, day, now, counts.GetValueOrDefault(o)))], cancel);

        bool IsAtWork(int unit) => reference.CalendarOf(new AgencyId(unit)) is var calendar && calendar.IsWorkingDay(day) && now < calendar.CloseOf(day);
    }

    private static TimeOnly From(ReferenceData reference, DateOnly day) =>
        TimeOnly.ParseExact(reference.Rules.Text("warning.digest.from", day), "HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The dossiers of everybody, each once, whatever he has to do with them.</summary>
    private async Task<Dictionary<int, HashSet<Guid>[]>> Count(
        ReferenceData reference, Receivers receivers, DateTimeOffset now, CancellationToken cancel)
    {
        // Days off may lie between, and weeks of units differ: what is due later is left out below.
        var until = reference.CalendarOf(default).NextWorkingDay(Vietnam.Day(now)).AddDays(5);
        var counts = new Dictionary<int, HashSet<Guid>[]>();
        foreach (var step in await new WarningScan(db).ForDigests(Vietnam.Instant(until, TimeOnly.MinValue), cancel))
        {
            if (ClassOf(step, reference, now) is var kind && kind == Class.None)
                continue;
            foreach (var (officer, _) in receivers.Of([new WarnedStep(step.Dossier, step.Kind, step.Unit, step.Officer)], step.Reception))
            {
                if (!counts.TryGetValue(officer, out var sets))
                    counts[officer] = sets = [.. Enumerable.Range(0, (int)Class.None).Select(_ => new HashSet<Guid>())];
                sets[(int)kind].Add(step.Dossier);
            }
        }
        return counts;
    }

    private static Class ClassOf(DigestStep step, ReferenceData reference, DateTimeOffset now)
    {
        var (today, due) = (Vietnam.Day(now), Vietnam.Day(step.Due));
        return step.Waiting ? Class.Waiting
            : step.Paused ? Class.Paused
            : step.Due < now ? Class.Overdue
            : due == today ? Class.Today
            : due <= reference.CalendarOf(new AgencyId(step.Unit)).NextWorkingDay(today) ? Class.Next
            : Class.None;
    }

    private static DigestRow Row(int officer, DateOnly day, DateTimeOffset now, HashSet<Guid>[]? sets)
    {
        var row = new DigestRow { OfficerId = officer, Day = day, At = now };
        if (sets is null)
        {
            row.Read = now;
            return row;
        }
        (row.DueToday, row.DueNext, row.Overdue) = (sets[(int)Class.Today].Count, sets[(int)Class.Next].Count, sets[(int)Class.Overdue].Count);
        (row.Paused, row.Waiting) = (sets[(int)Class.Paused].Count, sets[(int)Class.Waiting].Count);
        return row;
    }
}
