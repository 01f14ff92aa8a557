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
            Pages = document.Pages, DossierId = document.Dossier, Component = document.Component, ShownOnly = document.ShownOnly, KeptAt = at, KeptBy = by,
        });
    }
}
