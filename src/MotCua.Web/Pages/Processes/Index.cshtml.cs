using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Reference;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Web.Pages.Processes;

/// <summary>The approved internal processes, for everyone who is signed in.</summary>
public sealed class IndexModel(MotCuaDb db, ReferenceCache references, TimeProvider clock) : PageModel
{
    /// <summary>A process of the list.</summary>
    /// <param name="Holds">Whether it is in force today.</param>
    /// <param name="Procedures">How many procedures of today name it.</param>
    public sealed record Line(ProcessDefinition Process, bool Holds, int Procedures);

    /// <summary>All versions, by name.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var reference = await references.Get(db, cancel);
        var today = Vietnam.Day(clock.GetUtcNow());
        var used = reference.Procedures.Where(p => p.HoldsOn(today)).GroupBy(p => p.Process).ToDictionary(g => g.Key, g => g.Count());
        Lines =
        [
            .. reference.Processes.OrderBy(p => p.Code, StringComparer.Ordinal).ThenByDescending(p => p.Version)
                .Select(p => new Line(p, p.From <= today && (p.To is null || today <= p.To), used.GetValueOrDefault(p.Code))),
        ];
    }
}
