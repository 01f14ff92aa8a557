using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Processes;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Web.SignIn;

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

    /// <summary>Versions that are not published yet, for those who work on them.</summary>
    public IReadOnlyList<ProcessVersionRow> Drafts { get; private set; } = [];

    /// <summary>Whether the officer may make drafts.</summary>
    public bool MayDraft { get; private set; }

    /// <summary>Today.</summary>
    public DateOnly Today => Vietnam.Day(clock.GetUtcNow());

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var reference = await references.Get(db, cancel);
        var (today, me) = (Today, SignedIn.Of(HttpContext));
        MayDraft = me.Has(Duty.Lead) || me.Has(Duty.Control) || me.Has(Duty.Administer);
        if (MayDraft || me.Has(Duty.Sign))
            Drafts = await db.Set<ProcessVersionRow>().AsNoTracking().Where(v => v.State == VersionState.Draft || v.State == VersionState.Checked)
                .OrderByDescending(v => v.Id).ToListAsync(cancel);
        var used = reference.Procedures.Where(p => p.HoldsOn(today)).GroupBy(p => p.Process).ToDictionary(g => g.Key, g => g.Count());
        Lines =
        [
            .. reference.Processes.OrderBy(p => p.Code, StringComparer.Ordinal).ThenByDescending(p => p.Version)
                .Select(p => new Line(p, p.From <= today && (p.To is null || today <= p.To), used.GetValueOrDefault(p.Code))),
        ];
    }
}
