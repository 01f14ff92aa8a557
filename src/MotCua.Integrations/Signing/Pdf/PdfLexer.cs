using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace MotCua.Integrations.Signing.Pdf;

/// <summary>Reads the values of a PDF, byte by byte, never deeper than a bound and never beyond a budget (ISO 32000-1, 7.2–7.3).</summary>
/// <param name="data">The file, or the content of an object stream.</param>
/// <param name="length">How many bytes of it may be read.</param>
internal sealed class PdfLexer(byte[] data, int length, PdfBudget budget)
{
    private const int Deepest = 64;
    private const int LongestNumber = 32;

    public int At { get; set; }

    public int Length => length;

    /// <summary>A value; a word that is none (a keyword) is no value.</summary>
    /// <exception cref="PdfDamagedException">There is none here.</exception>
    public PdfValue Value() => Value(0);

    /// <summary>Reads a keyword ("obj", "xref"); false, and nothing read, where another thing stands.</summary>
    public bool Word(ReadOnlySpan<byte> word)
    {
        Blanks();
        if (At + word.Length > length || !data.AsSpan(At, word.Length).SequenceEqual(word) || (At + word.Length < length && IsRegular(data[At + word.Length])))
            return false;
        At += word.Length;
        return true;
    }

    /// <summary>A whole number without sign; null, and nothing read, where another thing stands.</summary>
    public long? Whole()
    {
        Blanks();
        var from = At;
        while (At < length && At - from < 12 && data[At] is >= (byte)'0' and <= (byte)'9')
            At++;
        if (At > from && (At == length || !IsRegular(data[At])) && Utf8Parser.TryParse(data.AsSpan(from, At - from), out long number, out _))
            return number;
        At = from;
        return null;
    }

    /// <summary>Skips white space and comments.</summary>
    public void Blanks()
    {
        var from = At;
        while (At < length)
            if (IsBlank(data[At]))
                At++;
            else if (data[At] == '%')
                while (At < length && data[At] is not ((byte)'\r' or (byte)'\n'))
                    At++;
            else
                break;
        budget.Spend(At - from);
    }

    public static bool IsBlank(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsRegular(byte b) => !IsBlank(b) && !"()<>[]{}/%"u8.Contains(b);

    private PdfValue Value(int depth)
    {
        if (depth > Deepest)
            throw new PdfDamagedException(PdfDamagedException.TooMuch);
        Blanks();
        if (At >= length)
            throw new PdfDamagedException();
        var from = At;
        var value = data[At] switch
        {
            (byte)'/' => Name(),
            (byte)'(' => Literal(),
            (byte)'[' => Array(depth),
            (byte)'<' => At + 1 < length && data[At + 1] == '<' ? Dictionary(depth) : Hex(),
            (byte)'+' or (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9') => NumberOrReference(),
            _ => Constant(),
        };
        if (value is not (PdfArray or PdfDictionary))
            budget.Spend(At - from);
        return value;
    }

    private PdfValue Constant() =>
        Word("null"u8) ? PdfValue.Null : Word("true"u8) ? new PdfWord("true") : Word("false"u8) ? new PdfWord("false") : throw new PdfDamagedException();

    private PdfName Name()
    {
        var text = new StringBuilder();
        for (At++; At < length && IsRegular(data[At]); At++)
        {
            if (data[At] == '#' && At + 2 < length && Digit(data[At + 1]) is >= 0 and var high && Digit(data[At + 2]) is >= 0 and var low)
            {
                text.Append((char)(high * 16 + low));
                At += 2;
            }
            else
                text.Append((char)data[At]);
        }
        return new(text.ToString());
    }

    private PdfValue NumberOrReference()
    {
        if (Whole() is { } whole)
        {
            var behind = At;
            if (whole <= int.MaxValue && Whole() is { } generation and <= 65535 && Word("R"u8))
                return new PdfReference((int)whole, (int)generation);
            At = behind;
            return PdfNumber.Of(whole);
        }
        var from = At;
        while (At < length && At - from < LongestNumber && IsRegular(data[At]))
            At++;
        var text = Encoding.Latin1.GetString(data, from, At - from);
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var signed) ? PdfNumber.Of(signed)
            : double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var real)
                ? new PdfNumber(real, text)
            : throw new PdfDamagedException();
    }

