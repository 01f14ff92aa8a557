namespace MotCua.Integrations.Ocr;

/// <summary>What reading may take of the machine.</summary>
public sealed record OcrLimits
{
    /// <summary>Seconds of processor time for one page in one program.</summary>
    public int Seconds { get; init; } = 120;

    /// <summary>Mebibytes that one program may have.</summary>
    public int MemoryMb { get; init; } = 2048;

    /// <summary>Pages of one file.</summary>
    public int Pages { get; init; } = 500;

    /// <summary>Mebibytes of one file.</summary>
    public int FileMb { get; init; } = 512;

    /// <summary>Pixels of one page: A4 at 600 dpi has 35 million.</summary>
    public long Pixels { get; init; } = 50_000_000;
}
