namespace MotCua.Integrations.Signing.Pdf;

/// <summary>A value of a PDF file. Equality is that of the instance; <see cref="Same"/> compares what was read.</summary>
internal abstract class PdfValue
{
    public static readonly PdfValue Null = new PdfWord("null");

    /// <summary>Whether both say the same: names, numbers and strings by value, references by number. Streams are never the same.</summary>
    public static bool Same(PdfValue? a, PdfValue? b) => (a, b) switch
    {
        (null, null) => true,
        (PdfWord x, PdfWord y) => x.Text == y.Text,
        (PdfNumber x, PdfNumber y) => x.Value == y.Value,
        (PdfName x, PdfName y) => x.Text == y.Text,
        (PdfString x, PdfString y) => x.Bytes.AsSpan().SequenceEqual(y.Bytes),
        (PdfReference x, PdfReference y) => x.Number == y.Number,
        (PdfArray x, PdfArray y) => x.Items.Count == y.Items.Count && x.Items.Zip(y.Items).All(p => Same(p.First, p.Second)),
        (PdfDictionary x, PdfDictionary y) => Same(x, y, []),
        _ => false,
    };

    /// <summary>Whether two dictionaries say the same but for the keys named.</summary>
    public static bool Same(PdfDictionary a, PdfDictionary b, IReadOnlyCollection<string> but) =>
        !a.Repeats && !b.Repeats && a.Keys.Union(b.Keys).Where(k => !but.Contains(k)).All(k => Same(a[k], b[k]));
}

/// <summary>true, false or null.</summary>
internal sealed class PdfWord(string text) : PdfValue
{
    public string Text => text;
}

/// <summary>A number; a real keeps its text, so that it is written as it was read.</summary>
internal sealed class PdfNumber(double value, string? text = null) : PdfValue
{
    private static readonly PdfNumber[] Small = [.. Enumerable.Range(0, 1024).Select(i => new PdfNumber(i))];

    public double Value => value;

    /// <summary>As read; null for a whole number.</summary>
    public string? Text => text;

    public static PdfNumber Of(long value) => value is >= 0 and < 1024 ? Small[value] : new(value);
}

/// <summary>A name, without its stroke; bytes over 127 as Latin letters.</summary>
internal sealed class PdfName(string text) : PdfValue
{
    public string Text => text;
}

/// <summary>A string.</summary>
/// <param name="bytes">What it says.</param>
/// <param name="hex">Whether it stands in angle brackets, and nothing but digits between them.</param>
/// <param name="start">Where its first delimiter stands.</param>
/// <param name="end">Behind its last delimiter.</param>
internal sealed class PdfString(byte[] bytes, bool hex = false, int start = 0, int end = 0) : PdfValue
{
    public byte[] Bytes => bytes;

    public bool Hex => hex;

    public int Start => start;

    public int End => end;
}

/// <summary>A reference to an object.</summary>
internal sealed class PdfReference(int number, int generation) : PdfValue
{
    public int Number => number;

    public int Generation => generation;
}

/// <summary>An array.</summary>
internal sealed class PdfArray(IReadOnlyList<PdfValue> items) : PdfValue
{
    public IReadOnlyList<PdfValue> Items => items;
}

/// <summary>A dictionary in the order of reading.</summary>
internal sealed class PdfDictionary : PdfValue
{
    private readonly Dictionary<string, PdfValue> values = [];

    /// <summary>Whether a key stood in it twice: readers differ on which of the two they take.</summary>
    public bool Repeats { get; private set; }

    public IReadOnlyCollection<string> Keys => values.Keys;

    public IEnumerable<PdfValue> Values => values.Values;

    /// <summary>The value of a key; null where there is none.</summary>
    public PdfValue? this[string key] => values.GetValueOrDefault(key);

    public void Add(string key, PdfValue value) => Repeats |= !values.TryAdd(key, value);

    /// <summary>A copy in which a key has another value; null takes the key out.</summary>
    public PdfDictionary With(string key, PdfValue? value)
    {
        var copy = new PdfDictionary();
        foreach (var (k, v) in values)
            if (k != key)
                copy.Add(k, v);
            else if (value is not null)
                copy.Add(k, value);
        if (value is not null && !values.ContainsKey(key))
            copy.Add(key, value);
        return copy;
    }

    public string? Name(string key) => (this[key] as PdfName)?.Text;

    public long? Whole(string key) => this[key] is PdfNumber { Text: null } n ? (long)n.Value : null;
}

/// <summary>A stream: its dictionary and where its bytes lie, still encoded.</summary>
internal sealed class PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> data) : PdfValue
{
    public PdfDictionary Dictionary => dictionary;

    public ReadOnlyMemory<byte> Data => data;
}

/// <summary>The file cannot be read as a PDF. The message is one Vietnamese sentence.</summary>
internal sealed class PdfDamagedException(string sentence) : Exception(sentence)
{
    public const string Damaged = "Tệp PDF bị hỏng hoặc không đúng cấu trúc; hãy mở tệp, lưu lại thành PDF mới rồi thử lại.";

    public const string TooMuch = "Tệp PDF có cấu trúc quá phức tạp nên không đọc tiếp; hãy in lại tệp thành PDF mới rồi thử lại.";

    public PdfDamagedException() : this(Damaged)
    {
    }
}
