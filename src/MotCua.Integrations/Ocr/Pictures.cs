using MotCua.App.Papers.Reading;
using SkiaSharp;

namespace MotCua.Integrations.Ocr;

/// <summary>Decodes pictures. Their size is read from their head and refused before a pixel is allocated.</summary>
internal static class Pictures
{
    private const int LeastSide = 50;

    /// <summary>A JPEG or PNG, in grey, without seals, turned as its camera says.</summary>
    /// <exception cref="UnreadablePaperException">It is damaged or too large.</exception>
    public static GrayPage Decode(Stream file, OcrLimits limits)
    {
        var (bitmap, quarters) = InColour(file, limits);
        using (bitmap)
            return ColouredInk.Without(bitmap).Turned(quarters);
    }

    /// <summary>A JPEG or PNG in colour, and by how many quarters its camera says that it is to be turned clockwise.</summary>
    /// <exception cref="UnreadablePaperException">It is damaged or too large.</exception>
    public static (SKBitmap Bitmap, int Quarters) InColour(Stream file, OcrLimits limits)
    {
        using var codec = SKCodec.Create(file) ?? throw Damaged();
        Check(codec.Info.Width, codec.Info.Height, limits);
        var bitmap = Bitmap(codec.Info.Width, codec.Info.Height);
        // A scan whose last rows are missing is still a paper; one without a single row is not.
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) is SKCodecResult.Success or SKCodecResult.IncompleteInput)
            return (bitmap, Quarters(codec.EncodedOrigin));
        bitmap.Dispose();
        throw Damaged();
    }

    private static int Quarters(SKEncodedOrigin origin) => origin switch
    {
        SKEncodedOrigin.RightTop or SKEncodedOrigin.LeftTop => 1,
        SKEncodedOrigin.BottomRight or SKEncodedOrigin.BottomLeft => 2,
        SKEncodedOrigin.LeftBottom or SKEncodedOrigin.RightBottom => 3,
        _ => 0,
    };

    /// <summary>White pixels, four bytes each.</summary>
    public static SKBitmap Bitmap(int width, int height)
    {
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        bitmap.Erase(SKColors.White);
        return bitmap;
    }

    /// <summary>Refuses what is too large or too small to be a page.</summary>
    public static void Check(long width, long height, OcrLimits limits)
    {
        if (width < LeastSide || height < LeastSide)
            throw new UnreadablePaperException("Ảnh quá nhỏ để là một trang giấy; hãy quét lại ở 200 dpi trở lên.");
        if (width * height > limits.Pixels)
            throw new UnreadablePaperException(
                $"Ảnh có {width}×{height} điểm, lớn hơn mức {limits.Pixels / 1_000_000} triệu điểm đọc được; hãy quét lại ở 300 dpi.");
    }

    /// <summary>What a damaged file is answered.</summary>
    public static UnreadablePaperException Damaged(Exception? inner = null) => new("Tệp hỏng, không mở được; hãy quét hoặc chụp lại.", inner);
}
