using MotCua.App.Warnings.Control;
using MotCua.Domain.Agencies;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Control;

/// <summary>Signs of games with the clock in a period: per officer, with the dossiers behind each number.</summary>
[NeedsDuty(Duty.Control, Duty.Audit)]
public sealed class IndexModel(ControlLists lists, TimeProvider clock) : ControlPage(clock)
{
    /// <summary>The lists, each with the address of the dossiers behind it; empty while the period cannot be read.</summary>
    public IReadOnlyList<(ControlList List, string Query)> Lists { get; private set; } = [];

    /// <summary>Shows the lists.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (ReadPeriod() is not { } period)
            return;
        var all = new List<(ControlList, string)>();
        foreach (var (kind, _) in Kinds)
            all.Add((await lists.Of(SignedIn.Of(HttpContext).Id.Value, kind, period, cancel), Query(period, kind, null)));
        Lists = all;
    }
}
