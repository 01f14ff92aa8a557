namespace MotCua.App.Papers;

/// <summary>Draws papers anew with a mark over them.</summary>
public interface IPaperPicture
{
    /// <summary>The pages of a file with words across each, as pictures alone: what lies under the mark is not in them.</summary>
    /// <param name="content">Seekable.</param>
    /// <param name="words">Who looks, and when.</param>
    /// <returns>A JPEG, or a PDF of several pages; null where it cannot be drawn here.</returns>
    Task<(byte[] Bytes, string MediaType)?> Marked(Stream content, FileKind kind, string words, CancellationToken cancel);
}
