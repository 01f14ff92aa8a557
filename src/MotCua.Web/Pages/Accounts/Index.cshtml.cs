using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Access;
using MotCua.App.Agencies;
using MotCua.App.Reference;
using MotCua.Domain.Law;
using MotCua.Web.Configuration;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Accounts;

/// <summary>The officer's own account: who he is here, what he may do today and by which decision, how he signs in.</summary>
[AnyAccount(AccountState.NoDuty)]
public sealed class IndexModel(
    MotCuaDb db, Duties duties, ReferenceCache references, SecondFactors factors, Sessions sessions, MotCuaSettings settings) : PageModel
{
    /// <summary>A duty of today in words.</summary>
    public sealed record DutyLine(string Duty, string Unit, DateOnly From, DateOnly? To, string Basis);

    /// <summary>Whose account it is.</summary>
    public Account Who => Account.Of(HttpContext)!;

    /// <summary>The duties that hold today.</summary>
    public IReadOnlyList<DutyLine> Lines { get; private set; } = [];

    /// <summary>The second factor; null if there is none.</summary>
    public FactorState? Factor { get; private set; }

    /// <summary>The running sessions.</summary>
    public int Running { get; private set; }

    /// <summary>A demonstration, where the second factor is not asked for.</summary>
    public bool Spared => Who.Demo && settings.Demonstration;

    /// <summary>Shows the account.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var reference = await references.Get(db, cancel);
        Lines = [.. (await duties.Of(Who.Id, cancel)).OrderBy(g => g.Duty)
            .Select(g => new DutyLine(Terms.Of(g.Duty), reference.Agencies.NameOf(g.Unit), g.From, g.To, g.Basis))];
        Factor = await factors.Of(Who.Id, cancel);
        Running = (await sessions.Of(Who.Id, cancel)).Count;
    }
}
