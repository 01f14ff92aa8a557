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
    /// <summary>The agency whose code the element names, or its department with the function that the element names.</summary>
    [Term("cơ quan nêu tên")] Agency,
}

/// <summary>A node of a process. What runs is a closed list (decision 0025).</summary>
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
    /// <summary>Exclusive gateway: one way is taken; several that come together pass one by one.</summary>
    [Term("rẽ một nhánh")] Exclusive,
    /// <summary>Inclusive gateway: every way whose condition holds; it waits for whatever can still come.</summary>
    [Term("rẽ các nhánh đủ điều kiện")] Inclusive,
    /// <summary>Waits for a moment or a time.</summary>
    [Term("chờ đến giờ hẹn")] Timer,
    /// <summary>Waits for a message.</summary>
    [Term("chờ thông báo")] Message,
    /// <summary>Asks another system and waits for its answer.</summary>
    [Term("gửi hệ thống khác")] Service,
    /// <summary>A part with elements of its own; also another process that is called.</summary>
    [Term("tiểu quy trình")] SubProcess,
    /// <summary>A timer or message on the border of an activity.</summary>
    [Term("sự kiện trên biên của bước")] Boundary,
    /// <summary>Ends the part it lies in at once, with all its branches.</summary>
    [Term("chấm dứt")] Terminate,
    /// <summary>Ends the whole process with an error.</summary>
    [Term("kết thúc vì lỗi")] ErrorEnd,
}

/// <summary>An element of a process. What the members after the first eight say, older stored processes leave out.</summary>
/// <param name="Hours">Working hours the step may take (8 = one working day); null if the process sets none.</param>
/// <param name="Function">For <see cref="StepPlace.Department"/> and <see cref="StepPlace.Agency"/>: which department; null = the procedure's own,
/// or the agency itself.</param>
[Term("bước của quy trình nội bộ", Law = "TT 01/2018/TT-VPCP Đ.8")]
public sealed record ProcessElement(
    string Id, ElementKind Kind, string Name, StepKind? Step, StepPlace? Place, Duty? Duty, decimal? Hours, string? Function)
{
    /// <summary>Id of the sub-process that it lies in; null for the process itself.</summary>
    public string? Scope { get; init; }

    /// <summary>For what stands on a border: id of the activity.</summary>
    public string? Host { get; init; }

    /// <summary>For what stands on a border: the activity goes on when it happens.</summary>
    public bool Stays { get; init; }

    /// <summary>For timers: until when, or how long.</summary>
    public TimerTime? Timer { get; init; }

    /// <summary>For messages: what is waited for, by name.</summary>
    public string? Message { get; init; }

    /// <summary>For services: the receiver of the outbox; null: nobody is connected, an officer completes the wait by hand.</summary>
    public string? Receiver { get; init; }

    /// <summary>For sub-processes that are another process: its code.</summary>
    public string? Called { get; init; }

    /// <summary>Name of a time that several steps share: it runs from the first of them, and its hours stand at each.</summary>
    public string? Group { get; init; }

    /// <summary>For <see cref="StepPlace.Agency"/>: code of the agency.</summary>
    public string? Agency { get; init; }

    /// <summary>Lane of the drawing.</summary>
    public string? Lane { get; init; }

    /// <summary>Forms that the step fills in; null for none.</summary>
    public IReadOnlyList<string>? Forms { get; init; }

    /// <summary>Papers that the step makes or needs; null for none.</summary>
    public IReadOnlyList<string>? Papers { get; init; }
}

/// <summary>A sequence flow.</summary>
[NoTerm("an arrow of a drawing")]
public sealed record Flow(string From, string To)
{
    /// <summary>Id in the drawing; null in processes that were not drawn.</summary>
    public string? Id { get; init; }

    /// <summary>Name in the drawing: what an officer reads when he chooses; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>Condition (see <see cref="ConditionParser"/>); null for none.</summary>
    public string? Condition { get; init; }

    /// <summary>Taken when no condition holds.</summary>
    public bool IsDefault { get; init; }
}

/// <summary>When a timer goes off.</summary>
/// <param name="Text">ISO 8601: a moment (2026-03-31T17:00:00, without a zone in Vietnam's), a time (P2D, PT4H) or a time again and again (R3/PT8H).</param>
/// <param name="Elapsed">Every day and hour counts, not only those on which the unit works.</param>
[Term("giờ hẹn của quy trình")]
public sealed record TimerTime(string Text, bool Elapsed = false);

/// <summary>One version of an approved internal process (quy trình nội bộ, R-WF-01).</summary>
[Term("quy trình nội bộ", Law = "TT 01/2018/TT-VPCP Đ.8")]
public sealed record ProcessDefinition(
    string Code, int Version, string Name, string Decision, DateOnly From, DateOnly? To, bool Verified,
    IReadOnlyList<ProcessElement> Elements, IReadOnlyList<Flow> Flows)
{
    /// <summary>The element with the id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public ProcessElement this[string id] => ProcessPlan.Of(this)[id];

    /// <summary>The element with the id; null if there is none.</summary>
    public ProcessElement? Find(string id) => ProcessPlan.Of(this).Find(id);

    /// <summary>The ids that follow an element.</summary>
    public IEnumerable<string> Next(string id) => ProcessPlan.Of(this).Outs(id).Select(f => f.To);

    /// <summary>How many flows come in.</summary>
    public int Incoming(string id) => ProcessPlan.Of(this).Ins(id).Count;

    /// <summary>The condition of one of its flows; null where it has none.</summary>
    public FlowCondition? ConditionOf(Flow flow) => ProcessPlan.Of(this).ConditionOf(flow);
}
