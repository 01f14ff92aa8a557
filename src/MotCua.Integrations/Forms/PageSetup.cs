using MotCua.App.Papers.Forms;

namespace MotCua.Integrations.Forms;

/// <summary>Sizes of a page in points.</summary>
/// <param name="Bottom">White under the foot: no less than office printers need.</param>
internal sealed record PageSetup(float Width, float Height, float Left, float Right, float Top, float Bottom)
{
    /// <summary>Points in a millimetre.</summary>
    public const float Millimetre = 72f / 25.4f;

    /// <summary>Width between the margins.</summary>
    public float Body => Width - Left - Right;

    /// <summary>Page of the paper. A4 margins: NĐ 30/2020/NĐ-CP, Phụ lục I; a book is bound at its left.</summary>
    public static PageSetup Of(FormPaper paper) => paper switch
    {
        FormPaper.A4 => InMillimetres(210, 297, 30, 15, 20, 12),
        FormPaper.A4Landscape => InMillimetres(297, 210, 20, 10, 15, 8),
        _ => InMillimetres(148, 210, 12, 10, 9, 5.5f),
    };

    private static PageSetup InMillimetres(float width, float height, float left, float right, float top, float bottom) =>
        new(width * Millimetre, height * Millimetre, left * Millimetre, right * Millimetre, top * Millimetre, bottom * Millimetre);
}
