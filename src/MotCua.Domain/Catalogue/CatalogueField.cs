using MotCua.Domain.Law;

namespace MotCua.Domain.Catalogue;

/// <summary>What of a procedure can be compared, and locked against an import.</summary>
[NoTerm("the parts of a ProcedureVersion")]
public enum CatalogueField
{
    /// <summary>Name.</summary>
    [Term("tên thủ tục")] Name,
    /// <summary>Sector.</summary>
    [Term("lĩnh vực")] Sector,
    /// <summary>Levels.</summary>
    [Term("các cấp giải quyết")] Levels,
    /// <summary>Cases and components.</summary>
    [Term("trường hợp và thành phần hồ sơ")] Papers,
    /// <summary>Time limits.</summary>
    [Term("thời hạn các kênh")] Limits,
    /// <summary>Fees and charges.</summary>
    [Term("phí và lệ phí")] Tariffs,
    /// <summary>Result.</summary>
    [Term("kết quả trả cho người nộp")] Result,
    /// <summary>Legal bases.</summary>
    [Term("các căn cứ pháp lý")] LegalBases,
    /// <summary>The decision that announced it.</summary>
    [Term("quyết định công bố")] Decision,
    /// <summary>How much can be done online, and why not more.</summary>
    [Term("mức độ trực tuyến và lý do")] Online,
    /// <summary>Whose system takes it.</summary>
    [Term("nơi tiếp nhận trên mạng")] Routing,
    /// <summary>Where it may be filed.</summary>
    [Term("phạm vi tiếp nhận")] Scope,
    /// <summary>Whether paper is taken.</summary>
    [Term("nhận hồ sơ giấy")] Paper,
    /// <summary>The process and the department that handles it.</summary>
    [Term("quy trình và bộ phận giải quyết")] Process,
    /// <summary>Words people use for it.</summary>
    [Term("từ khóa")] Keywords,
    /// <summary>What the national database says beyond that: steps, agencies, conditions.</summary>
    [Term("nội dung công bố khác")] Details,
}
