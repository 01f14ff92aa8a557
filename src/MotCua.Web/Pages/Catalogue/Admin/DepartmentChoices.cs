using MotCua.Domain.Agencies;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Catalogue.Admin;

/// <summary>The functions of departments, each with one department that has it.</summary>
internal static class DepartmentChoices
{
    /// <param name="own">A function that must be among them.</param>
    public static IReadOnlyList<Choice> Of(AgencyDirectory agencies, DateOnly day, string? own)
    {
        var known = agencies.All.Where(a => a.Function is not null && a.From <= day && (a.To is null || day <= a.To))
            .GroupBy(a => a.Function!).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Choice(g.Key, $"{g.Key}: như {g.First().Name}")).ToList();
        if (!string.IsNullOrEmpty(own) && !known.Exists(c => c.Value == own))
            known.Add(new Choice(own, $"{own}: chưa có đơn vị nào"));
        return known;
    }
}
