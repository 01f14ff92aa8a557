using MotCua.App.Papers;
using MotCua.App.Staff;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Paying;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Domain.Time;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>Says in words what an event of a dossier was.</summary>
public sealed class EventWords(DossierView view)
{
    private const string Erased = "(nội dung đã xóa theo quy định bảo vệ dữ liệu cá nhân)";
    private const string Hidden = "(chỉ người xử lý hồ sơ xem được)";

    // Kinds of words that quote a paper of a person.
    private static readonly string[] Private = ["authorisation", "paper-shown"];

    private static readonly Dictionary<string, string> TextLabels = new()
    {
        ["opinion"] = "Ý kiến", ["send-back"] = "Cần xử lý lại", ["refusal"] = "Lý do", ["late-explanation"] = "Giải trình chậm",
        ["supplement"] = "Cần bổ sung", ["withdrawal"] = "Nội dung yêu cầu", ["decline-stop"] = "Trả lời",
        ["pause"] = "Đang chờ", ["resume"] = "Đã có", ["extension"] = "Lý do xin gia hạn", ["apology"] = "Lời xin lỗi", ["due-change"] = "Lý do đổi hạn",
        ["decline-due-change"] = "Lý do không duyệt", ["stop"] = "Sự việc",
        ["return-address"] = "Gửi kết quả đến", ["authorisation"] = "Người nhận thay, ủy quyền", ["paper-shown"] = "Giấy tờ xuất trình",
        ["carrier"] = "Người đi giao", ["missing"] = "Thiếu", ["forward"] = "Căn cứ", ["work"] = "Việc cần làm", ["answer"] = "Kết quả thực hiện",
        ["recall"] = "Lý do",
        ["message"] = "Đã nhận", ["wait-done"] = "Vì sao coi là xong",
        ["hand-back"] = "Lý do trả lại", ["delegate"] = "Dặn lại", ["question"] = "Nội dung hỏi", ["opinion-of-unit"] = "Ý kiến",
        ["end-consultation"] = "Lý do", ["late-opinion"] = "Nội dung báo",
        ["paper-book"] = "Lý do nhận bằng sổ giấy",
        ["instruction"] = "Nội dung chỉ đạo", ["instruction-report"] = "Kết quả thực hiện", ["instruction-wanting"] = "Yêu cầu làm lại",
        ["draft-notation"] = "Số, ký hiệu", ["draft-abstract"] = "Trích yếu", ["draft-note"] = "Đã sửa",
    };

    /// <summary>What happened, in the words of the law.</summary>
    public static string Title(DossierEvent e) => ActWords.Capital(Terms.Of(e.GetType()));

    /// <summary>Who did it, and in whose place.</summary>
    public static string Who(TimelineLine line) =>
        (line.Officer ?? ActWords.Capital(Terms.Of(line.Row.Actor))) + (line.OnBehalfOf is { } whom ? $", thay {whom}" : "")
        + (line.Row.Door == StepHandOver.Door ? ", bàn giao khi nhiệm vụ kết thúc" : "");

    /// <summary>The particulars, a sentence each.</summary>
    public IEnumerable<string> Details(TimelineLine line) => Facts(line).Concat(DraftSheets.Facts(line.Event)).Concat(line.Event switch
    {
        SentBack e => [$"Lý do: {Reason("send-back", e.Reason, line)}"],
        RefusedAfterAppraisal e => [$"Căn cứ: {Reason("refuse-appraisal", e.Reason, line)}"],
        SupplementRequested e => e.Reasons.Select(r => Reason("supplement", r, line)),
        Stopped e => [$"Căn cứ: {Reason("stop", e.Reason, line)}"],
        ExtensionRequested e => [$"Lý do: {Reason("extension", e.Reason, line)}"],
        Apologised e => [$"Lý do: {Reason("apology", e.Reason, line)}"],
        _ => [],
    });

