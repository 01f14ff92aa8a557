using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Processes;
using MotCua.Testing;

namespace MotCua.House.Tests.Lives;

/// <summary>Acts that need what the situations do not have: questions to other units, waits, a unit that has ended, a colleague.</summary>
internal static class Apart
{
    private static readonly OfficerId Colleague = new(8);
    private static readonly TextId Words = new(new Guid(9, 0, 0, new byte[8]));

    /// <summary>Acts that were done, each in a life that has room for it.</summary>
    public static IEnumerable<DossierAct> Done => [.. OnSteps(), .. Questions(), .. Waits(), .. Ended(), .. Digitized(), .. Kept(), .. Group(), .. Drafted(), .. Instructed()];

    private static IEnumerable<DossierAct> OnSteps()
    {
        var world = new World();
        world.Act(World.All);
        var dossier = world.Until(StepKind.Handle);
        yield return Do(world, ref dossier, new RecallStep());
        dossier = world.Until(StepKind.Handle, dossier);
        var step = dossier.Open.Steps[0].Token;
        dossier = world.Do(dossier, new ClaimStep(step));
        yield return Do(world, ref dossier, new HandBackStep(step, Words));
        dossier = world.Do(dossier, new ClaimStep(step));
        yield return Do(world, ref dossier, new DelegateStep(step, Colleague, null));
    }

    private static IEnumerable<DossierAct> Questions()
    {
        var world = new World();
        var dossier = world.Until(StepKind.Handle);
        var step = dossier.Open.Steps[0].Token;
        yield return Do(world, ref dossier, new AskOpinion(step, World.Department, Words, 2, []));
        yield return Do(world, ref dossier, new AnswerOpinion(1, Stance.Agrees, Words, null));
        dossier = world.Do(dossier, new AskOpinion(step, World.Department, Words, 2, []));
        world.At = world.At.AddDays(10);
        yield return Do(world, ref dossier, new ReportLateOpinion(step, 2, Words));
        yield return Do(world, ref dossier, new EndConsultation(step, 2, true, Words));
    }

    private static IEnumerable<DossierAct> Waits()
    {
        var world = new World { Runs = WithWaits() };
        var dossier = world.Received();
        dossier = world.Do(dossier, world.Usual(dossier.Open.Steps[0]));
        yield return Do(world, ref dossier, new ReceiveMessage(dossier.Open.Waits[0].Token, Words));
        yield return Do(world, ref dossier, new CompleteWait(dossier.Open.Waits[0].Token, Words));
        world.At = world.At.AddDays(2);
        yield return Do(world, ref dossier, new FireTimer(dossier.Open.Waits[0].Token));
    }

    private static IEnumerable<DossierAct> Group()
    {
        var world = new World();
        DossierId parent = new(new Guid(1, 0, 0, new byte[8])), first = new(new Guid(2, 0, 0, new byte[8])), second = new(new Guid(3, 0, 0, new byte[8]));
        var limit = World.Procedure.Limits[0].Limit;
        var plan = new GroupPlan(parent, [new(first, "1", World.Ward, limit, [], false, []), new(second, "2", World.Ward, limit, [first], true, [])]);
        var group = world.Do(Dossier.Unborn(parent), World.Receive() with { Group = plan });
        yield return Do(world, ref group, new NoteChild(first, ChildOutcome.Granted));
        var part = world.Do(Dossier.Unborn(second), World.Receive() with { Group = plan });
        yield return Do(world, ref part, new NoteNeeded(first, ChildOutcome.Granted));
    }

    private static IEnumerable<DossierAct> Drafted()
    {
        var world = new World();
        var dossier = world.Until(StepKind.Handle);
        yield return Do(world, ref dossier, new AttachDraft(dossier.Open.Steps[0].Token, new string('a', 64), null, Words, null));
    }

    private static IEnumerable<DossierAct> Instructed()
    {
        var world = new World();
        world.Act(World.All);
        var dossier = world.Until(StepKind.Handle);
        yield return Do(world, ref dossier, new GiveInstruction(World.OneStop, Colleague, World.Economy, Words, 2));
        world.Act(Colleague);
        yield return Do(world, ref dossier, new ReportInstruction(1, Words));
        world.Act(World.All);
        yield return Do(world, ref dossier, new ReturnInstruction(1, Words));
        yield return Do(world, ref dossier, new CloseInstruction(1));
    }

    private static IEnumerable<DossierAct> Ended()
    {
        var world = new World();
        var dossier = world.Until(StepKind.Handle);
        var step = dossier.Open.Steps.First(s => s.Unit == World.Economy);
        var act = new TransferStep(step.Token);
        var now = world.Now();
        var decision = act.Decide(dossier, now with
        {
            Agencies = new AgencyDirectory(
                [.. now.Agencies.All.Select(a => a.Id != World.Economy ? a : a with { To = now.Today.AddDays(-1), Successor = World.Land })]),
        });
        if (decision.Refusal is null)
            yield return act;
    }

    private static IEnumerable<DossierAct> Digitized()
    {
        var world = new World();
        var dossier = world.Received();
        yield return Do(world, ref dossier, new KeepDigitized(new Guid(7, 0, 0, new byte[8]), "1", "aa", 1, ["bb"], World.All));
    }

    private static IEnumerable<DossierAct> Kept()
    {
        var world = new World();
        var dossier = world.Received();
        yield return Do(world, ref dossier, new NoteVoidDocument(new Guid(7, 0, 0, new byte[8]), world.Now().Now, false));
        while (dossier.Open.Steps.Count > 0)
            dossier = world.Do(dossier, world.Usual(dossier.Open.Steps[0]));
        yield return Do(world, ref dossier, new HandToArchive("aa", 1, dossier.Version));
    }

    /// <summary>The usual process with a message, a service and an hour before its approval.</summary>
    private static ProcessDefinition WithWaits()
    {
        static ProcessElement Wait(string id, ElementKind kind) => new(id, kind, id, null, StepPlace.Competent, null, null, null);
        ProcessElement[] waits =
            [Wait("m", ElementKind.Message), Wait("s", ElementKind.Service), Wait("t", ElementKind.Timer) with { Timer = new TimerTime("PT1H") }];
        string[] way = ["start", "hand-over", "m", "s", "t", "approve", "register", "return", "end"];
        var usual = World.Process;
        return usual with
        {
            Elements = [.. usual.Elements.Where(e => way.Contains(e.Id)), .. waits],
            Flows = [.. way.Zip(way.Skip(1), (from, to) => new Flow(from, to))],
        };
    }

    private static DossierAct Do(World world, ref Dossier dossier, DossierAct act)
    {
        dossier = world.Do(dossier, act);
        return act;
    }
}
