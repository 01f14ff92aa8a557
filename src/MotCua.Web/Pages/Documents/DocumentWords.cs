using MotCua.Domain.Papers.Documents;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Documents;

/// <summary>Words and tones for documents of the repository.</summary>
internal static class DocumentWords
{
    /// <summary>The tone of a standing; the word is always beside it.</summary>
    public static Tone ToneOf(DocumentStanding standing) => standing switch
    {
        DocumentStanding.InForce => Tone.Ok,
        DocumentStanding.Annulled => Tone.No,
        _ => Tone.Hold,
    };
}