    /// <summary>The officer's own words, each with what it is.</summary>
    public IEnumerable<(string Label, string Body)> Words(TimelineLine line) => line.Texts.Select(t =>
        (TextLabels.GetValueOrDefault(t.Kind, "Ghi chú"),
            view.Sight != Sight.Handles && Private.Contains(t.Kind) ? Hidden : t.Body ?? Erased));

    private IEnumerable<string> Facts(TimelineLine line) => line.Event switch
    {
        Received e => Reception(e),
        PapersReused or HandedToArchive or DocumentVoided => Held(line.Event),
        ReceiptIssued e => [$"Giấy tiếp nhận số {e.Number}"],
        EnteredFromBook e => [$"Số {e.Number:00} trong sổ giấy; nhận lúc {VietText.Instant(e.At)}"],
        HandedOver e => HandOver(e, line),
        StepOpened e => [Opened(e)],
        StepClosed e => [$"Xong “{view.ElementName(e.Element)}”{Judged(e.Outcome)}"],
        JoinReached e => [e.Waiting == 0 ? "Đã đủ các nhánh song song" : $"{e.Waiting} nhánh song song đã xong, chờ các nhánh còn lại"],
        PaperDigitized e => [$"{e.Pages} trang, số {e.Number} trong năm"],
        Submitted e => [$"Đề xuất: {Terms.Of(e.Proposal)}"],
        SentBack e => [$"Trả về “{view.ElementName(e.To)}”; thời hạn ban đầu giữ nguyên"],
        RefusedAfterAppraisal e => [$"Phiếu từ chối số {e.Number}"],
        SupplementRequested e => [$"Phiếu yêu cầu bổ sung số {e.Number}; đồng hồ dừng đến khi nộp đủ"],
        SupplementAccepted e => [Names(e.Papers), $"Hạn mới: {VietText.Instant(e.Due.Due)}"],
        SupplementCompleted e => [Names(e.Papers), $"Hạn mới: {VietText.Instant(e.Due.Due)}"],
        ProcessMoved e => [$"Từ bản {e.From} sang bản {e.To}; hạn theo luật và ngày hẹn giữ nguyên"],
        WithdrawalRequested e => [$"{ActWords.Capital(Terms.Of(e.By))} yêu cầu, {Terms.Of(e.Channel)}"],
        Stopped e => Stop(e),
        ExtensionRequested e =>
            [$"Văn bản xin lỗi số {e.Number}; hẹn lại {VietText.Instant(e.Appointment)} thay cho {VietText.Instant(e.Before)}; hạn theo luật giữ nguyên"],
        Apologised e => [$"Văn bản xin lỗi số {e.Number}"],
        ClockPaused or ClockResumed or DueRecomputed or DueChangeRequested or DueChanged => OfTime(line),
        Paid e => [$"{VietText.Money(e.Amount)}, {Terms.Of(e.Method)}{(e.Receipt is { } no ? $", biên lai {no}" : "")}"],
        ResultRegistered e => [$"Số {e.Number}, ngày {VietText.Day(e.Day)}{(e.Outcome is { } o ? $"; cả hồ sơ {Terms.Of(o)}" : "")}"],
        ResultHandedOver e => [$"{ActWords.Capital(Terms.Of(e.Collector))} nhận; xuất trình {Terms.Of(e.Proof)}"],
        PaperSent or PaperReceived or ForwardedToCompetent or CooperationAsked or CooperationAnswered or CooperationRecalled =>
            AcrossWords.Facts(line.Event, view, line),
        OriginalsReturned e => [$"{e.Count} bản chính"],
        WaitOpened or WaitClosed or StepCancelled or ScopeEntered or ScopeLeft or InputReached or WayChosen => ProcessEventWords.Of(line.Event, view),
        GroupFormed or GroupJoined or ChildNoted or ResultsGathered or NeededCame => LinkedWords.Facts(line.Event, view),
        _ => OfPeople(line),
    };

