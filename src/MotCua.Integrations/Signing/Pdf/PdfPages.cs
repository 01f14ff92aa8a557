namespace MotCua.Integrations.Signing.Pdf;

/// <summary>A page: its object, and what people see of it, in points of the page's own coordinates.</summary>
/// <param name="Turn">By how many degrees it is shown turned to the right: 0, 90, 180 or 270.</param>
internal sealed record PdfPage(int Number, PdfDictionary Dictionary, double Left, double Bottom, double Right, double Top, int Turn)
{
    /// <summary>Width as people see it.</summary>
    public double Width => Turn % 180 == 0 ? Right - Left : Top - Bottom;

    /// <summary>Height as people see it.</summary>
    public double Height => Turn % 180 == 0 ? Top - Bottom : Right - Left;

    /// <summary>A box that people see at a distance from the left and the top, in the page's coordinates: left, bottom, right, top.</summary>
    public double[] Box(double x, double y, double width, double height) => Turn switch
    {
        90 => [Left + y, Bottom + x, Left + y + height, Bottom + x + width],
        180 => [Right - x - width, Bottom + y, Right - x, Bottom + y + height],
        270 => [Right - y - height, Top - x - width, Right - y, Top - x],
        _ => [Left + x, Top - y - height, Left + x + width, Top - y],
    };

    /// <summary>The matrix by which an upright drawing stays upright for people.</summary>
    public int[] Upright => Turn switch
    {
        90 => [0, 1, -1, 0, 0, 0],
        180 => [-1, 0, 0, -1, 0, 0],
        270 => [0, -1, 1, 0, 0, 0],
        _ => [1, 0, 0, 1, 0, 0],
    };
}

/// <summary>Finds pages.</summary>
internal static class PdfPages
{
    private static readonly string[] Inherited = ["MediaBox", "CropBox", "Rotate"];

    /// <summary>The page of an index from 0; null where there are fewer.</summary>
    /// <exception cref="PdfDamagedException">The tree of pages is broken.</exception>
    public static PdfPage? Find(PdfReading file, int index)
    {
        var left = index;
        return file.Catalog["Pages"] is PdfReference root ? Walk(file, root, new PdfDictionary(), [], ref left, 0) : throw new PdfDamagedException();
    }

    private static PdfPage? Walk(PdfReading file, PdfReference node, PdfDictionary from, HashSet<int> seen, ref int left, int depth)
    {
        if (!seen.Add(node.Number) || depth > 64 || file.Object(node.Number) is not PdfDictionary dictionary)
            throw new PdfDamagedException();
        foreach (var key in Inherited)
            from = dictionary[key] is { } own ? from.With(key, own) : from;
        if (dictionary["Kids"] is null)
            return left-- > 0 ? null : Page(file, node.Number, dictionary, from);
        foreach (var kid in file.Items(dictionary["Kids"]))
            if (kid is PdfReference reference && Walk(file, reference, from, seen, ref left, depth + 1) is { } found)
                return found;
        return null;
    }

    private static PdfPage Page(PdfReading file, int number, PdfDictionary dictionary, PdfDictionary from)
    {
        var media = Rectangle(file, from["MediaBox"]) ?? [0, 0, 595, 842];
        var crop = Rectangle(file, from["CropBox"]) ?? media;
        double[] box =
            [Math.Max(media[0], crop[0]), Math.Max(media[1], crop[1]), Math.Min(media[2], crop[2]), Math.Min(media[3], crop[3])];
        if (box[2] - box[0] < 1 || box[3] - box[1] < 1)
            box = media;
        var turn = file.Resolve(from["Rotate"]) is PdfNumber { Value: > -36000 and < 36000 } r ? ((int)r.Value % 360 + 360) % 360 : 0;
        return new(number, dictionary, box[0], box[1], box[2], box[3], turn / 90 * 90);
    }

    /// <summary>Left, bottom, right, top; null where it is no rectangle.</summary>
    public static double[]? Rectangle(PdfReading file, PdfValue? value)
    {
        var corners = file.Items(value).Select(v => file.Resolve(v)).OfType<PdfNumber>().Select(n => n.Value).ToArray();
        return corners.Length == 4 && corners.All(c => Math.Abs(c) < 1e6)
            ? [Math.Min(corners[0], corners[2]), Math.Min(corners[1], corners[3]), Math.Max(corners[0], corners[2]), Math.Max(corners[1], corners[3])]
            : null;
    }
}
