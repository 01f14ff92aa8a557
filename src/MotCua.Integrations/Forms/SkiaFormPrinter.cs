using MotCua.App.Papers.Forms;

namespace MotCua.Integrations.Forms;

/// <summary>Prints forms with SkiaSharp and HarfBuzz. One instance serves every thread; the fonts are read at the first print.</summary>
/// <param name="fontFolders">Where .ttf files are looked for, the application's own folder first;
/// null means "Fonts" beside the application, then the system's folders.</param>
public sealed class SkiaFormPrinter(IReadOnlyList<string>? fontFolders = null) : IFormPrinter
{
    // PublicationOnly: a failure is not remembered, so that an installed font is found at the next print.
    private readonly Lazy<SerifFamily> family = new(() => SerifFamily.Find(fontFolders ?? SerifFamily.Folders()), LazyThreadSafetyMode.PublicationOnly);

    /// <inheritdoc />
    public byte[] Print(FormTemplate template, FormContent content)
    {
        content.Check();
        var text = new TextSetter(family.Value);
        var page = PageSetup.Of(template.Paper);
        var frame = new FormFrame(template, content, text, page);
        var pages = Lay(template, content, text, page, frame);
        frame.Set(pages.Count);
        return PdfFile.Write(family.Value, text.Used, page, pages.Count, PdfFile.Metadata(template, content), (pen, number) =>
        {
            frame.Draw(pen, number);
            var top = page.Top + (number > 1 ? frame.ContinuationHeight : 0);
            foreach (var placed in pages[number - 1])
                placed.Box.Draw(pen, top + placed.Top, placed.Continues);
        });
    }

    /// <inheritdoc />
    public int Pages(FormTemplate template, FormContent content)
    {
        content.Check();
        var text = new TextSetter(family.Value);
        var page = PageSetup.Of(template.Paper);
        return Lay(template, content, text, page, new FormFrame(template, content, text, page)).Count;
    }

    /// <inheritdoc />
    public byte[] Join(IReadOnlyList<byte[]> files) => files.Count == 1 ? files[0] : UglyToad.PdfPig.Writer.PdfMerger.Merge(files);

    /// <summary>The pages at the template's size, or at a smaller one that it allows where that saves the second page.</summary>
    private static IReadOnlyList<IReadOnlyList<Placed>> Lay(
        FormTemplate template, FormContent content, TextSetter text, PageSetup page, FormFrame frame)
    {
        var body = page.Height - page.Top - page.Bottom - frame.FootHeight;
        IReadOnlyList<IReadOnlyList<Placed>>? natural = null;
        for (var size = template.Size; size >= (template.SmallestSize ?? template.Size); size -= 0.5)
        {
            var boxes = new FormLayout(template, content, text, page, (float)size).Build();
            var pages = Forms.Pages.Fill(boxes, body, body - frame.ContinuationHeight);
            if (pages.Count == 1)
                return pages;
            natural ??= pages;
        }
        return natural!;
    }
}
