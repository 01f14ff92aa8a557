using MotCua.App.Papers.Documents;
using MotCua.App.Reference;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;
using MotCua.Domain.Papers.Documents;

namespace MotCua.App.Reception;

/// <summary>A document of the owner's that could stand for a component.</summary>
/// <param name="Why">Why it may not be used; null if it may.</param>
/// <param name="Taken">It was taken by reference.</param>
/// <param name="SameFile">Id of the file that was uploaded for the component although it is this document already (R-DIG-13); null for none.</param>
public sealed record HeldOffer(HeldDocumentRow Document, RequiredPaper Paper, Refusal? Why, bool Taken, long? SameFile);

/// <summary>What is held already of what a dossier needs: proposed as soon as the applicant is identified, not searched for (R-REC-16, R-REPO-04).</summary>
public sealed class HeldOffers
{
    /// <summary>The field in which the officer says why he does not take a document.</summary>
    public static string WhyField(Guid document) => $"held.{document:N}.why";

    private HeldOffers(IReadOnlyList<HeldOffer> all, int components, int documents) =>
        (All, Components, Documents) = (all, components, documents);

    /// <summary>Nothing is held, or the owner is not known yet.</summary>
    public static readonly HeldOffers None = new([], 0, 0);

    /// <summary>Every offer, in the order of the components; a component for which nothing may be used has what was refused, with the reason.</summary>
    public IReadOnlyList<HeldOffer> All { get; }

    /// <summary>How many components the procedure asks for.</summary>
    public int Components { get; }

    /// <summary>How many documents the owner has altogether.</summary>
    public int Documents { get; }

    /// <summary>How many components are there already.</summary>
    public int Covered => All.Where(o => o.Why is null).Select(o => o.Paper.Code).Distinct().Count();

    /// <summary>What may be taken and was not: the newest of each component.</summary>
    public IEnumerable<HeldOffer> Free => All.Where(o => o.Why is null).GroupBy(o => o.Paper.Code).Where(g => !g.Any(o => o.Taken)).Select(g => g.First());

    /// <summary>What is held of what a form needs.</summary>
    public static async Task<HeldOffers> Of(
        MotCuaDb db, ReceptionForm form, ReferenceData reference, DateOnly today, CancellationToken cancel = default)
    {
        if (form.Owner is not { Number.Length: > 0 } o)
            return None;
        var owner = new DocumentOwner(o.IdentityKind, o.Number, o.Name, o.Birth);
        var held = await Repository.OfOwner(db, owner, cancel);
        if (held.Count == 0)
            return None;
        var (types, isIssuer) = (await ComponentTypes.On(db, form.Procedure.Code, today, cancel), Repository.IsIssuer(reference, today));
        var offers = new List<HeldOffer>();
        foreach (var paper in form.Papers)
        {
            var fits = types.Of(paper.Paper);
            var some = held.Where(d => fits.Contains(d.Type)).Select(d => new HeldOffer(
                d, paper.Paper, Repository.WhyNot(d, owner, isIssuer, today), paper.Files.Any(f => f.DocumentId == d.Id),
                paper.Files.FirstOrDefault(f => f.DocumentId is null && f.Digest == d.Digest)?.Id)).ToList();
            offers.AddRange(some.Where(s => s.Why is null || s.Taken || some.TrueForAll(x => x.Why is not null)));
        }
        return new HeldOffers(offers, form.Papers.Count, held.Count);
    }

    /// <summary>What goes wrong with documents that were taken when the dossier is received: another owner was typed since, or one was annulled.</summary>
    public IEnumerable<Refusal> Broken(ReceptionForm form) =>
        from paper in form.Papers
        from file in paper.Files
        where file.DocumentId is not null
        let offer = All.FirstOrDefault(o => o.Document.Id == file.DocumentId && o.Paper.Code == paper.Paper.Code)
        let why = offer is null
            ? new Refusal("reuse.owner", $"Giấy tờ “{file.FileName}” lấy từ kho không thuộc chủ hồ sơ đã nhập. Hãy bỏ giấy tờ đó, hoặc sửa số định danh.")
            : offer.Why
        where why is not null
        select why with { Field = AttachFiles.FieldOf(paper.Paper.Code) };

    /// <summary>The event of what was used again and what was left; null where nothing was held.</summary>
    public PapersReused? Event(ReceptionForm form, TypedForm typed)
    {
        var taken = All.Where(o => o.Taken).Select(o => new ReusedPaper(o.Paper.Code, o.Document.Id)).ToList();
        var left = Free.Select(o => new LeftPaper(o.Paper.Code, o.Document.Id, typed[WhyField(o.Document.Id)])).ToList();
        return taken.Count + left.Count == 0 ? null : new PapersReused(taken, left, form.Papers.Count(p => p.Given));
    }
}
