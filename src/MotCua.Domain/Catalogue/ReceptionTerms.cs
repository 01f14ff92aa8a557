using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.Domain.Catalogue;

/// <summary>What decides whether and where a procedure may be received; the same for a whole version and for a line of a list.</summary>
[NoTerm("a part of a ProcedureVersion")]
public sealed record ReceptionTerms(
    string Code, IReadOnlyList<Level> Levels, string Department, BoundaryScope Scope, bool PaperAllowed, Routing Routing, string Process)
{
    /// <summary>The catalogue says that it is not in force any more, or in which state it is cannot be told.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>The levels in words: "cấp tỉnh, cấp xã".</summary>
    public string LevelWords => Levels.Count == 0 ? "chưa rõ cấp giải quyết" : string.Join(", ", Levels.Select(l => Law.Terms.Of(l)));

    /// <summary>Why no unit of the province receives it on its own system; null if it may.</summary>
    public Refusal? NotHere => this switch
    {
        { Withdrawn: true } => new("receive.withdrawn",
            $"Danh mục ghi thủ tục {Code} không còn công bố. Đề nghị quản trị xem lại danh mục trước khi tiếp nhận."),
        { Routing: not Routing.Local } => new("receive.routing",
            $"Thủ tục này tiếp nhận trên {Law.Terms.Of(Routing)}. Hãy hướng dẫn người nộp làm ở đó.", "NĐ 224/2026/NĐ-CP Đ.15"),
        { Levels.Count: 0 } => new("receive.no-level",
            $"Thủ tục {Code} chưa ghi cấp giải quyết. Đề nghị quản trị bổ sung trong danh mục trước khi tiếp nhận."),
        _ when Levels.All(l => l == Level.Ministry) => new("receive.ministry",
            "Thủ tục này do cơ quan cấp bộ giải quyết. Hãy hướng dẫn người nộp gửi đến cơ quan đó."),
        { Process.Length: 0 } => new("receive.no-process",
            $"Thủ tục {Code} chưa gắn quy trình nội bộ. Đề nghị quản trị gắn quy trình trong danh mục trước khi tiếp nhận."),
        _ => null,
    };
}
