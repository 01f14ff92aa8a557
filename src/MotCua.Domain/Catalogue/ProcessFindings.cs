using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Words;

namespace MotCua.Domain.Catalogue;

/// <summary>Something about a version of a process that must be mended, or looked at, before it is published.</summary>
/// <param name="Element">Id of the step; empty where it concerns the whole.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
/// <param name="Blocks">Whether it keeps the version from being published; else it is to be confirmed.</param>
[NoTerm("a finding of the checks before publishing")]
public sealed record ProcessFinding(string Element, string Name, string Sentence, bool Blocks);

/// <summary>Who is there to do the steps on a day.</summary>
/// <param name="Holds">Whether an officer holds a duty at a unit on that day.</param>
[NoTerm("what the checks before publishing rest on")]
public sealed record StaffOnDay(AgencyDirectory Agencies, DateOnly Day, Func<AgencyId, Duty, bool> Holds);

/// <summary>What is asked of a version of a process before it is published, beyond what its drawing says (R-WF-02).</summary>
[NoTerm("rules on a ProcessDefinition")]
public static class ProcessFindings
{
    private const int Shown = 3;

    /// <summary>Everything found, what blocks first.</summary>
    /// <param name="procedures">The procedures that will follow it.</param>
    public static IReadOnlyList<ProcessFinding> Of(ProcessDefinition process, IReadOnlyList<ProcedureVersion> procedures, StaffOnDay staffing) =>
        [
            .. ((IEnumerable<ProcessFinding>)[.. Head(process, procedures), .. Result(process), .. Steps(process), .. Times(process, procedures),
                .. procedures.SelectMany(p => Nobody(process, p, staffing))]).DistinctBy(f => (f.Element, f.Sentence)).OrderBy(f => !f.Blocks),
        ];

    private static IEnumerable<ProcessFinding> Head(ProcessDefinition process, IReadOnlyList<ProcedureVersion> procedures)
    {
        if (string.IsNullOrWhiteSpace(process.Decision))
            yield return Whole("Chưa ghi số quyết định phê duyệt quy trình; hãy ghi ở phần thông tin chung.", true);
        if (process.To < process.From)
            yield return Whole("Ngày hết hiệu lực trước ngày có hiệu lực; hãy sửa lại ngày.", true);
        if (procedures.Count == 0)
            yield return Whole("Chưa gắn với thủ tục nào; hãy ghi mã thủ tục, nếu không sẽ không có hồ sơ nào đi theo quy trình này.", false);
    }

    /// <summary>A way to the end on which the result is lost, or handed over before it is in the book (F-09).</summary>
    private static IEnumerable<ProcessFinding> Result(ProcessDefinition process)
    {
        foreach (var (kind, what) in new[]
        {
            (StepKind.Approve, "phê duyệt"), (StepKind.Register, "đóng dấu, vào sổ kết quả"), (StepKind.Return, "trả kết quả"),
        })
        {
            if (process.Elements.All(e => e.Step != kind))
                yield return Whole($"Quy trình không có bước {what} nên hồ sơ không có kết quả để trả; hãy thêm bước này.", true);
            else if (Around(process, kind) is { } end)
                yield return new ProcessFinding(end.Id, end.Name,
                    $"Có đường đi tới điểm kết thúc này mà không qua bước {what}: nhánh đó bị mất kết quả; hãy nối nhánh vào trước bước {what}.", true);
        }
    }

    /// <summary>An end of a part that can be reached without a step of a kind; branches side by side are one way. What ends with an error is no
    /// result.</summary>
    private static ProcessElement? Around(ProcessDefinition process, StepKind kind, string? scope = null)
    {
        var seen = new HashSet<string>();
        var queue = new Queue<string>(process.Elements.Where(e => e.Kind == ElementKind.Start && e.Scope == scope).Select(e => e.Id));
        while (queue.TryDequeue(out var id))
        {
            if (!seen.Add(id))
                continue;
            var element = process[id];
            if (element.Kind is ElementKind.End or ElementKind.Terminate)
                return element;
            // What interrupts a step happens before the step is done.
            foreach (var border in process.Elements.Where(e => e.Host == id && !e.Stays))
                queue.Enqueue(border.Id);
            if (element.Step == kind || element.Kind == ElementKind.SubProcess && Holds(process, id, kind) && Around(process, kind, id) is null)
                continue;
            // Where one branch of a fork meets the step, the way meets it.
            if (element.Kind == ElementKind.Fork && process.Next(id).Any(n => Meets(process, n, kind)))
                continue;
            foreach (var next in process.Next(id))
                queue.Enqueue(next);
        }
        return null;
    }

    private static bool Holds(ProcessDefinition process, string scope, StepKind kind) =>
        process.Elements.Any(e => e.Scope == scope && (e.Step == kind || e.Kind == ElementKind.SubProcess && Holds(process, e.Id, kind)));

    private static bool Meets(ProcessDefinition process, string from, StepKind kind)
    {
        var seen = new HashSet<string>();
        var queue = new Queue<string>([from]);
        while (queue.TryDequeue(out var id))
        {
            if (!seen.Add(id))
                continue;
            if (process[id].Step == kind || Holds(process, id, kind))
                return true;
            foreach (var next in process.Next(id))
                queue.Enqueue(next);
        }
        return false;
    }

