using System.Text.Json;
using MotCua.Bench;
using MotCua.Bench.Faults;
using MotCua.Bench.Ocr;

// ./run bench NAME [--json] [--db CONNECTION] [--rounds N] [--seconds N] [--size N] [--clients N] [--per-second N] [--times N] [--keep DIR] [--warm N]
var benches = new Dictionary<string, IBench>
{
    ["import"] = new ImportBench(), ["search"] = new BothSearches(), ["transition"] = new TransitionBench(), ["reception"] = new ReceptionBench(),
    ["worklist"] = ListBench.Worklist, ["start"] = new StartBench(), ["pages"] = new PagesBench(), ["due"] = new DueBench(),
    ["recompute"] = new RecomputeBench(), ["process"] = new ProcessBench(),
};
var faults = new Dictionary<string, IFaultBench>
{
    ["load"] = new LoadBench(), ["outage"] = new OutageBench(), ["kill"] = new KillBench(Embedded: false), ["kill-embedded"] = new KillBench(Embedded: true),
};
var (line, wrong) = BenchLine.Read(args, [.. benches.Keys, .. faults.Keys, "ocr"]);
if (line is null)
{
    Console.Error.WriteLine(wrong);
    return 2;
}
try
{
    if (line.Name == "ocr")
    {
        var read = await new OcrBench().Run(line.Keep, Console.Error.WriteLine);
        Console.WriteLine(line.Json ? JsonSerializer.Serialize(read, Report.Json) : OcrBench.Table(read));
        return 0;
    }
    var needed = line.Name != "kill-embedded" && (!benches.TryGetValue(line.Name, out var asked) || asked.NeedsServer);
    await using var server = needed ? await Server.Open(line.Db) : Server.None;
    if (faults.TryGetValue(line.Name, out var fault))
    {
        var report = await fault.Run(line, server, Console.Error.WriteLine);
        Console.WriteLine(line.Json ? JsonSerializer.Serialize(report, Report.Json) : Report.Table(report));
        foreach (var broken in report.Broken)
            Console.Error.WriteLine(broken);
        return report.Broken.Count == 0 ? 0 : 1;
    }
    var measured = await benches[line.Name].Run(line, server, Console.Error.WriteLine);
    Console.WriteLine(line.Json ? JsonSerializer.Serialize(measured, Report.Json) : Report.Table(measured));
    return measured.Failed is null ? 0 : 1;
}
catch (InvalidOperationException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
