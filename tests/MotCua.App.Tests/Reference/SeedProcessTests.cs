using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Reference;

/// <summary>The internal processes of the seed are whole, and fit the limits of the procedures that use them.</summary>
public sealed class SeedProcessTests
{
    private const decimal HoursOfADay = 8;

    public static TheoryData<string> Codes => [.. SeedFiles.Processes.Select(p => p.Code)];

    [Theory, MemberData(nameof(Codes))]
    [Requirement("R-WF-01")]
    public void Every_element_lies_on_a_way_from_the_one_start_to_an_end(string code)
    {
        var process = Process(code);
        Assert.Equal(process.Elements.Count, process.Elements.Select(e => e.Id).Distinct().Count());
        Assert.All(process.Flows, f => Assert.True(process[f.From] is { Kind: not ElementKind.End } && process[f.To] is { Kind: not ElementKind.Start }));
        var start = Assert.Single(process.Elements, e => e.Kind == ElementKind.Start);
        Assert.Equal(process.Elements.Count, Reached([start.Id], process.Next).Count);
        Assert.Equal(process.Elements.Count, Reached(
            process.Elements.Where(e => e.Kind == ElementKind.End).Select(e => e.Id), id => process.Flows.Where(f => f.To == id).Select(f => f.From)).Count);
    }

    [Theory, MemberData(nameof(Codes))]
    public void Tasks_say_who_does_what_and_gateways_split_and_join(string code)
    {
        var process = Process(code);
        foreach (var e in process.Elements)
        {
            var (ins, outs) = (process.Incoming(e.Id), process.Next(e.Id).Count());
            Assert.True(e.Kind switch
            {
                ElementKind.Task => ins == 1 && outs == 1 && e is { Step: not null, Place: not null, Hours: > 0 } && e.Duty == StepDuties.Of(e.Step.Value),
                ElementKind.Exclusive => (ins == 1 && outs > 1) || (ins > 1 && outs == 1),
                ElementKind.Fork => ins == 1 && outs > 1,
                ElementKind.Join => ins > 1 && outs == 1,
                _ => ins + outs == 1,
            }, e.Id);
        }
        Assert.Equal(StepKind.Return, process.Elements.Last(e => e.Kind == ElementKind.Task).Step);
        // The procedures of a group are decided each for itself.
        if (code == Domain.Catalogue.LinkedGroup.Process)
            return;
        Assert.Contains(process.Elements, e => e.Step == StepKind.Approve);
        Assert.Contains(process.Elements, e => e.Step == StepKind.Register);
    }

    [Fact]
    [Requirement("R-WF-02")]
    public void The_steps_of_a_process_take_no_longer_than_any_limit_of_its_procedures()
    {
        foreach (var procedure in SeedFiles.Procedures)
        {
            var longest = Longest(Process(procedure.Process));
            foreach (var limit in procedure.Limits)
                Assert.True(longest <= Hours(limit.Limit), $"{procedure.Code} v{procedure.Version} {limit.Case}: {longest} hours of {Hours(limit.Limit)}");
        }
    }

    [Fact]
    [Requirement("R-X-04")]
    public void Versions_of_a_procedure_follow_each_other_without_gap_or_overlap()
    {
        foreach (var versions in SeedFiles.Procedures.GroupBy(p => p.Code).Select(g => g.OrderBy(p => p.Version).ToList()))
        {
            for (var i = 1; i < versions.Count; i++)
                Assert.Equal(versions[i - 1].To?.AddDays(1), versions[i].From);
            Assert.Null(versions[^1].To);
        }
    }

    private static ProcessDefinition Process(string code) => SeedFiles.Processes.Single(p => p.Code == code);

    private static HashSet<string> Reached(IEnumerable<string> from, Func<string, IEnumerable<string>> next)
    {
        var seen = new HashSet<string>(from);
        var queue = new Queue<string>(seen);
        while (queue.TryDequeue(out var at))
            foreach (var id in next(at).Where(seen.Add))
                queue.Enqueue(id);
        return seen;
    }

    /// <summary>Working hours of the longest way through; branches run side by side.</summary>
    private static decimal Longest(ProcessDefinition process)
    {
        var start = process.Elements.Single(e => e.Kind == ElementKind.Start);
        return From(start.Id);

        decimal From(string id) => (process[id].Hours ?? 0) + process.Next(id).Select(From).DefaultIfEmpty(0).Max();
    }

    private static decimal Hours(TimeLimit limit) => limit.Unit switch
    {
        LimitUnit.WorkingHour => limit.Amount,
        // Two days of a week may be days off.
        LimitUnit.CalendarDay => decimal.Floor(limit.Amount * 5 / 7) * HoursOfADay,
        _ => limit.Amount * HoursOfADay,
    };
}
