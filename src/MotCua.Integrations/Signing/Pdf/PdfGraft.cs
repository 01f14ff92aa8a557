namespace MotCua.Integrations.Signing.Pdf;

/// <summary>Takes objects of one file over into another.</summary>
internal sealed class PdfGraft(PdfReading from, PdfUpdate to)
{
    private readonly Dictionary<int, PdfReference> taken = [];

    /// <summary>The value with all that it refers to.</summary>
    public PdfValue Take(PdfValue value) => value switch
    {
        PdfReference reference => Take(reference),
        PdfArray array => new PdfArray([.. array.Items.Select(Take)]),
        PdfDictionary dictionary => Take(dictionary),
        PdfStream stream => new PdfStream(Take(stream.Dictionary.With("Length", null)), stream.Data),
        _ => value,
    };

    private PdfDictionary Take(PdfDictionary dictionary)
    {
        var copy = new PdfDictionary();
        foreach (var key in dictionary.Keys)
            copy.Add(key, Take(dictionary[key]!));
        return copy;
    }

    private PdfReference Take(PdfReference reference)
    {
        if (taken.TryGetValue(reference.Number, out var known))
            return known;
        var number = to.Reserve();
        taken[reference.Number] = new(number, 0);
        to.Set(number, Take(from.Object(reference.Number) ?? PdfValue.Null));
        return taken[reference.Number];
    }
}
