using System.Buffers.Binary;
using System.Text;

namespace MotCua.Integrations.Forms;

/// <summary>The tables of one TrueType font file (sfnt with glyf outlines).</summary>
internal sealed class TrueTypeFile
{
    private readonly byte[] bytes;
    private readonly Dictionary<string, (int Offset, int Length)> tables = [];

    private TrueTypeFile(byte[] bytes) => this.bytes = bytes;

    /// <summary>Reads the table directory; null where the file cannot be embedded as it is: no TrueType outlines, a collection,
    /// a variable font, a broken directory, or embedding forbidden by its licence bits (OS/2 fsType).</summary>
    public static TrueTypeFile? TryRead(byte[] bytes)
    {
        if (bytes.Length < 12 || BinaryPrimitives.ReadUInt32BigEndian(bytes) != 0x00010000)
            return null;
        var file = new TrueTypeFile(bytes);
        var count = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(4));
        if (bytes.Length < 12 + 16 * count)
            return null;
        for (var i = 0; i < count; i++)
        {
            var entry = bytes.AsSpan(12 + 16 * i, 16);
            var offset = BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
            var length = BinaryPrimitives.ReadUInt32BigEndian(entry[12..]);
            if (offset + (ulong)length > (ulong)bytes.Length)
                return null;
            file.tables[Encoding.ASCII.GetString(entry[..4])] = ((int)offset, (int)length);
        }
        return file.IsUsable ? file : null;
    }

    /// <summary>The bytes of a table; empty where the font has none.</summary>
    public ReadOnlySpan<byte> Table(string tag) =>
        tables.TryGetValue(tag, out var at) ? bytes.AsSpan(at.Offset, at.Length) : [];

    /// <summary>Number of glyphs.</summary>
    public int GlyphCount => BinaryPrimitives.ReadUInt16BigEndian(Table("maxp")[4..]);

    /// <summary>Number of glyphs with an advance of their own.</summary>
    public int MetricCount => BinaryPrimitives.ReadUInt16BigEndian(Table("hhea")[34..]);

    /// <summary>The outline of a glyph; empty for a space.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var loca = Table("loca");
        var isLong = BinaryPrimitives.ReadInt16BigEndian(Table("head")[50..]) != 0;
        return Table("glyf")[Place(loca, glyph, isLong)..Place(loca, glyph + 1, isLong)];
    }

    private static int Place(ReadOnlySpan<byte> loca, int glyph, bool isLong) => isLong
        ? (int)BinaryPrimitives.ReadUInt32BigEndian(loca[(4 * glyph)..])
        : 2 * BinaryPrimitives.ReadUInt16BigEndian(loca[(2 * glyph)..]);

    /// <summary>The PostScript name (name id 6), ASCII; "Font" where there is none.</summary>
    public string PostScriptName()
    {
        var names = Table("name");
        if (names.Length < 6)
            return "Font";
        var strings = BinaryPrimitives.ReadUInt16BigEndian(names[4..]);
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(names[2..]); i++)
        {
            var record = names.Slice(6 + 12 * i, 12);
            if (BinaryPrimitives.ReadUInt16BigEndian(record) != 3 || BinaryPrimitives.ReadUInt16BigEndian(record[6..]) != 6)
                continue;
            var text = names.Slice(strings + BinaryPrimitives.ReadUInt16BigEndian(record[10..]), BinaryPrimitives.ReadUInt16BigEndian(record[8..]));
            return Encoding.BigEndianUnicode.GetString(text);
        }
        return "Font";
    }

    private bool IsUsable =>
        Required.All(t => tables.ContainsKey(t)) && !tables.ContainsKey("fvar")
        && (BinaryPrimitives.ReadUInt16BigEndian(Table("OS/2")[8..]) & 0x000F) != 0x0002;

    private static readonly string[] Required = ["head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap", "OS/2", "name", "post"];
}
