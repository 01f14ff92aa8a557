using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace MotCua.App.Tests.Signing;

/// <summary>Small PDF files written by hand, in each way in which a file may say where its objects lie.</summary>
internal static class SmallPdf
{
    private const string Content = "BT /F1 24 Tf 72 500 Td (MotCua) Tj ET";

    private static readonly string[] Objects =
    [
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842]>>",
        "<</Type /Page /Parent 2 0 R /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>",
        $"<</Length {Content.Length}>>\nstream\n{Content}\nendstream",
        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
    ];

    /// <summary>One classic table.</summary>
    /// <param name="page">More entries of the page's dictionary.</param>
    /// <param name="catalog">More entries of the catalog's.</param>
    /// <param name="more">More objects, from number 6 on.</param>
    public static byte[] Classic(string page = "", string catalog = "", string trailer = "", params string[] more)
    {
        var objects = Objects.Concat(more).ToArray();
        objects[0] = objects[0].Replace(">>", $"{catalog}>>", StringComparison.Ordinal);
        objects[2] = objects[2][..^2] + $"{page}>>";
        var text = new StringBuilder("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var offsets = objects.Select((o, i) => Add(text, i + 1, o)).ToList();
        var start = text.Length;
        text.Append(Text($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n"));
        offsets.ForEach(o => text.Append(Text($"{o:D10} 00000 n \n")));
        text.Append(Text($"trailer\n<</Size {objects.Length + 1} /Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n"));
        return Bytes(text);
    }

    /// <summary>A cross-reference stream, everything but the content in an object stream, both deflated.</summary>
    public static byte[] Streams()
    {
        var text = new StringBuilder("%PDF-1.7\n");
        int[] inside = [1, 2, 3, 5];
        var (head, body) = (new StringBuilder(), new StringBuilder());
        foreach (var number in inside)
        {
            head.Append(Text($"{number} {body.Length} "));
            body.Append(Objects[number - 1]).Append('\n');
        }
        var content = Add(text, 4, Objects[3]);
        var packed = Deflated(Encoding.Latin1.GetBytes(head.ToString() + body));
        var container = Add(text, 6, $"<</Type /ObjStm /N 4 /First {head.Length} /Filter /FlateDecode /Length {packed.Length}>>\nstream\n{packed}\nendstream");
        var start = text.Length;
        byte[] Row(int type, int second, int third) => [(byte)type, (byte)(second >> 8), (byte)second, (byte)third];
        byte[][] rows =
            [Row(0, 0, 255), Row(2, 6, 0), Row(2, 6, 1), Row(2, 6, 2), Row(1, content, 0), Row(2, 6, 3), Row(1, container, 0), Row(1, start, 0)];
        var table = Deflated([.. rows.SelectMany(r => r)]);
        Add(text, 7, $"<</Type /XRef /Size 8 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /Length {table.Length}>>\nstream\n{table}\nendstream");
        text.Append(Text($"startxref\n{start}\n%%EOF\n"));
        return Bytes(text);
    }

    /// <summary>A table for old readers that calls one object free, and a stream beside it that says where it lies.</summary>
    public static byte[] Hybrid()
    {
        var text = new StringBuilder("%PDF-1.7\n");
        var offsets = Objects.Select((o, i) => Add(text, i + 1, o)).ToList();
        var hidden = Text($"{(char)1}{(char)(offsets[4] >> 8)}{(char)(offsets[4] & 255)}{(char)0}");
        var stream = Add(text, 6, $"<</Type /XRef /Size 7 /Index [5 1] /W [1 2 1] /Length 4>>\nstream\n{hidden}\nendstream");
        var start = text.Length;
        text.Append("xref\n0 7\n0000000005 65535 f \n");
        foreach (var offset in offsets.Take(4))
            text.Append(Text($"{offset:D10} 00000 n \n"));
        text.Append(Text($"0000000000 00000 f \n{stream:D10} 00000 n \n"));
        text.Append(Text($"trailer\n<</Size 7 /Root 1 0 R /XRefStm {stream}>>\nstartxref\n{start}\n%%EOF\n"));
        return Bytes(text);
    }

    /// <summary>Puts an update with a classic table behind a file, as anybody can.</summary>
    public static byte[] Append(byte[] pdf, params (int Number, string Value)[] objects)
    {
        var old = Encoding.Latin1.GetString(pdf);
        var text = new StringBuilder(old.EndsWith('\n') ? old : old + "\n");
        var offsets = objects.ToDictionary(o => o.Number, o => Add(text, o.Number, o.Value));
        var start = text.Length;
        text.Append("xref\n");
        foreach (var (number, offset) in offsets)
            text.Append(Text($"{number} 1\n{offset:D10} 00000 n \n"));
        text.Append(Text($"trailer\n<</Size 99 /Root 1 0 R /Prev {LastStart(old)}>>\nstartxref\n{start}\n%%EOF\n"));
        return Bytes(text);
    }

    /// <summary>The value of an object as it stands last in a file.</summary>
    public static string Value(byte[] pdf, int number)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var head = $"\n{number} 0 obj\n";
        var from = text.LastIndexOf(head, StringComparison.Ordinal) + head.Length;
        return text[from..text.IndexOf("\nendobj", from, StringComparison.Ordinal)];
    }

    public static string LastStart(string pdf)
    {
        var at = pdf.LastIndexOf("startxref", StringComparison.Ordinal) + "startxref".Length;
        return pdf[at..pdf.IndexOf('%', at)].Trim();
    }

    public static string Deflated(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var deflating = new ZLibStream(packed, CompressionLevel.Optimal))
            deflating.Write(plain);
        return Encoding.Latin1.GetString(packed.ToArray());
    }

    public static byte[] Bytes(StringBuilder text) => Encoding.Latin1.GetBytes(text.ToString());

    private static int Add(StringBuilder text, int number, string value)
    {
        var at = text.Length;
        text.Append(Text($"{number} 0 obj\n{value}\nendobj\n"));
        return at;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
