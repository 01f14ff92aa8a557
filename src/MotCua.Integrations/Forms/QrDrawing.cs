using QRCoder;
using SkiaSharp;

namespace MotCua.Integrations.Forms;

/// <summary>A QR code (TCVN 7322:2009, ISO/IEC 18004) as rectangles.</summary>
internal sealed class QrDrawing
{
    /// <summary>Modules of white that must surround the code.</summary>
    public const int QuietZone = 4;

    private const float SmallestModule = 0.36f * PageSetup.Millimetre;
    private const float SmallestSide = 21 * PageSetup.Millimetre;
    private readonly bool[][] dark;

    /// <param name="text">Encoded as UTF-8 with error correction M: a folded or stamped paper still reads.</param>
    public QrDrawing(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true, utf8BOM: false);
        var rows = code.ModuleMatrix.Count - 2 * QuietZone;
        dark = [.. Enumerable.Range(0, rows).Select(y => Enumerable.Range(0, rows)
            .Select(x => code.ModuleMatrix[y + QuietZone][x + QuietZone]).ToArray())];
        Module = Math.Max(SmallestModule, SmallestSide / rows);
    }

    /// <summary>Side of one module in points.</summary>
    public float Module { get; }

    /// <summary>Side of the dark square in points, without the quiet zone.</summary>
    public float Side => Module * dark.Length;

    /// <summary>The dark modules, joined along each row, with the code's corner at the given place.</summary>
    public IEnumerable<SKRect> Rectangles(float x, float y)
    {
        for (var row = 0; row < dark.Length; row++)
            for (var from = 0; from < dark.Length;)
            {
                var to = from;
                while (to < dark.Length && dark[row][to])
                    to++;
                if (to > from)
                    yield return new(x + from * Module, y + row * Module, x + to * Module, y + (row + 1) * Module);
                from = to + 1;
            }
    }
}
