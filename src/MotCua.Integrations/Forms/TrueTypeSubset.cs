using System.Buffers.Binary;
using System.Text;

namespace MotCua.Integrations.Forms;

/// <summary>Cuts a TrueType font down to the glyphs of one document. Glyphs keep their numbers, so text shaped with the whole font
/// is drawn with the cut one; a whole font would add half a megabyte for each style to every paper.
/// The character map is made anew from what the document says, so that a glyph shared by two letters (Đ and Ð)
/// is read back as the letter that was written. Hinting is taken out: readers draw PDF text without it.</summary>
internal static class TrueTypeSubset
{
    /// <summary>The cut font file.</summary>
    /// <param name="used">Glyph → the character that it stands for in the document; 0 where it stands for none alone.</param>
    public static byte[] Build(TrueTypeFile font, IReadOnlyDictionary<ushort, int> used)
    {
        var kept = Closure(font, used.Keys);
        var count = kept.Max + 1;
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        tables["OS/2"] = font.Table("OS/2").ToArray();
        (tables["loca"], tables["glyf"]) = Outlines(font, kept, count);
        tables["hmtx"] = Metrics(font, count, out var metrics);
        tables["hhea"] = With(font.Table("hhea"), 34, (ushort)metrics);
        tables["maxp"] = With(font.Table("maxp"), 4, (ushort)count);
        tables["head"] = With(font.Table("head"), 50, 1);
        tables["cmap"] = CharacterMap(used);
        tables["name"] = Names(font.PostScriptName());
        tables["post"] = PostScript(font.Table("post"));
        return Assemble(tables);
    }

    private static SortedSet<int> Closure(TrueTypeFile font, IEnumerable<ushort> glyphs)
    {
        var kept = new SortedSet<int> { 0 };
        var open = new Stack<int>(glyphs.Select(g => (int)g));
        while (open.TryPop(out var glyph))
            if (kept.Add(glyph))
                foreach (var part in Parts(font.Outline(glyph)))
                    open.Push(part);
        return kept;
    }

    /// <summary>The glyphs of which a composite glyph is made.</summary>
    private static List<int> Parts(ReadOnlySpan<byte> outline)
    {
        var parts = new List<int>();
        if (IsComposite(outline))
            for (var at = 10; at < outline.Length; at = After(outline, at))
                parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
        return parts;
    }

    private static bool IsComposite(ReadOnlySpan<byte> outline) => outline.Length >= 10 && BinaryPrimitives.ReadInt16BigEndian(outline) < 0;

    /// <summary>Where the next component begins; the outline's end after the last (OpenType, table glyf: component flags).</summary>
    private static int After(ReadOnlySpan<byte> outline, int at)
    {
        var next = End(outline, at, out var isLast);
        return isLast ? outline.Length : next;
    }

    private static int End(ReadOnlySpan<byte> outline, int at, out bool isLast)
    {
        const int words = 0x0001, scale = 0x0008, more = 0x0020, twoScales = 0x0040, matrix = 0x0080;
        var flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
        isLast = (flags & more) == 0;
        return at + 4 + ((flags & words) != 0 ? 4 : 2) + ((flags & scale) != 0 ? 2 : (flags & twoScales) != 0 ? 4 : (flags & matrix) != 0 ? 8 : 0);
    }

