namespace MotCua.App.Papers.Forms;

/// <summary>Prints a statutory paper as a PDF with embedded fonts.</summary>
public interface IFormPrinter
{
    /// <summary>The PDF file. The same template and content give the same bytes.</summary>
    /// <exception cref="FormContentException">A value that must stand on the paper is missing, or a key is unknown.</exception>
    /// <exception cref="MissingGlyphException">The font lacks a character of the content.</exception>
    /// <exception cref="NoFontException">The machine has no usable font.</exception>
    byte[] Print(FormTemplate template, FormContent content);

    /// <summary>On how many pages it would stand, without printing it.</summary>
    /// <exception cref="FormException">As <see cref="Print"/>.</exception>
    int Pages(FormTemplate template, FormContent content);

    /// <summary>One file of the pages of several, in their order.</summary>
    byte[] Join(IReadOnlyList<byte[]> files);
}
