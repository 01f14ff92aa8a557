using MotCua.Domain.Papers.Reading;

namespace MotCua.App.Papers.Reading;

/// <summary>A paper found in a file.</summary>
/// <param name="Pages">Their numbers in the file.</param>
/// <param name="Separator">The text of the separator sheet before it, "blank", or null.</param>
/// <param name="Fields">What is proposed.</param>
public sealed record PaperFound(IReadOnlyList<int> Pages, string? Separator, PaperFields Fields);

/// <summary>A file that was read.</summary>
/// <param name="Text">All its text, a form feed between pages.</param>
/// <param name="Pages">How many pages it has, with separator sheets and blank ones.</param>
/// <param name="Papers">In the order of the file.</param>
public sealed record FileRead(string Text, int Pages, IReadOnlyList<PaperFound> Papers);

/// <summary>The digitization line up to the proposal: pages → words → papers → fields (R-DIG-09). Nothing is stored.</summary>
public sealed class ReadPapers(IPageReader reader)
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="page">Called after each page with its number.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="UnreadablePaperException">It cannot be read.</exception>
    public async Task<FileRead> Do(string file, Action<int> page, CancellationToken stop)
    {
        var pages = new List<ReadPage>();
        await foreach (var read in reader.Pages(file, stop))
        {
            pages.Add(read);
            page(read.Number);
        }
        return Of(pages);
    }

    /// <summary>Papers and fields of pages that were read before.</summary>
    public static FileRead Of(IReadOnlyList<ReadPage> pages) => new(
        string.Join('\f', pages.Select(p => p.Text())),
        pages.Count,
        [.. BatchSplit.Of(pages).Select(part => new PaperFound([.. part.Pages.Select(p => p.Number)], part.Separator, FieldReader.Read(part.Pages)))]);
}
