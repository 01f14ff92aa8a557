namespace MotCua.Integrations.Signing.Pdf;

/// <summary>The cross-reference of a file: which object lies where, newest first (ISO 32000-1, 7.5.4–7.5.8).</summary>
internal sealed class PdfXref
{
    private const int MostSections = 4096;
    private const int MostObjects = 1_000_000;

    private readonly PdfReading file;
    private readonly byte[] data;
    private readonly int length;
    private readonly PdfBudget budget;
    private readonly HashSet<int> free = [];
    private PdfDictionary? trailer;

    private PdfXref(PdfReading file, byte[] data, int length, PdfBudget budget) =>
        (this.file, this.data, this.length, this.budget) = (file, data, length, budget);

    /// <summary>Where each object in use lies.</summary>
    public Dictionary<int, PdfPlace> Places { get; } = [];

    /// <summary>The newest trailer, or the dictionary of the newest cross-reference stream.</summary>
    public PdfDictionary Trailer => trailer!;

    /// <summary>The offsets of the sections, newest first.</summary>
    public List<int> Sections { get; } = [];

    /// <summary>Whether the newest section is a stream.</summary>
    public bool IsStream { get; private set; }

    /// <summary>Behind the last mark of the file's end and its line end.</summary>
    public int End { get; private set; }

    /// <summary>The first number that no object has.</summary>
    public int Next => (int)Math.Max(Trailer.Whole("Size") is { } size and < int.MaxValue / 2 ? size : 0, Places.Keys.Concat(free).DefaultIfEmpty().Max() + 1);

    public static PdfXref Read(PdfReading file, byte[] data, int length, PdfBudget budget)
    {
        var xref = new PdfXref(file, data, length, budget);
        if (data.AsSpan(0, Math.Min(length, 1024)).IndexOf("%PDF-"u8) < 0)
            throw new PdfDamagedException("Tệp không phải là PDF; hãy chọn một tệp PDF.");
        int? next = xref.Start();
        while (next is { } at)
        {
            if (xref.Sections.Contains(at) || xref.Sections.Count >= MostSections)
                throw new PdfDamagedException();
            xref.Sections.Add(at);
            next = xref.Section(at);
        }
        return xref;
    }

    /// <summary>The offset behind the last "startxref".</summary>
    private int Start()
    {
        var from = Math.Max(0, length - 2048);
        var at = data.AsSpan(from, length - from).LastIndexOf("startxref"u8);
        var lexer = new PdfLexer(data, length, budget) { At = from + Math.Max(at, 0) };
        if (at < 0 || !lexer.Word("startxref"u8) || lexer.Whole() is not { } start || start >= length)
            throw new PdfDamagedException();
        while (lexer.At < length && PdfLexer.IsBlank(data[lexer.At]))
            lexer.At++;
        if (!data.AsSpan(lexer.At, length - lexer.At).StartsWith("%%EOF"u8))
            throw new PdfDamagedException();
        End = lexer.At + 5;
        if (End < length && data[End] == '\r')
            End++;
        if (End < length && data[End] == '\n')
            End++;
        return (int)start;
    }

    private int? Section(int at)
    {
        var lexer = new PdfLexer(data, length, budget) { At = at };
        if (!lexer.Word("xref"u8))
            return Stream(at, newest: trailer is null);
        var freed = new List<long>();
        while (lexer.Whole() is { } first)
            Table(lexer, first, freed);
        if (!lexer.Word("trailer"u8) || lexer.Value() is not PdfDictionary dictionary)
            throw new PdfDamagedException();
        trailer ??= dictionary;
        // A hybrid file: what its table calls free may stand in its stream.
        if (dictionary.Whole("XRefStm") is { } more)
            Stream(InFile(more), newest: false);
        freed.ForEach(Free);
        return Previous(dictionary);
    }

