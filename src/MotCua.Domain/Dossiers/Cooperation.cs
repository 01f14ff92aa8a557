using System.Collections.Immutable;
using System.Globalization;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers;

/// <summary>How several agencies work on one dossier (R-WF-10, R-WF-11).</summary>
[Term("phương thức liên thông", Law = "NĐ 61/2018/NĐ-CP Đ.19.6")]
public enum CooperationMode
{
    /// <summary>All at once, each with its own time.</summary>
    [Term("điện tử, gửi đồng thời các cơ quan")] Electronic,
    /// <summary>One after the other, in the order set, with the paper.</summary>
    [Term("bản giấy, chuyển lần lượt theo thứ tự")] Paper,
}

/// <summary>Where an agency's part stands.</summary>
[Term("trạng thái việc phối hợp")]
public enum TaskState
{
    /// <summary>The agency before has it.</summary>
    [Term("chờ đến lượt")] Waits,
    /// <summary>The agency has it.</summary>
    [Term("đang thực hiện")] Open,
    /// <summary>It answered.</summary>
    [Term("đã trả lời")] Answered,
    /// <summary>It was taken back by who asked.</summary>
    [Term("đã thu hồi")] Recalled,
    /// <summary>It ended with the dossier, or with the agency that asked.</summary>
    [Term("đã đóng theo hồ sơ")] Dropped,
}

/// <summary>What an agency was asked to do on a dossier, and what came of it.</summary>
/// <param name="Number">1, 2, 3 … in the dossier.</param>
/// <param name="Slip">Number of the transfer slip that names all agencies asked together.</param>
/// <param name="AskedOn">The step on which it was asked: it waits for the answer.</param>
/// <param name="Asker">The unit that asked.</param>
/// <param name="Supervisor">The one-stop unit of an agency of a higher level, which watches over it (R-WF-12).</param>
/// <param name="Feeds">The agency asked together with it that needs its result next; null for none.</param>
[Term("việc phối hợp giải quyết", Law = "NĐ 61/2018/NĐ-CP Đ.19.6")]
public sealed record CooperationTask(
    int Number, long Slip, CooperationMode Mode, Token AskedOn, AgencyId Asker, AgencyId Agency, AgencyId? Supervisor, TextId Work,
    DueDateAccount Due, AgencyId? Feeds, DateTimeOffset AskedAt, TaskState State, DateTimeOffset? EndedAt = null, TextId? Words = null, string? Digest = null)
{
    private const string Prefix = "coop:";

    /// <summary>What its step is called.</summary>
    public const string Name = "Phối hợp giải quyết";

    /// <summary>What stands for an element of the process in its step: "coop:2".</summary>
    public string Element => ElementOf(Number);

    /// <summary>Whether it has not ended.</summary>
    public bool IsPending => State is TaskState.Waits or TaskState.Open;

    /// <summary>The element of a number.</summary>
    public static string ElementOf(int number) => Prefix + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a step is a cooperating agency's and no element of the process.</summary>
    public static bool IsOne(string element) => element.StartsWith(Prefix, StringComparison.Ordinal);
}

/// <summary>What other agencies were asked to do on a dossier. Their steps stand among the open steps, so that each has its one unit and officer,
/// its time, its place in the lists; the process engine does not see them.</summary>
[NoTerm("a list of tasks")]
public sealed record Cooperation(ImmutableList<CooperationTask> Tasks)
{
    /// <summary>Nobody was asked.</summary>
    public static readonly Cooperation None = new(ImmutableList<CooperationTask>.Empty);

    /// <summary>The task of a step; null if the step is none.</summary>
    public CooperationTask? Of(string element) => Tasks.Find(t => t.Element == element);

    /// <summary>The tasks that have not ended.</summary>
    public IEnumerable<CooperationTask> Pending => Tasks.Where(t => t.IsPending);

    /// <summary>The same with one task changed.</summary>
    internal Cooperation With(int number, Func<CooperationTask, CooperationTask> change) => new(Tasks.ConvertAll(t => t.Number == number ? change(t) : t));

    /// <summary>All that has not ended ends now.</summary>
    internal Cooperation Dropped(DateTimeOffset at) =>
        new(Tasks.ConvertAll(t => t.IsPending ? t with { State = TaskState.Dropped, EndedAt = at } : t));

    /// <summary>Refusal while a step has to wait for agencies that it asked, or that were asked before it opened.</summary>
    /// <param name="step">The step; null for a decision, which waits for all.</param>
    internal Refusal? Awaited(OpenStep? step, Dossier dossier, Circumstances now)
    {
        var awaited = Pending.Where(t => step is null || t.AskedOn == step.Token || dossier.Open[t.AskedOn] is null).ToList();
        return awaited.Count == 0 ? null : new Refusal("cooperation.awaited",
            $"Còn chờ {string.Join(", ", awaited.Select(t => now.Agencies.NameOf(t.Agency)))} phối hợp. Hãy chờ trả lời, hoặc thu hồi việc đã gửi.",
            "NĐ 61/2018/NĐ-CP Đ.19.6");
    }
}
