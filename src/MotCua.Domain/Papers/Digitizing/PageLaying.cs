using MotCua.Domain.Law;

namespace MotCua.Domain.Papers.Digitizing;

/// <summary>A page that came from the feeder.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Blank">Nothing is on it.</param>
/// <param name="Separator">The number of the component that a separator sheet names, 0 where it names none; null on every other page.</param>
[NoTerm("handling of scans")]
public sealed record FedPage(long Id, bool Blank, int? Separator);

/// <summary>Where a page is proposed to go.</summary>
/// <param name="Component">Code of the component; null where it is to be dropped.</param>
[NoTerm("handling of scans")]
public sealed record PageProposal(long Id, string? Component);

/// <summary>Proposes onto which component each page of a scan goes: what a separator sheet names, else one component after the other at each separator
/// or blank sheet. Sheets and blank pages are dropped.</summary>
[NoTerm("handling of scans")]
public static class PageLaying
{
    /// <summary>The proposal.</summary>
    /// <param name="pages">In the order of the feeder.</param>
    /// <param name="components">Codes of the components that are still to be digitized, in their order.</param>
    /// <param name="numbered">Codes of all components by the number on their separator sheet, from 1.</param>
    public static IReadOnlyList<PageProposal> Propose(IReadOnlyList<FedPage> pages, IReadOnlyList<string> components, IReadOnlyList<string> numbered)
    {
        var left = new Queue<string>(components);
        var (laid, at, opens) = (new List<PageProposal>(), (string?)null, true);
        string? named = null;
        foreach (var page in pages)
        {
            if (page.Separator is not null || page.Blank)
            {
                (opens, named) = (true, page.Separator is >= 1 and { } n && n <= numbered.Count ? numbered[n - 1] : named);
                laid.Add(new PageProposal(page.Id, null));
                continue;
            }
            if (opens)
            {
                at = named ?? Next(left) ?? at;
                left = new Queue<string>(left.Where(c => c != at));
                (opens, named) = (false, null);
            }
            laid.Add(new PageProposal(page.Id, at ?? numbered.FirstOrDefault()));
        }
        return laid;
    }

    private static string? Next(Queue<string> left) => left.TryDequeue(out var next) ? next : null;
}
