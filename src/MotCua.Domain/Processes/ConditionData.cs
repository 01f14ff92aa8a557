using MotCua.Domain.Law;

namespace MotCua.Domain.Processes;

/// <summary>The data of a dossier that conditions may ask for, by name.</summary>
[NoTerm("names of the language of conditions")]
public static class ConditionData
{
    /// <summary>What is decided or proposed by the step that was just completed; the one value of a step that needs no choice.</summary>
    public const string StepOutcome = "step.outcome";

    /// <summary>Names of the group "dossier", with what they are in Vietnamese.</summary>
    public static readonly IReadOnlyDictionary<string, string> Dossier = new Dictionary<string, string>
    {
        ["dossier.status"] = "tình trạng hồ sơ", ["dossier.channel"] = "kênh nộp", ["dossier.case"] = "trường hợp của thủ tục",
        ["dossier.procedure"] = "mã thủ tục", ["dossier.regime"] = "chế độ pháp luật", ["dossier.immediate"] = "trả kết quả ngay (true, false)",
        ["dossier.outcome"] = "kết quả giải quyết (Granted, Refused)", ["dossier.reception"] = "mã nơi tiếp nhận",
        ["dossier.competent"] = "mã cơ quan giải quyết", ["dossier.return-channel"] = "cách nhận kết quả", ["dossier.charged"] = "phí, lệ phí phải nộp (đồng)",
        ["dossier.owed"] = "phí, lệ phí còn thiếu (đồng)", ["dossier.supplements"] = "số lần yêu cầu bổ sung", ["dossier.sets"] = "số bộ hồ sơ",
        ["dossier.received"] = "ngày tiếp nhận", ["dossier.due"] = "ngày hết hạn giải quyết", ["dossier.late"] = "đã quá hạn (true, false)",
        ["dossier.today"] = "hôm nay",
    };
}
