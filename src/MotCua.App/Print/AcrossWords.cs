using MotCua.App.Papers;
using MotCua.App.Papers.Forms;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;

namespace MotCua.App.Print;

internal sealed partial class PaperWords
{
    /// <summary>The line of the last paper that left; null if none did.</summary>
    public TimelineLine? PaperLeft => view.Timeline.LastOrDefault(l => l.Event is PaperSent);

    /// <summary>The line that asked the last agency; null if none was asked.</summary>
    public TimelineLine? Transferred => view.Timeline.LastOrDefault(l => l.Event is CooperationAsked);

    /// <summary>The slip with which paper goes from one unit to another (R-WF-04).</summary>
    public FormContent PaperSlip(TimelineLine line, PaperSent e)
    {
        var parcel = view.Dossier.Paper.Parcels.FindLast(p => p.Number == e.Number && p.From == e.From && p.SentAt == e.At);
        var values = Letterhead.Of(FormTypes.PaperSlip, e.From, e.Number, Vietnam.Day(line.Row.At), reference);
        values[FormKeys.DossierCode] = @case.Code.Value;
        values[FormKeys.ParcelContent] = Capital(Terms.Of(e.What));
        values[FormKeys.FromUnit] = reference.Agencies.NameOf(e.From);
        values[FormKeys.ToUnit] = reference.Agencies.NameOf(e.To);
        values[FormKeys.Carrier] = Capital(Terms.Of(e.Carrier));
        Letterhead.Put(values, FormKeys.TrackingNumber, e.Tracking);
        Letterhead.Put(values, FormKeys.CarriedBy, e.CarriedBy is { } who ? view.TextOf(who) : null);
        values[FormKeys.LeaveBy] = FormPhrases.Day(e.By);
        values[FormKeys.SentAt] = FormPhrases.Moment(e.At);
        Letterhead.Put(values, FormKeys.ArrivedAt, parcel?.ReceivedAt is { } at ? FormPhrases.Moment(at) : null);
        Letterhead.Put(values, FormKeys.Missing, parcel switch
        {
            { ReceivedAt: null } or null => null, { Missing: { } missing } => view.TextOf(missing), _ => "Không",
        });
        // A result goes as one paper; what came for the dossier until then goes whole, except what was only shown.
        var papers = view.Papers.Where(p => p.Passes == true && p.Form is not (PaperForm.Electronic or PaperForm.Shown) && p.Version <= line.Row.Version
            && (p.Component == "result") == (e.What == ParcelContent.Result)).Select(Component).ToList();
        return Content(values, "Phiếu giao, nhận hồ sơ giấy") with
        {
            Author = reference.Agencies.NameOf(e.From), Tables = Table(FormKeys.Components, papers),
            Signatures = new Dictionary<string, FormSignature> { [FormKeys.Giver] = new(Signer(line)), [FormKeys.Taker] = new(null) },
        };
    }

    /// <summary>The slip that names each agency's work and due date (R-WF-10, R-WF-11).</summary>
    public FormContent TransferSlip(TimelineLine line, CooperationAsked last)
    {
        var values = Letterhead.Of(FormTypes.TransferSlip, last.Asker, last.Slip, Vietnam.Day(line.Row.At), reference);
        values[FormKeys.DossierCode] = @case.Code.Value;
        values[FormKeys.Request] = Request();
        values[FormKeys.HandlingUnit] = reference.Agencies.NameOf(@case.Competent);
        values[FormKeys.ReceivingUnit] = reference.Agencies.NameOf(@case.Reception);
        values[FormKeys.Appointment] = FormPhrases.Moment(@case.Due.Due);
        values[FormKeys.TransferMode] = Capital(Terms.Of(last.Mode));
        var rows = view.Dossier.Cooperation.Tasks.Where(t => t.Slip == last.Slip && t.Asker == last.Asker && t.AskedAt == last.At)
            .Select(t => (IReadOnlyDictionary<string, string>)new Dictionary<string, string>
            {
                [FormKeys.ToUnit] = reference.Agencies.NameOf(t.Agency), [FormKeys.Due] = FormPhrases.Moment(t.Due.Due),
                [FormKeys.Work] = view.TextOf(t.Work) ?? "(nội dung đã xóa theo yêu cầu bảo vệ dữ liệu cá nhân)",
            }).ToList();
        return Content(values, "Phiếu chuyển xử lý hồ sơ") with
        {
            Author = reference.Agencies.NameOf(last.Asker), Tables = Table(FormKeys.Transfers, rows),
            Signatures = new Dictionary<string, FormSignature> { [FormKeys.Giver] = new(Signer(line)) },
        };
    }
}
