using MotCua.App.Papers;
using MotCua.App.Papers.Forms;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.App.Print;

/// <summary>Sentences that the papers about late and stopped dossiers share.</summary>
internal static class LateWords
{
    /// <summary>That a result does not come in time.</summary>
    public static string Late(string agency) => $"Tuy nhiên, {agency} chưa giải quyết xong để trả kết quả cho Ông (Bà)/Tổ chức đúng thời gian đã hẹn.";
}

internal sealed partial class PaperWords
{
    /// <summary>The line that stopped; null if none did.</summary>
    public TimelineLine? StoppedBy => view.Timeline.LastOrDefault(l => l.Event is Stopped);

    /// <summary>The line of the last apology, with or without a new appointment; null if there is none.</summary>
    public TimelineLine? Apologised => view.Timeline.LastOrDefault(l => l.Event is ExtensionRequested or Domain.Dossiers.Processing.Apologised);

    /// <summary>Mẫu 04: the resolving agency's apology, with the one new time of return where there is one (R-FORM-08).</summary>
    public FormContent Apology(TimelineLine line)
    {
        // As the dossier stood before: a later act does not change what was promised then.
        var before = Dossier.Fold(view.Dossier.Id, view.Timeline.Where(l => l.Row.Version < line.Row.Version).Select(l => l.Event)).Case;
        var (number, list, code, text, late) = line.Event switch
        {
            ExtensionRequested e => (e.Number, "extension", e.Reason, e.Text, true),
            Domain.Dossiers.Processing.Apologised e => (e.Number, "apology", e.Reason, e.Text, e.At > before.Due.Due),
            _ => throw new InvalidOperationException("The line is no apology."),
        };
        var agency = reference.Agencies.NameOf(before.Competent);
        var values = Letterhead.Of(FormTypes.Apology, before.Competent, number, Vietnam.Day(line.Row.At), reference);
        Common(values);
        values[FormKeys.HandlingUnit] = agency;
        values[FormKeys.Appointment] = FormPhrases.Moment(before.Appointment);
        values[FormKeys.Reason] = $"{Reason(list, code, line)} {view.TextOf(text)}".Trim();
        Letterhead.Put(values, FormKeys.Lateness, late ? LateWords.Late(agency) : null);
        var anew = (line.Event as ExtensionRequested)?.Appointment;
        Letterhead.Put(values, FormKeys.NewAppointment, anew is { } at ? FormPhrases.Moment(at) : null);
        return Content(values, "Văn bản xin lỗi và hẹn lại ngày trả kết quả", anew is { } day ? Vietnam.Day(day) : null) with
        {
            Author = agency, Signatures = new Dictionary<string, FormSignature> { [FormKeys.Head] = new(Signer(line)) },
        };
    }

    /// <summary>Mẫu 05 of 2025: the notice that a dossier was stopped (R-FORM-09).</summary>
    public FormContent StopNotice(TimelineLine line, Stopped e)
    {
        var values = Letterhead.Of(FormTypes.Stop, @case.Reception, e.Number, Vietnam.Day(line.Row.At), reference);
        Common(values);
        values[FormKeys.HandlingUnit] = reference.Agencies.NameOf(@case.Competent);
        var facts = view.Timeline.LastOrDefault(l => l.Row.Version < line.Row.Version && l.Event is StopGroundFound)?.Event as StopGroundFound;
        values[FormKeys.Reason] = facts is null ? Reason("stop", e.Reason, line) : $"{Reason("stop", e.Reason, line)} {view.TextOf(facts.Text)}".Trim();
        // A request that was declined before is not what it was stopped for.
        if (view.Timeline.LastOrDefault(l => l.Event is WithdrawalRequested or StopDeclined) is { Event: WithdrawalRequested asked } && facts is null)
        {
            values[FormKeys.StopRequest] =
                $"{Terms.Of(asked.By)} yêu cầu rút hồ sơ lúc {FormPhrases.Moment(asked.At)}; kênh: {Terms.Of(asked.Channel)}";
            Letterhead.Put(values, FormKeys.StopWords, view.TextOf(asked.Text));
        }
        values[FormKeys.Stage] = Stage(line);
        values[FormKeys.DecisionCheck] = Decided(line)
            ? "đã có quyết định hoặc thông báo kết quả trước khi dừng"
            : "chưa có quyết định giải quyết và chưa có văn bản thông báo kết quả";
        values[FormKeys.Settlement] = e.PaidBefore.Amount == 0 ? "Chưa nộp khoản nào"
            : $"{VietnameseFormat.Money(e.PaidBefore.Amount)}; quyết toán theo quy định về phí, lệ phí";
        values[FormKeys.Originals] = Originals(line);
        return Content(values, "Thông báo dừng giải quyết hồ sơ") with
        {
            Signatures = new Dictionary<string, FormSignature> { [FormKeys.Head] = new(Signer(line)) },
        };
    }

    private void Common(Dictionary<string, string> values)
    {
        Letterhead.Applicant(values, view.Owner.ToParty());
        values[FormKeys.ReceivingUnit] = reference.Agencies.NameOf(@case.Reception);
        values[FormKeys.DossierCode] = @case.Code.Value;
        values[FormKeys.Request] = Request();
        values[FormKeys.ProcedureCode] = @case.Procedure;
        values[FormKeys.ReceivedAt] = FormPhrases.Moment(@case.ReceivedAt);
    }

    /// <summary>The steps that the stop ended, with their units; the request alone where none was open.</summary>
    private string Stage(TimelineLine stop)
    {
        var ended = view.Timeline.Where(l => l.Row.Act == stop.Row.Act && l.Row.At == stop.Row.At).Select(l => l.Event).OfType<StepClosed>().ToList();
        var opened = Opened().ToDictionary(o => o.Token, o => o.Unit);
        return ended.Count == 0 ? "Không có bước nào đang xử lý"
            : string.Join("; ", ended.Select(s => $"{view.ElementName(s.Element)} ({reference.Agencies.NameOf(opened[s.Token])})"));
    }

    private bool Decided(TimelineLine stop) =>
        view.Timeline.Any(l => l.Row.Version < stop.Row.Version && l.Event is Approved or ResultRegistered);

    /// <summary>Originals still held when it was stopped.</summary>
    private string Originals(TimelineLine stop)
    {
        var held = view.Papers.Where(p => p.GiveBack && p.Version < stop.Row.Version).Sum(p => p.Count);
        var back = view.Timeline.Any(l => l.Row.Version < stop.Row.Version && l.Event is OriginalsReturned);
        return held == 0 ? "Không có giấy tờ gốc phải trả lại" : back ? $"Đã trả lại người nộp {FormPhrases.Count(held)} bản"
            : $"Trả lại người nộp {FormPhrases.Count(held)} bản tại {reference.Agencies.NameOf(@case.Reception)}";
    }
}
