using Microsoft.EntityFrameworkCore;
using MotCua.App.Reference;
using MotCua.Domain.Law;
using MotCua.Domain.Papers.Documents;
using MotCua.Domain.Words;

namespace MotCua.App.Papers.Documents;

/// <summary>The repository of electronic data of organisations and persons (kho quản lý dữ liệu điện tử; NĐ 45/2020/NĐ-CP Đ.16).</summary>
public static class Repository
{
    /// <summary>Adds a document to the repository; saved with the transaction of the caller. The file must be in the store already.</summary>
    /// <param name="db">The caller's unit of work.</param>
    /// <param name="document">The document.</param>
    /// <param name="at">When.</param>
    /// <param name="by">The officer who digitized or issued it.</param>
    public static void Keep(MotCuaDb db, HeldDocument document, DateTimeOffset at, int by)
    {
        var (owner, facts) = (document.Owner, document.Facts);
        db.Add(new HeldDocumentRow
        {
            Id = document.Id, Code = document.Code, OwnerKind = owner.Kind, OwnerNumber = owner.Number, OwnerName = owner.Name,
            OwnerFolded = VietnameseText.Fold(owner.Name), OwnerBirth = owner.Birth, Type = facts.Type, Title = facts.Title, Number = facts.Number,
            Notation = facts.Notation, Issued = facts.Issued, Issuer = facts.Issuer, Abstract = facts.Abstract, ValidUntil = facts.ValidUntil,
            Scope = facts.Scope, Origin = document.Origin, Value = document.Value, Digest = document.Digest, MediaType = document.MediaType,
            Pages = document.Pages, DossierId = document.Dossier,
            AgencyId = document.Agency?.Value, Component = document.Component, ShownOnly = document.ShownOnly, KeptAt = at, KeptBy = by,
        });
    }

    /// <summary>The document that a paper is already (R-DIG-13): the same bytes, or the same kind, number and owner. Null where it is not held.</summary>
    /// <param name="digest">SHA-256 of the file; null where only the data is known.</param>
    /// <param name="type">Code of the kind of paper.</param>
    /// <param name="number">Number, before the first "/"; null where it has none: then only the bytes count.</param>
    public static async Task<HeldDocumentRow?> FindSame(
        MotCuaDb db, DocumentOwner owner, string? digest, string? type, string? number, CancellationToken cancel = default)
    {
        var theirs = await OfOwner(db, owner, cancel);
        return theirs.FirstOrDefault(d => digest is not null && d.Digest == digest)
            ?? theirs.FirstOrDefault(d => number is not null && d.Type == type && d.Number == number && d.State is { AnnulledAt: null, ReplacedBy: null });
    }

    /// <summary>Everything that an owner has, newest first.</summary>
    public static async Task<IReadOnlyList<HeldDocumentRow>> OfOwner(MotCuaDb db, DocumentOwner owner, CancellationToken cancel = default)
    {
        var rows = db.Set<HeldDocumentRow>().AsNoTracking();
        if (owner.Number is { Length: > 0 } number)
            return await rows.Where(d => d.OwnerNumber == number && d.OwnerKind == owner.Kind).OrderByDescending(d => d.KeptAt).ToListAsync(cancel);
        if (owner.Birth is not { } birth)
            return [];
        var folded = VietnameseText.Fold(owner.Name);
        return await rows.Where(d => d.OwnerNumber == null && d.OwnerBirth == birth && d.OwnerFolded == folded)
            .OrderByDescending(d => d.KeptAt).ToListAsync(cancel);
    }

    /// <summary>Whether an issuer is an authority: an agency of the directory, or one whose name begins as the rule "reuse.issuers" says (R-REPO-05).</summary>
    public static Func<string, bool> IsIssuer(ReferenceData reference, DateOnly today)
    {
        var begins = reference.Rules.Find("reuse.issuers", today)?.Value.Split('|').Select(VietnameseText.Fold).ToList() ?? [];
        return folded => begins.Exists(b => folded == b || folded.StartsWith(b + " ", StringComparison.Ordinal))
            || reference.Agencies.All.Any(a => VietnameseText.Fold(a.Name) == folded);
    }

    /// <summary>Why a document may not be used again for an owner; null if it may (R-REPO-05).</summary>
    public static Refusal? WhyNot(HeldDocumentRow document, DocumentOwner owner, Func<string, bool> isIssuer, DateOnly today) =>
        ReuseCheck.Of(new ReuseQuestion(document.Title, document.Owner, document.Issuer, document.State, document.ShownOnly), owner, isIssuer, today);
}
