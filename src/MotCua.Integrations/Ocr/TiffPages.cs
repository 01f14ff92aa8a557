using BitMiracle.LibTiff.Classic;
using MotCua.App.Papers.Reading;
using SkiaSharp;

namespace MotCua.Integrations.Ocr;

/// <summary>The pages of a TIFF.</summary>
internal static class TiffPages
{
    /// <summary>The library writes what it finds wrong nowhere: it may quote a paper.</summary>
    public static void Quiet() => Tiff.SetErrorHandler(new Silent());

    /// <summary>One page after the other.</summary>
    /// <exception cref="UnreadablePaperException">It is damaged or too large.</exception>
    public static IEnumerable<GrayPage> Of(string file, OcrLimits limits)
    {
        Quiet();
        using var tiff = Open(file);
        var page = 0;
        do
        {
            if (++page > limits.Pages)
                throw new UnreadablePaperException($"Tệp có hơn {limits.Pages} trang; hãy tách thành nhiều tệp.");
            yield return Decode(tiff, limits);
        }
        while (Next(tiff));
    }

    private static Tiff Open(string file)
    {
        try
        {
            return Tiff.Open(file, "r") ?? throw Pictures.Damaged();
        }
        catch (Exception e) when (e is not (UnreadablePaperException or OutOfMemoryException))
        {
            throw Pictures.Damaged(e);
        }
    }

    private static bool Next(Tiff tiff)
    {
        try
        {
            return tiff.ReadDirectory();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw Pictures.Damaged(e);
        }
    }

    private static GrayPage Decode(Tiff tiff, OcrLimits limits)
    {
        var (width, height) = (Number(tiff, TiffTag.IMAGEWIDTH), Number(tiff, TiffTag.IMAGELENGTH));
        Pictures.Check(width, height, limits);
        using var bitmap = Pictures.Bitmap(width, height);
        try
        {
            var raster = new int[width * height];
            if (!tiff.ReadRGBAImageOriented(width, height, raster, Orientation.TOPLEFT))
                throw Pictures.Damaged();
            // Its integers hold alpha, blue, green, red from the highest byte: red first in memory.
            System.Runtime.InteropServices.Marshal.Copy(raster, 0, bitmap.GetPixels(), raster.Length);
        }
        catch (Exception e) when (e is not (UnreadablePaperException or OutOfMemoryException))
        {
            throw Pictures.Damaged(e);
        }
        return ColouredInk.Without(bitmap);
    }

    private static int Number(Tiff tiff, TiffTag tag) => tiff.GetField(tag) is [var value, ..] ? value.ToInt() : throw Pictures.Damaged();

    private sealed class Silent : TiffErrorHandler
    {
        public override void WarningHandler(Tiff tif, string method, string format, params object[] args) { }

        public override void WarningHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args) { }

        public override void ErrorHandler(Tiff tif, string method, string format, params object[] args) { }

        public override void ErrorHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args) { }
    }
}
