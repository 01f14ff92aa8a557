namespace MotCua.App.Papers.Forms;

/// <summary>The statutory forms by type and set (R-FORM-01, R-FORM-02). A number is not a type: Mẫu số 05 is the control slip in one set and
/// the stop notice in the other.</summary>
public static class FormTypes
{
    /// <summary>Giấy tiếp nhận hồ sơ và hẹn trả kết quả.</summary>
    public const string Receipt = "receipt";

    /// <summary>Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.</summary>
    public const string Supplement = "supplement";

    /// <summary>Phiếu từ chối tiếp nhận giải quyết hồ sơ.</summary>
    public const string Refusal = "refusal";

    /// <summary>Phiếu xin lỗi và hẹn lại ngày trả kết quả; since 2025 văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết.</summary>
    public const string Apology = "apology";

    /// <summary>Thông báo dừng giải quyết hồ sơ; none in the set of 2018.</summary>
    public const string Stop = "stop";

    /// <summary>Phiếu kiểm soát quá trình giải quyết hồ sơ.</summary>
    public const string ControlSlip = "control-slip";

    /// <summary>Sổ theo dõi hồ sơ.</summary>
    public const string Book = "follow-up-book";

    /// <summary>Phiếu giao, nhận hồ sơ giấy: the law asks for the record and prescribes no form.</summary>
    public const string PaperSlip = "paper-slip";

    /// <summary>Phiếu chuyển xử lý: the law says what stands on it and prescribes no form.</summary>
    public const string TransferSlip = "transfer-slip";

    /// <summary>The set of slips that belong to no annex.</summary>
    public const string NoAnnex = "all";

    /// <summary>All, in the order of the annexes.</summary>
    public static IReadOnlyList<string> All { get; } = [Receipt, Supplement, Refusal, Apology, Stop, ControlSlip, Book];
}
