using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers.Returning;

/// <summary>Gives back the originals that were taken for copying or comparison (R-RET-02).</summary>
[Term("trả lại bản chính giấy tờ", Law = "NĐ 61/2018/NĐ-CP Đ.20.2")]
public sealed record ReturnOriginals : DossierAct, IAllowsOnDossier<ReturnOriginals>
{
    private static readonly Refusal None = new("originals.none", "Không còn giữ bản chính nào của người nộp.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Return, Duty.Return, Duty.Receive);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) => dossier.Delivery.OriginalsHeld > 0 ? null : None;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        Allows(dossier, now) is { } no ? no : new OriginalsReturned(dossier.Delivery.OriginalsHeld);
}

/// <summary>Originals were given back.</summary>
[Term("đã trả lại bản chính"), Stored("originals-returned")]
public sealed record OriginalsReturned(int Count) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Delivery = d.Delivery with { OriginalsHeld = Math.Max(0, d.Delivery.OriginalsHeld - Count) },
    };
}
