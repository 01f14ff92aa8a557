using System.Text.Json;
using MotCua.Bench;

// ./run bench NAME [--json] [--db CONNECTION] [--rounds N] [--seconds N]
var benches = new Dictionary<string, IBench>
{
    ["import"] = new ImportBench(), ["search"] = new SearchBench(), ["due"] = new DueBench(), ["recompute"] = new RecomputeBench(),
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
    return 0;
}
catch (InvalidOperationException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