    /// <summary>What moves a due date.</summary>
    private IEnumerable<string> OfTime(TimelineLine line) => line.Event switch
    {
        ClockPaused e => [e.Why, $"{ActWords.Capital(Terms.Of(e.By))} phải thực hiện; căn cứ {e.Law}"],
        ClockResumed e => [$"Hạn tính lại: {VietText.Instant(e.Due.Due)}, hẹn trả {VietText.Instant(e.Appointment)}"],
        DueRecomputed e => Recomputed(e),
        DueChangeRequested e => [$"Đề nghị hạn mới {VietText.Instant(e.Due)}; căn cứ {e.Basis}"],
        DueChanged e =>
        [
            $"Hạn {VietText.Instant(e.Due.Due)} thay cho {VietText.Instant(e.Before)}; căn cứ {e.Basis}",
            $"{view.Officers.GetValueOrDefault(e.RequestedBy.Value)} đề nghị, {Who(line)} duyệt",
        ],
        _ => [],
    };

    /// <summary>Who has a step, and what other units were asked.</summary>
    private IEnumerable<string> OfPeople(TimelineLine line) => line.Event switch
    {
        StepReleased e => [$"“{line.Step}” không còn do {view.Officers.GetValueOrDefault(e.From.Value)} phụ trách; chờ người của đơn vị nhận"],
        StepAssigned e => [$"“{line.Step}” giao cho {view.Officers.GetValueOrDefault(e.Officer.Value)}"],
        StepHandedBack e => [$"{view.Officers.GetValueOrDefault(e.From.Value)} trả lại “{line.Step}”; chờ người của đơn vị nhận"],
        StepDelegated e => [$"“{line.Step}” từ {view.Officers.GetValueOrDefault(e.From.Value)} sang {view.Officers.GetValueOrDefault(e.Officer.Value)}"],
        StepTransferred e => [$"“{line.Step}” từ {view.Now.Agencies.NameOf(e.From)} sang {view.Now.Agencies.NameOf(e.Unit)}"],
        StepRecalled => [$"“{line.Step}” mở lại; hạn của bước giữ nguyên như lúc đầu"],
        OpinionAsked e => [$"Hỏi {view.Now.Agencies.NameOf(e.Unit)}, hạn cho ý kiến {VietText.Instant(e.Due.Due)}"],
        OpinionGiven e => [$"{UnitAsked(e.Number)}: {Terms.Of(e.Stance)}{Judged(e.Outcome)}"],
        ConsultationEnded e => [$"{(e.GoesOn ? "Giải quyết tiếp khi chưa có ý kiến của" : "Rút câu hỏi gửi")} {UnitAsked(e.Number)}"],
        InstructionGiven e => [$"Giao {view.Officers.GetValueOrDefault(e.To.Value)}, thời hạn {VietText.Instant(e.Due.Due)}"],
        InstructionReported e => [$"Chỉ đạo {e.Number}{Judged(e.Outcome)}"],
        InstructionReturned e => [$"Chỉ đạo {e.Number}; thời hạn giữ nguyên"],
        InstructionClosed e => [$"Chỉ đạo {e.Number}"],
        LateOpinionReported e => [$"{UnitAsked(e.Number)} chậm cho ý kiến; đã báo người phụ trách {view.Now.Agencies.NameOf(view.Dossier.Case.Reception)}"],
        _ => [],
    };

    private static IEnumerable<string> Recomputed(DueRecomputed e)
    {
        yield return $"Căn cứ: {e.Basis}";
        yield return $"Hạn {VietText.Instant(e.Before)} → {VietText.Instant(e.Due.Due)}"
            + (e.Appointment is null ? "; ngày đã hẹn lại giữ nguyên" : "; hẹn trả theo hạn mới");
    }

    private string UnitAsked(int number) => view.Now.Agencies.NameOf(view.Dossier.Consultations[number - 1].Unit);

