using System.Collections.Immutable;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers;

/// <summary>Identity of a dossier inside the system; people use its code.</summary>
[NoTerm("a technical id")]
public readonly record struct DossierId(Guid Value);

/// <summary>Number of a token of the process inside one dossier.</summary>
[NoTerm("a technical id")]
public readonly record struct Token(int Value);

/// <summary>A person or organisation as it stood in one dossier.</summary>
[NoTerm("a technical id")]
public readonly record struct PartyId(Guid Value);

/// <summary>The officer's own words, kept in a row beside the log so that they can be corrected or erased.</summary>
[NoTerm("a technical id")]
public readonly record struct TextId(Guid Value);

/// <summary>The business status of a dossier (trạng thái nghiệp vụ); its national code is data.</summary>
[Term("trạng thái hồ sơ", Law = "NĐ 61/2018/NĐ-CP Đ.25")]
public enum DossierStatus
{
    /// <summary>Nothing is on record yet.</summary>
    [Term("chưa tiếp nhận")] Unborn,
    /// <summary>Accepted at a one-stop unit, not yet handed over.</summary>
    [Term("được tiếp nhận")] Received,
    /// <summary>With the competent agency.</summary>
    [Term("đang xử lý")] InProcess,
    /// <summary>Waits for the applicant's supplement.</summary>
    [Term("chờ bổ sung giấy tờ")] AwaitingSupplement,
    /// <summary>The applicant asked to withdraw it; the one-stop unit checks.</summary>
    [Term("công dân yêu cầu rút hồ sơ")] WithdrawalRequested,
    /// <summary>Stopped without a result.</summary>
    [Term("dừng xử lý")] Stopped,
    /// <summary>The result is registered and waits for the applicant.</summary>
    [Term("đã xử lý xong")] ResultReady,
    /// <summary>The result was handed over.</summary>
    [Term("đã trả kết quả")] Returned,
}

/// <summary>On whose side an open step waits.</summary>
[Term("bên đang phải làm")]
public enum Side
{
    /// <summary>The authorities.</summary>
    [Term("cơ quan giải quyết")] Authority,
    /// <summary>The applicant.</summary>
    [Term("người nộp hồ sơ")] Applicant,
}

/// <summary>What the competent agency decided.</summary>
[Term("kết quả giải quyết")]
public enum Outcome
{
    /// <summary>Granted.</summary>
    [Term("chấp thuận")] Granted,
    /// <summary>Refused after appraisal (R-WF-14).</summary>
    [Term("từ chối giải quyết")] Refused,
}

/// <summary>How the applicant wants the result.</summary>
[Term("kênh nhận kết quả", Law = "NĐ 61/2018/NĐ-CP Đ.5.1")]
public enum ReturnChannel
{
    /// <summary>At the one-stop unit.</summary>
    [Term("nhận tại Bộ phận Một cửa")] AtUnit,
    /// <summary>By the public postal service.</summary>
    [Term("nhận qua bưu chính công ích")] Post,
    /// <summary>As an electronic document.</summary>
    [Term("nhận bản điện tử")] Electronic,
}

/// <summary>A request to stop that waits for its answer (R-WF-24).</summary>
[NoTerm("part of the case")]
public sealed record StopRequest(Channel Channel, DateTimeOffset At, DossierStatus Before);

/// <summary>The case: what was asked, of whom, under which law, and where it stands.</summary>
/// <param name="Due">The legal limit, as last begun anew by a supplement: what the dossier is judged by, whatever is appointed (R-TIME-11).</param>
/// <param name="Appointment">When the applicant may expect the result; the only one of the clocks that a re-appointment moves.</param>
/// <param name="Sets">Sets of papers handed in.</param>
[Term("vụ việc")]
public sealed record Case(
    DossierCode Code, DossierStatus Status, string Regime, string Procedure, int ProcedureVersion, string? CaseName,
    string Process, int ProcessVersion, Channel Channel, AgencyId Support, AgencyId Reception, AgencyId Competent, AgencyId Lead,
    PartyId Owner, PartyId Submitter, DateTimeOffset ReceivedAt, TimeLimit Limit, DueDateAccount Due, DateTimeOffset Appointment,
    DateOnly SupplementNoticeBy, int SupplementRounds, TextId? Supplement, DateTimeOffset? SupplementSince,
    StopRequest? StopRequest, Outcome? Decided, bool Immediate, long? ReceiptNumber, ImmutableList<string> Notices, int Sets = 1)
{
    /// <summary>What happened to the clock of the legal limit.</summary>
    public LimitClock Clock { get; init; } = LimitClock.Running;
}

