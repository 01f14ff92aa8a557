using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Reference;
using MotCua.App.Work;
using MotCua.Domain.Agencies;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Across;

/// <summary>Parts of dossiers that other agencies have open: late ones are seen by the lead and by the head of the one-stop unit.</summary>
[NeedsDuty(Duty.Handle, Duty.Lead, Duty.HeadOneStop, Duty.Receive, Duty.Control)]
public sealed class CooperationModel(AcrossBook book, MotCuaDb db, ReferenceCache references) : PageModel
{
    private AgencyDirectory agencies = new([]);

    /// <summary>The open parts.</summary>
    public IReadOnlyList<OpenCooperation> Tasks { get; private set; } = [];

    /// <summary>How many are late.</summary>
    public int Late => Tasks.Count(t => t.IsLate);

    /// <summary>Name of a unit.</summary>
    public string Unit(AgencyId id) => agencies.NameOf(id);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        agencies = (await references.Get(db, cancel)).Agencies;
        Tasks = await book.Open(SignedIn.Of(HttpContext).Id.Value, cancel);
    }
}
