using System.Numerics;
using System.Text;

namespace MotCua.Integrations.Ocr;

/// <summary>Reads the modules of a QR code of version 1 to 4 (ISO/IEC 18004:2015): numbers, capitals and bytes.</summary>
internal static class QrCode
{
    private const string Capitals = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private const int FormatMask = 0x5412, FormatPolynomial = 0x537;

    // Version → levels L, M, Q, H → (blocks, check words of each); all blocks of these versions are of one length (table 9).
    private static readonly (int Blocks, int Check)[][] Blocks =
    [
        [(1, 7), (1, 10), (1, 13), (1, 17)],
        [(1, 10), (1, 16), (1, 22), (1, 28)],
        [(1, 15), (1, 26), (2, 18), (2, 22)],
        [(1, 20), (2, 18), (2, 26), (4, 16)],
    ];

    /// <summary>Its text; null where it cannot be read.</summary>
    /// <param name="modules">[row, column], true is dark; 21 to 33 on a side.</param>
    public static string? Text(bool[,] modules)
    {
        if (Format(modules) is not { } format)
            return null;
        var version = (modules.GetLength(0) - 17) / 4;
        // The two bits of the level stand for M, L, H, Q.
        var (blocks, check) = Blocks[version - 1][(format >> 3) switch { 0 => 1, 1 => 0, 2 => 3, _ => 2 }];
        var words = Words(modules, format & 7);
        var length = words.Count / blocks;
        var data = new List<byte>();
        for (var block = 0; block < blocks; block++)
        {
            var part = new byte[length];
            for (var i = 0; i < length; i++)
                part[i] = words[i * blocks + block];
            if (!ReedSolomon.Correct(part, check))
                return null;
            data.AddRange(part.AsSpan(0, length - check));
        }
        return Decode(data);
    }

    private static int? Format(bool[,] modules)
    {
        var read = 0;
        for (var i = 0; i < 15; i++)
        {
            var (row, column) = i < 6 ? (8, i) : i < 8 ? (8, i + 1) : i == 8 ? (7, 8) : (14 - i, 8);
            read = read << 1 | (modules[row, column] ? 1 : 0);
        }
        for (var format = 0; format < 32; format++)
        {
            var rest = format << 10;
            for (var bit = 14; bit >= 10; bit--)
                if ((rest >> bit & 1) != 0)
                    rest ^= FormatPolynomial << bit - 10;
            if (BitOperations.PopCount((uint)((format << 10 | rest) ^ FormatMask ^ read)) <= 3)
                return format;
        }
        return null;
    }

    private static List<byte> Words(bool[,] modules, int mask)
    {
        var size = modules.GetLength(0);
        var (words, bits, word) = (new List<byte>(), 0, 0);
        var upwards = true;
        for (var right = size - 1; right > 0; right -= 2, upwards = !upwards)
        {
            if (right == 6)
                right--;
            for (var i = 0; i < size; i++)
            {
                var row = upwards ? size - 1 - i : i;
                for (var column = right; column > right - 2; column--)
                {
                    if (IsFixed(row, column, size))
                        continue;
                    word = word << 1 | (modules[row, column] ^ Masked(mask, row, column) ? 1 : 0);
                    if (++bits % 8 == 0)
                    {
                        words.Add((byte)word);
                        word = 0;
                    }
                }
            }
        }
        return words;
    }

    private static bool IsFixed(int row, int column, int size)
    {
        var aligned = size - 7;
        return row == 6 || column == 6 || row < 9 && column < 9 || row < 9 && column >= size - 8 || row >= size - 8 && column < 9
            || size > 21 && Math.Abs(row - aligned) <= 2 && Math.Abs(column - aligned) <= 2;
    }

    private static bool Masked(int mask, int i, int j) => mask switch
    {
        0 => (i + j) % 2 == 0,
        1 => i % 2 == 0,
        2 => j % 3 == 0,
        3 => (i + j) % 3 == 0,
        4 => (i / 2 + j / 3) % 2 == 0,
        5 => i * j % 2 + i * j % 3 == 0,
        6 => (i * j % 2 + i * j % 3) % 2 == 0,
        _ => ((i + j) % 2 + i * j % 3) % 2 == 0,
    };

    private static string? Decode(List<byte> data)
    {
        var (at, text) = (0, new StringBuilder());
        while (at + 4 <= data.Count * 8 && Take(4) is > 0 and var mode)
        {
            var length = mode switch { 1 => Take(10), 2 => Take(9), 4 => Take(8), _ => -1 };
            if (length < 0 || length > data.Count * 4)
                return null;
            for (var left = length; left > 0;)
                switch (mode)
                {
                    case 1:
                        var digits = Math.Min(3, left);
                        text.Append(Take(digits * 3 + 1).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(digits, '0'));
                        left -= digits;
                        break;
                    case 2:
                        var pair = Take(left > 1 ? 11 : 6);
                        if (pair >= 45 * 45)
                            return null;
                        text.Append(left > 1 ? $"{Capitals[pair / 45]}{Capitals[pair % 45]}" : $"{Capitals[pair % 45]}");
                        left -= 2;
                        break;
                    default:
                        text.Append((char)Take(8));
                        left--;
                        break;
                }
        }
        return text.ToString();

        int Take(int n)
        {
            var value = 0;
            for (; n > 0; n--, at++)
                value = value << 1 | (at < data.Count * 8 ? data[at / 8] >> 7 - at % 8 & 1 : 0);
            return value;
        }
    }
}