    private void Table(PdfLexer lexer, long first, List<long> freed)
    {
        var count = lexer.Whole() ?? throw new PdfDamagedException();
        for (var i = 0L; i < count; i++)
        {
            budget.Spend(20);
            if (lexer.Whole() is not { } offset || lexer.Whole() is not { } generation)
                throw new PdfDamagedException();
            if (lexer.Word("n"u8))
                Add(first + i, new(0, offset <= int.MaxValue ? (int)offset : -1, (int)Math.Min(generation, 65535)));
            else if (lexer.Word("f"u8))
                freed.Add(first + i);
            else
                throw new PdfDamagedException();
        }
    }

    private int? Stream(int at, bool newest)
    {
        if (file.At(at, null) is not PdfStream stream || stream.Dictionary.Name("Type") != "XRef")
            throw new PdfDamagedException();
        if (newest)
            (trailer, IsStream) = (stream.Dictionary, true);
        // Its own values are direct, since nothing could find others yet.
        var content = PdfFilters.Decode(stream, v => v is PdfReference ? throw new PdfDamagedException() : v, budget);
        var widths = (stream.Dictionary["W"] as PdfArray)?.Items.Select(w => w is PdfNumber { Value: >= 0 and <= 8 } n ? (int)n.Value : 9).ToArray();
        if (widths is not [<= 8, <= 8, <= 8, ..] || widths.Sum() is 0 or > 32)
            throw new PdfDamagedException();
        var ranges = (stream.Dictionary["Index"] as PdfArray)?.Items.Select(i => i is PdfNumber { Value: >= 0 and <= int.MaxValue } n ? (long)n.Value
            : -1).ToArray()
            ?? [0, stream.Dictionary.Whole("Size") ?? 0];
        var (row, width) = (0, widths.Sum());
        for (var r = 0; r + 1 < ranges.Length; r += 2)
            for (var i = 0L; i < ranges[r + 1]; i++, row++)
            {
                if (ranges[r] < 0 || (row + 1L) * width > content.Length)
                    throw new PdfDamagedException();
                budget.Spend(width);
                Entry(ranges[r] + i, content.AsSpan(row * width, width), widths);
            }
        return Previous(stream.Dictionary);
    }

    private void Entry(long number, ReadOnlySpan<byte> row, int[] widths)
    {
        var type = widths[0] == 0 ? 1 : Big(row[..widths[0]]);
        var second = Big(row.Slice(widths[0], widths[1]));
        var third = Big(row.Slice(widths[0] + widths[1], widths[2]));
        var place = second is >= 0 and <= int.MaxValue ? (int)second : -1;
        var last = third is >= 0 and <= int.MaxValue ? (int)third : -1;
        if (type == 1)
            Add(number, new(0, place, last));
        else if (type == 2)
            Add(number, place > 0 ? new(place, last, 0) : throw new PdfDamagedException());
        else
            Free(number);
    }

    private static long Big(ReadOnlySpan<byte> bytes)
    {
        var value = 0L;
        foreach (var b in bytes)
            value = (value << 8) | b;
        return value;
    }

    private void Add(long number, PdfPlace place)
    {
        if (number > int.MaxValue / 2)
            throw new PdfDamagedException();
        if (!free.Contains((int)number))
            Places.TryAdd((int)number, place);
        Bound();
    }

    private void Free(long number)
    {
        if (number > int.MaxValue / 2)
            throw new PdfDamagedException();
        if (!Places.ContainsKey((int)number))
            free.Add((int)number);
        Bound();
    }

    private void Bound()
    {
        if (Places.Count + free.Count > MostObjects)
            throw new PdfDamagedException(PdfDamagedException.TooMuch);
    }

    private int? Previous(PdfDictionary dictionary) => dictionary["Prev"] is null ? null : InFile(dictionary.Whole("Prev") ?? -1);

    private int InFile(long at) => at >= 0 && at < length ? (int)at : throw new PdfDamagedException();
}
