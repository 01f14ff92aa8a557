using System.Collections.Immutable;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers;

/// <summary>What a consulted unit says.</summary>
[Term("nội dung ý kiến phối hợp", Law = "NĐ 61/2018/NĐ-CP Đ.19.5")]
public enum Stance
{
    /// <summary>It agrees.</summary>
    [Term("đồng ý")] Agrees,
    /// <summary>It does not.</summary>
    [Term("không đồng ý")] Disagrees,
    /// <summary>It says something else.</summary>
    [Term("ý kiến khác")] Other,
}

/// <summary>Where a question to another unit stands. Silence is never an answer.</summary>
[Term("tình trạng lấy ý kiến", Law = "NĐ 61/2018/NĐ-CP Đ.19.5")]
public enum ConsultationState
{
    /// <summary>No answer yet.</summary>
    [Term("chưa có ý kiến")] Open,
    /// <summary>Answered.</summary>
    [Term("đã có ý kiến")] Answered,
    /// <summary>Whoever asked took the question back.</summary>
    [Term("đã rút câu hỏi")] Withdrawn,
    /// <summary>No answer came in time; whoever asked goes on without it and says why.</summary>
    [Term("giải quyết tiếp khi chưa có ý kiến")] PassedOver,
}

/// <summary>A question to another unit, with a deadline of its own (R-WF-09). It stands beside the steps; the process knows nothing of it.</summary>
/// <param name="Number">1, 2, 3 … in the dossier.</param>
/// <param name="Element">The step whose officer asks; it does not end before the answer.</param>
/// <param name="Unit">Who is asked.</param>
/// <param name="Due">Until when it must answer.</param>
/// <param name="Papers">Codes of the components that it is shown.</param>
[Term("lấy ý kiến cơ quan phối hợp", Law = "NĐ 61/2018/NĐ-CP Đ.19.5")]
public sealed record Consultation(
    int Number, string Element, AgencyId Unit, TextId Question, DueDateAccount Due, ImmutableList<string> Papers, OfficerId? AskedBy, DateTimeOffset AskedAt)
{
    private static readonly Refusal Silent = new(
        "consultation.open",
        "Cơ quan được hỏi chưa có ý kiến; im lặng không phải là đồng ý. Hãy chờ trả lời, rút câu hỏi, hoặc ghi lý do giải quyết tiếp khi đã quá hạn.",
        "NĐ 61/2018/NĐ-CP Đ.19.5");

    /// <summary>Where it stands.</summary>
    public ConsultationState State { get; init; } = ConsultationState.Open;

    /// <summary>The answer; null while there is none.</summary>
    public Stance? Answer { get; init; }

    /// <summary>The answer in words.</summary>
    public TextId? Text { get; init; }

    /// <summary>When it came to an end.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When the head of the one-stop unit was told that the answer is late.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>Whether the answer is late.</summary>
    public bool IsLate(DateTimeOffset now) => State == ConsultationState.Open && now > Due.Due;

    /// <summary>Refusal while a step waits for an answer that nobody has given.</summary>
    internal static Refusal? Awaited(Dossier dossier, OpenStep step) =>
        dossier.Consultations.Exists(c => c.State == ConsultationState.Open && c.Element == step.Element) ? Silent : null;
}
