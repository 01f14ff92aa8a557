using MotCua.App.Papers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Returning;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>A version of the draft result as the dossier's page shows it.</summary>
/// <param name="File">Its file; null once it was erased.</param>
/// <param name="Line">The line that brought it.</param>
/// <param name="Judgements">What happened to it, oldest first.</param>
/// <param name="SameAs">An earlier version with the same bytes; null for none.</param>
public sealed record DraftSheet(ResultDraft Draft, PaperFileRow? File, TimelineLine? Line, IReadOnlyList<TimelineLine> Judgements, int? SameAs);

/// <summary>Says what happened to the versions of the draft result.</summary>
public static class DraftSheets
{
    /// <summary>The versions, the one that counts first.</summary>
    public static IReadOnlyList<DraftSheet> Of(DossierView view) => [.. view.Dossier.Drafts.Versions.Select(d =>
    {
        var line = view.Timeline.FirstOrDefault(l => l.Event is DraftAttached a && a.Number == d.Number);
        return new DraftSheet(
            d, view.Papers.Where(p => p.Component == DossierPaperRow.Draft && p.Version == line?.Row.Version).SelectMany(p => p.Files).FirstOrDefault(), line,
            [.. view.Timeline.Where(l => Judged(l.Event)?.Number == d.Number)],
            view.Dossier.Drafts.Versions.Find(o => o.Number < d.Number && o.Digest == d.Digest)?.Number);
    }).Reverse()];

    /// <summary>The version that an event judged; null for none.</summary>
    public static DraftRef? Judged(DossierEvent e) => e switch
    {
        Approved a => a.Draft,
        SentBack s => s.Draft,
        RefusedAfterAppraisal r => r.Draft,
        ResultRegistered r => r.Draft,
        _ => null,
    };

    /// <summary>Which version an event is of.</summary>
    public static IEnumerable<string> Facts(DossierEvent e) => e is DraftAttached a
        ? [$"Phiên bản {a.Number}, mã {Short(a.Digest)}"]
        : Judged(e) is { } draft ? [$"Dự thảo phiên bản {draft.Number}, mã {Short(draft.Digest)}"] : [];

    /// <summary>The beginning of a digest, enough to compare two by eye.</summary>
    public static string Short(string digest) => digest.Length > 12 ? digest[..12] : digest;
}