/// <summary>An open step: one token of the process and its one responsible party.</summary>
/// <param name="Due">When the step should end; null if the process sets no time.</param>
/// <param name="BackTo">Set on a step that was sent back: the element that gets it again when it is done, and after a bar whom that one goes back to.</param>
[Term("bước đang mở")]
public sealed record OpenStep(
    Token Token, string Element, StepKind Kind, AgencyId Unit, OfficerId? Officer, DateTimeOffset Opened, DateTimeOffset? Due,
    Side WaitsFor, string? BackTo)
{
    /// <summary>Token of the sub-process around it; 0 for none.</summary>
    public int Parent { get; init; }

    /// <summary>When a time began that it shares with earlier steps; null where its time began with itself.</summary>
    public DateTimeOffset? TimeFrom { get; init; }
}

/// <summary>The open steps, what waits at joins, and who did the steps before.</summary>
/// <param name="DoneBy">Who last completed each element, so that a step sent back finds its officer.</param>
[NoTerm("a list of steps")]
public sealed record OpenSteps(
    ImmutableList<OpenStep> Steps, ImmutableSortedDictionary<string, int> Joins, int NextToken,
    ImmutableSortedDictionary<string, OfficerId> DoneBy)
{
    /// <summary>None.</summary>
    public static readonly OpenSteps None = new(
        [], ImmutableSortedDictionary<string, int>.Empty, 1, ImmutableSortedDictionary<string, OfficerId>.Empty);

    /// <summary>Named waits: timers, messages, answers of other systems.</summary>
    public ImmutableList<OpenWait> Waits { get; init; } = [];

    /// <summary>Sub-processes that are open, by token.</summary>
    public ImmutableSortedDictionary<int, OpenScope> Scopes { get; init; } = ImmutableSortedDictionary<int, OpenScope>.Empty;

    /// <summary>When times that several steps share began, by name.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Spans { get; init; } = ImmutableSortedDictionary<string, DateTimeOffset>.Empty;

    /// <summary>The step that was sent on last and may be taken back; null where none was.</summary>
    public Passed? Passed { get; init; }

    /// <summary>Until when each step that was ended had to be: a step that comes back has no more time than it had.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Dues { get; init; } = ImmutableSortedDictionary<string, DateTimeOffset>.Empty;

    /// <summary>The wait of a token; null if it has ended.</summary>
    public OpenWait? Wait(Token token) => Waits.Find(w => w.Token == token);

    /// <summary>The open step of a token; null if it is done.</summary>
    public OpenStep? this[Token token] => Steps.FirstOrDefault(s => s.Token == token);

    /// <summary>The marking that the engine works on.</summary>
    public Marking Marking => new(
        Steps.Where(s => s.Kind != StepKind.Cooperate).Select(s => KeyValuePair.Create(s.Token.Value, new Place(s.Element, s.Parent)))
            .Concat(Waits.Where(w => w.Kind is not (WaitKind.Ended or WaitKind.Linked))
                .Select(w => KeyValuePair.Create(w.Token.Value, new Place(w.Element, w.Parent, w.Host?.Value ?? 0))))
            .Concat(Scopes.Select(s => KeyValuePair.Create(s.Key, new Place(s.Value.Element, s.Value.Parent)))).ToImmutableSortedDictionary(),
        Joins, NextToken);

    /// <summary>The same with one step changed.</summary>
    public OpenSteps With(Token token, Func<OpenStep, OpenStep> change) =>
        this with { Steps = Steps.ConvertAll(s => s.Token == token ? change(s) : s) };
}

/// <summary>What is charged and what is paid (trạng thái tài chính).</summary>
[Term("phí, lệ phí của hồ sơ", Law = "NĐ 61/2018/NĐ-CP Đ.22")]
public sealed record Money(Dong Charged, Dong Paid)
{
    /// <summary>Nothing.</summary>
    public static readonly Money None = new(Dong.Zero, Dong.Zero);

    /// <summary>What is still to be paid.</summary>
    public Dong Owed => Charged - Paid;
}

/// <summary>The result and its hand-over (trạng thái trả kết quả).</summary>
/// <param name="ReturnUnit">The one-stop unit that hands it over.</param>
/// <param name="OriginalsHeld">Originals taken for comparison and not given back yet (R-RET-02).</param>
/// <param name="Address">Where a result by post goes; null for the owner's address.</param>
/// <param name="Outcome">How the result stood against the legal limit when it was registered (R-TIME-14).</param>
[Term("trả kết quả", Law = "NĐ 61/2018/NĐ-CP Đ.20")]
public sealed record Delivery(
    ReturnChannel Channel, AgencyId ReturnUnit, string? ResultNumber, DateOnly? ResultDay, DateTimeOffset? RegisteredAt,
    DateTimeOffset? HandedOverAt, int OriginalsHeld, TextId? Address = null, LimitOutcome? Outcome = null)
{
    /// <summary>Nothing yet.</summary>
    public static readonly Delivery None = new(ReturnChannel.AtUnit, default, null, null, null, null, 0);
}

