using System.Globalization;
using System.Text;
using MotCua.Domain.Papers.Reading;
using MotCua.Domain.Words;

namespace MotCua.Integrations.Ocr;

/// <summary>Tesseract as a program: a grey page in by its standard input, a table of words out.</summary>
internal sealed class Tesseract(string program, OcrLimits limits)
{
    // Columns of its table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
    private const int Columns = 12;
    private const string WordLevel = "5";

    /// <summary>The words of a page; null where the program failed or took too much.</summary>
    public async Task<IReadOnlyList<ReadWord>?> Read(GrayPage page, int dpi, CancellationToken stop)
    {
        string[] words =
            ["stdin", "stdout", "-l", "vie", "--psm", "3", "--dpi", dpi.ToString(CultureInfo.InvariantCulture), "-c", "tessedit_do_invert=0", "tsv"];
        return await OutsideProgram.Run(program, words, (s, t) => Write(page, s, t), limits, stop) is { } table ? Words(Encoding.UTF8.GetString(table)) : null;
    }

    /// <summary>By how many quarters the page must be turned clockwise to stand upright; null where the program cannot tell.</summary>
    public async Task<int?> Turn(GrayPage page, CancellationToken stop)
    {
        var said = await OutsideProgram.Run(program, ["stdin", "stdout", "--psm", "0", "-l", "osd"], (s, t) => Write(page, s, t), limits, stop);
        var lines = said is null ? [] : Encoding.UTF8.GetString(said).Split('\n');
        return Number(lines, "Rotate:") is { } degrees && Number(lines, "Orientation confidence:") > 1 ? (int)degrees / 90 & 3 : null;
    }

    private static double? Number(string[] lines, string name) =>
        lines.FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal)) is { } line
            && double.TryParse(line[name.Length..], NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : null;

    private static async Task Write(GrayPage page, Stream to, CancellationToken stop)
    {
        await to.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{page.Width} {page.Height}\n255\n")), stop);
        await to.WriteAsync(page.Pixels, stop);
    }

    internal static IReadOnlyList<ReadWord> Words(string table)
    {
        var words = new List<ReadWord>();
        var (line, last) = (0, "");
        foreach (var row in table.Split('\n'))
        {
            var cells = row.Split('\t');
            if (cells.Length < Columns || cells[0] != WordLevel || VietnameseText.Clean(cells[11]) is not { } text)
                continue;
            var key = $"{cells[2]}.{cells[3]}.{cells[4]}";
            if (key != last)
                (line, last) = (line + 1, key);
            var sure = Math.Clamp(double.Parse(cells[10], CultureInfo.InvariantCulture) / 100, 0, 1);
            words.Add(new ReadWord(text, Int(cells[6]), Int(cells[7]), Int(cells[8]), Int(cells[9]), sure, line));
        }
        return words;
    }

    private static int Int(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
