namespace MotCua.App.Papers;

/// <summary>Why a file was not looked into to its end.</summary>
public enum LookFault
{
    /// <summary>It does not open.</summary>
    Unopenable,
    /// <summary>Something in it unpacks into far more than a paper needs.</summary>
    Bomb,
    /// <summary>It is encrypted.</summary>
    Locked,
    /// <summary>It takes longer than any paper does.</summary>
    Slow,
}

/// <summary>What a page looks like; null where the file does not tell.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Dpi">Points of the scan to the inch of paper; null for a page of letters, or a picture of no known size.</param>
/// <param name="Contrast">Grey levels between paper and ink, 0 to 255.</param>
/// <param name="Blank">Whether nothing stands on it.</param>
public sealed record PageLook(int Number, int? Dpi, int? Contrast, bool? Blank);

/// <summary>What was seen in a file. Facts only; what they mean the checks say.</summary>
public sealed record PaperLook
{
    /// <summary>Why it ended early; null if it did not.</summary>
    public LookFault? Fault { get; init; }

    /// <summary>Whether it holds a script, or starts a program.</summary>
    public bool Active { get; init; }

    /// <summary>How many pages it has.</summary>
    public int Pages { get; init; }

    /// <summary>The pages that were looked at: the first ones of a long file.</summary>
    public IReadOnlyList<PageLook> Seen { get; init; } = [];

    /// <summary>It is too large to be looked into: only its frame was checked.</summary>
    public bool TooLarge { get; init; }
}

/// <summary>Looks into files that strangers send, within a time and a memory.</summary>
public interface IPaperLook
{
    /// <summary>Looks into a file; it never throws for what the file holds.</summary>
    /// <param name="content">Seekable; its position is not kept.</param>
    Task<PaperLook> Look(Stream content, FileKind kind, CancellationToken cancel);
}
