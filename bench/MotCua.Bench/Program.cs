using System.Text.Json;
using MotCua.Bench;

// ./run bench NAME [--json] [--db CONNECTION] [--rounds N] [--seconds N] [--size N] [--clients N] [--per-second N]
var benches = new Dictionary<string, IBench>
{
    ["import"] = new ImportBench(), ["search"] = new BothSearches(), ["transition"] = new TransitionBench(), ["reception"] = new ReceptionBench(),
    ["worklist"] = ListBench.Worklist, ["start"] = new StartBench(), ["pages"] = new PagesBench(), ["due"] = new DueBench(),
    ["recompute"] = new RecomputeBench(),
};
var (line, wrong) = BenchLine.Read(args, benches.Keys);
if (line is null)
{
    Console.Error.WriteLine(wrong);
    return 2;
}
try
{
    var bench = benches[line.Name];
    await using var server = bench.NeedsServer ? await Server.Open(line.Db) : Server.None;
    var measured = await bench.Run(line, server, Console.Error.WriteLine);
    Console.WriteLine(line.Json ? JsonSerializer.Serialize(measured, Report.Json) : Report.Table(measured));
    return measured.Failed is null ? 0 : 1;
}
catch (InvalidOperationException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
