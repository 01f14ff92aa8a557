using MotCua.App.Work;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Work;

/// <summary>A link beside a list, with what waits behind it.</summary>
/// <param name="Count">How many rows; null where they are not counted.</param>
/// <param name="Late">Whether what waits there is late.</param>
public sealed record WorkLink(string Href, string Label, string? Count, bool Current, bool Late = false);

/// <summary>A group of links beside a list.</summary>
public sealed record WorkLinks(string Heading, IReadOnlyList<WorkLink> Links);

/// <summary>Puts the links beside a list together: views, step groups, due states, saved filters.</summary>
internal static class WorkBeside
{
    public static IReadOnlyList<WorkLinks> Of(WorkForm form, OpenWork open, int mine)
    {
        var here = form.Address();
        return
        [
            new WorkLinks("Danh sách", [.. WorkSlugs.Views.Select(v => Link(
                v.Value == WorkView.Unit ? "" : "?xem=" + v.Slug, Terms.Of(v.Value), v.Value switch
                {
                    WorkView.Unit => Counted(open.All, open.AtLeast),
                    WorkView.Mine => Counted(mine),
                    _ => null,
                }, here))]),
            new WorkLinks("Theo bước", [.. WorkSlugs.Steps.Where(s => Shown(open.Steps, s.Value) || here == "?buoc=" + s.Slug).Select(s => Link(
                "?buoc=" + s.Slug, StepWords(s.Value), Counted(open.Steps.GetValueOrDefault(s.Value), open.AtLeast), here))]),
            new WorkLinks("Theo thời hạn", [.. WorkSlugs.Due.Take(5).Select(s => Link(
                "?han=" + s.Slug, Terms.Of(s.Value), Counted(open.Due.GetValueOrDefault(s.Value), open.AtLeast), here,
                s.Value == DueState.Overdue && Shown(open.Due, s.Value)))]),
        ];
    }

    /// <summary>"31", "hơn 1.000".</summary>
    /// <param name="atLeast">Not all was read: what was counted may be more.</param>
    public static string Counted(int n, bool atLeast = false) =>
        n > WorkSearch.CountLimit ? $"hơn {VietText.Number((long)WorkSearch.CountLimit)}"
        : atLeast && n > 0 ? $"ít nhất {VietText.Number((long)n)}" : VietText.Number((long)n);

    /// <summary>What an open step of a kind waits for.</summary>
    public static string StepWords(StepKind kind) => kind switch
    {
        StepKind.HandOver => "Chờ chuyển hồ sơ",
        StepKind.Handle => "Chờ thẩm định, xử lý",
        StepKind.Approve => "Chờ phê duyệt",
        StepKind.Register => "Chờ vào sổ kết quả",
        StepKind.Cooperate => "Chờ phối hợp giải quyết",
        _ => "Chờ trả kết quả",
    };

    private static bool Shown<T>(IReadOnlyDictionary<T, int> counts, T value) => counts.GetValueOrDefault(value) > 0;

    private static WorkLink Link(string query, string label, string? count, string here, bool late = false) =>
        new("/viec" + query, WorkLine.Sentence(label), count, here == query, late);
}
