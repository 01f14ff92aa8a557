using MotCua.App.Papers;
using BitMiracle.LibTiff.Classic;
using SkiaSharp;

namespace MotCua.Integrations.Scanning;

/// <summary>Looks into pictures. Their size is read from their head and refused before a pixel is decoded.</summary>
internal static class PictureLook
{
    // A picture of the shape of an A sheet is taken for one; a card or a receipt has another.
    private const double LeastShape = 1.33, MostShape = 1.5, ShortSide = 8.27;
    private const int LeastSide = 200, MostFrames = 5000;

    /// <summary>Points to the inch where a picture has the shape of an A4 sheet; else null.</summary>
    public static int? Dpi(long width, long height)
    {
        var (small, large) = (Math.Min(width, height), Math.Max(width, height));
        return small >= LeastSide && large <= small * MostShape && large >= small * LeastShape ? (int)Math.Round(small / ShortSide) : null;
    }

    /// <summary>A JPEG or PNG.</summary>
    public static PaperLook Raster(byte[] bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null)
            return new PaperLook { Fault = LookFault.Unopenable };
        if ((long)codec.Info.Width * codec.Info.Height > PdfScan.MostPixels)
            return new PaperLook { Fault = LookFault.Bomb };
        return Ink(codec) is { } seen
            ? new PaperLook { Pages = 1, Seen = [new PageLook(1, Dpi(codec.Info.Width, codec.Info.Height), seen.Contrast, seen.Blank)] }
            : new PaperLook { Fault = LookFault.Unopenable };
    }

    /// <summary>How light and dark a JPEG is; null where it cannot be decoded.</summary>
    public static (int Contrast, bool Blank)? InkOf(byte[] jpeg)
    {
        using var data = SKData.CreateCopy(jpeg);
        using var codec = SKCodec.Create(data);
        return codec is null || (long)codec.Info.Width * codec.Info.Height > PdfScan.MostPixels ? null : Ink(codec);
    }

    /// <summary>Looks into each frame of a TIFF.</summary>
    public static PaperLook Tiff(byte[] bytes, CancellationToken cancel)
    {
        using var opened = BitMiracle.LibTiff.Classic.Tiff.ClientOpen("tiff", "r", new MemoryStream(bytes, writable: false), new TiffStream());
        if (opened is null)
            return new PaperLook { Fault = LookFault.Unopenable };
        var pages = new List<PageLook>();
        do
        {
            cancel.ThrowIfCancellationRequested();
            var (width, height) = (Number(opened, TiffTag.IMAGEWIDTH), Number(opened, TiffTag.IMAGELENGTH));
            if (width <= 0 || height <= 0 || pages.Count >= MostFrames)
                return new PaperLook { Fault = LookFault.Unopenable };
            if (width * height > PdfScan.MostPixels)
                return new PaperLook { Fault = LookFault.Bomb };
            if (Ink(opened, (int)width, (int)height) is not { } seen)
                return new PaperLook { Fault = LookFault.Unopenable };
            pages.Add(new PageLook(pages.Count + 1, Dpi(width, height), seen.Contrast, seen.Blank));
        }
        while (opened.ReadDirectory());
        return new PaperLook { Pages = pages.Count, Seen = pages };
    }

    // A photo is shrunk while it is decoded, as far as its kind can.
    private static (int Contrast, bool Blank)? Ink(SKCodec codec)
    {
        const int Enough = 1600;
        var scale = Math.Clamp((float)Enough / Math.Max(codec.Info.Width, codec.Info.Height), 0.125f, 1f);
        var size = codec.GetScaledDimensions(scale);
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        using var bitmap = new SKBitmap();
        if (!bitmap.TryAllocPixels(info))
            return null;
        bitmap.Erase(SKColors.White);
        if (codec.GetPixels(info, bitmap.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput))
            return null;
        var ink = new Ink();
        ink.AddColour(bitmap.GetPixelSpan());
        return ink.Seen();
    }

    private static (int Contrast, bool Blank)? Ink(Tiff tiff, int width, int height)
    {
        var raster = new int[width * height];
        if (!tiff.ReadRGBAImageOriented(width, height, raster, Orientation.TOPLEFT))
            return null;
        var ink = new Ink();
        ink.AddColour(System.Runtime.InteropServices.MemoryMarshal.AsBytes(raster.AsSpan()));
        return ink.Seen();
    }

    private static long Number(Tiff tiff, TiffTag tag) => tiff.GetField(tag) is [var value, ..] ? value.ToInt() : 0;
}
