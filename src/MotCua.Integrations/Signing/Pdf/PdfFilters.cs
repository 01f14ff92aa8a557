using System.IO.Compression;

namespace MotCua.Integrations.Signing.Pdf;

/// <summary>Unpacks the streams in which a PDF keeps its own structure: plain or deflated, with or without a PNG predictor.</summary>
internal static class PdfFilters
{
    /// <summary>The content.</summary>
    /// <exception cref="PdfDamagedException">Packed in another way, broken, or larger than the budget.</exception>
    public static byte[] Decode(PdfStream stream, Func<PdfValue?, PdfValue?> resolve, PdfBudget budget)
    {
        var filter = Only(resolve(stream.Dictionary["Filter"]), resolve);
        if (filter is null)
        {
            budget.Spend(stream.Data.Length);
            return stream.Data.ToArray();
        }
        if (filter is not PdfName { Text: "FlateDecode" or "Fl" })
            throw new PdfDamagedException();
        var content = Inflate(stream.Data, budget);
        var parameters = Only(resolve(stream.Dictionary["DecodeParms"]), resolve) as PdfDictionary;
        return parameters?.Whole("Predictor") switch
        {
            null or 1 => content,
            >= 10 => Unpredict(content, parameters),
            _ => throw new PdfDamagedException(),
        };
    }

    private static PdfValue? Only(PdfValue? value, Func<PdfValue?, PdfValue?> resolve) => value switch
    {
        PdfArray { Items.Count: 0 } => null,
        PdfArray { Items.Count: 1 } one => Only(resolve(one.Items[0]) is PdfArray ? throw new PdfDamagedException() : resolve(one.Items[0]), resolve),
        PdfArray => throw new PdfDamagedException(),
        PdfWord { Text: "null" } => null,
        _ => value,
    };

    private static byte[] Inflate(ReadOnlyMemory<byte> packed, PdfBudget budget)
    {
        try
        {
            using var content = new MemoryStream();
            using var inflating = new ZLibStream(new MemoryStream(packed.ToArray(), false), CompressionMode.Decompress);
            var part = new byte[16 * 1024];
            for (var n = inflating.Read(part); n > 0; n = inflating.Read(part))
            {
                budget.Spend(n);
                content.Write(part, 0, n);
            }
            return content.ToArray();
        }
        catch (InvalidDataException)
        {
            throw new PdfDamagedException();
        }
    }

    // PNG specification, 9: each row begins with the number of its filter.
    private static byte[] Unpredict(byte[] content, PdfDictionary parameters)
    {
        var colors = parameters.Whole("Colors") ?? 1;
        var bits = parameters.Whole("BitsPerComponent") ?? 8;
        var columns = parameters.Whole("Columns") ?? 1;
        if (colors is < 1 or > 4 || bits != 8 || columns is < 1 or > 65536)
            throw new PdfDamagedException();
        var (step, row) = ((int)colors, (int)(colors * columns));
        var rows = content.Length / (row + 1);
        var plain = new byte[rows * row];
        for (var r = 0; r < rows; r++)
            for (var i = 0; i < row; i++)
            {
                int left = i >= step ? plain[r * row + i - step] : 0, up = r > 0 ? plain[(r - 1) * row + i] : 0;
                int corner = r > 0 && i >= step ? plain[(r - 1) * row + i - step] : 0;
                plain[r * row + i] = (byte)(content[r * (row + 1) + 1 + i] + content[r * (row + 1)] switch
                {
                    0 => 0,
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, corner),
                    _ => throw new PdfDamagedException(),
                });
            }
        return plain;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (a, b, c) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - 2 * corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
