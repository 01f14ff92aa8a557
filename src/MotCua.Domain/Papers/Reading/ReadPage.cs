using MotCua.Domain.Law;

namespace MotCua.Domain.Papers.Reading;

/// <summary>A word that was read on a page.</summary>
/// <param name="Text">As it was read.</param>
/// <param name="Left">Pixels of the page from its left edge.</param>
/// <param name="Top">Pixels of the page from its upper edge.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Sure">How sure the reader is of it, 0 to 1; 1 where the file itself holds the letters.</param>
/// <param name="Line">Words of one line in the reader's eyes have the same number; numbers follow the reader's order.</param>
[NoTerm("what a reading program gives")]
public sealed record ReadWord(string Text, int Left, int Top, int Width, int Height, double Sure, int Line)
{
    /// <summary>Its right edge.</summary>
    public int Right => Left + Width;

    /// <summary>Its lower edge.</summary>
    public int Bottom => Top + Height;
}

/// <summary>A page as it was read, upright.</summary>
/// <param name="Number">From 1, in the file.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Words">In the reader's order.</param>
[NoTerm("what a reading program gives")]
public sealed record ReadPage(int Number, int Width, int Height, IReadOnlyList<ReadWord> Words)
{
    /// <summary>Nothing is on it.</summary>
    public bool Blank { get; init; }

    /// <summary>The text of the QR code of a separator sheet ("MOTCUA-SEP:3"); null on every other page.</summary>
    public string? Separator { get; init; }

    /// <summary>How it lies on the picture that it was read from; null where nobody asked.</summary>
    public PagePlace? Place { get; init; }

    /// <summary>The page's text, a line each, in the reader's order.</summary>
    public string Text() =>
        string.Join('\n', Words.GroupBy(w => w.Line).Select(line => string.Join(' ', line.Select(w => w.Text))));
}
