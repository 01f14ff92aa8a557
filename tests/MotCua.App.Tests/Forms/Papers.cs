using MotCua.App.Papers.Forms;
using MotCua.Domain.Law;
using MotCua.Integrations.Forms;

namespace MotCua.App.Tests.Forms;

/// <summary>Fictitious papers for the tests, and the templates that the product ships.</summary>
internal static class Papers
{
    public static readonly DateTimeOffset Exported = Vietnam.Instant(new DateTime(2026, 11, 13, 16, 40, 5));

    public static FormTemplates Shipped { get; } = FormTemplates.Load(Folder);

    public static readonly QrPayload Qr = new(
        "H15.112-261113-0027", "1.115320", "066093007731", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        "Hệ thống thông tin giải quyết thủ tục hành chính tỉnh Đắk Lắk", Exported, new(2026, 11, 25));

    private static readonly string[] PaperNames =
    [
        "Đơn đăng ký biến động đất đai, tài sản gắn liền với đất (Mẫu số 18)",
        "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất đã cấp",
        "Quyết định số 1486/QĐ-UBND ngày 02/3/2021 về việc chuyển mục đích sử dụng đất",
        "Mảnh trích đo bản đồ địa chính thửa đất số 217, tờ bản đồ số 34, buôn Akŏ Dhông",
        "Hợp đồng tặng cho quyền sử dụng đất giữa ông Y Ƀlŭ Niê Kdăm và bà H'Ngát Byă",
        "Văn bản ủy quyền có chứng thực",
        "Tờ khai lệ phí trước bạ nhà, đất",
        "Tờ khai thuế thu nhập cá nhân",
        "Bản vẽ mặt bằng hiện trạng",
        "Giấy xác nhận tình trạng hôn nhân",
        "Biên bản họp gia đình",
        "Sổ hộ khẩu (bản sao)",
    ];

    public static FormTemplate Template(string type, string set = "2025") =>
        Shipped.Find(type, set) ?? throw new InvalidOperationException($"No template {type}/{set}.");

    /// <summary>The fictitious content of any type.</summary>
    public static FormContent Of(string type, int rows = 2) => type switch
    {
        "receipt" => Receipt(rows),
        "supplement" => Supplement(rows),
        "refusal" => Refusal(),
        "apology" => Apology(),
        "stop" => Stop(),
        "follow-up-book" => Book(rows),
        _ => ControlSlip(rows),
    };

    public static FormContent Apology() => Content() with
    {
        Signatures = new Dictionary<string, FormSignature> { [FormKeys.Head] = new("Y Bhiăt Niê") },
    };

    public static FormContent Stop() => Content() with
    {
        Signatures = new Dictionary<string, FormSignature> { [FormKeys.Head] = new("Đặng Thùy Trâm") },
    };

    public static FormContent Book(int lines = 3) => Content() with
    {
        Qr = null, Tables = Rows(FormKeys.BookTable, Enumerable.Range(1, lines).Select(i => new Dictionary<string, string>
        {
            [FormKeys.LineNumber] = FormPhrases.Count(i), [FormKeys.DossierCode] = $"H15.112-261113-{i:0000}",
            [FormKeys.Request] = PaperNames[i % PaperNames.Length], [FormKeys.DossierCount] = "01", [FormKeys.ApplicantName] = "Nguyễn Thị Ngọc Ưởng",
            [FormKeys.ApplicantContact] = "Buôn Akŏ Dhông, phường Buôn Ma Thuột; 0905 123 640",
            [FormKeys.HandlingUnit] = "Ủy ban nhân dân phường Buôn Ma Thuột", [FormKeys.ReceivedAt] = "16:40 13/11/2026",
            [FormKeys.Appointment] = "17:00 25/11/2026", [FormKeys.SentAt] = "17:10 13/11/2026", [FormKeys.ResultAt] = "08:00 24/11/2026",
            [FormKeys.ReturnedAt] = "09:05 25/11/2026", [FormKeys.ReturnWay] = "Trực tiếp", [FormKeys.Remark] = "Đúng hạn",
        })),
    };

    public static FormContent Receipt(int components = 2) => Content() with
    {
        Tables = Rows(FormKeys.Components, Enumerable.Range(0, components).Select(i => new Dictionary<string, string>
        {
            [FormKeys.PaperName] = PaperNames[i % PaperNames.Length],
            [FormKeys.PaperKind] = i % 2 == 0 ? "Bản chính, đã số hóa" : "Bản sao có chứng thực",
            [FormKeys.Quantity] = "01",
        })),
        Signatures = new Dictionary<string, FormSignature>
        {
            [FormKeys.Submitter] = new("Nguyễn Thị Ngọc Ưởng"),
            [FormKeys.Receiver] = new("H'Ngát Byă", Electronic: true),
        },
    };

    public static FormContent Supplement(int requirements = 4) => Content() with
    {
        Lists = new Dictionary<string, IReadOnlyList<string>>
        {
            [FormKeys.Requirements] = [.. Enumerable.Range(0, requirements).Select(i =>
                $"Bổ sung {PaperNames[i % PaperNames.Length]}; bản đã nộp thiếu chữ ký và dấu của cơ quan cấp.")],
        },
        Signatures = new Dictionary<string, FormSignature> { [FormKeys.Guide] = new("Đặng Thùy Trâm") },
    };

    public static FormContent Refusal() => Content() with
    {
        Signatures = new Dictionary<string, FormSignature>
        {
            [FormKeys.Submitter] = new("Nguyễn Thị Ngọc Ưởng"), [FormKeys.Receiver] = new("Đặng Thùy Trâm"),
        },
    };

