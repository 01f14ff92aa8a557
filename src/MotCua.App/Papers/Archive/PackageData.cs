using System.Text.Json;
using System.Text.Json.Nodes;
using MotCua.App.Dossiers;
using MotCua.App.Papers.Documents;
using MotCua.Domain.Law;

namespace MotCua.App.Papers.Archive;

/// <summary>The data of a package: what the dossier was, who took part, every paper with its file, the officers' words, and the log as it stands.</summary>
internal static class PackageData
{
    /// <summary>The data is made for reading elsewhere: what is worked out is written, too.</summary>
    public static readonly JsonSerializerOptions Format = new(Json.Stored) { IgnoreReadOnlyProperties = false };

    public static IEnumerable<(string Path, object Content)> Of(DossierView view, IReadOnlyList<HeldDocumentRow> documents)
    {
        yield return ("du-lieu/ho-so.json", Dossier(view));
        yield return ("du-lieu/giay-to.json", view.Papers.Select(Paper).ToList());
        yield return ("du-lieu/kho.json", documents.Select(Document).ToList());
        yield return ("du-lieu/y-kien.json", view.Texts.Select(t => new { t.Version, t.Kind, t.Body }).ToList());
        yield return ("du-lieu/nhat-ky.json", view.Timeline.Select(l => Event(l, view)).ToList());
    }

    private static object Dossier(DossierView view)
    {
        var (c, agencies) = (view.Dossier.Case, view.Reference.Agencies);
        return new
        {
            Code = c.Code.Value, c.Procedure, ProcedureName = view.Now.Procedure.Name, c.ProcedureVersion, c.CaseName, c.Process, c.ProcessVersion,
            Status = Terms.Of(c.Status), Channel = Terms.Of(c.Channel), Reception = agencies.NameOf(c.Reception), Competent = agencies.NameOf(c.Competent),
            c.ReceivedAt, Due = c.Due.Due, c.Appointment, view.Dossier.Delivery.ResultNumber, view.Dossier.Delivery.ResultDay,
            view.Dossier.Delivery.RegisteredAt, view.Dossier.Delivery.HandedOverAt,
            Parties = view.Parties.Select(p => new { p.Role, p.Kind, p.Name, p.IdentityKind, p.Number, p.Birth, p.BirthYear, p.Address }).ToList(),
            Sent = view.Outbox.Select(o => new { o.Receiver, o.Kind, o.Text, o.Created, o.Sent, o.Proof }).ToList(),
        };
    }

    private static object Paper(DossierPaperRow p) => new
    {
        p.Component, p.Name, Form = Terms.Of(p.Form), p.Count, p.Passes, p.Note,
        Files = p.Files.Select(f => new { f.FileName, f.MediaType, f.Size, f.Digest, f.DocumentId }).ToList(),
    };

    private static object Document(HeldDocumentRow d) => new
    {
        d.Id, d.Code, d.Type, d.Title, d.Number, d.Notation, d.Issued, d.Issuer, d.Abstract, d.ValidUntil, d.Scope, Origin = Terms.Of(d.Origin),
        Value = Terms.Of(d.Value), d.Digest, d.Pages, d.KeptAt, d.ReplacedBy, d.AnnulledAt, d.AnnulledBasis,
    };

    private static object Event(TimelineLine line, DossierView view) => new
    {
        line.Row.Version, line.Row.Kind, Title = Terms.Of(line.Event.GetType()), Data = JsonNode.Parse(line.Row.Data), line.Row.At,
        Officer = line.Row.OfficerId is { } who ? view.Officers.GetValueOrDefault(who) : null, line.Row.OfficerId, line.Row.OnBehalfOf, line.Row.Door,
        line.Row.Act, line.Row.Hash,
    };
}
