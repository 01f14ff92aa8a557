using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.Domain.Catalogue;

/// <summary>How much of a procedure can be done online (R-ADM-22, R-ADM-31).</summary>
[Term("mức độ cung cấp dịch vụ công trực tuyến", Law = "NĐ 224/2026/NĐ-CP Đ.14")]
public enum OnlineLevel
{
    /// <summary>The catalogue does not say.</summary>
    [Term("chưa rõ mức độ trực tuyến")] Unknown,
    /// <summary>Nothing.</summary>
    [Term("chưa cung cấp trực tuyến")] None,
    /// <summary>Part of it; the reason is published.</summary>
    [Term("dịch vụ công trực tuyến một phần")] Partial,
    /// <summary>All of it.</summary>
    [Term("dịch vụ công trực tuyến toàn trình")] Full,
}

/// <summary>Whose system takes the dossiers of a procedure (R-ADM-03).</summary>
[Term("hệ thống tiếp nhận", Law = "NĐ 224/2026/NĐ-CP Đ.15")]
public enum Routing
{
    /// <summary>The system of the province.</summary>
    [Term("hệ thống của tỉnh")] Local,
    /// <summary>The system of a ministry.</summary>
    [Term("hệ thống của bộ")] Ministry,
    /// <summary>The national portal.</summary>
    [Term("Cổng Dịch vụ công quốc gia")] National,
}

/// <summary>A form to fill in.</summary>
/// <param name="Address">Where it can be had; null if the catalogue does not say.</param>
[Term("mẫu đơn, tờ khai")]
public sealed record FormFile(string Name, string? Address = null);

/// <summary>A result, by its national code where it has one: "KQ.G15.000031".</summary>
[Term("kết quả thực hiện thủ tục hành chính")]
public sealed record ProcedureResult(string? Code, string Name);

/// <summary>A text of law as the catalogue cites it.</summary>
/// <param name="Number">"123/2015/NĐ-CP".</param>
[Term("căn cứ pháp lý")]
public sealed record LegalText(string Number, string? Name);

/// <summary>An agency as the catalogue names it; its code need not be one of ours.</summary>
[Term("cơ quan nêu trong thủ tục")]
public sealed record NamedAgency(string? Code, string Name);

/// <summary>A fee of a way to file, as written.</summary>
/// <param name="Amount">As the catalogue gives it; it may have lost its thousands.</param>
/// <param name="Currency">"VND", "USD".</param>
[NoTerm("the words of the catalogue; what binds is a Tariff")]
public sealed record WrittenFee(string Kind, decimal? Amount, string Currency, string Text);

/// <summary>A way to file (cách thức thực hiện), as written.</summary>
/// <param name="Channel">Null where the catalogue names none that we know.</param>
/// <param name="Limit">Null where number and unit cannot both be read.</param>
/// <param name="LimitText">The limit as written: "3", "Không quy định".</param>
/// <param name="Note">The words beside it.</param>
[Term("cách thức thực hiện")]
public sealed record SubmissionWay(Channel? Channel, TimeLimit? Limit, string LimitText, IReadOnlyList<WrittenFee> Fees, string Note);

/// <summary>A step of the order of work (trình tự thực hiện), as written.</summary>
[Term("trình tự thực hiện")]
public sealed record WrittenStep(string Name, string Text);

/// <summary>What the national database says of a procedure beyond what reception needs (R-ADM-16).</summary>
/// <param name="Agency">Who announced it.</param>
/// <param name="Subjects">Who may ask for it.</param>
/// <param name="Executing">Who carries it out.</param>
/// <param name="Authority">Who decides.</param>
/// <param name="State">As written: "ACTIVE", "UPDATED".</param>
/// <param name="Events">Life events it belongs to.</param>
[NoTerm("the words of the catalogue")]
public sealed record ProcedureDetails(
    NamedAgency? Agency, IReadOnlyList<string> Subjects, IReadOnlyList<NamedAgency> Executing, IReadOnlyList<NamedAgency> Authority,
    string Coordinating, string ReceivingAddress, IReadOnlyList<WrittenStep> Steps, IReadOnlyList<SubmissionWay> Ways,
    IReadOnlyList<ProcedureResult> Results, IReadOnlyList<LegalText> LegalTexts, string Conditions, string Related,
    IReadOnlyList<string> Events, string Type, string State, string Address)
{
    /// <summary>Whether the state is one of those in which a procedure is offered.</summary>
    public bool IsPublished => State is "" or "ACTIVE" or "UPDATED";
}
