using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers.Reception;

/// <summary>Issues the receipt of a dossier that was received without one, because the applicant asks for it (R-REC-13).</summary>
[Term("cấp giấy tiếp nhận hồ sơ và hẹn trả kết quả", Law = "NĐ 61/2018/NĐ-CP Đ.17.4")]
public sealed record IssueReceipt : DossierAct, IAllowsOnDossier<IssueReceipt>
{
    private static readonly Refusal Unborn = new("receipt.unborn", "Chưa có hồ sơ nên chưa cấp được giấy tiếp nhận. Hãy tiếp nhận hồ sơ trước.");
    private static readonly Refusal Already = new("receipt.already", "Hồ sơ đã có giấy tiếp nhận. Hãy in lại giấy đã cấp.");
    private static readonly Refusal Closed = new("receipt.closed", "Hồ sơ đã kết thúc nên không cấp giấy tiếp nhận nữa. Hãy in phiếu kiểm soát nếu cần.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Reception, Duty.Receive);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) => dossier switch
    {
        { Case.Status: DossierStatus.Unborn } => Unborn,
        { Case.ReceiptNumber: not null } => Already,
        { IsClosed: true } => Closed,
        _ => null,
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Counter> Draws(Dossier dossier, Circumstances now) => [now.FormCounter("receipt", dossier.Case.Reception)];

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        Allows(dossier, now) is { } no ? no : new ReceiptIssued(now.Numbers[now.FormCounter("receipt", dossier.Case.Reception)]);
}

/// <summary>A receipt was issued after reception.</summary>
[Term("đã cấp giấy tiếp nhận"), Stored("receipt-issued")]
public sealed record ReceiptIssued(long Number) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with { Case = d.Case with { ReceiptNumber = Number } };
}
