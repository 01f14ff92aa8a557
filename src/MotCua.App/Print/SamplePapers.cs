using MotCua.App.Papers.Forms;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.App.Print;

/// <summary>Fictitious content for every form: a sample carries MẪU on each page and names nobody (TT 01/2018/TT-VPCP Đ.5.2, R-FORM-16).</summary>
/// <param name="pattern">The number patterns of the set's days (rule "form.number").</param>
public sealed class SamplePapers(Issuer issuer, string pattern, DateTimeOffset now)
{
    private const string Code = "H15.000-260101-0001";
    private const string Unit = "Trung tâm Phục vụ hành chính công phường Mẫu";
    private const string Agency = "Ủy ban nhân dân phường Mẫu";
    private const string Person = "Nguyễn Văn Mẫu";
    private const string Officer = "Trần Thị Mẫu";
    private static readonly DateTimeOffset Received = Vietnam.Instant(new DateTime(2026, 1, 5, 9, 15, 0));
    private static readonly DateTimeOffset Appointed = Vietnam.Instant(new DateTime(2026, 1, 16, 17, 0, 0));

    /// <summary>The sample of a form.</summary>
    /// <param name="type">One of <see cref="FormTypes.All"/>.</param>
    /// <param name="procedure">Whose components, limit and fees stand on it; null for fictitious ones.</param>
    public FormContent Of(string type, ProcedureVersion? procedure = null) => new()
    {
        Code = Code, CreatedAt = now, Author = Unit, Sample = true, Values = Values(type, procedure), Tables = Tables(type, procedure),
        Lists = Lists(procedure),
        Signatures = new Dictionary<string, FormSignature>
        {
            [FormKeys.Submitter] = new(Person), [FormKeys.Receiver] = new(Officer, Electronic: true), [FormKeys.Guide] = new(Officer),
            [FormKeys.Head] = new("Lê Văn Mẫu"), [FormKeys.BookKeeper] = new(Officer),
        },
        Qr = type == FormTypes.Book ? null : new QrPayload(Code, procedure?.Code ?? "0.000000", "000000000000", "MẪU", issuer.Name, now),
    };

    private Dictionary<string, string> Values(string type, ProcedureVersion? procedure)
    {
        var symbol = pattern.Split('|').Select(p => p.Split('=', 2)).FirstOrDefault(p => p[0] == type)?[1] ?? "{n}";
        var values = new Dictionary<string, string>
        {
            [FormKeys.ParentAgency] = Agency, [FormKeys.Unit] = "Trung tâm Phục vụ hành chính công", [FormKeys.UnitShort] = "TTPVHCC",
            [FormKeys.Number] = "01", [FormKeys.NumberAndSymbol] = symbol.Replace("{n}", "01").Replace("{unit}", "TTPVHCC"),
            [FormKeys.Place] = "Phường Mẫu", [FormKeys.Date] = FormPhrases.Day(Vietnam.Day(Received)), [FormKeys.DossierCode] = Code,
            [FormKeys.CopyFor] = "Giao người nộp", [FormKeys.TrackingFactor] = "MAU0-MAU0", [FormKeys.ReceivingUnit] = Unit,
            [FormKeys.ApplicantName] = Person, [FormKeys.ApplicantIdentifier] = "000000000000", [FormKeys.ApplicantAddress] = "Số 1 đường Mẫu, phường Mẫu",
            [FormKeys.ApplicantPhone] = "0900 000 000", [FormKeys.ApplicantEmail] = "mau@example.vn",
            [FormKeys.Request] = procedure?.Name ?? "Thủ tục hành chính mẫu", [FormKeys.ProcedureCode] = procedure?.Code ?? "0.000000",
            [FormKeys.DossierCount] = "01", [FormKeys.TimeLimit] = Limit(procedure), [FormKeys.ReceivedAt] = FormPhrases.Moment(Received),
            [FormKeys.Appointment] = FormPhrases.Moment(Appointed), [FormKeys.ReturnAt] = "Bưu chính công ích",
            [FormKeys.ReturnAddress] = "Số 1 đường Mẫu, phường Mẫu", [FormKeys.Fees] = Fees(procedure),
            [FormKeys.BookVolume] = "01/2026", [FormKeys.BookNumber] = "01",
            [FormKeys.Reason] = "Nội dung lý do theo quy định của pháp luật về thủ tục (ví dụ)", [FormKeys.ContactName] = $"{Officer}, {Unit}",
            [FormKeys.ContactPhone] = "0262 000 0000", [FormKeys.HandlingUnit] = Agency, [FormKeys.CoordinatingUnits] = "Cơ quan phối hợp (ví dụ)",
        };
        return type is FormTypes.Apology or FormTypes.Stop or FormTypes.Book ? Late(values, type) : values;
    }

