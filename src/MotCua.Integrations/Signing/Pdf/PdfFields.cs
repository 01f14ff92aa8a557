namespace MotCua.Integrations.Signing.Pdf;

/// <summary>A field for a signature.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Number">Its object; 0 where it stands directly in another.</param>
/// <param name="Value">The signature as the field names it; null while it is not signed.</param>
internal sealed record PdfSignatureField(string Name, int Number, PdfDictionary Dictionary, PdfValue? Value);

/// <summary>Finds fields for signatures, and the boxes that forms have on pages.</summary>
internal static class PdfFields
{
    private const int Most = 100_000;

    /// <summary>All fields for signatures, in the order of the form.</summary>
    public static IReadOnlyList<PdfSignatureField> Signatures(PdfReading file)
    {
        var found = new List<PdfSignatureField>();
        var seen = new HashSet<int>();
        foreach (var field in file.Items(file.Dictionary(file.Catalog["AcroForm"])?["Fields"]))
            Walk(file, field, "", null, seen, found, 0);
        return found;
    }

    /// <summary>Whether a dictionary is a field for a signature, or its box on a page.</summary>
    public static bool IsSignature(PdfReading file, PdfDictionary field)
    {
        PdfDictionary? at = field;
        for (var i = 0; at is not null && i < 64; i++, at = file.Dictionary(at["Parent"]))
            if (file.Resolve(at["FT"]) is PdfName type)
                return type.Text == "Sig";
        return false;
    }

    private static void Walk(PdfReading file, PdfValue node, string path, string? type, HashSet<int> seen, List<PdfSignatureField> found, int depth)
    {
        var number = (node as PdfReference)?.Number ?? 0;
        if (depth > 64 || seen.Count > Most || (number > 0 && !seen.Add(number)) || file.Dictionary(node) is not { } field)
            return;
        type = (file.Resolve(field["FT"]) as PdfName)?.Text ?? type;
        var name = file.Resolve(field["T"]) is PdfString own ? (path.Length > 0 ? $"{path}." : "") + PdfText.Text(own) : path;
        var kids = file.Items(field["Kids"]);
        if (type == "Sig" && (field["V"] is not null || !kids.Any(k => file.Dictionary(k)?["T"] is not null)))
            found.Add(new(name, number, field, field["V"]));
        else
            foreach (var kid in kids)
                Walk(file, kid, name, type, seen, found, depth + 1);
    }
}