    public static FormContent ControlSlip(int handovers = 3) => Content() with
    {
        Tables = Rows(FormKeys.Handovers, Enumerable.Range(0, handovers).Select(i => new Dictionary<string, string>
        {
            [FormKeys.FromUnit] = "Trung tâm Phục vụ hành chính công phường Buôn Ma Thuột",
            [FormKeys.ToUnit] = "Chi nhánh Văn phòng Đăng ký đất đai khu vực Buôn Ma Thuột",
            [FormKeys.HandedAt] = FormPhrases.Moment(Exported.AddDays(i)),
            [FormKeys.Giver] = "H'Ngát Byă",
            [FormKeys.Taker] = i + 1 < handovers ? "Đặng Thùy Trâm" : "",
            [FormKeys.Result] = i + 1 < handovers ? "Đúng hạn" : "",
            [FormKeys.Remark] = i == 1 ? "Chờ thuế" : "",
        })),
    };

    private static Dictionary<string, string> Late => new()
    {
        [FormKeys.Lateness] = "Tuy nhiên, cơ quan chưa giải quyết xong.",
        [FormKeys.NewAppointment] = "17 giờ 00 phút, ngày 04 tháng 12 năm 2026",
        [FormKeys.StopRequest] = "chủ hồ sơ yêu cầu rút hồ sơ; kênh: trực tiếp",
        [FormKeys.StopWords] = "Tôi không còn nhu cầu đính chính",
        [FormKeys.Stage] = "Thẩm định hồ sơ",
        [FormKeys.DecisionCheck] = "chưa có quyết định giải quyết",
        [FormKeys.Settlement] = "Chưa nộp khoản nào",
        [FormKeys.Originals] = "Trả lại người nộp 01 bản",
        [FormKeys.BookYear] = "2026",
        [FormKeys.BookSectors] = "Đất đai; Hộ tịch",
        [FormKeys.BookPeriod] = "từ ngày 01/11/2026 đến ngày 30/11/2026",
        [FormKeys.BookLines] = "Số hồ sơ: 03",
    };

    private static FormContent Content() => new()
    {
        Code = "H15.112-261113-0027", CreatedAt = Exported, Author = "Trung tâm Phục vụ hành chính công phường Buôn Ma Thuột", Qr = Qr,
        Values = new Dictionary<string, string>(Late)
        {
            [FormKeys.ParentAgency] = "Ủy ban nhân dân phường Buôn Ma Thuột",
            [FormKeys.Unit] = "Trung tâm Phục vụ hành chính công",
            [FormKeys.UnitShort] = "TTPVHCC",
            [FormKeys.Number] = "1147",
            [FormKeys.NumberAndSymbol] = "1147/KH-TTPVHCC",
            [FormKeys.Place] = "Buôn Ma Thuột",
            [FormKeys.Date] = FormPhrases.Day(Vietnam.Day(Exported)),
            [FormKeys.DossierCode] = "H15.112-261113-0027",
            [FormKeys.CopyFor] = "Giao người nộp",
            [FormKeys.ReceivingUnit] = "Trung tâm Phục vụ hành chính công phường Buôn Ma Thuột",
            [FormKeys.ApplicantName] = "Nguyễn Thị Ngọc Ưởng",
            [FormKeys.ApplicantIdentifier] = "066093007731",
            [FormKeys.ApplicantAddress] =
                "Số 27/14/3 hẻm 112 đường Y Ngông nối dài, buôn Akŏ Dhông (Cổ Đắk), tổ dân phố 5, phường Buôn Ma Thuột, tỉnh Đắk Lắk",
            [FormKeys.ApplicantPhone] = "0905 123 640",
            [FormKeys.ApplicantEmail] = "ngocuong.nt@example.vn",
            [FormKeys.Request] = "Đính chính Giấy chứng nhận đã cấp lần đầu có sai sót về thông tin người sử dụng đất",
            [FormKeys.ProcedureCode] = "1.115320",
            [FormKeys.DossierCount] = "01",
            [FormKeys.TimeLimit] = "08 ngày làm việc",
            [FormKeys.ReceivedAt] = FormPhrases.Moment(Exported),
            [FormKeys.Appointment] = "17 giờ 00 phút, ngày 25 tháng 11 năm 2026",
            [FormKeys.ReturnAt] = "Trung tâm Phục vụ hành chính công phường Buôn Ma Thuột; bản điện tử trong Kho dữ liệu",
            [FormKeys.Fees] = "0 đồng",
            [FormKeys.BookVolume] = "03/2026",
            [FormKeys.BookNumber] = "1147",
            [FormKeys.Reason] =
                "Giấy chứng nhận nộp kèm đã bị thu hồi theo Quyết định số 1486/QĐ-UBND; hồ sơ không thuộc trường hợp đính chính "
                + "theo khoản 1 Điều 152 Luật Đất đai năm 2024.",
            [FormKeys.ContactName] = "bà Đặng Thùy Trâm",
            [FormKeys.ContactPhone] = "0262 3811 022",
            [FormKeys.HandlingUnit] = "Chi nhánh Văn phòng Đăng ký đất đai khu vực Buôn Ma Thuột",
            [FormKeys.CoordinatingUnits] = "Thuế cơ sở 1 tỉnh Đắk Lắk; Phòng Kinh tế, Hạ tầng và Đô thị phường Buôn Ma Thuột",
        },
    };

    private static Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Rows(
        string table, IEnumerable<IReadOnlyDictionary<string, string>> rows) => new() { [table] = [.. rows] };

    public static string Folder => FindFolder();

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "data", "forms")))
                return Path.Combine(folder.FullName, "data", "forms");
        throw new DirectoryNotFoundException("data/forms is not above the tests.");
    }
}
