using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MotCua.App.Papers.Signing;
using MotCua.Integrations.Signing.Pdf;

namespace MotCua.Integrations.Signing;

/// <summary>A file with the place for a signature at its end: everything stands but the signature's own bytes.</summary>
internal sealed class SignatureUpdate
{
    private const int Widget = 132; // printed, and its place locked (ISO 32000-1, 12.5.3)
    private const double Edge = 12;
    private const string Range = "[0 0000000000 0000000000 0000000000]";

    private readonly byte[] bytes;
    private readonly int from;
    private readonly int to;

    private SignatureUpdate(byte[] bytes, int from, int to) => (this.bytes, this.from, this.to) = (bytes, from, to);

    /// <summary>SHA-256 of all bytes but those of the signature.</summary>
    public byte[] Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(bytes, 0, from);
        hash.AppendData(bytes, to, bytes.Length - to);
        return hash.GetHashAndReset();
    }

    /// <summary>The file with its signature; null where there is not room enough.</summary>
    public byte[]? With(byte[] cms)
    {
        if (cms.Length * 2 > to - from - 2)
            return null;
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(cms)).CopyTo(bytes, from + 1);
        return bytes;
    }

    /// <summary>Writes the update.</summary>
    /// <param name="room">Bytes kept for the signature.</param>
    public static SignatureUpdate Write(PdfReading file, byte[] pdf, SignatureLook look, SignatureDrawing? drawing, string name, int room)
    {
        var page = PdfPages.Find(file, (look.Box?.Page ?? 1) - 1)
            ?? throw new SigningException("Tệp PDF không có trang cần đặt chữ ký; hãy kiểm tra lại tệp.");
        var update = new PdfUpdate(file, pdf);
        var (signature, field) = (update.Reserve(), update.Reserve());
        update.Set(field, Field(file, update, page, look, drawing, signature));
        Form(file, update, new(field, 0));
        Annotate(file, update, page, new(field, 0));
        var (value, range, contents) = Signature(look, name, room);
        update.Set(signature, value);
        var (bytes, values) = update.Write();
        var from = values[signature] + contents;
        var to = from + room * 2 + 2;
        var numbers = string.Create(CultureInfo.InvariantCulture, $"[0 {from:D10} {to:D10} {bytes.Length - to:D10}]");
        Encoding.ASCII.GetBytes(numbers).CopyTo(bytes, values[signature] + range);
        return new(bytes, from, to);
    }

    private static (byte[] Value, int Range, int Contents) Signature(SignatureLook look, string name, int room)
    {
        var text = new StringBuilder("<</Type /Sig/Filter /Adobe.PPKLite/SubFilter /ETSI.CAdES.detached/M ");
        PdfText.Write(text, PdfText.Date(look.Time.ToOffset(Domain.Law.Vietnam.Offset)));
        text.Append("/Name ");
        PdfText.Write(text, PdfText.Text(name));
        if (look.Reason is { } reason)
        {
            text.Append("/Reason ");
            PdfText.Write(text, PdfText.Text(reason));
        }
        text.Append("/ByteRange ");
        var range = text.Length;
        text.Append(Range).Append("/Contents ");
        var contents = text.Length;
        text.Append('<').Append('0', room * 2).Append(">>>");
        return (Encoding.Latin1.GetBytes(text.ToString()), range, contents);
    }

    private static PdfDictionary Field(
        PdfReading file, PdfUpdate update, PdfPage page, SignatureLook look, SignatureDrawing? drawing, int signature)
    {
        var field = new PdfDictionary();
        field.Add("Type", new PdfName("Annot"));
        field.Add("Subtype", new PdfName("Widget"));
        field.Add("FT", new PdfName("Sig"));
        field.Add("T", PdfText.Text(NewName(file)));
        field.Add("V", new PdfReference(signature, 0));
        field.Add("F", PdfNumber.Of(Widget));
        field.Add("P", new PdfReference(page.Number, Math.Max(file.Xref.Places[page.Number].Generation, 0)));
        var box = drawing is null ? [0, 0, 0, 0] : Box(file, page, look, drawing);
        field.Add("Rect", new PdfArray([.. box.Select(n => new PdfNumber(n))]));
        if (drawing is not null)
        {
            var appearance = new PdfDictionary();
            appearance.Add("N", drawing.Into(update, page));
            field.Add("AP", appearance);
        }
        return field;
    }

    private static string NewName(PdfReading file)
    {
        var names = file.Items(file.Dictionary(file.Catalog["AcroForm"])?["Fields"])
            .Select(f => file.Resolve(file.Dictionary(f)?["T"])).OfType<PdfString>().Select(PdfText.Text).ToHashSet();
        return Enumerable.Range(1, names.Count + 1).Select(i => $"ChuKy{i}").First(n => !names.Contains(n));
    }

    /// <summary>At its corner, below the boxes of earlier signatures there, so that none hides another.</summary>
    private static double[] Box(PdfReading file, PdfPage page, SignatureLook look, SignatureDrawing drawing)
    {
        if (look.Box is { } box)
            return page.Box(box.Left, box.Top, box.Width, box.Height);
        var x = look.Place == SignaturePlace.TopLeft ? Edge : Math.Max(page.Width - Edge - drawing.Width, 0);
        var taken = file.Items(page.Dictionary["Annots"]).Select(a => file.Dictionary(a)).OfType<PdfDictionary>()
            .Where(a => a.Name("Subtype") == "Widget" && PdfFields.IsSignature(file, a))
            .Select(a => PdfPages.Rectangle(file, a["Rect"])).OfType<double[]>().ToList();
        for (var y = Edge; y + drawing.Height < page.Height; y += drawing.Height + 2)
        {
            var tried = page.Box(x, y, drawing.Width, drawing.Height);
            if (!taken.Exists(t => t[0] < tried[2] && tried[0] < t[2] && t[1] < tried[3] && tried[1] < t[3]))
                return tried;
        }
        return page.Box(x, Edge, drawing.Width, drawing.Height);
    }

    private static void Form(PdfReading file, PdfUpdate update, PdfReference field)
    {
        var root = file.Trailer["Root"] as PdfReference ?? throw new PdfDamagedException();
        var form = file.Dictionary(file.Catalog["AcroForm"]) ?? new PdfDictionary();
        var fields = new PdfArray([.. file.Items(form["Fields"]), field]);
        if (form["Fields"] is PdfReference apart && file.Object(apart.Number) is PdfArray)
            update.Set(apart.Number, fields);
        else
            form = form.With("Fields", fields);
        // Signatures exist, and only what is put behind them may change the file.
        form = form.With("SigFlags", PdfNumber.Of(3));
        if (file.Catalog["AcroForm"] is PdfReference own && file.Object(own.Number) is PdfDictionary)
            update.Set(own.Number, form);
        else
            update.Set(root.Number, file.Catalog.With("AcroForm", form));
    }

    private static void Annotate(PdfReading file, PdfUpdate update, PdfPage page, PdfReference field)
    {
        var boxes = new PdfArray([.. file.Items(page.Dictionary["Annots"]), field]);
        if (page.Dictionary["Annots"] is PdfReference apart && file.Object(apart.Number) is PdfArray)
            update.Set(apart.Number, boxes);
        else
            update.Set(page.Number, page.Dictionary.With("Annots", boxes));
    }
}
