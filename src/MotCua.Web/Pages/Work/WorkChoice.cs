using MotCua.App.Work;
using MotCua.Domain.Law;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Work;

/// <summary>The choices of the filters' selects.</summary>
internal static class WorkChoice
{
    /// <summary>The orders.</summary>
    public static IReadOnlyList<Choice> Sorts => [.. WorkSlugs.Sorts.Select(s => new Choice(s.Slug, s.Value switch
    {
        WorkSort.Due => "Hạn gần nhất trước",
        WorkSort.Newest => "Mới tiếp nhận trước",
        WorkSort.Oldest => "Tiếp nhận lâu nhất trước",
        _ => "Theo mã hồ sơ",
    }))];

    /// <summary>The members of a list with their terms.</summary>
    public static IReadOnlyList<Choice> Of<T>(IReadOnlyList<(T Value, string Slug)> of) where T : struct, Enum =>
        [.. of.Select(x => new Choice(x.Slug, WorkLine.Sentence(Terms.Of(x.Value))))];
}
