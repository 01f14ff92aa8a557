using MotCua.App.Papers.Reading;
using MotCua.Domain.Papers.Reading;

namespace MotCua.App.Papers.Digitizing;

/// <summary>The picture of a page, as it came in.</summary>
/// <param name="Number">From 1, in the file.</param>
/// <param name="Jpeg">Its bytes.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Dpi">Pixels in an inch of the paper; worked out from A4 where the file does not say.</param>
/// <param name="Quarters">By how many quarters the file says it is to be turned clockwise.</param>
/// <param name="Letters">Where the file itself holds the letters.</param>
public sealed record PagePicture(int Number, byte[] Jpeg, int Width, int Height, int Dpi, int Quarters, ReadPage? Letters);

/// <summary>Takes the pictures of pages out of the files that papers come in; nothing is kept.</summary>
public interface IPagePictures
{
    /// <summary>The pages of a PDF, JPEG, PNG or TIFF in their order, one in memory at a time.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="after">Pages up to this number are left out.</param>
    /// <exception cref="UnreadablePaperException">It cannot be read; the message is a sentence for the officer.</exception>
    IAsyncEnumerable<PagePicture> Of(string file, int after, CancellationToken stop);

    /// <summary>A picture for the screen, JPEG: turned, cut and not larger than asked.</summary>
    /// <param name="jpeg">The page's picture.</param>
    /// <param name="quarters">By how many quarters it is turned clockwise.</param>
    /// <param name="longSide">The most pixels on the longer side.</param>
    /// <param name="part">What is cut out of the turned picture; null for all of it.</param>
    byte[] Show(byte[] jpeg, int quarters, int longSide, PageBox? part = null);

    /// <summary>What of the picture's look makes it hard to read: too few pixels, too pale; null where it is well.</summary>
    string? Fault(PagePicture page);
}

/// <summary>A page of a searchable copy.</summary>
/// <param name="Jpeg">Opens its picture.</param>
/// <param name="Quarters">By how many quarters it is turned clockwise.</param>
/// <param name="Dpi">Pixels in an inch.</param>
/// <param name="Read">The words on it, read from the turned picture; null where there are none.</param>
public sealed record CopyPage(Func<byte[]> Jpeg, int Quarters, int Dpi, ReadPage? Read);

/// <summary>Writes searchable copies: PDF/A-2b, the page's picture over its text (R-DIG-21).</summary>
public interface ICopyWriter
{
    /// <summary>The file. The same pages, words and time give the same bytes.</summary>
    /// <param name="pages">Their pictures are opened one after the other.</param>
    /// <param name="title">Name of the paper.</param>
    /// <param name="author">The agency.</param>
    /// <param name="at">When it is made.</param>
    byte[] Write(IReadOnlyList<CopyPage> pages, string title, string author, DateTimeOffset at);
}

/// <summary>Prints separator sheets for the feeder.</summary>
public interface ISheetPrinter
{
    /// <summary>One A4 sheet for each component, its number in a QR code.</summary>
    /// <param name="sheets">Number and name of each component.</param>
    byte[] Print(IReadOnlyList<(int Number, string Name)> sheets, DateTimeOffset at);
}
