using MotCua.App.Agencies;
using MotCua.App.Papers;
using MotCua.App.Papers.Forms;
using MotCua.App.Reception;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Domain.People;
using MotCua.Domain.Time;
using MotCua.Domain.Words;

namespace MotCua.App.Print;

/// <summary>The words of a dossier's papers, taken from its log and from the rows beside it.</summary>
internal sealed partial class PaperWords(
    DossierView view, ReferenceData reference, IReadOnlyDictionary<int, OfficerRow> officers, Issuer issuer, DateTimeOffset now)
{
    private readonly Case @case = view.Dossier.Case;

    /// <summary>The line that asked for the last supplement; null if none did.</summary>
    public TimelineLine? LastSupplement => view.Timeline.LastOrDefault(l => l.Event is SupplementRequested);

    /// <summary>The line that refused; null if none did.</summary>
    public TimelineLine? Refused => view.Timeline.LastOrDefault(l => l.Event is RefusedAfterAppraisal);

    /// <summary>When the receipt was issued.</summary>
    public DateTimeOffset ReceiptAt => ReceiptLine.Row.At;

    private TimelineLine ReceiptLine => view.Timeline.Last(l => l.Event is ReceiptIssued or Received { ReceiptNumber: not null });

    /// <summary>Mẫu 01 with the second factor of tracking. The times are those of the receipt's own day: a later restart has its own notice.</summary>
    /// <param name="fees">The fee lines as they stood at reception.</param>
    public FormContent Receipt(long number, string factor, IReadOnlyList<TypedFee> fees)
    {
        var received = view.Timeline.Select(l => l.Event).OfType<Received>().First();
        var values = Letterhead.Of(FormTypes.Receipt, @case.Reception, number, Vietnam.Day(ReceiptAt), reference);
        People(values);
        values[FormKeys.DossierCode] = @case.Code.Value;
        values[FormKeys.CopyFor] = "Giao người nộp";
        values[FormKeys.TrackingFactor] = factor;
        values[FormKeys.Request] = Request();
        values[FormKeys.ProcedureCode] = @case.Procedure;
        values[FormKeys.DossierCount] = FormPhrases.Count(@case.Sets);
        values[FormKeys.TimeLimit] = view.Dossier.Links.Children.IsEmpty ? Limit(@case.Limit) : "theo hẹn của từng thủ tục nêu trên";
        values[FormKeys.ReceivedAt] = FormPhrases.Moment(@case.ReceivedAt);
        values[FormKeys.Appointment] = FormPhrases.Moment(received.Due.Due);
        values[FormKeys.ReturnAt] = ReturnAt();
        Letterhead.Put(values, FormKeys.ReturnAddress, ReturnAddress());
        values[FormKeys.Fees] = Fees();
        var components = view.Papers.Where(p => p.Version == 1 && p.Passes == true).Select(Component).ToList();
        return Content(values, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", Vietnam.Day(received.Due.Due)) with
        {
            Tables = Table(FormKeys.Components, components),
            Lists = FeeLines(fees) is { Count: > 0 } lines ? new Dictionary<string, IReadOnlyList<string>> { [FormKeys.FeeLines] = lines } : [],
            Signatures = new Dictionary<string, FormSignature>
            {
                [FormKeys.Submitter] = new(view.Submitter.Name), [FormKeys.Receiver] = new(Signer(ReceiptLine)),
            },
        };
    }

    private static IReadOnlyDictionary<string, string> Component(DossierPaperRow p) => new Dictionary<string, string>
    {
        [FormKeys.PaperName] = p.Files.Exists(f => f.DocumentId is not null) ? $"{p.Name} (lấy từ kho quản lý dữ liệu điện tử)" : p.Name,
        [FormKeys.PaperKind] = Capital(Terms.Of(p.Form)), [FormKeys.Quantity] = FormPhrases.Count(p.Count),
    };

    /// <summary>Mẫu 02 at appraisal; it leaves through the one-stop unit (R-WF-07).</summary>
    public FormContent Supplement(TimelineLine line, SupplementRequested e)
    {
        var values = Letterhead.Of(FormTypes.Supplement, @case.Reception, e.Number, Vietnam.Day(line.Row.At), reference);
        Letterhead.Applicant(values, view.Owner.ToParty());
        values[FormKeys.DossierCode] = @case.Code.Value;
        values[FormKeys.Request] = Request();
        values[FormKeys.ProcedureCode] = @case.Procedure;
        values[FormKeys.Reason] = string.Join("; ", e.Reasons.Select(r => Reason("supplement", r, line)));
        values[FormKeys.ContactName] = values[FormKeys.ReceivingUnit];
        Letterhead.Put(values, FormKeys.ContactPhone, reference.Agencies.Find(@case.Reception)?.Phone);
        var items = (view.TextOf(e.Text) ?? "(nội dung đã xóa theo yêu cầu bảo vệ dữ liệu cá nhân)")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Content(values, "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ") with
        {
            Lists = new Dictionary<string, IReadOnlyList<string>> { [FormKeys.Requirements] = items },
            Signatures = new Dictionary<string, FormSignature> { [FormKeys.Guide] = new(Signer(line)) },
        };
    }

    /// <summary>Mẫu 03 after appraisal (R-WF-14).</summary>
    public FormContent Refusal(TimelineLine line, RefusedAfterAppraisal e)
    {
        var values = Letterhead.Of(FormTypes.Refusal, @case.Reception, e.Number, Vietnam.Day(line.Row.At), reference);
        Letterhead.Applicant(values, view.Owner.ToParty());
        values[FormKeys.DossierCode] = @case.Code.Value;
        values[FormKeys.Request] = Request();
        values[FormKeys.ProcedureCode] = @case.Procedure;
        values[FormKeys.Reason] = $"{Reason("refuse-appraisal", e.Reason, line)} {view.TextOf(e.Note)}".Trim();
        return Content(values, "Phiếu từ chối tiếp nhận giải quyết hồ sơ") with
        {
            Signatures = new Dictionary<string, FormSignature> { [FormKeys.Submitter] = new(null), [FormKeys.Receiver] = new(Signer(line)) },
        };
    }

    /// <summary>Name of who acted, with the name of the absent officer in whose place.</summary>
    public static string? Signer(string? officer, string? absent) => officer is null || absent is null ? officer : $"{officer} (thay {absent})";

    private static string? Signer(TimelineLine line) => Signer(line.Officer, line.OnBehalfOf);

    private void People(Dictionary<string, string> values)
    {
        Letterhead.Applicant(values, view.Submitter.ToParty());
        if (view.Submitter.Id == view.Owner.Id)
            return;
        values[FormKeys.PrincipalName] = view.Owner.Name;
        values[FormKeys.PrincipalAddress] = view.Owner.Address;
        Letterhead.Put(values, FormKeys.PrincipalIdentifier, view.Owner.Number);
        Letterhead.Put(values, FormKeys.PrincipalPhone, view.Owner.Phone);
        Letterhead.Put(values, FormKeys.PrincipalEmail, view.Owner.Email);
        Letterhead.Put(values, FormKeys.AuthorisationPaper, view.Submitter.Authorisation);
    }

    private FormContent Content(Dictionary<string, string> values, string title, DateOnly? appointment = null) => new()
    {
        Code = @case.Code.Value, CreatedAt = now, Author = reference.Agencies.NameOf(@case.Reception), Values = values, Sample = issuer.Sample,
        Qr = new QrPayload(@case.Code.Value, @case.Procedure, view.Owner.Number ?? "", title, issuer.Name, now, appointment),
    };

    private static Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Table(
        string name, IReadOnlyList<IReadOnlyDictionary<string, string>> rows) => rows.Count == 0 ? [] : new() { [name] = rows };

    private string Request() => @case.CaseName is { } c ? $"{view.Now.Procedure.Name}: {c}"
        : GroupLines() is { Count: > 0 } parts ? $"{view.Now.Procedure.Name}, gồm: {string.Join("; ", parts)}" : view.Now.Procedure.Name;

    /// <summary>The procedures of a group, each with its own due date as promised at reception; none for a procedure of its own.</summary>
    private List<string> GroupLines() => [.. view.Timeline.Select(l => l.Event).OfType<GroupFormed>().SelectMany(f => f.Parts).Select((p, i) =>
        $"({i + 1}) {reference.Procedure(p.Procedure, Vietnam.Day(@case.ReceivedAt))?.Name ?? p.Procedure} (mã {p.Procedure}), "
        + $"hẹn {FormPhrases.Moment(p.Due)}")];

    private string Reason(string kind, string code, TimelineLine line) =>
        reference.ReasonsOf(kind, Vietnam.Day(line.Row.At)).FirstOrDefault(r => r.Code == code)?.Text ?? code;

    private string ReturnAt() => @case.Status == DossierStatus.Unborn ? "" : view.Dossier.Delivery.Channel switch
    {
        ReturnChannel.AtUnit => reference.Agencies.NameOf(view.Dossier.Delivery.ReturnUnit),
        var channel => Capital(Terms.Of(channel)),
    };

    /// <summary>Where a result by post goes: the address given for it, else the owner's.</summary>
    private string? ReturnAddress() => view.Dossier.Delivery switch
    {
        { Channel: not ReturnChannel.Post } => null,
        { Address: { } address } => view.TextOf(address) ?? "(địa chỉ đã xóa theo yêu cầu bảo vệ dữ liệu cá nhân)",
        _ => view.Owner.Address,
    };

    /// <summary>"Lệ phí cấp bản sao: 02 bản × 8.000 đồng = 16.000 đồng"; what costs nothing has no line.</summary>
    private static List<string> FeeLines(IReadOnlyList<TypedFee> fees) =>
    [
        .. fees.Where(f => f.Sum.Amount > 0).Select(f => f.Count == 1
            ? $"{f.Tariff.Name}: {VietnameseFormat.Money(f.Sum.Amount)}"
            : $"{f.Tariff.Name}: {FormPhrases.Count(f.Count)} {f.Tariff.Per} × {VietnameseFormat.Money(f.Tariff.Amount.Amount)} = "
                + VietnameseFormat.Money(f.Sum.Amount)),
    ];

    private string Fees()
    {
        var money = view.Dossier.Money;
        if (money.Charged == Dong.Zero)
            return "Không thu";
        var sum = VietnameseFormat.Money(money.Charged.Amount);
        return money.Owed.Amount <= 0 ? $"{sum} (đã nộp)" : money.Paid.Amount > 0 ? $"{sum} (còn phải nộp {VietnameseFormat.Money(money.Owed.Amount)})" : sum;
    }

    /// <summary>"08 ngày làm việc", "Trong ngày", "16,5 ngày làm việc".</summary>
    public static string Limit(TimeLimit limit) => limit.Unit == LimitUnit.SameDay
        ? "Trong ngày"
        : $"{Amount(limit.Amount)} {Terms.Of(limit.Unit)}";

    private static string Amount(decimal amount) => amount == decimal.Truncate(amount)
        ? FormPhrases.Count((int)amount)
        : amount.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',');

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