    private static Dictionary<string, string> Late(Dictionary<string, string> values, string type)
    {
        if (type == FormTypes.Apology)
        {
            (values[FormKeys.ParentAgency], values[FormKeys.Unit]) = ("Ủy ban nhân dân tỉnh Mẫu", Agency);
            values[FormKeys.Lateness] = LateWords.Late(Agency);
            values[FormKeys.NewAppointment] = FormPhrases.Moment(Appointed.AddDays(7));
        }
        values[FormKeys.StopRequest] = $"chủ hồ sơ yêu cầu rút hồ sơ lúc {FormPhrases.Moment(Received.AddDays(1))}; kênh: trực tiếp";
        values[FormKeys.StopWords] = "Tôi không còn nhu cầu (ví dụ)";
        values[FormKeys.Stage] = $"Thẩm định hồ sơ ({Agency})";
        values[FormKeys.DecisionCheck] = "chưa có quyết định giải quyết và chưa có văn bản thông báo kết quả";
        values[FormKeys.Settlement] = "Chưa nộp khoản nào";
        values[FormKeys.Originals] = $"Trả lại người nộp 01 bản tại {Unit}";
        values[FormKeys.BookYear] = "2026";
        values[FormKeys.BookSectors] = "Mọi lĩnh vực";
        return values;
    }

    private static Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Tables(string type, ProcedureVersion? procedure) => type switch
    {
        FormTypes.Receipt => new()
        {
            [FormKeys.Components] = [.. (procedure is null ? ["Đơn đề nghị (ví dụ)", "Bản sao giấy tờ kèm theo (ví dụ)"]
                : procedure.Papers.Select(p => p.Name).DefaultIfEmpty("Không yêu cầu giấy tờ")).Select(name => new Dictionary<string, string>
            {
                [FormKeys.PaperName] = name, [FormKeys.PaperKind] = "Bản chính", [FormKeys.Quantity] = "01",
            })],
        },
        FormTypes.ControlSlip => new()
        {
            [FormKeys.Handovers] = [new Dictionary<string, string>
            {
                [FormKeys.FromUnit] = Unit, [FormKeys.ToUnit] = Agency, [FormKeys.HandedAt] = FormPhrases.Moment(Received.AddHours(1)),
                [FormKeys.Giver] = Officer, [FormKeys.Taker] = "Lê Văn Mẫu", [FormKeys.Result] = "Đúng hạn",
            }],
        },
        FormTypes.Book => new() { [FormKeys.BookTable] = [Line(1), Line(2)] },
        _ => [],
    };

    private static Dictionary<string, string> Line(int number) => new()
    {
        [FormKeys.LineNumber] = FormPhrases.Count(number), [FormKeys.DossierCode] = $"H15.000-\n260101-000{number}",
        [FormKeys.Request] = "Thủ tục hành chính mẫu",
        [FormKeys.DossierCount] = "01", [FormKeys.ApplicantName] = Person, [FormKeys.ApplicantContact] = "Số 1 đường Mẫu, phường Mẫu; 0900 000 000",
        [FormKeys.HandlingUnit] = Agency, [FormKeys.ReceivedAt] = "09:15 05/01/2026", [FormKeys.Appointment] = "17:00 16/01/2026",
        [FormKeys.SentAt] = "10:15 05/01/2026", [FormKeys.ResultAt] = "08:00 16/01/2026", [FormKeys.ReturnedAt] = "09:00 16/01/2026",
        [FormKeys.ReturnWay] = "Trực tiếp",
    };

    private Dictionary<string, IReadOnlyList<string>> Lists(ProcedureVersion? procedure) => new()
    {
        [FormKeys.Requirements] = ["Bổ sung chữ ký vào đơn đề nghị (ví dụ)", "Nộp bản sao có chứng thực (ví dụ)"],
        [FormKeys.FeeLines] = [.. Tariffs(procedure).Select(t => $"{t.Name}: {VietnameseFormat.Money(t.Amount)}")],
    };

    private string Fees(ProcedureVersion? procedure) =>
        Tariffs(procedure).Sum(t => t.Amount) is > 0 and var sum ? VietnameseFormat.Money(sum) : "Không thu";

    private List<(string Name, long Amount)> Tariffs(ProcedureVersion? procedure) => procedure is null ? [("Lệ phí mẫu (ví dụ)", 10_000)]
        : [.. procedure.TariffsOn(Vietnam.Day(now), Channel.Direct).Where(t => t.Amount.Amount > 0).Select(t => (t.Name, t.Amount.Amount))];

    private static string Limit(ProcedureVersion? procedure) =>
        procedure?.LimitFor(Channel.Direct, procedure.Cases.FirstOrDefault()) is { } limit ? PaperWords.Limit(limit.Limit) : "08 ngày làm việc";
}
