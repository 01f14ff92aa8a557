using System.Text.Json;
using MotCua.Bench;

// ./run bench NAME [--json] [--db CONNECTION] [--rounds N] [--seconds N] [--size N] [--per-second N]
var benches = new Dictionary<string, IBench> { ["import"] = new ImportBench(), ["search"] = new SearchBench(), ["transition"] = new TransitionBench(),
    ["reception"] = new ReceptionBench(),
};
var (line, wrong) = BenchLine.Read(args, benches.Keys);
if (line is null)
{
    Console.Error.WriteLine(wrong);
    return 2;
}
try
{
    await using var server = await Server.Open(line.Db);
    var measured = await benches[line.Name].Run(line, server, Console.Error.WriteLine);
    Console.WriteLine(line.Json ? JsonSerializer.Serialize(measured, Report.Json) : Report.Table(measured));
    return 0;
}
catch (InvalidOperationException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