/// <summary>Other things on record that belong to the dossier.</summary>
/// <param name="Attempt">The reception attempt that became the dossier.</param>
/// <param name="Children">The dossiers of a group of linked procedures; their state is theirs alone.</param>
[NoTerm("links")]
public sealed record Links(Guid? Attempt, ImmutableList<DossierId> Children)
{
    /// <summary>The dossier of the group that it is part of; null for none.</summary>
    public DossierId? Parent { get; init; }

    /// <summary>Dossiers of the group whose results it still waits for.</summary>
    public ImmutableList<DossierId> Needs { get; init; } = [];

    /// <summary>It ends when one of them ends without a granted result.</summary>
    public bool StopsWithout { get; init; }

    /// <summary>From when its limit is counted, where it had to wait for another's result; null: from reception.</summary>
    public DateTimeOffset? CountsFrom { get; init; }

    /// <summary>Of the children, those that are known to have ended.</summary>
    public ImmutableList<EndedChild> Ended { get; init; } = [];

    /// <summary>None.</summary>
    public static readonly Links None = new(null, []);
}

/// <summary>A paper of the dossier that is in the repository.</summary>
/// <param name="Component">Code of the component; "result" for the result.</param>
/// <param name="Document">Id of the document of the repository.</param>
/// <param name="Number">The number of the year in its code.</param>
[NoTerm("names a document of the repository")]
public sealed record KeptPaper(string Component, Guid Document, long Number);

/// <summary>A dossier: the fold of its events.</summary>
/// <param name="Version">Number of events.</param>
[Term("hồ sơ thủ tục hành chính", Law = "NĐ 61/2018/NĐ-CP Đ.3")]
public sealed record Dossier(DossierId Id, int Version, Case Case, OpenSteps Open, Money Money, Delivery Delivery, Links Links)
{
    private static readonly DueDateAccount NoDue = new(DateTimeOffset.MinValue, new TimeLimit(0, LimitUnit.WorkingDay), DateTimeOffset.MinValue, []);

    private static readonly Case NoCase = new(
        default, DossierStatus.Unborn, "", "", 0, null, "", 0, Channel.Direct, default, default, default, default, default, default,
        DateTimeOffset.MinValue, NoDue.Limit, NoDue, DateTimeOffset.MinValue, DateOnly.MinValue, 0, null, null, null, null, false, null, []);

    /// <summary>A dossier of which nothing is on record.</summary>
    public static Dossier Unborn(DossierId id) => new(id, 0, NoCase, OpenSteps.None, Money.None, Delivery.None, Links.None);

    /// <summary>The dossier after its events.</summary>
    public static Dossier Fold(DossierId id, IEnumerable<DossierEvent> events) => events.Aggregate(Unborn(id), (d, e) => d.After(e));

    /// <summary>The dossier after one more event.</summary>
    public Dossier After(DossierEvent e) => e.ApplyTo(this) with { Version = Version + 1 };

    /// <summary>The dossier after some more events.</summary>
    public Dossier After(IEnumerable<DossierEvent> events) => events.Aggregate(this, (d, e) => d.After(e));

    /// <summary>The questions to other units, by number.</summary>
    public ImmutableList<Consultation> Consultations { get; init; } = [];

    /// <summary>Components that documents of the repository stand for.</summary>
    public ImmutableList<Reception.ReusedPaper> Reused { get; init; } = [];

    /// <summary>When it was handed to the archive of the agency; null until then.</summary>
    public DateTimeOffset? Archived { get; init; }

    /// <summary>Documents of the repository, used here or come from here, that are void.</summary>
    public ImmutableList<Guid> Voided { get; init; } = [];

    /// <summary>The paper of the dossier and of its result between units.</summary>
    public PaperWay Paper { get; init; } = PaperWay.None;

    /// <summary>What other agencies were asked to do.</summary>
    public Cooperation Cooperation { get; init; } = Cooperation.None;

    /// <summary>Papers that were digitized and kept.</summary>
    public ImmutableList<KeptPaper> Digitized { get; init; } = [];

    /// <summary>The versions of the draft result.</summary>
    public Drafts Drafts { get; init; } = Drafts.None;

    /// <summary>What leaders told officers to do about it, by number.</summary>
    public ImmutableList<Instruction> Instructions { get; init; } = [];

    /// <summary>Whether anything may still happen to it.</summary>
    public bool IsClosed => Case.Status is DossierStatus.Stopped or DossierStatus.Returned;
}
