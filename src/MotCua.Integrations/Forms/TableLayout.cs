using System.Globalization;
using MotCua.App.Papers.Forms;

namespace MotCua.Integrations.Forms;

/// <summary>A ruled table. A row stays on one page unless it is taller than a third of one; then it is cut between lines.</summary>
/// <param name="least">Least height of a row in points.</param>
internal sealed class TableLayout(TableBlock table, TextSetter text, PageSetup page, float size, float least = 0)
{
    private const float Padding = 2.5f;
    private readonly float[] edges = Edges(table, page.Body);

    public IEnumerable<Box> Build(IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        var cells = table.Columns.Select((c, i) => Cell(c.Heading, FontStyle.Bold, i)).ToList();
        var height = Height(cells) + 2 * Padding;
        var head = new Box(height, (pen, y, _) => Draw(pen, y, height, cells, 0, int.MaxValue, top: true, bottom: true, centred: true))
        {
            Before = 3, KeepWithNext = true,
        };
        yield return head;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = new Dictionary<string, string>(rows[i]) { [FormKeys.Ordinal] = (i + 1).ToString(CultureInfo.InvariantCulture) };
            if (rows[i].Count == 0)
                row.Remove(FormKeys.Ordinal);
            foreach (var box in Row(row, head))
                yield return box;
        }
        yield return new(3, (_, _, _) => { });
    }

    private IEnumerable<Box> Row(IReadOnlyDictionary<string, string> row, Box head)
    {
        var cells = table.Columns.Select((c, i) => Cell(FormText.FillCell(c.Text, row), FontStyle.Regular, i)).ToList();
        var lines = cells.Max(c => c.Count);
        var step = Height(cells) + 2 * Padding > (page.Height - page.Top - page.Bottom) / 3 ? 1 : lines;
        for (var from = 0; from < lines; from += step)
        {
            var (first, isFirst, isLast) = (from, from == 0, from + step >= lines);
            var height = step * size * FormLayout.Leading + (isFirst ? Padding : 0) + (isLast ? Padding : 0);
            height = step == lines ? Math.Max(height, least) : height;
            yield return new(height, (pen, y, continues) =>
                Draw(pen, y, height, cells, first, step, top: false, bottom: isLast || !continues, centred: false, isFirst ? Padding : 0))
            {
                Head = head, KeepWithNext = isFirst && !isLast,
            };
        }
    }

    private IReadOnlyList<Line> Cell(string words, FontStyle style, int column) =>
        text.Break([new(words, style)], size, edges[column + 1] - edges[column] - 2 * Padding);

    private float Height(IEnumerable<IReadOnlyList<Line>> cells) => cells.Max(c => c.Count) * size * FormLayout.Leading;

    private void Draw(
        Pen pen, float y, float height, IReadOnlyList<IReadOnlyList<Line>> cells, int from, int count,
        bool top, bool bottom, bool centred, float padding = Padding)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            var inner = edges[i + 1] - edges[i] - 2 * Padding;
            var last = (int)Math.Min(cells[i].Count, (long)from + count);
            var above = centred ? (height - cells[i].Count * size * FormLayout.Leading) / 2 : padding;
            for (var line = from; line < last; line++)
            {
                var x = edges[i] + Padding + (centred || table.Columns[i].Centred ? (inner - cells[i][line].Width) / 2 : 0);
                pen.Text(cells[i][line], x, y + above + ((line - from) * FormLayout.Leading + FormLayout.Ascent) * size);
            }
        }
        foreach (var edge in edges)
            pen.Rule(edge, y, edge, y + height);
        if (top)
            pen.Rule(edges[0], y, edges[^1], y);
        if (bottom)
            pen.Rule(edges[0], y + height, edges[^1], y + height);
    }

    private static float[] Edges(TableBlock table, float width)
    {
        var edges = new float[table.Columns.Count + 1];
        var all = (float)table.Columns.Sum(c => c.Width);
        for (var i = 0; i < table.Columns.Count; i++)
            edges[i + 1] = edges[i] + width * (float)table.Columns[i].Width / all;
        return edges;
    }
}
