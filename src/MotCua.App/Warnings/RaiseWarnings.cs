using MotCua.App.Reception;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Warnings;

/// <summary>What a round came to.</summary>
/// <param name="Warnings">Warnings given.</param>
/// <param name="Digests">Digests made.</param>
public sealed record Raised(int Warnings, int Digests);

/// <summary>Warns of limits and makes the morning's digests (R-TIME-13). It may run at any moment, anywhere, as often as anybody likes: it asks
/// where each dossier stands now and adds what is not there. After hours in which it did not run it warns of the furthest threshold reached, not
/// of those that were passed meanwhile.</summary>
public sealed class RaiseWarnings(MotCuaDb db, ReferenceCache references, WarningBook book, TimeProvider clock)
{
    private readonly WarningScan scan = new(db);
    private readonly Dictionary<(string Procedure, int Unit), Thresholds> thresholds = [];
    private Receivers? receivers;

    /// <summary>One round.</summary>
    public async Task<Raised> Run(CancellationToken cancel = default)
    {
        var (now, reference) = (clock.GetUtcNow(), await references.Get(db, cancel));
        receivers = null;
        thresholds.Clear();
        await Settle(now, cancel);
        var warnings = await Dossiers(reference, now, cancel) + await Attempts(reference, now, cancel)
            + await Tasks(reference, now, cancel);
        return new Raised(warnings, await new Digests(db, book).Make(reference, await Receivers(now, cancel), now, cancel));
    }

    private async Task Settle(DateTimeOffset now, CancellationToken cancel)
    {
        while (await scan.Gone(cancel) is { Count: > 0 } gone)
            await book.Settle(gone, now, cancel);
    }

    private async Task<int> Dossiers(ReferenceData reference, DateTimeOffset now, CancellationToken cancel)
    {
        var given = 0;
        await foreach (var page in scan.Running(Horizon(reference, now), cancel))
        {
            var open = page.Where(d => reference.CalendarOf(new AgencyId(d.Competent)).IsOpenAt(now)).ToList();
            var counted = open.Where(d => On(d, reference, now).ByPercent).Select(d => d.Id).ToList();
            var restarts = counted.Count == 0 ? new Dictionary<Guid, DateTimeOffset>() : await scan.Restarts(counted, cancel);
            var reached = open.Select(d => (Dossier: d, Threshold: On(d, reference, now).Reached(
                    restarts.TryGetValue(d.Id, out var at) ? at : d.Received, d.Due, reference.CalendarOf(new AgencyId(d.Competent)), now)))
                .Where(r => r.Threshold is not null).ToList();
            var told = await scan.Told(reached.ConvertAll(r => r.Dossier.Id), cancel);
            reached.RemoveAll(r => told.Contains((r.Dossier.Id, r.Dossier.Due, r.Threshold!.Code)));
            if (reached.Count == 0)
                continue;
            var steps = await scan.Steps(reached.ConvertAll(r => r.Dossier.Id), cancel);
            var who = await Receivers(now, cancel);
            given += await book.Add([.. from r in reached
                                        from w in who.Of(steps[r.Dossier.Id], r.Dossier.Reception)
                                        select Row(w, r.Dossier.Id, r.Threshold!.Kind, r.Threshold.Code, r.Dossier.Due, r.Threshold.Last, now)], cancel);
        }
        return given;
    }

    private async Task<int> Attempts(ReferenceData reference, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = new List<WarningRow>();
        foreach (var attempt in await scan.Unanswered(cancel))
        {
            var answer = AnswerClock.Of(new AgencyId(attempt.Unit), attempt.Filed, reference);
            var reached = answer.Warnings.Append((answer.Hours, answer.Due)).Where(w => w.Item2 <= now).Select(w => (int?)w.Item1).LastOrDefault();
            if (reached is not { } hours || !reference.CalendarOf(new AgencyId(attempt.Unit)).IsOpenAt(now))
                continue;
            var who = await Receivers(now, cancel);
            var told = new[] { (attempt.Officer, WarnedAs.Holder) }
                .Concat(who.Of(Duty.Lead, attempt.Unit).Select(o => (o, WarnedAs.Leader)))
                .Concat(who.Of(Duty.HeadOneStop, attempt.Unit).Select(o => (o, WarnedAs.HeadOneStop))).DistinctBy(w => w.Item1);
            rows.AddRange(told.Select(w => Row(
                w, attempt.Id, WarningKind.Answer, FormattableString.Invariant($"answer:{hours}"), answer.Due, hours == answer.Hours, now)));
        }
        var there = await scan.Told([.. rows.Select(r => r.SubjectId).Distinct()], cancel);
        rows.RemoveAll(r => there.Contains((r.SubjectId, r.Due, r.Threshold)));
        return rows.Count == 0 ? 0 : await book.Add(rows, cancel);
    }

    /// <summary>Opinions and instructions that are late: whoever is to act, who leads him, and whoever waits for it.</summary>
    private async Task<int> Tasks(ReferenceData reference, DateTimeOffset now, CancellationToken cancel)
    {
        var late = (await scan.LateTasks(now, cancel)).Where(t => reference.CalendarOf(new AgencyId(t.Unit)).IsOpenAt(now)).ToList();
        var there = await scan.Told([.. late.Select(t => t.Dossier).Distinct()], cancel);
        late.RemoveAll(t => there.Contains((t.Dossier, t.Due, t.Threshold)));
        if (late.Count == 0)
            return 0;
        var who = await Receivers(now, cancel);
        return await book.Add([.. from t in late
                                    from w in (t.Officer is { } officer ? [officer] : who.Of(Duty.Handle, t.Unit)).Select(o => (o, WarnedAs.Holder))
                                        .Concat(who.Of(Duty.Lead, t.Unit).Select(o => (o, WarnedAs.Leader)))
                                        .Concat(t.Asker is { } asker ? [(asker, WarnedAs.Asker)] : []).DistinctBy(w => w.Item1)
                                    select Row(w, t.Dossier, t.Kind, t.Threshold, t.Due, true, now)], cancel);
    }

    /// <summary>Until when limits are looked at: days off may lie between, and weeks of units differ.</summary>
    private static DateTimeOffset? Horizon(ReferenceData reference, DateTimeOffset now)
    {
        const int DaysOff = 4;
        var day = Vietnam.Day(now);
        return Thresholds.Ahead(day, reference.Rules) is { } ahead
            ? Vietnam.Instant(reference.CalendarOf(default).AddWorkingDays(day, ahead).AddDays(DaysOff), TimeOnly.MinValue)
            : null;
    }

    private Thresholds On(RunningDossier d, ReferenceData reference, DateTimeOffset now)
    {
        if (thresholds.TryGetValue((d.Procedure, d.Competent), out var known))
            return known;
        return thresholds[(d.Procedure, d.Competent)] =
            Thresholds.On(Vietnam.Day(now), reference.Rules, RuleScopes.Of(reference.Agencies, d.Procedure, new AgencyId(d.Competent)));
    }

    private async Task<Receivers> Receivers(DateTimeOffset now, CancellationToken cancel) =>
        receivers ??= await Warnings.Receivers.On(db, Vietnam.Day(now), cancel);

    private static WarningRow Row(
        (int Officer, WarnedAs As) who, Guid subject, WarningKind kind, string threshold, DateTimeOffset due, bool last, DateTimeOffset now) => new()
    {
        OfficerId = who.Officer, As = who.As, SubjectId = subject, Kind = kind, Threshold = threshold, Due = due, Last = last, At = now,
    };
}
