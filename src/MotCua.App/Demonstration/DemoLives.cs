using MotCua.App.Dossiers;
using MotCua.App.Processing;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;

namespace MotCua.App.Demonstration;

/// <summary>Fictitious dossiers from a day to now, made by performing acts at the desk under a moved clock, in the order of time:
/// most end as they should, some are supplemented, refused, withdrawn or late. Each takes about as long as its limit, a third is received in the last weeks,
/// and some of these rest at a desk, so that there is work to be seen. The same seed makes the same lives.</summary>
public sealed class DemoLives(MovedClock clock, Stage stage, DemoPeople people, int seed = 766)
{
    /// <param name="Pace">Which share of the limit the whole life takes; above 1: late.</param>
    /// <param name="Rests">After so many acts nobody goes on; null: it is led to its end.</param>
    private sealed record Plan(string Procedure, AgencyId Unit, int Person, Fate Fate, decimal Pace, int? Rests);

    // Half a working month; acts from reception to return.
    private const int RecentDays = 12;
    private const int UsualActs = 5;

    private enum Fate { Granted, Refused, Supplemented, Withdrawn }

    private readonly Random random = new(seed);
    private readonly PriorityQueue<Func<Task>, DateTimeOffset> agenda = new();

    /// <summary>Makes the dossiers.</summary>
    /// <param name="progress">Called with the number received so far.</param>
    /// <returns>How many were received.</returns>
    public async Task<int> Make(int count, DateOnly from, DateTimeOffset until, Action<int>? progress, CancellationToken cancel = default)
    {
        var reference = await stage.Reference(cancel);
        var received = 0;
        foreach (var at in Moments(count, from, until, reference))
            agenda.Enqueue(async () =>
            {
                await Begin(NextPlan(reference, Vietnam.Day(clock.GetUtcNow()), until), until, cancel);
                received++;
                progress?.Invoke(received);
            }, at);
        while (agenda.TryDequeue(out var act, out var at) && at <= until)
        {
            cancel.ThrowIfCancellationRequested();
            clock.Set(at);
            await act();
        }
        return received;
    }

    /// <summary>Moments of reception in opening hours, in order.</summary>
    private List<DateTimeOffset> Moments(int count, DateOnly from, DateTimeOffset until, ReferenceData reference)
    {
        var calendar = reference.CalendarOf(default);
        var days = Enumerable.Range(0, Math.Max(1, Vietnam.Day(until).DayNumber - from.DayNumber)).Select(from.AddDays).Where(calendar.IsWorkingDay).ToList();
        return days.Count == 0 ? [] : [.. Enumerable.Range(0, count)
            .Select(i => InOpeningHours(i % 3 == 0 ? days[^(1 + random.Next(Math.Min(RecentDays, days.Count)))] : days[random.Next(days.Count)], calendar))
            .Where(m => m <= until).Order()];
    }

    private DateTimeOffset InOpeningHours(DateOnly day, WorkCalendar calendar)
    {
        var sessions = calendar.OpeningsOn(day);
        var session = sessions[random.Next(sessions.Count)];
        return Vietnam.Instant(day, session.From).AddMinutes(random.Next((int)(session.To - session.From).TotalMinutes));
    }

    private Plan NextPlan(ReferenceData reference, DateOnly day, DateTimeOffset until)
    {
        var units = reference.Agencies.All.Where(a => a is { Kind: AgencyKind.OneStop, Level: Level.Commune or Level.District } && a.HoldsOn(day)).ToList();
        var fate = random.Next(100) switch { < 4 => Fate.Refused, < 12 => Fate.Supplemented, < 15 => Fate.Withdrawn, _ => Fate.Granted };
        // The first unit is the busy one.
        var unit = units[random.Next(100) < 75 ? 0 : random.Next(units.Count)];
        var procedures = reference.Procedures.Where(p => p.HoldsOn(day) && p.Levels.FirstOrDefault() == unit.Level && p.Terms.NotHere is null
            // A group has several lives at once; it is received by hand.
            && p.PaperAllowed && p.Terms.Process != LinkedGroup.Process).ToList();
        var pace = random.Next(100) < 4 ? 1.1m + (random.Next(60) / 100m) : 0.3m + (random.Next(65) / 100m);
        var recent = day > Vietnam.Day(until).AddDays(-3 * RecentDays / 2);
        int? rests = random.Next(100) < (recent ? 35 : 1) ? random.Next(UsualActs) : null;
        return new Plan(procedures[random.Next(procedures.Count)].Code, unit.Id, random.Next(1000), fate, pace, rests);
    }

