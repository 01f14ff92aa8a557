using MotCua.Domain.Law;

namespace MotCua.Domain.Catalogue.Reading;

/// <summary>What is wrong or doubtful in the catalogue as published. It stays readable and is reported; nothing is repaired by guessing.</summary>
[Term("loại sai sót trong danh mục")]
public enum DefectKind
{
    /// <summary>The code has blanks, too many digits or a suffix that no code has.</summary>
    [Term("mã thủ tục không đúng khuôn")] OddCode,
    /// <summary>Two sources say different things.</summary>
    [Term("các nguồn nói khác nhau")] SourcesDiffer,
    /// <summary>A number without a unit.</summary>
    [Term("thời hạn thiếu đơn vị")] TimeWithoutUnit,
    /// <summary>The limit stands in words only.</summary>
    [Term("thời hạn ghi bằng lời")] TimeInProse,
    /// <summary>0, or longer than any limit.</summary>
    [Term("thời hạn bằng 0 hoặc quá dài")] TimeOdd,
    /// <summary>Several limits for one channel.</summary>
    [Term("một kênh có nhiều thời hạn")] LimitsDiffer,
    /// <summary>A fee below 1.000 đồng where the words name more, or nothing.</summary>
    [Term("mức thu mất phần nghìn")] FeeLostThousands,
    /// <summary>The fee stands in words only, or its words contradict its amount.</summary>
    [Term("mức thu ghi bằng lời")] FeeInProse,
    /// <summary>The fee is not in đồng.</summary>
    [Term("mức thu bằng ngoại tệ")] FeeForeign,
    /// <summary>Several amounts of one kind for one way to file: whether all are due or one of them is not said.</summary>
    [Term("một cách nộp có nhiều mức thu")] FeesDiffer,
    /// <summary>Neither its kind nor its words say whether it is a fee or a charge.</summary>
    [Term("chưa rõ là phí hay lệ phí")] FeeKindUnknown,
    /// <summary>The name of a form's file is glued to the name of a component.</summary>
    [Term("tên tệp mẫu dính vào tên giấy tờ")] FormGlued,
    /// <summary>A component without a name: it cannot be asked for.</summary>
    [Term("giấy tờ không có tên")] NoName,
    /// <summary>A component with 0 originals and 0 copies: a note or a heading.</summary>
    [Term("giấy tờ không có số lượng")] NoQuantity,
    /// <summary>A full record without any component.</summary>
    [Term("thủ tục không có thành phần hồ sơ")] NoComponents,
    /// <summary>Components that could not be told apart; the text is kept.</summary>
    [Term("thành phần hồ sơ chưa tách được")] ComponentsUnparsed,
    /// <summary>No level is named.</summary>
    [Term("thủ tục không ghi cấp giải quyết")] LevelUnknown,
    /// <summary>A list was cut at a comma inside brackets.</summary>
    [Term("danh sách bị cắt ở dấu phẩy")] ListCut,
    /// <summary>A way to file that is none of the three known.</summary>
    [Term("cách nộp lạ")] ChannelUnknown,
    /// <summary>Only part is online and no reason is published (R-ADM-22).</summary>
    [Term("trực tuyến một phần mà không nêu lý do", Law = "NĐ 224/2026/NĐ-CP Đ.14")] PartialWithoutReason,
    /// <summary>The code or the state says that it is not in force, or the state is none that we know: it is kept and not offered.</summary>
    [Term("thủ tục không còn công bố hoặc trạng thái lạ")] Withdrawn,
}

/// <summary>A defect.</summary>
/// <param name="Field">Where: "methods[1].fees[0]".</param>
/// <param name="Text">As it stands in the source.</param>
[NoTerm("one finding of a DefectKind")]
public sealed record Defect(string Code, string Field, string Text, DefectKind Kind)
{
    /// <summary>The kind as programs read it: "fee-lost-thousands".</summary>
    public string KindName => NameOf(Kind);

    /// <summary>The name of a kind for programs.</summary>
    public static string NameOf(DefectKind kind) => string.Concat(kind.ToString().Select((c, i) =>
        char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>The kind with a name; null if there is none.</summary>
    public static DefectKind? Find(string name) =>
        Enum.GetValues<DefectKind>().Where(k => NameOf(k) == name).Select(k => (DefectKind?)k).FirstOrDefault();
}