    private static IEnumerable<ProcessFinding> Steps(ProcessDefinition process)
    {
        foreach (var step in process.Elements.Where(e => e.Kind == ElementKind.Task))
        {
            if (string.IsNullOrWhiteSpace(step.Name))
                yield return Of(step, "Bước chưa có tên; hãy đặt tên việc phải làm.", true);
            if (step.Step is null || step.Place is null)
                yield return Of(step, "Chưa ghi loại bước hoặc nơi thực hiện nên không biết ai làm; hãy chọn ở bảng các bước.", true);
            else if (step.Duty is { } duty && duty != StepLines.DutyOf(step.Step.Value))
                yield return Of(step, $"Bước ghi vai trò “{Terms.Of(duty)}” nhưng loại bước này do người có nhiệm vụ "
                    + $"“{Terms.Of(StepLines.DutyOf(step.Step.Value))}” làm; hãy chọn lại loại bước.", false);
            if (step.Hours is null)
                yield return Of(step, "Chưa ghi thời gian của bước; hãy ghi số giờ làm việc, kể cả 0.", false);
        }
        foreach (var shared in process.Elements.Where(e => e.Group is not null).GroupBy(e => e.Group).Where(g => g.Select(e => e.Hours).Distinct().Count() > 1))
            yield return Of(shared.First(), $"Các bước dùng chung thời gian “{shared.Key}” ghi số giờ khác nhau; hãy ghi cùng một số giờ.", true);
    }

    private static IEnumerable<ProcessFinding> Times(ProcessDefinition process, IReadOnlyList<ProcedureVersion> procedures)
    {
        var longest = process.Longest();
        foreach (var procedure in procedures)
            if (Checks.ShortestHours(procedure) is not { } limit)
                yield return Whole($"Thủ tục {procedure.Code} chưa có thời hạn giải quyết nên không so được với thời gian các bước.", false);
            else if (longest > limit)
                yield return Whole(
                    $"Các bước cần {VietnameseFormat.Number(longest)} giờ làm việc, quá thời hạn {VietnameseFormat.Number(limit)} giờ của thủ tục "
                    + $"{procedure.Code}; hãy rút ngắn {VietnameseFormat.Number(longest - limit)} giờ.", true);
    }

    /// <summary>Steps that nobody could do at an agency that receives the procedure.</summary>
    private static IEnumerable<ProcessFinding> Nobody(ProcessDefinition process, ProcedureVersion procedure, StaffOnDay staffing)
    {
        var places = Places(procedure, staffing).ToList();
        if (places.Count == 0)
            yield return Whole($"Chưa cơ quan nào có người tiếp nhận thủ tục {procedure.Code}; hãy giao nhiệm vụ tiếp nhận trước.", false);
        foreach (var step in process.Elements.Where(e => e is { Kind: ElementKind.Task, Step: not null, Place: not null }))
        {
            var duty = StepLines.DutyOf(step.Step!.Value);
            var units = places.Select(p => UnitOf(step, procedure, p, staffing.Agencies)).Distinct().Where(u => !staffing.Holds(u, duty)).ToList();
            if (units.Count == 0)
                continue;
            var names = string.Join(", ", units.Take(Shown).Select(staffing.Agencies.NameOf))
                + (units.Count > Shown ? $" và {units.Count - Shown} đơn vị khác" : "");
            yield return Of(step, $"Không ai có nhiệm vụ “{Terms.Of(duty)}” tại {names} nên bước này không ai làm được; "
                + "hãy giao nhiệm vụ cho cán bộ ở đó hoặc đổi nơi thực hiện.", true);
        }
    }

    /// <summary>Where the procedure is received and resolved: the agency and the one-stop unit that somebody receives at.</summary>
    private static IEnumerable<(AgencyId Competent, AgencyId Reception)> Places(ProcedureVersion procedure, StaffOnDay staffing)
    {
        var candidates = procedure.Levels.SelectMany(l => staffing.Agencies.CompetentAt(l, staffing.Day, procedure.Department)).ToList();
        var able = candidates.Where(a => a.Function == procedure.Department
            || staffing.Agencies.All.Any(x => x.Parent == a.Id && x.Function == procedure.Department)).ToList();
        return from agency in able.Count > 0 ? able : candidates
               from unit in staffing.Agencies.All
               where unit.Kind == AgencyKind.OneStop && unit.HoldsOn(staffing.Day) && (unit.Parent == agency.Id || unit.Parent == agency.Parent)
                   && unit.Level == agency.Level && staffing.Holds(unit.Id, Duty.Receive)
               select (agency.Id, unit.Id);
    }

    private static AgencyId UnitOf(ProcessElement step, ProcedureVersion procedure, (AgencyId Competent, AgencyId Reception) at, AgencyDirectory agencies) =>
        step.Place switch
        {
            StepPlace.Reception => at.Reception,
            StepPlace.Department => agencies.Department(at.Competent, step.Function ?? procedure.Department),
            StepPlace.Agency when agencies.Find(step.Agency ?? "") is { } named => step.Function is { } function ? agencies.Department(named.Id, function)
                : named.Id,
            _ => at.Competent,
        };

    private static ProcessFinding Of(ProcessElement step, string sentence, bool blocks) => new(step.Id, step.Name, sentence, blocks);

    private static ProcessFinding Whole(string sentence, bool blocks) => new("", "", sentence, blocks);
}
