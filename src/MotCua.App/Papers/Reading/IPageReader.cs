using MotCua.Domain.Papers.Reading;

namespace MotCua.App.Papers.Reading;

/// <summary>Reads the words on the pages of a file, one page after the other; nothing is kept.</summary>
public interface IPageReader
{
    /// <summary>What this machine lacks to read papers, one Vietnamese sentence; null where nothing is missing.</summary>
    string? Missing { get; }

    /// <summary>The pages of a PDF, JPEG, PNG or TIFF in their order, upright and level.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="stop">Ends the reading, and every program that it started.</param>
    /// <exception cref="UnreadablePaperException">It cannot be read; the message is a sentence for the officer.</exception>
    IAsyncEnumerable<ReadPage> Pages(string file, CancellationToken stop);

    /// <summary>What a page is before it is read: a blank or a separator sheet; null for a page to be read. Needs no program.</summary>
    /// <param name="picture">JPEG or PNG.</param>
    ReadPage? Sheet(byte[] picture, int number);

    /// <summary>The words of the picture of a page, with the place where they stand on it.</summary>
    /// <param name="picture">JPEG or PNG.</param>
    /// <param name="quarters">By how many quarters it is turned clockwise first.</param>
    /// <param name="turns">Whether the reader may turn it further to read it better.</param>
    /// <exception cref="UnreadablePaperException">It cannot be read.</exception>
    Task<ReadPage> Picture(byte[] picture, int number, int quarters, bool turns, CancellationToken stop);
}

/// <summary>A file that cannot be read as a paper. The message is one Vietnamese sentence that says what to do.</summary>
public sealed class UnreadablePaperException(string sentence, Exception? inner = null) : Exception(sentence, inner);