    private async Task Begin(Plan plan, DateTimeOffset until, CancellationToken cancel)
    {
        var procedure = (await stage.Procedure(plan.Procedure, cancel))!;
        var receipt = await stage.Receive(plan.Procedure, plan.Unit, Stage.Complete(procedure, people.Owner(plan.Person, personsOnly: true)), cancel);
        if (receipt.Dossier is not { } id)
            throw new InvalidOperationException($"{plan.Procedure}: {receipt.Refusal?.Sentence}");
        await Next(id, plan, 0, until, cancel);
    }

    /// <summary>Puts the next act on the agenda: its share of the limit later, now more, now less.</summary>
    private async Task Next(DossierId id, Plan plan, int done, DateTimeOffset until, CancellationToken cancel)
    {
        if (done == plan.Rests)
            return;
        var reference = await stage.Reference(cancel);
        var limit = (await stage.Look(id, cancel)).Case.Limit;
        var share = WorkingHours(limit) * plan.Pace / UsualActs * (50 + random.Next(100)) / 100;
        var at = Deadline.AfterHours(Math.Max(share, 0.1m), clock.GetUtcNow(), reference.CalendarOf(plan.Unit));
        if (at <= until)
            agenda.Enqueue(() => Act(id, plan, done, until, cancel), at);
    }

    /// <summary>About how many working hours a limit is.</summary>
    private static decimal WorkingHours(TimeLimit limit) => limit.Amount * limit.Unit switch
    {
        LimitUnit.WorkingHour => 1,
        LimitUnit.CalendarDay => 8 * 5 / 7m,
        LimitUnit.Month => 8 * 21,
        LimitUnit.SameDay => 6,
        _ => 8,
    };

    private async Task Act(DossierId id, Plan plan, int done, DateTimeOffset until, CancellationToken cancel)
    {
        var dossier = await stage.Look(id, cancel);
        if (dossier.IsClosed)
            return;
        var performed = dossier.Case.Status switch
        {
            DossierStatus.AwaitingSupplement => await Supplement(id, dossier, cancel),
            DossierStatus.WithdrawalRequested => await stage.Handle(async h =>
                await h.Stop(id, await stage.ReasonCode("stop", cancel), await AtReception(dossier, cancel), cancel)),
            _ => await Work(id, plan, dossier, cancel),
        };
        if (performed is Performed.Refused refused)
            throw new InvalidOperationException($"{dossier.Case.Code.Value}: {refused.Why.Sentence}");
        await Next(id, plan, done + 1, until, cancel);
    }

    private async Task<Performed> Work(DossierId id, Plan plan, Dossier dossier, CancellationToken cancel)
    {
        var step = dossier.Open.Steps[random.Next(dossier.Open.Steps.Count)];
        var inTime = Vietnam.Day(clock.GetUtcNow()) <= dossier.Case.SupplementNoticeBy;
        if (plan.Fate == Fate.Supplemented && step.Kind == StepKind.Handle && dossier.Case.SupplementRounds == 0 && inTime)
            return await stage.Handle(async h => await h.RequestSupplement(
                id, step.Token, [await stage.ReasonCode("supplement", cancel)], "Bản chính giấy tờ tùy thân để đối chiếu.",
                await stage.HandFor(step, cancel), cancel));
        if (plan.Fate == Fate.Withdrawn && step.Kind == StepKind.Handle)
            return await stage.Handle(async h => await h.RequestWithdrawal(
                id, Channel.Direct, "Người nộp đề nghị rút hồ sơ để nộp lại sau.", await AtReception(dossier, cancel), cancel));
        return await stage.End(id, step, plan.Fate == Fate.Refused ? Outcome.Refused : Outcome.Granted, cancel);
    }

    private async Task<Performed> Supplement(DossierId id, Dossier dossier, CancellationToken cancel)
    {
        var procedure = await stage.Procedure(dossier, cancel);
        var paper = new SupplementPaper(procedure.PapersFor(dossier.Case.CaseName).First().Code, PaperForm.Original, 1, true, false, null, []);
        return await stage.Handle(async h => await h.AcceptSupplement(id, [paper], await AtReception(dossier, cancel), cancel));
    }

    private async Task<Hand> AtReception(Dossier dossier, CancellationToken cancel) =>
        stage.HandOf(await stage.OfficerWith(Duty.Receive, dossier.Case.Reception, cancel));
}
