namespace MotCua.App.Papers;

/// <summary>A file that was checked and stored; no row names it yet.</summary>
/// <param name="Digest">SHA-256, hexadecimal, lower case.</param>
/// <param name="FileName">Name as uploaded.</param>
/// <param name="MediaType">Type found in the content.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredFile(string Digest, string FileName, string MediaType, long Size)
{
    /// <summary>How many pages it has; null where nobody looked.</summary>
    public int? Pages { get; init; }

    /// <summary>Why it may be hard to read, in sentences; null if it is not.</summary>
    public string? Warning { get; init; }

    /// <summary>The row that attaches it to a paper.</summary>
    public PaperFileRow ToRow() =>
        new() { Digest = Digest, FileName = FileName, MediaType = MediaType, Size = Size, Pages = Pages, Warning = Warning };
}
