using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Dossiers;
using MotCua.App.Law;
using MotCua.App.Processes;
using MotCua.App.Reference;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Processes;
using MotCua.Domain.Processes.Bpmn;

namespace MotCua.Bench;

/// <summary>An officer's handling step ends in a drawn process of fifteen steps with two parallel branches, against the same act in the plain process of five
/// steps; at most 1.3 times as slow. And the memory of the processes that are kept, at ten and at a thousand versions.</summary>
internal sealed class ProcessBench : IBench
{
    private const int AtOnce = 40;
    private const double Most = 1.3, MostMemory = 1.1;

    /// <inheritdoc/>
    public async Task<Measured> Run(BenchLine line, Server server, Action<string> say)
    {
        var made = await Shared.Seeded(server);
        await using (await Product.Serve(made))
        {
            // The officers are made by the first start.
        }
        string code, plain;
        await using (var db = Shared.Open(made))
        {
            using var references = new ReferenceCache();
            var reference = await references.Get(db, default);
            code = reference.Procedures.Last(p => p.Code == Samples.Procedure).Process;
            plain = await db.Set<ProcessRow>().Where(p => p.Code == code && p.Version == 1).Select(p => p.Content).SingleAsync();
        }
        var head = JsonSerializer.Deserialize<ProcessDefinition>(plain, Json.Stored)!;
        var drawn = JsonSerializer.Serialize(Fifteen(head), Json.Stored);
        var (ours, baseline) = await Alternating.Run(line.Rounds, () => Round(made, code, drawn), () => Round(made, code, plain), say);
        var memory = Memory(drawn, say);
        var slower = baseline.PerSecond / ours.PerSecond;
        say($"{slower:0.00} lần; bộ nhớ {memory:0.000} lần");
        return new Measured("process", line.Rounds, [new MeasuredRow(1, 15, "complete-step", ours, baseline)])
        {
            Failed = slower > Most ? $"Chuyển bước chậm {slower:0.00} lần quy trình thường, quá {Most}."
                : memory > MostMemory ? $"Bộ nhớ quy trình tăng {memory:0.00} lần, quá {MostMemory}." : null,
        };
    }

    private static async Task<Speed> Round(string made, string code, string content)
    {
        await using (var db = Shared.Open(made))
        {
            await db.Set<ProcessRow>().Where(p => p.Code == code && p.Version == 1).ExecuteUpdateAsync(s => s.SetProperty(p => p.Content, content));
            await ReferenceStamp.Raise(db, default);
            await db.SaveChangesAsync();
        }
        using var samples = new Samples(made);
        var ids = new List<DossierId>();
        for (var n = 0; n < AtOnce; n++)
            ids.Add(await samples.At(StepKind.Handle));
        using var references = new ReferenceCache();
        var (times, all) = (new List<double>(), Stopwatch.StartNew());
        foreach (var id in ids)
        {
            var one = Stopwatch.StartNew();
            await using var db = Shared.Open(made);
            var desk = new DossierDesk(db, references, TimeProvider.System);
            if (await desk.Perform(id, new CompleteStep(new Token(2), Outcome.Granted, null), new Hand(Actor.Job, "job")) is not Performed.Done)
                throw new InvalidOperationException("Không kết thúc được bước để đo.");
            times.Add(one.Elapsed.TotalMilliseconds);
        }
        return Speed.Of(times, all.Elapsed.TotalSeconds);
    }

    /// <summary>How much more the program holds with a thousand versions than with ten, each asked for once.</summary>
    private static double Memory(string content, Action<string> say)
    {
        var (few, many) = (Held(content, 10), Held(content, 1000));
        say($"bộ nhớ cả chương trình: 10 phiên bản {few / 1024 / 1024} MB, 1000 phiên bản {many / 1024 / 1024} MB");
        return (double)many / few;
    }

    private static long Held(string content, int versions)
    {
        var shelf = new ProcessShelf(Enumerable.Range(1, versions).Select(v => new ProcessRow { Code = $"p{v % 100}", Version = v, Content = content }));
        _ = shelf.Sum(p => p.Elements.Count);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var held = process.WorkingSet64;
        GC.KeepAlive(shelf);
        return held;
    }

    /// <summary>Handing over, five steps, two branches of two, five more, and the usual end: fifteen.</summary>
    private static ProcessDefinition Fifteen(ProcessDefinition head)
    {
        string[] line = ["HandOver", "Handle", "Handle", "Handle", "f", "j", "Handle", "Handle", "Handle", "Handle", "Handle", "Approve", "Register", "Return"];
        var text = new StringBuilder("<startEvent id='s'/><endEvent id='e'/><parallelGateway id='f'/><parallelGateway id='j'/>");
        var before = "s";
        for (var n = 0; n < line.Length; n++)
        {
            var id = line[n] is "f" or "j" ? line[n] : $"n{n}";
            if (id[0] == 'n')
                Step(id, line[n]);
            if (id != "j")
                Flow(before, id);
            before = id;
        }
        foreach (var side in new[] { "a", "b" })
        {
            Step(side, "Handle");
            Step(side + "2", "Handle");
            Flow("f", side);
            Flow(side, side + "2");
            Flow(side + "2", "j");
        }
        Flow(before, "e");
        var file = $"<definitions xmlns='{BpmnNames.Model}' xmlns:m='{BpmnNames.Own}' id='d' targetNamespace='urn:bench'>"
            + $"<process id='p'>{text}</process></definitions>";
        var compiled = BpmnCompiler.Compile(
            BpmnReader.Read(Encoding.UTF8.GetBytes(file)).Model!,
            new ProcessHead(head.Code, head.Version, head.Name, head.Decision, head.From, head.To, head.Verified));
        return compiled.Process ?? throw new InvalidOperationException(compiled.Problems[0].Reason);

        void Step(string id, string kind) =>
            text.Append($"<userTask id='{id}' name='Bước {id}'><extensionElements><m:step kind='{kind}' hours='2'/></extensionElements></userTask>");

        void Flow(string from, string to) => text.Append($"<sequenceFlow id='{from}-{to}' sourceRef='{from}' targetRef='{to}'/>");
    }
}
