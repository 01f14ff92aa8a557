using MotCua.App.Papers;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace MotCua.Integrations.Scanning;

/// <summary>Looks into a PDF: its pages and the scans on them. It walks the tree of pages itself and runs no page's contents, so that nothing in
/// them can lead it in circles.</summary>
internal sealed class PdfLook(PdfDocument document, CancellationToken cancel)
{
    private const int MostNodes = 200_000, MostLooked = 200, MostContents = 4 * 1024 * 1024;
    private const double SameShape = 0.15;
    private static readonly NameToken[] Inherited = [NameToken.MediaBox, NameToken.Resources];

    /// <summary>Looks into a file.</summary>
    public static PaperLook Of(byte[] bytes, CancellationToken cancel)
    {
        var scanned = PdfScan.Of(bytes, cancel);
        if (scanned.Bomb)
            return new PaperLook { Fault = LookFault.Bomb };
        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions { SkipMissingFonts = true, UseLenientParsing = true });
            if (document.IsEncrypted)
                return new PaperLook { Fault = LookFault.Locked };
            var pages = new PdfLook(document, cancel).Pages();
            return new PaperLook { Active = scanned.Active, Pages = pages.Count, Seen = [.. pages.OfType<PageLook>()] };
        }
        catch (PdfDocumentEncryptedException)
        {
            return new PaperLook { Fault = LookFault.Locked };
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            // A parser that meets a hostile file may throw anything.
            return new PaperLook { Fault = LookFault.Unopenable };
        }
    }

    private List<PageLook?> Pages()
    {
        var (pages, seen) = (new List<PageLook?>(), new HashSet<IndirectReference>());
        var open = new Stack<(IToken Node, Dictionary<NameToken, IToken> Above)>();
        if (document.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Pages, out var root))
            open.Push((root, []));
        while (open.TryPop(out var next) && seen.Count < MostNodes)
        {
            cancel.ThrowIfCancellationRequested();
            if (next.Node is IndirectReferenceToken reference && !seen.Add(reference.Data))
                continue;
            if (Resolve(next.Node) is not DictionaryToken node)
                continue;
            var own = new Dictionary<NameToken, IToken>(next.Above);
            foreach (var name in Inherited)
                if (node.TryGet(name, out var value))
                    own[name] = value;
            if (node.TryGet(NameToken.Kids, out var kids) && Resolve(kids) is ArrayToken { Data: var list })
                foreach (var kid in list.Reverse())
                    open.Push((kid, own));
            else if (!node.TryGet(NameToken.Type, out var type) || Resolve(type) is NameToken { Data: "Page" })
                pages.Add(pages.Count < MostLooked ? Look(node, own, pages.Count + 1) : null);
        }
        return pages;
    }

    private PageLook Look(DictionaryToken page, Dictionary<NameToken, IToken> own, int number)
    {
        var resources = Resolve(own.GetValueOrDefault(NameToken.Resources)) as DictionaryToken;
        var scan = Box(own.GetValueOrDefault(NameToken.MediaBox)) is { } box ? Images(resources).Select(i => (Image: i, Dpi: Dpi(i, box)))
            .Where(i => i.Dpi is not null).OrderByDescending(i => i.Dpi).FirstOrDefault() : default;
        var letters = Dictionary(resources, NameToken.Font) is { Data.Count: > 0 };
        if (scan.Image is null || (letters && !HiddenLetters(page)))
            return new PageLook(number, null, null, scan.Image is null && !letters && Contents(page).Length == 0 ? true : null);
        var ink = IsJpeg(scan.Image) ? PictureLook.InkOf(scan.Image.Data.ToArray()) : null;
        return new PageLook(number, scan.Dpi, ink?.Contrast, ink?.Blank);
    }

    private IEnumerable<StreamToken> Images(DictionaryToken? resources) =>
        (Dictionary(resources, NameToken.Xobject)?.Data.Values ?? []).Take(50).Select(Resolve).OfType<StreamToken>()
            .Where(s => s.StreamDictionary.TryGet(NameToken.Subtype, out var kind) && kind is NameToken { Data: "Image" });

    /// <summary>Points to the inch where an image has the shape of its page, upright or turned; null where it is something on the page.</summary>
    private static int? Dpi(StreamToken image, (double Width, double Height) page)
    {
        if (Number(image, NameToken.Width) is not { } wide || Number(image, NameToken.Height) is not { } high || wide < 1 || high < 1)
            return null;
        var (upright, turned) = (Off(wide / high, page.Width / page.Height), Off(high / wide, page.Width / page.Height));
        if (Math.Min(upright, turned) > SameShape)
            return null;
        return (int)Math.Round((upright <= turned ? wide : high) / (page.Width / 72));
    }

    private static double Off(double shape, double other) => Math.Abs(Math.Log(shape / other));

    // A layer of letters that was read from the scan is there and not drawn: "3 Tr".
    private bool HiddenLetters(DictionaryToken page) => Contents(page).AsSpan().IndexOf("3 Tr"u8) >= 0;

    private byte[] Contents(DictionaryToken page)
    {
        if (!page.TryGet(NameToken.Contents, out var contents))
            return [];
        var all = new MemoryStream();
        var parts = Resolve(contents) is ArrayToken list ? list.Data.Take(100).Select(Resolve) : [Resolve(contents)];
        foreach (var part in parts.OfType<StreamToken>())
        {
            var filters = PdfScan.Filters(part.StreamDictionary.ToString());
            try
            {
                using var open = PdfFilters.Chain(new MemoryStream(part.Data.ToArray()), filters);
                var piece = new byte[65536];
                for (int read; open is not null && all.Length < MostContents && (read = open.Read(piece)) > 0;)
                    all.Write(piece, 0, read);
            }
            catch (InvalidDataException)
            {
                // What can be read is looked at.
            }
        }
        return all.ToArray();
    }

    private static bool IsJpeg(StreamToken image) => image.Data.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    private static double? Number(StreamToken stream, NameToken name) =>
        stream.StreamDictionary.TryGet(name, out var value) && value is NumericToken number ? number.Data : null;

    private (double Width, double Height)? Box(IToken? token) =>
        Resolve(token) is ArrayToken { Data: { Count: 4 } sides }
        && sides.Select(Resolve).OfType<NumericToken>().Select(n => n.Data).ToList() is [var l, var b, var r, var t]
        && Math.Abs(r - l) is >= 10 and <= 20_000 && Math.Abs(t - b) is >= 10 and <= 20_000
            ? (Math.Abs(r - l), Math.Abs(t - b))
            : null;

    private DictionaryToken? Dictionary(DictionaryToken? of, NameToken name) =>
        of is not null && of.TryGet(name, out var value) ? Resolve(value) as DictionaryToken : null;

    private IToken? Resolve(IToken? token)
    {
        for (var i = 0; token is IndirectReferenceToken reference && i < 10; i++)
            token = document.Structure.GetObject(reference.Data)?.Data;
        return token;
    }
}
