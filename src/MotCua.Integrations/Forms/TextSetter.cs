using System.Globalization;
using System.Text;
using MotCua.App.Papers.Forms;

namespace MotCua.Integrations.Forms;

/// <summary>Text in one style.</summary>
internal sealed record Span(string Text, FontStyle Style = FontStyle.Regular);

/// <summary>One set line: pieces side by side.</summary>
internal sealed record Line(IReadOnlyList<Piece> Pieces, float Size)
{
    /// <summary>Width in points.</summary>
    public float Width { get; } = Pieces.Sum(p => p.Width);
}

/// <summary>Sets the text of one document: shapes, measures, breaks lines, and keeps account of the glyphs used.</summary>
internal sealed class TextSetter(SerifFamily family)
{
    private readonly Dictionary<(string, FontStyle), float> widths = [];

    /// <summary>Glyphs used so far and what they stand for, by style.</summary>
    public IReadOnlyList<Dictionary<ushort, int>> Used { get; } = [[], [], [], []];

    /// <summary>A text on one line, whatever its width.</summary>
    public Line One(string text, FontStyle style, float size) => Join([new(Clean(text).Replace('\n', ' '), style)], size);

    /// <summary>The text broken into lines of the width; "\n" starts a new line. A word wider than a line is cut between letters.</summary>
    public IReadOnlyList<Line> Break(IReadOnlyList<Span> spans, float size, float width)
    {
        var lines = new List<Line>();
        var line = new List<Span>();
        var used = 0f;
        foreach (var word in Words(spans, size, width))
        {
            var w = Width(word.Spans, size);
            var gap = line.Count == 0 || !word.SpaceBefore ? 0 : Width([new(" ", line[^1].Style)], size);
            if (word.NewLine || (line.Count > 0 && used + gap + w > width + 0.01f))
            {
                lines.Add(Join(line, size));
                (line, used, gap) = ([], 0, 0);
            }
            if (gap > 0)
                line.Add(new(" ", line[^1].Style));
            line.AddRange(word.Spans);
            used += gap + w;
        }
        lines.Add(Join(line, size));
        return lines;
    }

    /// <summary>As <see cref="Break"/>, but with lines of about the same width: for centred headings.</summary>
    public IReadOnlyList<Line> Balance(IReadOnlyList<Span> spans, float size, float width)
    {
        var lines = Break(spans, size, width);
        if (lines.Count == 1)
            return lines;
        var widest = Split(spans).Max(w => Width(w.Spans, size));
        for (var narrower = width - 4; narrower >= widest; narrower -= 4)
        {
            var tried = Break(spans, size, narrower);
            if (tried.Count > lines.Count)
                break;
            lines = tried;
        }
        return lines;
    }

    /// <summary>The largest size, at most <paramref name="size"/>, at which the text stands on one line of the width.</summary>
    public float Fit(string text, FontStyle style, float size, float width)
    {
        var natural = Width([new(Clean(text), style)], size);
        return natural <= width ? size : (float)Math.Floor(size * width / natural * 20) / 20;
    }

    private Line Join(IReadOnlyList<Span> spans, float size)
    {
        var pieces = new List<Piece>();
        for (var i = 0; i < spans.Count; i++)
        {
            var text = new StringBuilder(spans[i].Text);
            while (i + 1 < spans.Count && spans[i + 1].Style == spans[i].Style)
                text.Append(spans[++i].Text);
            if (text.Length > 0)
                pieces.Add(Shape(text.ToString(), spans[i].Style, size));
        }
        return new(pieces, size);
    }

    private float Width(IReadOnlyList<Span> spans, float size) => spans.Sum(s => WidthAtOne(s)) * size;

    private float WidthAtOne(Span span)
    {
        if (!widths.TryGetValue((span.Text, span.Style), out var width))
            widths[(span.Text, span.Style)] = width = Shape(span.Text, span.Style, 1).Width;
        return width;
    }

    /// <summary>A no-break space matters to the breaking of lines only; drawn as a space it is read back as one.</summary>
    private Piece Shape(string words, FontStyle style, float size) =>
        family[style].Shape(words.Replace('\u00A0', ' '), style, size, Used[(int)style]);

    private IEnumerable<Word> Words(IReadOnlyList<Span> spans, float size, float width)
    {
        foreach (var word in Split(spans))
        {
            if (Width(word.Spans, size) <= width)
            {
                yield return word;
                continue;
            }
            var first = true;
            foreach (var part in Cut(word, size, width))
            {
                yield return part with { NewLine = first && word.NewLine, SpaceBefore = first && word.SpaceBefore };
                first = false;
            }
        }
    }

    private IEnumerable<Word> Cut(Word word, float size, float width)
    {
        foreach (var span in word.Spans)
        {
            var part = "";
            foreach (var letter in Letters(span.Text))
            {
                if (part.Length > 0 && Width([span with { Text = part + letter }], size) > width)
                {
                    yield return new([span with { Text = part }], false, false);
                    part = "";
                }
                part += letter;
            }
            if (part.Length > 0)
                yield return new([span with { Text = part }], false, false);
        }
    }

    private static IEnumerable<string> Letters(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            yield return text.Substring(at, length);
            at += length;
        }
    }

    private static List<Word> Split(IReadOnlyList<Span> spans)
    {
        var words = new List<Word>();
        var parts = new List<Span>();
        var (space, newLine) = (false, false);
        void End()
        {
            if (parts.Count > 0)
            {
                words.Add(new([.. parts], space, newLine));
                (space, newLine) = (false, false);
            }
            parts.Clear();
        }
        foreach (var span in spans)
        {
            var text = Clean(span.Text);
            for (var at = 0; at < text.Length;)
            {
                var end = text.IndexOfAny([' ', '\n'], at);
                end = end < 0 ? text.Length : end;
                if (end > at)
                    parts.Add(span with { Text = text[at..end] });
                if (end < text.Length)
                {
                    End();
                    space |= text[end] == ' ' && words.Count > 0;
                    newLine |= text[end] == '\n' && words.Count > 0;
                }
                at = end + 1;
            }
        }
        End();
        return words;
    }

    /// <summary>Line ends and tabs made plain; marks without a drawing (soft hyphen, zero-width, direction) taken out.</summary>
    /// <exception cref="MissingGlyphException">Half a surrogate pair, or U+FFFD: the text was spoilt before it came here.</exception>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n").EnumerateRunes())
        {
            if (rune.Value == 0xFFFD)
                throw new MissingGlyphException("\uFFFD");
            if (rune.Value is '\t' or 0x2028 or 0x2029 or '\r')
                clean.Append(rune.Value == '\t' ? ' ' : '\n');
            else if (rune.Value is not (0xAD or 0xFEFF or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x2069)))
                clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    private sealed record Word(IReadOnlyList<Span> Spans, bool SpaceBefore, bool NewLine);
}
