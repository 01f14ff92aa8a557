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
}

/// <summary>A file that cannot be read as a paper. The message is one Vietnamese sentence that says what to do.</summary>
public sealed class UnreadablePaperException(string sentence, Exception? inner = null) : Exception(sentence, inner);
