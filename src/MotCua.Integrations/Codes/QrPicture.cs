using System.Globalization;
using System.Text;
using QRCoder;

namespace MotCua.Integrations.Codes;

/// <summary>A QR code as the outline of an SVG picture.</summary>
/// <param name="Side">Side of the picture in modules, with the quiet zone.</param>
/// <param name="Path">The dark modules, as the <c>d</c> of a path: runs along each row.</param>
public sealed record QrPicture(int Side, string Path)
{
    /// <summary>Draws a text.</summary>
    public static QrPicture Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true, utf8BOM: false);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows.Count;)
            {
                var to = x;
                while (to < rows.Count && rows[y][to])
                    to++;
                if (to > x)
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{to - x}v1h-{to - x}z");
                x = to + 1;
            }
        return new QrPicture(rows.Count, path.ToString());
    }
}