    private IEnumerable<string> Held(DossierEvent held) => held switch
    {
        PapersReused e => Reuse(e),
        HandedToArchive e => [$"Gói {e.Files} tệp, mã băm {(e.Digest.Length > 12 ? e.Digest[..12] : e.Digest)}…; hồ sơ vẫn mở được ở đây"],
        DocumentVoided e =>
            [$"{(e.Replaced ? "Đã có bản thay thế" : "Đã bị hủy bỏ, thu hồi")} từ {VietText.Instant(e.Since)}; đã báo cơ quan giải quyết và nơi tiếp nhận"],
        _ => [],
    };

    private IEnumerable<string> Reuse(PapersReused e)
    {
        if (e.Taken.Count > 0)
            yield return $"Dẫn nguồn từ kho {e.Taken.Count} trên {e.Components} giấy tờ: {string.Join("; ", e.Taken.Select(t => view.PaperName(t.Component)))}";
        foreach (var left in e.Left)
            yield return $"Không dùng giấy tờ có trong kho cho “{view.PaperName(left.Component)}”: "
                + (left.Reason is { } code && view.Reference.Reasons.FirstOrDefault(r => r.Kind == "reuse-declined" && r.Code == code) is { } reason
                    ? reason.Text : "không ghi lý do");
    }

    private IEnumerable<string> Reception(Received e)
    {
        yield return $"Nộp {Terms.Of(e.Channel)} tại {view.Now.Agencies.NameOf(e.Reception)}"
            + (e.Support == e.Reception ? "" : $", nơi hỗ trợ: {view.Now.Agencies.NameOf(e.Support)}");
        yield return $"Thời hạn {Limit(e.Limit)}, hẹn trả {VietText.Instant(e.Due.Due)}";
        if (e.Limit.SetOn is { } basis)
            yield return $"Thời hạn do cán bộ xác định, căn cứ: {basis}";
        if (e.ReceiptNumber is { } number)
            yield return $"Giấy tiếp nhận số {number}";
    }

    private IEnumerable<string> HandOver(HandedOver e, TimelineLine line)
    {
        if (view.Dossier.Case.Channel == Domain.Catalogue.Channel.Online)
            yield break;
        yield return Vietnam.Day(line.Row.At) > e.PaperBy
            ? $"Bản giấy phải chuyển trong ngày {VietText.Day(e.PaperBy)}, đã chuyển muộn"
            : $"Bản giấy phải chuyển chậm nhất {VietText.FullDay(e.PaperBy)}";
    }

    private string Opened(StepOpened e) =>
        $"Mở “{view.ElementName(e.Element)}” tại {view.Now.Agencies.NameOf(e.Unit)}"
        + (e.Officer is { } who ? $", giao {view.Officers.GetValueOrDefault(who.Value)}" : "")
        + (e.Due is { } due ? $", hạn {VietText.Instant(due)}" : "");

    private static IEnumerable<string> Stop(Stopped e)
    {
        yield return $"Thông báo dừng số {e.Number}";
        if (e.PaidBefore.Amount > 0)
            yield return $"Đã nộp {VietText.Money(e.PaidBefore)}; xử lý theo quy định về tài chính";
    }

    private string Names(IReadOnlyList<TakenPaper> papers) => "Đã nhận: " + string.Join("; ", papers.Select(p =>
        view.Now.Procedure.Papers.FirstOrDefault(r => r.Code == p.Component)?.Name ?? p.Component));

    private string Reason(string list, string code, TimelineLine line) => view.ReasonText(list, code, Vietnam.Day(line.Row.At));

    /// <summary>"08 ngày làm việc", "trong ngày".</summary>
    public static string Limit(TimeLimit limit) => limit.Unit == LimitUnit.SameDay
        ? Terms.Of(limit.Unit)
        : $"{(limit.Amount < 10 && limit.Amount == decimal.Truncate(limit.Amount) ? "0" : "")}{VietText.Number(limit.Amount)} {Terms.Of(limit.Unit)}";

    private static string Judged(LimitOutcome? outcome) => outcome is { } o ? $", {Terms.Of(o)}" : "";
}
