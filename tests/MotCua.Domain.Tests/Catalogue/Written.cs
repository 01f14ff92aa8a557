using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Fees;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;

namespace MotCua.Domain.Tests.Catalogue;

/// <summary>A version in which every part says something, and nothing is wrong.</summary>
internal static class Written
{
    public static readonly DateOnly Day = new(2026, 7, 1);

    public static readonly ProcedureDetails Details = new(
        new NamedAgency("G15", "Bộ Tư pháp"), ["Công dân Việt Nam"], [new NamedAgency(null, "Ủy ban nhân dân cấp xã")],
        [new NamedAgency("X", "Ủy ban nhân dân cấp xã")], "Công an xã", "Quầy 1", [new WrittenStep("Bước một", "Nộp hồ sơ")],
        [new SubmissionWay(Channel.Direct, new TimeLimit(3, LimitUnit.WorkingDay), "3", [new WrittenFee("Lệ phí", 20, "VND", "20")], "Nộp tại quầy")],
        [new ProcedureResult("KQ.1", "Giấy khai sinh")], [new LegalText("60/2014/QH13", "Luật Hộ tịch")], "Không", "2.000528", ["sinh con"],
        "STANDARD", "ACTIVE", "https://example.vn/1");

    public static readonly RequiredPaper Paper = new("1", "Tờ khai", 1, 2, true, "Trong nước", "Mẫu 1", false, "Viết tay được")
    {
        NationalCode = "G15-KQ1", ReplacedBy = ["KQ.2"], Forms = [new FormFile("Tờ khai.docx", "https://example.vn/to-khai")],
    };

    public static readonly ChannelLimit Limit = new(Channel.Online, "Trong nước", new TimeLimit(3, LimitUnit.WorkingDay), "Luật Hộ tịch Đ.16", true);

    public static readonly Tariff Tariff = new("Lệ phí đăng ký", TariffKind.Fee, new Dong(8000), "hồ sơ", "Direct", "NQ 1", Day, null, true);

    public static readonly ProcedureVersion Version = new(
        "1.001193", 1, "Đăng ký khai sinh", "Hộ tịch", Level.Commune, "justice", BoundaryScope.Province, true, false,
        ["Trong nước", "Ở nước ngoài"], [Paper, Paper with { Code = "2", Name = "Giấy chứng sinh", Case = null }],
        [Limit, Limit with { Channel = null, Case = null }], [Tariff], "Giấy khai sinh", "KQ.1", "usual", ["Luật Hộ tịch"], ["khai sinh", "sinh con"],
        "163/QĐ-BTP", Day, null, "Bản ghi", true)
    {
        Levels = [Level.Commune, Level.Province], Online = OnlineLevel.Partial, OnlineReason = "Phải xuất trình bản chính", Routing = Routing.Local,
        ScopeBasis = "QĐ 1/QĐ-UBND", PaperBasis = null, Details = Details,
    };

    /// <summary>A process of one task.</summary>
    public static ProcessDefinition Process(string code, decimal hours) => new(
        code, 1, code, "QĐ", Day, null, true,
        [
            new("start", ElementKind.Start, "", null, null, null, null, null),
            new("do", ElementKind.Task, "", StepKind.Handle, StepPlace.Competent, Duty.Handle, hours, null),
            new("end", ElementKind.End, "", null, null, null, null, null),
        ],
        [new("start", "do"), new("do", "end")]);
}
