using MotCua.Domain.Papers;
using MotCua.Integrations.Signing.Pdf;

namespace MotCua.Integrations.Signing;

/// <summary>What came into a file after a signed state of it: everything that can be reached is looked at, and whatever is not known to be harmless counts as
/// a change of content.</summary>
internal sealed class RevisionChanges
{
    private static readonly string[] OfCatalog = ["AcroForm", "DSS", "Metadata", "Version", "Extensions"];
    private static readonly string[] OfForm = ["Fields", "SigFlags"];
    private static readonly string[] OfSignatureField = ["V", "AP", "M", "F", "MK", "DA"];
    private static readonly string[] OfField = ["V", "AP", "AS", "M", "MK", "DA", "F", "I"];

    private readonly PdfReading before;
    private readonly PdfReading now;
    private readonly HashSet<int> brought = [];
    private readonly HashSet<(int, string)> seen = [];
    private readonly Stack<(int Number, string Key, bool FromChanged)> walk = new();
    private SignatureCover cover = SignatureCover.ThenSignatures;

    private RevisionChanges(PdfReading before, PdfReading now) => (this.before, this.now) = (before, now);

    /// <summary>Compares a signed state with the file as it is.</summary>
    public static SignatureCover Between(PdfReading before, PdfReading now)
    {
        var changes = new RevisionChanges(before, now);
        return changes.Continues() ? changes.Look() : SignatureCover.ThenContent;
    }

    /// <summary>Whether the file goes on from the signed state: its sections lead there, and nothing stands behind its end.</summary>
    private bool Continues()
    {
        var at = now.Xref.Sections.IndexOf(before.Xref.Sections[0]);
        return at > 0 && now.Xref.Sections.Take(at).All(s => s >= before.Length) && now.Xref.End == now.Length
            && PdfValue.Same(before.Trailer["Root"], now.Trailer["Root"]) && now.Trailer["Encrypt"] is null;
    }

    private SignatureCover Look()
    {
        if (now.Trailer["Root"] is not PdfReference root)
            return SignatureCover.ThenContent;
        Form();
        Follow(root.Number, "Root", false);
        while (walk.TryPop(out var edge) && cover != SignatureCover.ThenContent)
            Step(edge.Number, edge.Key, edge.FromChanged);
        return cover;
    }

    private void Step(int number, string key, bool fromChanged)
    {
        var changed = before.Bytes(number) != now.Bytes(number);
        if (changed && IsNew(number))
        {
            // What an untouched object has always named and nobody had written yet is content put in later.
            if (!fromChanged || !brought.Contains(number))
                Worse(SignatureCover.ThenContent);
        }
        else if (changed)
            Judge(number, key);
        var (was, has) = (before.Object(number), now.Object(number));
        if (key == "Root")
            (was, has) = (Own(was), Own(has));
        if (changed && !IsNew(number))
            Differences(was, has, key);
        else
            Children(has, key, changed);
    }

    // What proves signatures, and words about the file, change nothing that is shown; what is also reached in another way is looked at there.
    private static PdfValue? Own(PdfValue? catalog) => (catalog as PdfDictionary)?.With("DSS", null).With("Metadata", null);

    /// <summary>Follows what an object names; what it named before it was changed must have been there before.</summary>
    private void Differences(PdfValue? was, PdfValue? has, string key)
    {
        if (was is PdfStream oldStream && has is PdfStream newStream)
            (was, has) = (oldStream.Dictionary, newStream.Dictionary);
        if (was is PdfArray old && has is PdfArray all)
            for (var i = 0; i < all.Items.Count; i++)
                Differences(i < old.Items.Count ? old.Items[i] : null, all.Items[i], key);
        else if (was is PdfDictionary before && has is PdfDictionary after)
            foreach (var name in after.Keys)
                Differences(before[name], after[name], name);
        else
            Children(has, key, !PdfValue.Same(was, has));
    }

    private void Children(PdfValue? value, string key, bool changed)
    {
        switch (value)
        {
            case PdfReference reference:
                Follow(reference.Number, key, changed);
                break;
            case PdfArray array:
                foreach (var item in array.Items)
                    Children(item, key, changed);
                break;
            case PdfDictionary dictionary:
                foreach (var name in dictionary.Keys)
                    Children(dictionary[name], name, changed);
                break;
            case PdfStream stream:
                Children(stream.Dictionary, key, changed);
                break;
        }
    }

    private void Follow(int number, string key, bool fromChanged)
    {
        // The same object is looked at for each way by which it is reached: what is harmless among annotations is not so as a page.
        if (seen.Add((fromChanged ? number : -number - 1, key)))
            walk.Push((number, key, fromChanged));
    }

    private bool IsNew(int number) => before.Bytes(number) is null;

    private void Worse(SignatureCover found) => cover = found > cover ? found : cover;

