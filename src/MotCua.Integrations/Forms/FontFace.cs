using System.Runtime.InteropServices;
using System.Text;
using HarfBuzzSharp;
using MotCua.App.Papers.Forms;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace MotCua.Integrations.Forms;

/// <summary>One style of the font: the file for embedding and HarfBuzz for shaping. Safe for several threads.</summary>
internal sealed class FontFace
{
    // A ligature is one glyph for several letters, and ccmp draws one mark with several glyphs (DejaVu's breve on capitals):
    // neither could be read back from the PDF letter by letter.
    private static readonly Feature[] Features =
        [.. new[] { "liga", "clig", "calt", "dlig", "ccmp" }.Select(f => new Feature(Tag.Parse(f), 0u))];

    private readonly Font font;
    private readonly Lazy<Dictionary<ushort, int>> characters;

    public FontFace(string path, byte[] bytes, TrueTypeFile file)
    {
        Path = path;
        File = file;
        var memory = Marshal.AllocCoTaskMem(bytes.Length);
        Marshal.Copy(bytes, 0, memory, bytes.Length);
        var blob = new Blob(memory, bytes.Length, MemoryMode.ReadOnly, () => Marshal.FreeCoTaskMem(memory));
        blob.MakeImmutable();
        var face = new Face(blob, 0);
        face.MakeImmutable();
        UnitsPerEm = face.UnitsPerEm;
        font = new Font(face);
        font.SetScale(UnitsPerEm, UnitsPerEm);
        font.SetFunctionsOpenType();
        characters = new(ReadCharacters);
    }

    public string Path { get; }

    public TrueTypeFile File { get; }

    public int UnitsPerEm { get; }

    /// <summary>Whether the font draws the character.</summary>
    public bool Has(int character) => font.TryGetGlyph((uint)character, out var glyph) && glyph != 0;

    /// <summary>The glyphs of a text on one line from x = 0, in points; what they stand for is noted in <paramref name="used"/>.</summary>
    /// <exception cref="MissingGlyphException">The font lacks a character.</exception>
    public Piece Shape(string text, FontStyle style, float size, Dictionary<ushort, int> used)
    {
        using var buffer = new Buffer { Direction = Direction.LeftToRight, Script = Script.Latin, Language = new Language("vi") };
        buffer.AddUtf16(text);
        font.Shape(buffer, Features);
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var glyphs = new ushort[infos.Length];
        var points = new SKPoint[infos.Length];
        var scale = size / UnitsPerEm;
        var x = 0f;
        for (var i = 0; i < infos.Length; i++)
        {
            glyphs[i] = (ushort)infos[i].Codepoint;
            var cluster = Cluster(text, infos, i);
            if (glyphs[i] == 0)
                throw new MissingGlyphException(Lacking(cluster));
            Note(glyphs[i], cluster, used);
            points[i] = new(x + positions[i].XOffset * scale, -positions[i].YOffset * scale);
            x += positions[i].XAdvance * scale;
        }
        return new(style, size, glyphs, points, x);
    }

    private static string Cluster(string text, ReadOnlySpan<GlyphInfo> infos, int at)
    {
        var from = infos[at].Cluster;
        while (at < infos.Length && infos[at].Cluster == from)
            at++;
        return text[(int)from..(at < infos.Length ? (int)infos[at].Cluster : text.Length)];
    }

    private string Lacking(string cluster) =>
        cluster.EnumerateRunes().Where(r => !Has(r.Value)).Select(r => r.ToString()).FirstOrDefault() ?? cluster;

    private void Note(ushort glyph, string cluster, Dictionary<ushort, int> used)
    {
        if (used.ContainsKey(glyph))
            return;
        foreach (var rune in cluster.EnumerateRunes())
            if (font.TryGetGlyph((uint)rune.Value, out var nominal) && nominal == glyph)
            {
                used[glyph] = rune.Value;
                return;
            }
        var only = cluster.EnumerateRunes().ToList();
        used[glyph] = characters.Value.TryGetValue(glyph, out var character) ? character : only.Count == 1 ? only[0].Value : 0;
    }

    /// <summary>Glyph → first character that draws it, for letters composed from a base and marks.</summary>
    private Dictionary<ushort, int> ReadCharacters()
    {
        var first = new Dictionary<ushort, int>();
        for (var character = 0x20; character < 0x3000; character++)
            if (font.TryGetGlyph((uint)character, out var glyph) && glyph != 0)
                first.TryAdd((ushort)glyph, character);
        return first;
    }
}

/// <summary>The four styles of the serif family.</summary>
internal enum FontStyle
{
    Regular,
    Bold,
    Italic,
    BoldItalic,
}

/// <summary>Shaped text of one style: glyphs and where they stand, in points from the piece's own start on the baseline.</summary>
internal sealed record Piece(FontStyle Style, float Size, ushort[] Glyphs, SKPoint[] Points, float Width);
