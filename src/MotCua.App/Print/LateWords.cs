using MotCua.App.Papers;
using MotCua.App.Papers.Forms;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.App.Print;

/// <summary>What an apology says beside the dossier: taken from the act that made it.</summary>
/// <param name="Number">Its number of the year.</param>
/// <param name="Issued">When it was made.</param>
/// <param name="Agency">The resolving agency that owes the apology.</param>
/// <param name="Reason">Why it is late, in words.</param>
/// <param name="Promised">When the result was to be returned.</param>
/// <param name="NewReturn">The one new time (NĐ 61/2018/NĐ-CP Đ.19.9).</param>
/// <param name="Signer">Name of the head who signs; null where it is to be signed by hand.</param>
public sealed record ApologyFacts(
    long Number, DateTimeOffset Issued, AgencyId Agency, string Reason, DateTimeOffset Promised, DateTimeOffset NewReturn, string? Signer);

internal sealed partial class PaperWords
{
    /// <summary>The line that stopped; null if none did.</summary>
    public TimelineLine? StoppedBy => view.Timeline.LastOrDefault(l => l.Event is Stopped);

    /// <summary>Mẫu 04: the resolving agency's apology with the one new time of return (R-FORM-08).</summary>
    public FormContent Apology(ApologyFacts facts)
    {
        var values = Letterhead.Of(FormTypes.Apology, facts.Agency, facts.Number, Vietnam.Day(facts.Issued), reference);
        Common(values);
        values[FormKeys.HandlingUnit] = reference.Agencies.NameOf(facts.Agency);
        values[FormKeys.Appointment] = FormPhrases.Moment(facts.Promised);
        values[FormKeys.Reason] = facts.Reason;
        values[FormKeys.NewAppointment] = FormPhrases.Moment(facts.NewReturn);
        return Content(values, "Văn bản xin lỗi và hẹn lại ngày trả kết quả", Vietnam.Day(facts.NewReturn)) with
        {
            Signatures = new Dictionary<string, FormSignature> { [FormKeys.Head] = new(facts.Signer) },
        };
    }

    /// <summary>Mẫu 05 of 2025: the notice that a dossier was stopped (R-FORM-09).</summary>
    public FormContent StopNotice(TimelineLine line, Stopped e)
    {
        var values = Letterhead.Of(FormTypes.Stop, @case.Reception, e.Number, Vietnam.Day(line.Row.At), reference);
        Common(values);
        values[FormKeys.HandlingUnit] = reference.Agencies.NameOf(@case.Competent);
        values[FormKeys.Reason] = Reason("stop", e.Reason, line);
        if (view.Timeline.LastOrDefault(l => l.Event is WithdrawalRequested) is { Event: WithdrawalRequested asked })
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
