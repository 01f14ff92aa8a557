using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MotCua.Integrations.Signing.Pdf;

/// <summary>An incremental update: what is new or changed is written behind the file, whose own bytes stay as they are, and so do the signatures on
/// them.</summary>
internal sealed class PdfUpdate(PdfReading file, byte[] original)
{
    private static readonly string[] OfSection = ["Prev", "XRefStm", "Size", "ID", "Type", "W", "Index", "Length", "Filter", "DecodeParms"];

    private readonly SortedDictionary<int, byte[]> objects = [];
    private int next = file.Xref.Next;

    /// <summary>The number of an object that is to come.</summary>
    public int Reserve() => next++;

    /// <summary>Gives an object its value, a new or a changed one.</summary>
    public void Set(int number, PdfValue value)
    {
        if (value is not PdfStream stream)
        {
            var text = new StringBuilder();
            PdfText.Write(text, value);
            Set(number, Encoding.Latin1.GetBytes(text.ToString()));
            return;
        }
        var head = new StringBuilder();
        PdfText.Write(head, stream.Dictionary.With("Length", PdfNumber.Of(stream.Data.Length)));
        Set(number, [.. Encoding.Latin1.GetBytes(head.ToString()), .. "\nstream\n"u8, .. stream.Data.Span, .. "\nendstream"u8]);
    }

    /// <summary>Gives an object the bytes of its value.</summary>
    public void Set(int number, byte[] value) => objects[number] = value;

    /// <summary>Adds an object.</summary>
    public PdfReference Add(PdfValue value)
    {
        var number = Reserve();
        Set(number, value);
        return new(number, 0);
    }

    /// <summary>The whole file, and where the value of each written object begins.</summary>
    public (byte[] Bytes, IReadOnlyDictionary<int, int> Values) Write()
    {
        using var to = new MemoryStream(original.Length + objects.Values.Sum(o => o.Length + 64) + 1024);
        to.Write(original);
        if (original[^1] is not ((byte)'\n' or (byte)'\r'))
            to.WriteByte((byte)'\n');
        var (heads, values) = (new SortedDictionary<int, int>(), new Dictionary<int, int>());
        foreach (var (number, value) in objects)
        {
            heads[number] = (int)to.Position;
            Text(to, $"{number} {Generation(number)} obj\n");
            values[number] = (int)to.Position;
            to.Write(value);
            Text(to, "\nendobj\n");
        }
        var start = (int)to.Position;
        if (file.Xref.IsStream)
            Stream(to, heads, start);
        else
            Table(to, heads);
        Text(to, $"startxref\n{start}\n%%EOF\n");
        return (to.ToArray(), values);
    }

    private int Generation(int number) => file.Xref.Places.TryGetValue(number, out var place) && place.Container == 0 ? Math.Max(place.Generation, 0) : 0;

    private void Table(MemoryStream to, SortedDictionary<int, int> heads)
    {
        Text(to, "xref\n");
        foreach (var (first, count) in Runs(heads.Keys))
        {
            Text(to, $"{first} {count}\n");
            for (var number = first; number < first + count; number++)
                Text(to, $"{heads[number]:D10} {Generation(number):D5} n \n");
        }
        var trailer = new StringBuilder();
        PdfText.Write(trailer, Trailer(heads, next));
        Text(to, $"trailer\n{trailer}\n");
    }

    private void Stream(MemoryStream to, SortedDictionary<int, int> heads, int start)
    {
        var own = next;
        heads[own] = start;
        using var rows = new MemoryStream();
        var index = new List<PdfValue>();
        foreach (var (first, count) in Runs(heads.Keys))
        {
            index.AddRange([PdfNumber.Of(first), PdfNumber.Of(count)]);
            for (var number = first; number < first + count; number++)
            {
                var (at, generation) = (heads[number], Generation(number));
                rows.Write([1, (byte)(at >> 24), (byte)(at >> 16), (byte)(at >> 8), (byte)at, (byte)(generation >> 8), (byte)generation]);
            }
        }
        var dictionary = Trailer(heads, own + 1).With("Type", new PdfName("XRef")).With("Index", new PdfArray(index))
            .With("W", new PdfArray([PdfNumber.Of(1), PdfNumber.Of(4), PdfNumber.Of(2)])).With("Length", PdfNumber.Of(rows.Length));
        var head = new StringBuilder();
        PdfText.Write(head, dictionary);
        Text(to, $"{own} 0 obj\n{head}\nstream\n");
        to.Write(rows.ToArray());
        Text(to, "\nendstream\nendobj\n");
    }

    private PdfDictionary Trailer(SortedDictionary<int, int> heads, int size)
    {
        var trailer = file.Trailer;
        foreach (var key in OfSection)
            trailer = trailer.With(key, null);
        // The first half names the paper and stays, the second names this state of it (ISO 32000-1, 14.4).
        var state = SHA256.HashData([.. SHA256.HashData(original), .. objects.Values.SelectMany(SHA256.HashData)])[..16];
        var first = file.Items(file.Trailer["ID"]) is [PdfString id, ..] ? id : new PdfString(state);
        return trailer.With("Size", PdfNumber.Of(Math.Max(size, heads.Keys.Last() + 1))).With("Prev", PdfNumber.Of(file.Xref.Sections[0]))
            .With("ID", new PdfArray([first, new PdfString(state)]));
    }

    private static IEnumerable<(int First, int Count)> Runs(IEnumerable<int> numbers)
    {
        var (first, count) = (0, 0);
        foreach (var number in numbers)
        {
            if (count > 0 && number == first + count)
            {
                count++;
                continue;
            }
            if (count > 0)
                yield return (first, count);
            (first, count) = (number, 1);
        }
        if (count > 0)
            yield return (first, count);
    }

    private static void Text(MemoryStream to, FormattableString text) => to.Write(Encoding.Latin1.GetBytes(text.ToString(CultureInfo.InvariantCulture)));

    private static void Text(MemoryStream to, string text) => to.Write(Encoding.Latin1.GetBytes(text));
}
