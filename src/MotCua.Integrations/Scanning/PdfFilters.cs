using System.IO.Compression;

namespace MotCua.Integrations.Scanning;

/// <summary>Unpacks streams of a PDF piece by piece (ISO 32000-1, 7.4): how large they are is known without holding them.</summary>
internal static class PdfFilters
{
    private const int Deepest = 4;

    /// <summary>A chain of filters over packed bytes; null where it is deeper than any paper's. Pictures are left as they are packed.</summary>
    public static Stream? Chain(Stream packed, IReadOnlyList<string> filters)
    {
        if (filters.Count > Deepest)
            return null;
        var open = packed;
        foreach (var filter in filters)
            open = filter switch
            {
                "FlateDecode" or "Fl" => new ZLibStream(open, CompressionMode.Decompress),
                "LZWDecode" or "LZW" => new ByteStream(Lzw(open)),
                "RunLengthDecode" or "RL" => new ByteStream(RunLength(open)),
                "ASCII85Decode" or "A85" => new ByteStream(Ascii85(open)),
                "ASCIIHexDecode" or "AHx" => new ByteStream(AsciiHex(open)),
                _ => open,
            };
        return open;
    }

    // 9 to 12 bits a code, the highest bit first; 256 begins anew, 257 ends.
    private static IEnumerable<byte> Lzw(Stream packed)
    {
        const int Most = 4096, Clear = 256, End = 257;
        var (prefix, last, length) = (new short[Most], new byte[Most], new int[Most]);
        for (var i = 0; i < Clear; i++)
            (prefix[i], last[i], length[i]) = (-1, (byte)i, 1);
        var (bits, held, width, next, before) = (0, 0, 9, End + 1, -1);
        var word = new byte[Most + 1];
        for (int b; (b = packed.ReadByte()) >= 0;)
        {
            (held, bits) = (((held << 8) | b) & 0xFFFFFF, bits + 8);
            if (bits < width)
                continue;
            bits -= width;
            var code = (held >> bits) & ((1 << width) - 1);
            if (code == End)
                yield break;
            if (code == Clear)
            {
                (width, next, before) = (9, End + 1, -1);
                continue;
            }
            if (code > next || (code == next && before < 0) || (code is > End && code < next && length[code] == 0))
                yield break;
            var size = Word(code < next ? code : before, prefix, last, length, word);
            if (code >= next)
                word[size++] = word[0];
            if (before >= 0 && next < Most)
            {
                (prefix[next], last[next], length[next]) = ((short)before, word[0], length[before] + 1);
                next++;
            }
            before = code;
            width = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
            for (var i = 0; i < size; i++)
                yield return word[i];
        }
    }

    private static int Word(int code, short[] prefix, byte[] last, int[] length, byte[] word)
    {
        var size = length[code];
        for (int at = size - 1, c = code; at >= 0; at--, c = prefix[c])
            word[at] = last[c];
        return size;
    }

    private static IEnumerable<byte> RunLength(Stream packed)
    {
        for (int n; (n = packed.ReadByte()) is >= 0 and not 128;)
            if (n < 128)
                for (var i = 0; i <= n; i++)
                {
                    if (packed.ReadByte() is not (>= 0 and var b))
                        yield break;
                    yield return (byte)b;
                }
            else if (packed.ReadByte() is >= 0 and var repeated)
                for (var i = 0; i < 257 - n; i++)
                    yield return (byte)repeated;
    }

    private static IEnumerable<byte> Ascii85(Stream packed)
    {
        var (value, count) = (0u, 0);
        for (int b; (b = packed.ReadByte()) >= 0 && b != '~';)
        {
            if (b == 'z' && count == 0)
                for (var i = 0; i < 4; i++)
                    yield return 0;
            if (b is < '!' or > 'u')
                continue;
            value = unchecked((value * 85) + (uint)(b - '!'));
            if (++count < 5)
                continue;
            for (var shift = 24; shift >= 0; shift -= 8)
                yield return (byte)(value >> shift);
            (value, count) = (0, 0);
        }
        for (var i = count; count > 1 && i < 5; i++)
            value = unchecked((value * 85) + 84);
        for (var i = 0; i < count - 1; i++)
            yield return (byte)(value >> (24 - (i * 8)));
    }

    private static IEnumerable<byte> AsciiHex(Stream packed)
    {
        var high = -1;
        for (int b; (b = packed.ReadByte()) >= 0 && b != '>';)
        {
            if (!char.IsAsciiHexDigit((char)b))
                continue;
            var digit = Convert.ToInt32(((char)b).ToString(), 16);
            if (high < 0)
                high = digit;
            else
                (high, digit) = (-1, (high << 4) | digit);
            if (high < 0)
                yield return (byte)digit;
        }
        if (high >= 0)
            yield return (byte)(high << 4);
    }

    /// <summary>Bytes one after the other as a stream that is read once.</summary>
    private sealed class ByteStream(IEnumerable<byte> bytes) : Stream
    {
        private readonly IEnumerator<byte> next = bytes.GetEnumerator();

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = 0;
            while (read < count && next.MoveNext())
                buffer[offset + read++] = next.Current;
            return read;
        }

        public override int ReadByte() => next.MoveNext() ? next.Current : -1;

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            next.Dispose();
            base.Dispose(disposing);
        }
    }
}
