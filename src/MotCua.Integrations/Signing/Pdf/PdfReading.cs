namespace MotCua.Integrations.Signing.Pdf;

/// <summary>Where an object lies: in the file at an offset, or in an object stream at an index.</summary>
/// <param name="Container">Number of the object stream; 0 in the file.</param>
/// <param name="At">Offset, or index.</param>
internal readonly record struct PdfPlace(int Container, int At, int Generation);

/// <summary>A PDF file, or one of its revisions, as its cross-reference says: classic tables, streams, and both in one file.
/// Nothing is repaired: what one reader repairs another reads in another way, and a signature must mean the same to all.</summary>
internal sealed class PdfReading
{
    private readonly byte[] data;
    private readonly PdfBudget budget;
    private readonly Dictionary<int, PdfValue> read = [];
    private readonly Dictionary<int, PdfObjectStream> containers = [];
    private readonly HashSet<int> underway = [];

    /// <summary>Reads the cross-reference of the first <paramref name="length"/> bytes.</summary>
    /// <exception cref="PdfDamagedException">It is no PDF or cannot be read.</exception>
    public PdfReading(byte[] data, int length, PdfBudget budget)
    {
        (this.data, Length, this.budget) = (data, length, budget);
        Xref = PdfXref.Read(this, data, length, budget);
    }

    public int Length { get; }

    public PdfXref Xref { get; }

    public PdfDictionary Trailer => Xref.Trailer;

    /// <summary>The catalog.</summary>
    public PdfDictionary Catalog => Dictionary(Trailer["Root"]) ?? throw new PdfDamagedException();

    /// <summary>The object of a number; null where there is none.</summary>
    public PdfValue? Object(int number)
    {
        if (read.TryGetValue(number, out var known))
            return known;
        // While the cross-reference itself is read, nothing can be looked up.
        if ((PdfXref?)Xref is null)
            throw new PdfDamagedException();
        if (!Xref.Places.TryGetValue(number, out var place))
            return null;
        if (!underway.Add(number) || underway.Count > 32)
            throw new PdfDamagedException();
        try
        {
            return read[number] = place.Container == 0 ? At(place.At, number) : Container(place.Container).Object(place.At, number);
        }
        finally
        {
            underway.Remove(number);
        }
    }

    /// <summary>What a value stands for: references are followed.</summary>
    public PdfValue? Resolve(PdfValue? value)
    {
        for (var i = 0; value is PdfReference reference; i++)
            value = i < 16 ? Object(reference.Number) : throw new PdfDamagedException();
        return value;
    }

    /// <summary>The dictionary that a value stands for; null where it is none.</summary>
    public PdfDictionary? Dictionary(PdfValue? value) => Resolve(value) as PdfDictionary;

    /// <summary>The items of the array that a value stands for; none where it is none.</summary>
    public IReadOnlyList<PdfValue> Items(PdfValue? value) => (Resolve(value) as PdfArray)?.Items ?? [];

    /// <summary>Where the bytes of an object lie, so that two revisions can be compared: offset in the file, and index in a stream there.</summary>
    public (int Offset, int Index)? Bytes(int number) =>
        !Xref.Places.TryGetValue(number, out var place) ? null
        : place.Container == 0 ? (place.At, -1)
        : Xref.Places.TryGetValue(place.Container, out var container) && container.Container == 0 ? (container.At, place.At) : null;

    /// <summary>The object at an offset.</summary>
    /// <param name="number">The number that it must have; null for any.</param>
    public PdfValue At(int offset, int? number)
    {
        if (offset < 0 || offset >= Length)
            throw new PdfDamagedException();
        var lexer = new PdfLexer(data, Length, budget) { At = offset };
        if (lexer.Whole() is not { } own || (number is { } n && n != own) || lexer.Whole() is null || !lexer.Word("obj"u8))
            throw new PdfDamagedException();
        var value = lexer.Value();
        return value is PdfDictionary dictionary && lexer.Word("stream"u8) ? Stream(lexer, dictionary) : value;
    }

    private PdfStream Stream(PdfLexer lexer, PdfDictionary dictionary)
    {
        if (lexer.At < Length && data[lexer.At] == '\r')
            lexer.At++;
        if (lexer.At < Length && data[lexer.At] == '\n')
            lexer.At++;
        if (Resolve(dictionary["Length"]) is not PdfNumber { Text: null, Value: >= 0 } size || size.Value > Length - lexer.At)
            throw new PdfDamagedException();
        var content = data.AsMemory(lexer.At, (int)size.Value);
        lexer.At += content.Length;
        return lexer.Word("endstream"u8) ? new(dictionary, content) : throw new PdfDamagedException();
    }

    private PdfObjectStream Container(int number)
    {
        if (containers.TryGetValue(number, out var known))
            return known;
        // A container lies in the file itself; else containers could hold one another.
        if (!Xref.Places.TryGetValue(number, out var place) || place.Container != 0 || Object(number) is not PdfStream stream)
            throw new PdfDamagedException();
        return containers[number] = PdfObjectStream.Read(stream, Resolve, budget);
    }
}

/// <summary>The content of an object stream, unpacked.</summary>
internal sealed class PdfObjectStream
{
    private readonly byte[] content;
    private readonly List<(int Number, int At)> index;
    private readonly PdfBudget budget;

    private PdfObjectStream(byte[] content, List<(int Number, int At)> index, PdfBudget budget) =>
        (this.content, this.index, this.budget) = (content, index, budget);

    public static PdfObjectStream Read(PdfStream stream, Func<PdfValue?, PdfValue?> resolve, PdfBudget budget)
    {
        if (stream.Dictionary.Name("Type") != "ObjStm" || stream.Dictionary.Whole("N") is not { } count || stream.Dictionary.Whole("First") is not { } first)
            throw new PdfDamagedException();
        var content = PdfFilters.Decode(stream, resolve, budget);
        var lexer = new PdfLexer(content, content.Length, budget);
        var index = new List<(int, int)>();
        for (var i = 0L; i < count; i++)
        {
            budget.Spend(8);
            if (lexer.Whole() is not (>= 0 and <= int.MaxValue and var number) || lexer.Whole() is not { } at || first + at > content.Length)
                throw new PdfDamagedException();
            index.Add(((int)number, (int)(first + at)));
        }
        return new(content, index, budget);
    }

    public PdfValue Object(int at, int number)
    {
        if (at < 0 || at >= index.Count || index[at].Number != number)
            throw new PdfDamagedException();
        return new PdfLexer(content, content.Length, budget) { At = index[at].At }.Value();
    }
}
