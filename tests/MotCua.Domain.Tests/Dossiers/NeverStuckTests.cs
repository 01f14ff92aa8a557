using CsCheck;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Dossiers;

/// <summary>Whatever process runs and whatever life a dossier has: every open step has one party who can act, and an open dossier never lies.</summary>
public sealed class NeverStuckTests
{
    private static readonly TextId Words = new(new Guid(9, 0, 0, new byte[8]));
    private static readonly OfficerId[] People = [World.All, new(8), new(9)];

    [Fact]
    [Requirement("R-WF-05")]
    public void In_any_life_of_any_process_each_open_step_has_one_party_a_reason_and_a_date() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue], (process, life) => (process, life)).Sample(seeds =>
        {
            var (world, random) = (new World { Runs = RandomProcess(new Random(seeds.process)) }, new Random(seeds.life));
            var dossier = world.Received();
            for (var i = 0; i < 40 && !dossier.IsClosed; i++)
            {
                dossier = Something(world, dossier, random);
                Holds(dossier);
            }
        }, iter: 250);

    [Fact]
    [Requirement("R-ADM-10")]
    public void Whoever_leaves_no_step_lies_with_him_after_the_sweep_and_none_comes_back_to_him() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue], (process, life) => (process, life)).Sample(seeds =>
        {
            var (world, random) = (new World { Runs = RandomProcess(new Random(seeds.process)) }, new Random(seeds.life));
            var dossier = world.Received();
            var left = new OfficerId(9);
            for (var i = 0; i < 60 && !dossier.IsClosed; i++)
            {
                if (i == 20)
                {
                    world.Duties = [.. world.Duties.Where(g => g.Officer != left)];
                    world.Colleagues = [.. world.Colleagues.Where(g => g.Officer != left)];
                    var staff = Staff(world);
                    foreach (var (step, kind) in NeverStuck.Of(dossier, staff))
                    {
                        Assert.Equal(StuckKind.OfficerLeft, kind);
                        dossier = dossier.After(new ReleaseStep(step!.Value).Decide(dossier, world.Now() with { By = Actor.Job }).Events);
                    }
                }
                dossier = Something(world, dossier, random, i >= 20 ? [World.All, new(8)] : People);
                if (i >= 20)
                    Assert.Empty(NeverStuck.Of(dossier, Staff(world)));
                if (i >= 20)
                    Assert.DoesNotContain(dossier.Open.Steps, s => s.Officer == left);
            }
        }, iter: 250);

    [Fact]
    public void Any_life_can_be_led_to_its_end_whatever_was_recalled_and_sent_back() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue], (process, life) => (process, life)).Sample(seeds =>
        {
            var (world, random) = (new World { Runs = RandomProcess(new Random(seeds.process)) }, new Random(seeds.life));
            var dossier = world.Received();
            for (var i = 0; i < 40 && !dossier.IsClosed; i++)
                dossier = Something(world, dossier, random);
            for (var i = 0; i < 200 && !dossier.IsClosed; i++)
                dossier = world.Do(dossier, Onwards(world, dossier));
            Assert.Equal(DossierStatus.Returned, dossier.Case.Status);
            Assert.All(dossier.Open.Joins.Values, waiting => Assert.Equal(0, waiting));
        }, iter: 250);

    /// <summary>What is left to be done, one act after the other.</summary>
    private static DossierAct Onwards(World world, Dossier dossier)
    {
        var step = dossier.Open.Steps[0];
        world.Act(step.Officer ?? World.All);
        return dossier switch
        {
            { Case.Status: DossierStatus.AwaitingSupplement } =>
                new AcceptSupplement([new Domain.Papers.TakenPaper("2", Domain.Papers.PaperForm.Original, 1, true, false, [])]),
            { Case.Clock.Standing: { } standing } when dossier.Open[standing.Step] is { } its => Resume(world, its),
            { Case.Clock.Standing: not null } => new ResumeClock(step.Token, Words),
            _ when dossier.Consultations.Find(c => c.State == ConsultationState.Open) is { } asked
                && dossier.Open.Steps.Find(s => s.Kind is StepKind.Handle or StepKind.Approve) is { } at => End(world, at, asked),
            _ => world.Usual(step),
        };
    }

    private static ResumeClock Resume(World world, OpenStep step)
    {
        world.Act(step.Officer ?? World.All);
        return new ResumeClock(step.Token, Words);
    }

    private static EndConsultation End(World world, OpenStep step, Consultation asked)
    {
        world.Act(step.Officer ?? World.All);
        return new EndConsultation(step.Token, asked.Number, false, Words);
    }

    [Theory]
    [InlineData(StuckKind.OfficerLeft)]
    [InlineData(StuckKind.DutyEnded)]
    [InlineData(StuckKind.UnitEnded)]
    [InlineData(StuckKind.Nobody)]
    [InlineData(StuckKind.NoStep)]
    [InlineData(StuckKind.NoLead)]
    public void Each_defect_is_named(StuckKind kind)
    {
        var world = new World();
        var dossier = world.Do(world.Received(), new ClaimStep(new Token(1)));
        var staff = Staff(world);
        Assert.Empty(NeverStuck.Of(dossier, staff));
        var (broken, of) = kind switch
        {
            StuckKind.OfficerLeft => (dossier, staff with { Works = _ => false }),
            StuckKind.DutyEnded => (dossier, staff with { Holds = (_, d, _) => d != Duty.Receive }),
            StuckKind.UnitEnded => (dossier, staff with { Day = new DateOnly(2017, 1, 1) }),
            StuckKind.Nobody => (world.Received(), staff with { Anybody = (_, _) => false }),
            StuckKind.NoStep => (dossier with { Open = OpenSteps.None }, staff),
            _ => (dossier with { Case = dossier.Case with { Lead = new AgencyId(99) } }, staff),
        };
        Assert.Equal([kind], NeverStuck.Of(broken, of).Select(f => f.Kind));
    }

    [Fact]
    public void While_the_applicant_must_supplement_the_step_is_his_and_a_question_has_its_own_party()
    {
        var world = new World();
        var dossier = world.Until(StepKind.Handle);
        var step = dossier.Open.Steps[0];
        dossier = world.Do(dossier, new AskOpinion(step.Token, World.Ward, Words, 3, []));
        var asked = Assert.Single(WhoMustAct.Of(dossier), t => t.Why == TurnReason.Opinion);
        Assert.Equal((Holder.Unit, World.Ward, (Token?)null), (asked.By, asked.Unit, asked.Step));
        Assert.Equal(dossier.Consultations[0].Due.Due, asked.Until);
        dossier = world.Do(dossier, new RequestSupplement(step.Token, Words, ["thieu"]));
        Assert.All(WhoMustAct.Of(dossier).Where(t => t.Step is not null), t => Assert.Equal((Holder.Applicant, TurnReason.Supplement), (t.By, t.Why)));
    }

    private static void Holds(Dossier dossier)
    {
        var turns = WhoMustAct.Of(dossier);
        if (dossier.IsClosed)
        {
            Assert.Empty(turns);
            return;
        }
        Assert.NotEmpty(turns);
        Assert.NotEqual(default, dossier.Case.Lead);
        foreach (var step in dossier.Open.Steps)
        {
            var turn = Assert.Single(turns, t => t.Step == step.Token);
            Assert.NotEqual(default, turn.Unit);
            Assert.NotEqual(default, turn.Since);
            Assert.Equal(turn.By == Holder.Officer, turn.Officer is not null);
        }
    }

    private static Staffing Staff(World world) => Staffing.Of(world.Duties.Concat(world.Colleagues), world.Now().Agencies, world.Now().Today);

    /// <summary>Some act by somebody; usual ones more often. What is refused changes nothing.</summary>
    private static Dossier Something(World world, Dossier dossier, Random random, OfficerId[]? people = null)
    {
        people ??= People;
        world.Act(people[random.Next(people.Length)]);
        world.At = world.At.AddMinutes(random.Next(600));
        if (dossier.Open.Steps.Count == 0)
            return dossier;
        var step = dossier.Open.Steps[random.Next(dossier.Open.Steps.Count)];
        // Whoever has the step does it, as a rule.
        if (random.Next(3) > 0 && step.Officer is { } its && people.Contains(its))
            world.Act(its);
        DossierAct act = random.Next(24) switch
        {
            0 => new ClaimStep(step.Token),
            1 => new AssignStep(step.Token, people[random.Next(people.Length)]),
            2 => new HandBackStep(step.Token, Words),
            3 => new DelegateStep(step.Token, people[random.Next(people.Length)], null),
            4 or 5 => new RecallStep(),
            6 or 7 => new SendBack(step.Token, "sai-sot", Words,
                SendBack.Targets(dossier, step, world.Runs) is { Count: > 0 } to ? to[random.Next(to.Count)].Id : null),
            8 => new RequestSupplement(step.Token, Words, ["thieu"]),
            9 or 10 => new AcceptSupplement([new Domain.Papers.TakenPaper("2", Domain.Papers.PaperForm.Original, 1, true, false, [])]),
            11 => new AskOpinion(step.Token, random.Next(2) == 0 ? World.Land : World.Ward, Words, 2, []),
            12 => new AnswerOpinion(random.Next(1, 3), Stance.Agrees, Words, null),
            13 => new EndConsultation(step.Token, random.Next(1, 3), random.Next(2) == 0, Words),
            14 => new PauseClock(step.Token, "cho", null, Words),
            15 or 16 => new ResumeClock(step.Token, Words),
            _ => world.Usual(step),
        };
        return dossier.After(world.Decide(dossier, act).Events);
    }

    /// <summary>Hand over, then blocks one after the other, some of them side by side and nested, then approve, register, return.</summary>
    private static ProcessDefinition RandomProcess(Random random)
    {
        var (elements, flows) = (new List<ProcessElement> { new("start", ElementKind.Start, "start", null, null, null, null, null) }, new List<Flow>());
        var last = Add(StepKind.HandOver, StepPlace.Reception, "start");
        for (var blocks = random.Next(1, 4); blocks > 0; blocks--)
            last = Block(last, 2);
        foreach (var (kind, place) in new[] { (StepKind.Approve, StepPlace.Competent), (StepKind.Register, StepPlace.Competent), (StepKind.Return,
            StepPlace.Reception) })
            last = Add(kind, place, last);
        elements.Add(new ProcessElement("end", ElementKind.End, "end", null, null, null, null, null));
        flows.Add(new Flow(last, "end"));
        return World.Process with { Elements = elements, Flows = flows };

        string Add(StepKind kind, StepPlace place, string after)
        {
            var id = $"{kind}{elements.Count}";
            elements.Add(new ProcessElement(
                id, ElementKind.Task, id, kind, place, null, random.Next(3) == 0 ? null : random.Next(1, 20),
                place == StepPlace.Department && random.Next(2) == 0 ? "land-registry" : null));
            flows.Add(new Flow(after, id));
            return id;
        }

        string Gate(ElementKind kind)
        {
            var id = $"{kind}{elements.Count}";
            elements.Add(new ProcessElement(id, kind, id, null, null, null, null, null));
            return id;
        }

        string Block(string after, int depth)
        {
            if (depth == 0 || random.Next(2) == 0)
                return random.Next(5) == 0 ? Add(StepKind.Approve, StepPlace.Competent, after) : Add(StepKind.Handle, StepPlace.Department, after);
            var (fork, join) = (Gate(ElementKind.Fork), Gate(ElementKind.Join));
            flows.Add(new Flow(after, fork));
            for (var branches = random.Next(2, 4); branches > 0; branches--)
                flows.Add(new Flow(Block(fork, depth - 1), join));
            return join;
        }
    }
}