    private void Judge(int number, string key)
    {
        var (was, has) = (before.Object(number), now.Object(number));
        if (IsSame(was, has) || IsFormPart(number, key))
            return;
        if (key == "Root" && was is PdfDictionary c1 && has is PdfDictionary c2 && PdfValue.Same(c1, c2, OfCatalog))
            return;
        if (key == "Annots" && was is PdfArray && has is PdfArray && Appends(was, has))
            return;
        if (was is PdfDictionary old && has is PdfDictionary changed)
            Judge(old, changed);
        else
            Worse(SignatureCover.ThenContent);
    }

    private void Judge(PdfDictionary was, PdfDictionary has)
    {
        if (was.Name("Type") == "Page" && has.Name("Type") == "Page")
        {
            if (!PdfValue.Same(was, has, ["Annots"]) || !Appends(was["Annots"], has["Annots"]))
                Worse(SignatureCover.ThenContent);
            if (has["Annots"] is PdfReference { Number: var apart } && IsNew(apart))
                brought.Add(apart);
        }
        else if (PdfFields.IsSignature(now, has) && PdfFields.IsSignature(before, was))
        {
            if (IsSigned(before, was) || !PdfValue.Same(was, has, OfSignatureField))
                Worse(SignatureCover.ThenContent);
            Bring(has);
        }
        else if (IsField(before, was) && IsField(now, has) && PdfValue.Same(was, has, OfField))
        {
            Worse(SignatureCover.ThenForm);
            Bring(has);
        }
        else
            Worse(SignatureCover.ThenContent);
    }

    private static bool IsSame(PdfValue? was, PdfValue? has) => was is PdfStream a && has is PdfStream b
        ? PdfValue.Same(a.Dictionary, b.Dictionary) && a.Data.Span.SequenceEqual(b.Data.Span)
        : was is not null && PdfValue.Same(was, has);

    /// <summary>The form itself and its list of fields, which <see cref="Form"/> has compared.</summary>
    private bool IsFormPart(int number, string key) =>
        (key == "AcroForm" && now.Catalog["AcroForm"] is PdfReference form && form.Number == number)
        || (key == "Fields" && now.Dictionary(now.Catalog["AcroForm"])?["Fields"] is PdfReference fields && fields.Number == number);

    private void Form()
    {
        var was = before.Dictionary(before.Catalog["AcroForm"]) ?? new PdfDictionary();
        var has = now.Dictionary(now.Catalog["AcroForm"]) ?? new PdfDictionary();
        // Those who sign with other software bring fonts for their own boxes.
        string[] fonts = [.. new[] { "DR", "DA" }.Where(k => was[k] is null)];
        if (!PdfValue.Same(was, has, [.. OfForm, .. fonts]) || !Appends(was["Fields"], has["Fields"]))
            Worse(SignatureCover.ThenContent);
        foreach (var apart in new[] { now.Catalog["AcroForm"], has["Fields"] }.OfType<PdfReference>().Where(r => IsNew(r.Number)))
            brought.Add(apart.Number);
        foreach (var key in fonts)
            Bring(has[key]);
    }

    /// <summary>Whether a list of fields or annotations is the same but for new signatures at its end.</summary>
    private bool Appends(PdfValue? was, PdfValue? has)
    {
        var (old, all) = (before.Items(was), now.Items(has));
        if (all.Count < old.Count || !old.Zip(all).All(p => PdfValue.Same(p.First, p.Second)))
            return false;
        foreach (var added in all.Skip(old.Count))
        {
            if (added is not PdfReference reference || now.Object(reference.Number) is not PdfDictionary field
                || !PdfFields.IsSignature(now, field) || !IsSigned(now, field))
                return false;
            Bring(added);
        }
        return true;
    }

    /// <summary>Notes the new objects that a harmless change brings along.</summary>
    private void Bring(PdfValue? value)
    {
        var open = new Stack<PdfValue?>([value]);
        while (open.TryPop(out var at))
            switch (at)
            {
                case PdfReference reference when IsNew(reference.Number) && brought.Add(reference.Number):
                    open.Push(now.Object(reference.Number));
                    break;
                case PdfArray array:
                    foreach (var item in array.Items)
                        open.Push(item);
                    break;
                case PdfDictionary dictionary:
                    foreach (var item in dictionary.Values)
                        open.Push(item);
                    break;
                case PdfStream stream:
                    open.Push(stream.Dictionary);
                    break;
            }
    }

    private static bool IsSigned(PdfReading file, PdfDictionary field)
    {
        PdfDictionary? at = field;
        for (var i = 0; at is not null && i < 64; i++, at = file.Dictionary(at["Parent"]))
            if (file.Dictionary(at["V"]) is { } value)
                return value["ByteRange"] is not null;
        return false;
    }

    private static bool IsField(PdfReading file, PdfDictionary field)
    {
        PdfDictionary? at = field;
        for (var i = 0; at is not null && i < 64; i++, at = file.Dictionary(at["Parent"]))
            if (file.Resolve(at["FT"]) is PdfName)
                return true;
        return false;
    }
}
