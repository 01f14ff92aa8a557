using MotCua.Domain.Dossiers;
using MotCua.House.Tests.Guard;
using Xunit;

namespace MotCua.House.Tests.Lives;

/// <summary>The page on the life of a dossier is what the acts say.</summary>
public sealed class LifecycleTests
{
    [Fact]
    public void The_page_is_what_the_acts_say() => Printed.IsFresh("LIFECYCLE.md", LifecyclePage.Print(Situations.All));

    [Fact]
    public void Every_kind_of_act_is_done_somewhere() => Assert.Equal(
        ActKinds.All.Select(k => k.Name),
        Situations.All.Ways.Select(w => w.Act).Concat(Apart.Done).Select(a => ActKinds.Of(a).Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_status_is_reached() => Assert.Equal(
        Enum.GetValues<DossierStatus>(), Situations.All.Dossiers.Select(d => d.Case.Status).Distinct().Order());

    [Fact]
    public void Every_open_situation_leads_to_an_end()
    {
        var ends = Situations.All.Ways.ToLookup(w => w.To.Case.Status, w => w.From.Case.Status);
        var reach = new HashSet<DossierStatus>([DossierStatus.Returned, DossierStatus.Stopped]);
        for (var grown = -1; grown != reach.Count;)
        {
            grown = reach.Count;
            reach.UnionWith(reach.ToList().SelectMany(s => ends[s]));
        }
        Assert.Equal(Enum.GetValues<DossierStatus>(), reach.Order());
    }
}
