using MotCua.Domain.Processes.Bpmn;
using MotCua.Web.Kit;

namespace MotCua.Web.Verbs;

/// <summary>Reads BPMN files and says what can run and what cannot. Exit status 1 where a file cannot run;
/// nothing is stored and no database is opened.</summary>
public sealed class ProcessCheckVerb : IVerb
{
    private const int Shown = 50;

    private sealed record Document(string File, bool Ok, bool Executable, int Tasks, int Gateways, int Events, IReadOnlyList<BpmnProblem> Problems);

    /// <inheritdoc/>
    public string Name => "process check";

    /// <inheritdoc/>
    public string Usage => "process check FILE.bpmn…";

    /// <inheritdoc/>
    public string Does => "đọc quy trình BPMN 2.0; cho biết chạy được hay không và chỗ nào phải sửa; trả mã 1 nếu có tệp không chạy được";

    /// <inheritdoc/>
    public int Least => 1;

    /// <inheritdoc/>
    public int Most => int.MaxValue;

    /// <inheritdoc/>
    public async Task<int> Run(VerbLine line, CancellationToken stop)
    {
        var found = new List<Document>();
        foreach (var file in line.Arguments)
        {
            var report = (await Read(file, stop)).Check();
            found.Add(new Document(file, report.Ok, report.Executable, report.Tasks, report.Gateways, report.Events, report.Problems));
            Tell(line, found[^1]);
        }
        line.Print(found);
        var stopped = found.Count(f => !f.Executable);
        return stopped == 0 ? 0 : line.Refuse(
            found.Count == 1 ? $"Quy trình trong tệp {found[0].File} chưa chạy được; hãy sửa {VietText.Number((long)found[0].Problems.Count)} chỗ đã nêu."
            : $"{VietText.Number((long)stopped)} trong {VietText.Number((long)found.Count)} tệp chưa chạy được; hãy sửa các chỗ đã nêu.");
    }

    /// <summary>Reads a file within the bounds of a drawing.</summary>
    internal static async Task<BpmnReading> Read(string file, CancellationToken stop)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            // A pipe or a device tells no length: what comes is counted.
            using var read = new MemoryStream();
            var part = new byte[81920];
            for (var n = await stream.ReadAsync(part, stop); n > 0; n = await stream.ReadAsync(part, stop))
            {
                read.Write(part, 0, n);
                if (read.Length > BpmnReader.MostBytes)
                    return BpmnReader.TooLarge;
            }
            return BpmnReader.Read(read.ToArray());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return BpmnReader.Unreadable;
        }
    }

    private static void Tell(VerbLine line, Document found)
    {
        line.Say($"{found.File}: {(found.Executable ? "chạy được" : found.Ok ? "BPMN 2.0 đúng, chưa chạy được" : "không phải BPMN 2.0 đúng")}; "
            + $"{found.Tasks} bước, {found.Gateways} điểm rẽ, {found.Events} sự kiện.");
        foreach (var problem in found.Problems.Take(Shown))
        {
            var name = problem.Name.Length > 0 ? $"“{problem.Name}” " : "";
            var id = problem.Element.Length > 0 ? $"[{problem.Element}] " : "";
            line.Say($"  {name}{id}{problem.Reason}");
        }
        if (found.Problems.Count > Shown)
            line.Say($"  …và {VietText.Number((long)(found.Problems.Count - Shown))} chỗ nữa.");
    }
}
