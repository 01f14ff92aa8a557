using System.Buffers.Binary;

namespace MotCua.App.Papers;

/// <summary>The frame of a TIFF: each page's directory and whether its strips or tiles lie inside the file (TIFF 6.0, 2).</summary>
internal static class TiffFrame
{
    private const int Width = 256, Length = 257, StripOffsets = 273, StripBytes = 279, TileOffsets = 324, TileBytes = 325;
    private const int MostPages = 5000;

    public static FileFault? Fault(Stream file)
    {
        var head = Bytes.At(file, 0, 8);
        if (head.Length < 8)
            return FileFault.Torn;
        var reader = new Reader(file, head[0] == 0x49);
        var seen = new HashSet<long>();
        for (long at = reader.Four(head.AsSpan(4)); at != 0; at = reader.Next)
        {
            if (seen.Count == MostPages || !seen.Add(at))
                return FileFault.Damaged;
            if (reader.Page(at) is { } fault)
                return fault;
        }
        return seen.Count == 0 ? FileFault.Damaged : null;
    }

    private sealed class Reader(Stream file, bool little)
    {
        /// <summary>Where the next page's directory stands; 0 after the last.</summary>
        public long Next { get; private set; }

        public FileFault? Page(long at)
        {
            if (Bytes.At(file, at, 2) is not { Length: 2 } two)
                return FileFault.Torn;
            var count = Two(two);
            var directory = Bytes.At(file, at + 2, (count * 12) + 4);
            if (directory.Length < (count * 12) + 4)
                return FileFault.Torn;
            Next = Four(directory.AsSpan(count * 12));
            var entries = new Dictionary<int, byte[]>();
            for (var i = 0; i < count; i++)
                entries[Two(directory.AsSpan(i * 12))] = directory[(i * 12)..((i + 1) * 12)];
            if (!entries.ContainsKey(Width) || !entries.ContainsKey(Length))
                return FileFault.Damaged;
            var (places, sizes) = entries.ContainsKey(StripOffsets) ? (StripOffsets, StripBytes) : (TileOffsets, TileBytes);
            return Parts(entries.GetValueOrDefault(places), entries.GetValueOrDefault(sizes));
        }

        public long Four(ReadOnlySpan<byte> b) => little ? BinaryPrimitives.ReadUInt32LittleEndian(b) : BinaryPrimitives.ReadUInt32BigEndian(b);

        private int Two(ReadOnlySpan<byte> b) => little ? BinaryPrimitives.ReadUInt16LittleEndian(b) : BinaryPrimitives.ReadUInt16BigEndian(b);

        private FileFault? Parts(byte[]? places, byte[]? sizes)
        {
            if (places is null)
                return FileFault.Damaged;
            if (Values(places) is not { } at || (sizes is null ? new long[at.Length] : Values(sizes)) is not { } length)
                return FileFault.Torn;
            if (at.Length != length.Length)
                return FileFault.Damaged;
            for (var i = 0; i < at.Length; i++)
                if (at[i] + length[i] > file.Length)
                    return FileFault.Torn;
            return null;
        }

        /// <summary>The numbers of an entry: in the entry itself where they fit, else where it points; null where the file ends before.</summary>
        private long[]? Values(byte[] entry)
        {
            var (type, count) = (Two(entry.AsSpan(2)), Four(entry.AsSpan(4)));
            var width = type == 3 ? 2 : 4;
            if (count is 0 or > int.MaxValue / 4 || count * width > file.Length + 4)
                return null;
            var bytes = count * width <= 4 ? entry[8..] : Bytes.At(file, Four(entry.AsSpan(8)), (int)(count * width));
            if (bytes.Length < count * width)
                return null;
            var values = new long[count];
            for (var i = 0; i < values.Length; i++)
                values[i] = width == 2 ? Two(bytes.AsSpan(i * 2)) : Four(bytes.AsSpan(i * 4));
            return values;
        }
    }
}
