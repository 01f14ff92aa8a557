using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>A document that the dossier uses, or that came out of it, was annulled or replaced: its agencies are told (R-RET-10, R-RET-11). The system does
/// so for every such dossier, also one that is closed; who may annul was asked before.</summary>
/// <param name="Document">Id of the document of the repository.</param>
/// <param name="Since">Since when it is void.</param>
/// <param name="Replaced">Another document took its place; else it was annulled.</param>
[Term("báo giấy tờ trong kho hết giá trị", Law = "NĐ 45/2020/NĐ-CP Đ.15")]
public sealed record NoteVoidDocument(Guid Document, DateTimeOffset Since, bool Replaced) : DossierAct, IAllowsOnDossier<NoteVoidDocument>
{
    private static readonly Refusal Unborn = new("void.unborn", "Chưa có hồ sơ này. Hãy tiếp nhận hồ sơ trước.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Reception);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) => dossier.Case.Status == DossierStatus.Unborn ? Unborn : null;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        Allows(dossier, now) is { } no ? no : new DocumentVoided(Document, Since, Replaced);
}

/// <summary>A document that the dossier uses, or that came out of it, is void.</summary>
[Term("giấy tờ trong kho đã hết giá trị", Law = "NĐ 45/2020/NĐ-CP Đ.15"), Stored("document-voided")]
public sealed record DocumentVoided(Guid Document, DateTimeOffset Since, bool Replaced) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with { Voided = d.Voided.Contains(Document) ? d.Voided : d.Voided.Add(Document) };
}
