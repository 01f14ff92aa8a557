using System.Globalization;
using MotCua.Domain.Law;

namespace MotCua.Domain.Papers.Reading;

/// <summary>The pages of one paper in a batch.</summary>
/// <param name="Pages">In their order.</param>
/// <param name="Separator">The text of the separator sheet before it, "blank", or null at the start of the file.</param>
[NoTerm("handling of scans")]
public sealed record BatchPart(IReadOnlyList<ReadPage> Pages, string? Separator)
{
    /// <summary>The number of the component that the separator sheet names; null where it names none.</summary>
    public int? Component => BatchSplit.ComponentOf(Separator);
}

/// <summary>Splits what the feeder took in at separator sheets and blank sheets.</summary>
[NoTerm("handling of scans")]
public static class BatchSplit
{
    /// <summary>How the QR text of a separator sheet begins; the component's number follows.</summary>
    public const string Mark = "MOTCUA-SEP:";

    /// <summary>What a blank sheet is called as a separator.</summary>
    public const string Blank = "blank";

    /// <summary>Whether a QR text is that of a separator sheet.</summary>
    public static bool IsSeparator(string qr) => ComponentOf(qr) is not null;

    /// <summary>The component's number in the QR text.</summary>
    public static int? ComponentOf(string? qr) =>
        qr is not null && qr.StartsWith(Mark, StringComparison.Ordinal)
            && int.TryParse(qr.AsSpan(Mark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : null;

    /// <summary>The papers in the order of the file. Several sheets in a row separate once, and the one that names a component wins.</summary>
    public static IReadOnlyList<BatchPart> Of(IEnumerable<ReadPage> pages)
    {
        var parts = new List<BatchPart>();
        var (open, separator) = (new List<ReadPage>(), (string?)null);
        foreach (var page in pages)
        {
            if (!page.Blank && page.Separator is null)
            {
                open.Add(page);
                continue;
            }
            if (open.Count > 0)
            {
                parts.Add(new BatchPart(open, separator));
                (open, separator) = ([], null);
            }
            separator = page.Separator ?? (IsSeparator(separator ?? "") ? separator : Blank);
        }
        if (open.Count > 0)
            parts.Add(new BatchPart(open, separator));
        return parts;
    }
}
