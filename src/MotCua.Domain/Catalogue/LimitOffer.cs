using MotCua.Domain.Law;

namespace MotCua.Domain.Catalogue;

/// <summary>What a procedure says of the limit for one channel and one case.</summary>
/// <param name="Choices">The limits that can be read, the usual one first; no two alike.</param>
/// <param name="Unread">What the catalogue writes beside them and nobody can read as number and unit, each as written.</param>
[NoTerm("what a procedure offers for one channel and case")]
public sealed record LimitOffer(IReadOnlyList<ChannelLimit> Choices, IReadOnlyList<string> Unread)
{
    /// <summary>The limit that holds unless the officer says otherwise; null where he must say.</summary>
    public ChannelLimit? Usual => Unread.Count == 0 && Choices.Count > 0 ? Choices[0] : null;

    /// <summary>Whether the officer may determine date and basis himself: something cannot be read, or nothing is there.</summary>
    public bool MayBeSet => Choices.Count == 0 || Unread.Count > 0;

    /// <summary>What the ways to file of a channel say.</summary>
    internal static LimitOffer Of(ProcedureVersion procedure, Channel channel)
    {
        var ways = procedure.Details?.Ways.Where(w => w.Channel == channel).ToList() ?? [];
        var read = ways.Where(w => w.Limit is { Amount: > 0 }).DistinctBy(w => w.Limit)
            .Select(w => new ChannelLimit(channel, null, w.Limit!, Basis(procedure), false) { Note = w.Note.Length > 0 ? w.Note : null });
        var unread = ways.Where(w => w.Limit is not { Amount: > 0 }).Select(w => $"{w.LimitText} {w.Note}".Trim()).Where(t => t.Length > 0).Distinct();
        return new LimitOffer([.. read], [.. unread]);
    }

    private static string Basis(ProcedureVersion procedure) =>
        procedure.Decision.Length > 0 ? $"Thủ tục {procedure.Code} ({procedure.Decision})" : $"Thủ tục {procedure.Code}";
}