    private PdfArray Array(int depth)
    {
        At++;
        var items = new List<PdfValue>();
        while (!Ends((byte)']'))
            items.Add(Value(depth + 1));
        At++;
        return new(items);
    }

    private PdfDictionary Dictionary(int depth)
    {
        At += 2;
        var dictionary = new PdfDictionary();
        while (!Ends((byte)'>'))
        {
            if (data[At] != '/')
                throw new PdfDamagedException();
            budget.Spend(16);
            var key = Name().Text;
            dictionary.Add(key, Value(depth + 1));
        }
        if (At + 1 >= length || data[At + 1] != '>')
            throw new PdfDamagedException();
        At += 2;
        return dictionary;
    }

    private bool Ends(byte bracket)
    {
        Blanks();
        return At >= length ? throw new PdfDamagedException() : data[At] == bracket;
    }

    private PdfString Hex()
    {
        var start = At;
        var bytes = new List<byte>();
        var (half, digits) = (-1, true);
        for (At++; At < length && data[At] != '>'; At++)
        {
            var digit = Digit(data[At]);
            digits &= digit >= 0;
            if (digit < 0 && !IsBlank(data[At]))
                throw new PdfDamagedException();
            if (digit < 0)
                continue;
            if (half >= 0)
                bytes.Add((byte)(half * 16 + digit));
            half = half >= 0 ? -1 : digit;
        }
        if (At >= length)
            throw new PdfDamagedException();
        if (half >= 0)
            bytes.Add((byte)(half * 16));
        At++;
        return new([.. bytes], digits && half < 0, start, At);
    }

    private PdfString Literal()
    {
        var start = At;
        var bytes = new List<byte>();
        var open = 1;
        for (At++; At < length; At++)
        {
            var b = data[At];
            if (b == '\\')
            {
                Escape(bytes);
                continue;
            }
            open += b == '(' ? 1 : b == ')' ? -1 : 0;
            if (open == 0)
            {
                At++;
                return new([.. bytes], false, start, At);
            }
            bytes.Add(b);
        }
        throw new PdfDamagedException();
    }

    // At the backslash; leaves At on the last byte of the escape.
    private void Escape(List<byte> bytes)
    {
        if (++At >= length)
            throw new PdfDamagedException();
        var b = data[At];
        if (b is >= (byte)'0' and <= (byte)'7')
        {
            var code = 0;
            for (var i = 0; i < 3 && At < length && data[At] is >= (byte)'0' and <= (byte)'7'; i++, At++)
                code = code * 8 + data[At] - '0';
            At--;
            bytes.Add((byte)code);
        }
        else if (b == '\r')
            At += At + 1 < length && data[At + 1] == '\n' ? 1 : 0;
        else if (b != '\n')
            bytes.Add(b switch { (byte)'n' => 10, (byte)'r' => 13, (byte)'t' => 9, (byte)'b' => 8, (byte)'f' => 12, _ => b });
    }

    private static int Digit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };
}

/// <summary>How much work one file may make: bytes of objects read and bytes unpacked. What lies in streams of pages is never unpacked.</summary>
internal sealed class PdfBudget
{
    private long left = 48L * 1024 * 1024;

    /// <summary>Spends some; what is left bounds time and memory.</summary>
    /// <exception cref="PdfDamagedException">Nothing is left.</exception>
    public void Spend(long amount)
    {
        if ((left -= amount) < 0)
            throw new PdfDamagedException(PdfDamagedException.TooMuch);
    }
}
