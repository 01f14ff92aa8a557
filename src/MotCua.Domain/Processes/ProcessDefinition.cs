using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.Domain.Processes;

/// <summary>What a step of an internal process asks for; it decides which acts end it.</summary>
[Term("loại bước xử lý")]
public enum StepKind
{
    /// <summary>The one-stop unit hands the dossier over to the handling unit.</summary>
    [Term("chuyển hồ sơ")] HandOver,
    /// <summary>Appraise, verify, draft.</summary>
    [Term("thẩm định, xử lý")] Handle,
    /// <summary>Approve, send back or refuse.</summary>
    [Term("phê duyệt")] Approve,
    /// <summary>Number, stamp and register the result.</summary>
    [Term("đóng dấu, vào sổ kết quả")] Register,
    /// <summary>Hand the result to the applicant.</summary>
    [Term("trả kết quả")] Return,
    /// <summary>Another agency does a part; no element of a process, opened by the lead or the one-stop unit.</summary>
    [Term("phối hợp giải quyết")] Cooperate,
}

/// <summary>Which unit does a step, said without naming it.</summary>
[Term("đơn vị thực hiện bước")]
public enum StepPlace
{
    /// <summary>The one-stop unit where the dossier was received.</summary>
    [Term("nơi tiếp nhận")] Reception,
    /// <summary>The competent agency itself.</summary>
    [Term("cơ quan có thẩm quyền")] Competent,
    /// <summary>The department of the competent agency with the function that the step names.</summary>
    [Term("phòng chuyên môn")] Department,
}

/// <summary>A node of a process: start, end, a task or a parallel gateway.</summary>
[Term("phần tử quy trình")]
public enum ElementKind
{
    /// <summary>Start event.</summary>
    [Term("bắt đầu")] Start,
    /// <summary>A task: one step.</summary>
    [Term("bước")] Task,
    /// <summary>Parallel gateway that splits.</summary>
    [Term("rẽ nhánh song song")] Fork,
    /// <summary>Parallel gateway that waits for all.</summary>
    [Term("chờ đủ các nhánh")] Join,
    /// <summary>End event.</summary>
    [Term("kết thúc")] End,
}

/// <summary>An element of a process.</summary>
/// <param name="Hours">Working hours the step may take (8 = one working day); null if the process sets none.</param>
/// <param name="Function">For <see cref="StepPlace.Department"/>: which department; null = the procedure's own.</param>
[Term("bước của quy trình nội bộ", Law = "TT 01/2018/TT-VPCP Đ.8")]
public sealed record ProcessElement(
    string Id, ElementKind Kind, string Name, StepKind? Step, StepPlace? Place, Duty? Duty, decimal? Hours, string? Function);

/// <summary>A sequence flow.</summary>
[NoTerm("an arrow of a drawing")]
public sealed record Flow(string From, string To);

/// <summary>One version of an approved internal process (quy trình nội bộ, R-WF-01).</summary>
[Term("quy trình nội bộ", Law = "TT 01/2018/TT-VPCP Đ.8")]
public sealed record ProcessDefinition(
    string Code, int Version, string Name, string Decision, DateOnly From, DateOnly? To, bool Verified,
    IReadOnlyList<ProcessElement> Elements, IReadOnlyList<Flow> Flows)
{
    /// <summary>The element with the id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public ProcessElement this[string id] =>
        Elements.FirstOrDefault(e => e.Id == id) ?? throw new KeyNotFoundException($"Process {Code} has no element '{id}'.");

    /// <summary>The ids that follow an element.</summary>
    public IEnumerable<string> Next(string id) => Flows.Where(f => f.From == id).Select(f => f.To);

    /// <summary>How many flows come in.</summary>
    public int Incoming(string id) => Flows.Count(f => f.To == id);
}