    /// <summary>The outline without its hinting instructions.</summary>
    private static byte[] WithoutHints(ReadOnlySpan<byte> outline)
    {
        if (outline.Length < 12)
            return outline.ToArray();
        if (!IsComposite(outline))
        {
            var count = 10 + 2 * BinaryPrimitives.ReadInt16BigEndian(outline);
            byte[] plain = [.. outline[..count], 0, 0, .. outline[(count + 2 + BinaryPrimitives.ReadUInt16BigEndian(outline[count..]))..]];
            return plain;
        }
        const int hasInstructions = 0x0100;
        var copy = outline.ToArray();
        for (int at = 10, next; ; at = next)
        {
            next = End(outline, at, out var isLast);
            var flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), (ushort)(flags & ~hasInstructions));
            if (isLast)
                return copy[..next];
        }
    }

    private static (byte[] Loca, byte[] Glyf) Outlines(TrueTypeFile font, SortedSet<int> kept, int count)
    {
        var loca = new byte[4 * (count + 1)];
        var glyf = new MemoryStream();
        for (var glyph = 0; glyph < count; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * glyph), (uint)glyf.Length);
            if (!kept.Contains(glyph))
                continue;
            glyf.Write(WithoutHints(font.Outline(glyph)));
            while (glyf.Length % 4 != 0)
                glyf.WriteByte(0);
        }
        BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * count), (uint)glyf.Length);
        return (loca, glyf.ToArray());
    }

    private static byte[] Metrics(TrueTypeFile font, int count, out int metrics)
    {
        metrics = Math.Min(count, font.MetricCount);
        return font.Table("hmtx")[..(4 * metrics + 2 * (count - metrics))].ToArray();
    }

    private static byte[] With(ReadOnlySpan<byte> table, int offset, ushort value)
    {
        var copy = table.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(offset), value);
        return copy;
    }

    /// <summary>Format 12, one group a character, in order of the characters.</summary>
    private static byte[] CharacterMap(IReadOnlyDictionary<ushort, int> used)
    {
        var groups = used.Where(u => u.Value > 0).GroupBy(u => u.Value).OrderBy(g => g.Key).Select(g => (g.Key, Glyph: g.Min(u => u.Key))).ToList();
        var map = new byte[12 + 16 + 12 * groups.Count];
        var w = new Writer(map);
        w.Short(0).Short(1).Short(3).Short(10).Long(12);
        w.Short(12).Short(0).Long(16 + 12 * groups.Count).Long(0).Long(groups.Count);
        foreach (var (character, glyph) in groups)
            w.Long(character).Long(character).Long(glyph);
        return map;
    }

    private static byte[] Names(string name)
    {
        var text = Encoding.BigEndianUnicode.GetBytes(name);
        int[] ids = [1, 4, 6];
        var table = new byte[6 + 12 * ids.Length + text.Length];
        var w = new Writer(table);
        w.Short(0).Short(ids.Length).Short(6 + 12 * ids.Length);
        foreach (var id in ids)
            w.Short(3).Short(1).Short(0x0409).Short(id).Short(text.Length).Short(0);
        text.CopyTo(table, 6 + 12 * ids.Length);
        return table;
    }

    /// <summary>Format 3: metrics of the underline and slant, no glyph names.</summary>
    private static byte[] PostScript(ReadOnlySpan<byte> post)
    {
        var table = post[..32].ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(table, 0x00030000);
        return table;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var start = 12 + 16 * tables.Count;
        var file = new byte[start + tables.Values.Sum(t => (t.Length + 3) / 4 * 4)];
        var power = (int)Math.Log2(tables.Count);
        var w = new Writer(file);
        w.Long(0x00010000).Short(tables.Count).Short(16 << power).Short(power).Short(16 * tables.Count - (16 << power));
        var (at, head) = (start, 0);
        foreach (var (tag, table) in tables)
        {
            if (tag == "head")
            {
                BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(8), 0);
                head = at;
            }
            table.CopyTo(file, at);
            var padded = (table.Length + 3) / 4 * 4;
            foreach (var letter in tag)
                w.Byte((byte)letter);
            w.Long((int)Sum(file.AsSpan(at, padded))).Long(at).Long(table.Length);
            at += padded;
        }
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), 0xB1B0AFBA - Sum(file));
        return file;
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (var i = 0; i + 4 <= bytes.Length; i += 4)
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]);
        return sum;
    }

    private sealed class Writer(byte[] target)
    {
        private int at;

        public Writer Byte(byte value)
        {
            target[at++] = value;
            return this;
        }

        public Writer Short(int value)
        {
            BinaryPrimitives.WriteUInt16BigEndian(target.AsSpan(at), (ushort)value);
            at += 2;
            return this;
        }

        public Writer Long(int value)
        {
            BinaryPrimitives.WriteInt32BigEndian(target.AsSpan(at), value);
            at += 4;
            return this;
        }
    }
}
