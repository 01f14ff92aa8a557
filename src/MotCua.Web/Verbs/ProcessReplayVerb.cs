using System.Globalization;
using MotCua.App;
using MotCua.App.Dossiers;
using MotCua.App.Processing;
using MotCua.App.Reference;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Processes.Bpmn;
using MotCua.Web.Kit;

namespace MotCua.Web.Verbs;

/// <summary>Leads past dossiers of a procedure through a drawn version of its process, before it is published. Nothing is stored. Exit status 1 where the
/// drawing does not run, or a dossier could not go through.</summary>
public sealed class ProcessReplayVerb : IVerb
{
    private const int Shown = 20;

    private static readonly StepProperties Otherwise = StepProperties.Empty with { Step = StepKind.Handle };

    private sealed record Due(string Dossier, string Old, string New, string Limit);

    private sealed record Load(string Unit, int Steps, decimal Hours);

    private sealed record Document(int Dossiers, IReadOnlyList<Due> ChangedDue, IReadOnlyList<ReplayedDeadEnd> DeadEnds, IReadOnlyList<Load> Load);

    /// <inheritdoc/>
    public string Name => "process replay";

    /// <inheritdoc/>
    public string Usage => "process replay FILE.bpmn --procedure CODE [--from DAY] [--to DAY]";

    /// <inheritdoc/>
    public string Does => "chạy thử phiên bản quy trình mới với hồ sơ đã qua (mặc định: một tháng gần nhất); không ghi gì; trả mã 1 nếu có hồ sơ không đi hết";

    /// <inheritdoc/>
    public int Least => 1;

    /// <inheritdoc/>
    public IReadOnlyList<VerbOption> Options { get; } = [new("procedure", "CODE"), new("from", "DAY"), new("to", "DAY")];

    /// <inheritdoc/>
    public async Task<int> Run(VerbLine line, CancellationToken stop)
    {
        if (line.Option("procedure") is not { Length: > 0 } code)
            return line.Wrong("Hãy cho biết thủ tục: --procedure MÃ.");
        if (!Day(line.Option("from"), out var from) || !Day(line.Option("to"), out var to))
            return line.Wrong("Ngày phải viết như 2026-10-01.");
        if (from > to)
            return line.Wrong("Ngày đầu (--from) phải trước hoặc bằng ngày cuối (--to).");
        var reading = await ProcessCheckVerb.Read(line.Arguments[0], stop);
        if (reading.Model is not { } model || !reading.Ok)
            return Unfit(line, reading.Faults);
        await using var house = await House.Open(line, stop);
        if (house.Refusal is { } refused)
            return Refuse(line, refused);
        await using var db = house.Db();
        var reference = await house.References.Get(db, stop);
        var today = Vietnam.Day(TimeProvider.System.GetUtcNow());
        if (reference.Procedures.LastOrDefault(p => p.Code == code) is not { } procedure)
            return Refuse(line, $"Không có thủ tục {code}; hãy kiểm tra lại mã.");
        var head = new ProcessHead(procedure.Process.Length > 0 ? procedure.Process : code, 0, "", "", today, null, false);
        ProcessDefinition? Called(string id) => reference.Processes.Find(id, today);
        var (process, problems) = BpmnCompiler.Compile(model, head, Called);
        if (process is null)
        {
            // A drawing that does not say yet who does what can be led through all the same; it cannot be published so.
            if (BpmnCompiler.Compile(model, head, Called, Otherwise).Process is not { } taken)
                return Unfit(line, problems);
            line.Say($"{VietText.Number((long)problems.Count)} bước chưa ghi ai làm; tính như bước thẩm định của phòng chuyên môn theo thủ tục.");
            process = taken;
        }
        var desk = new DossierDesk(db, house.References, TimeProvider.System);
        return Tell(line, await new ReplayProcess(db, desk, house.References, TimeProvider.System).Run(process, code, from, to, stop));
    }

    private static int Tell(VerbLine line, Replayed found)
    {
        line.Print(new Document(
            found.Dossiers, [.. found.ChangedDue.Select(d => new Due(d.Dossier, Moments.Write(d.Old), Moments.Write(d.New), Moments.Write(d.Limit)))],
            found.DeadEnds, [.. found.Load.Select(l => new Load(l.Name, l.Steps, l.Hours))]));
        line.Say($"Đã chạy thử {VietText.Number((long)found.Dossiers)} hồ sơ{(found.Whole ? "" : " gần nhất, còn hồ sơ cũ hơn chưa chạy")}.");
        line.Say($"Ngày xong dự kiến thay đổi: {VietText.Number((long)found.ChangedDue.Count)} hồ sơ; "
            + $"vượt thời hạn theo luật: {VietText.Number((long)found.ChangedDue.Count(d => d.New > d.Limit))}.");
        foreach (var due in found.ChangedDue.Take(Shown))
            line.Say($"  {due.Dossier}: {Moments.Write(due.Old)} → {Moments.Write(due.New)}{(due.New > due.Limit ? ", quá hạn" : "")}");
        foreach (var load in found.Load)
            line.Say($"  {load.Name}: {VietText.Number((long)load.Steps)} bước, {VietText.Number(load.Hours)} giờ làm việc");
        foreach (var dead in found.DeadEnds.Take(Shown))
            line.Say($"  {dead.Dossier}: {dead.Reason}");
        return found.DeadEnds.Count == 0 ? 0 : line.Refuse(
            $"{VietText.Number((long)found.DeadEnds.Count)} hồ sơ không đi hết được quy trình mới; hãy sửa các chỗ đã nêu trước khi ban hành.");
    }

    private static int Refuse(VerbLine line, string sentence)
    {
        line.Print(new Document(0, [], [], []));
        return line.Refuse(sentence);
    }

    private static int Unfit(VerbLine line, IReadOnlyList<BpmnProblem> problems)
    {
        foreach (var problem in problems.Take(Shown))
            line.Say($"  {(problem.Name.Length > 0 ? $"“{problem.Name}” " : "")}{(problem.Element.Length > 0 ? $"[{problem.Element}] " : "")}{problem.Reason}");
        return Refuse(line, $"Quy trình chưa chạy được; hãy sửa {VietText.Number((long)problems.Count)} chỗ (xem bằng “process check”). "
            + (problems.Count > 0 ? problems[0].Reason : ""));
    }

    private static bool Day(string? text, out DateOnly? day)
    {
        day = null;
        if (text is null)
            return true;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            return false;
        day = read;
        return true;
    }
}
