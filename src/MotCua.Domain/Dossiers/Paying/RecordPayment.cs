using MotCua.Domain.Agencies;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers.Paying;

/// <summary>How money came in (R-FEE-01…03).</summary>
[Term("hình thức nộp phí, lệ phí", Law = "NĐ 61/2018/NĐ-CP Đ.22")]
public enum PaymentMethod
{
    /// <summary>Cash at the counter.</summary>
    [Term("tiền mặt")] Cash,
    /// <summary>Bank transfer.</summary>
    [Term("chuyển khoản")] Transfer,
    /// <summary>Through the postal enterprise.</summary>
    [Term("qua bưu chính")] Post,
}

/// <summary>Records money that the one-stop unit collected.</summary>
/// <param name="Receipt">Number of the fee receipt (biên lai), which belongs to the finance module (R-FEE-09).</param>
[Term("thu phí, lệ phí của hồ sơ", Law = "NĐ 61/2018/NĐ-CP Đ.22.1")]
public sealed record RecordPayment(Dong Amount, PaymentMethod Method, string? Receipt) : DossierAct, IAllowsOnDossier<RecordPayment>
{
    private static readonly Refusal Nothing = new("pay.nothing-owed", "Hồ sơ không còn khoản nào phải nộp. Không cần thu thêm.");
    private static readonly Refusal Closed = new("pay.closed", "Hồ sơ đã kết thúc nên không thu thêm được. Hãy liên hệ bộ phận tài chính.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Reception, Duty.Collect, Duty.Receive);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) => dossier switch
    {
        { IsClosed: true } => Closed,
        { Money.Owed.Amount: <= 0 } => Nothing,
        _ => null,
    };

    /// <summary>Two cashiers may hold the same money in mind: whoever comes second looks again.</summary>
    public override bool IsOvertakenBy(DossierEvent e) => e is Paid;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now)
    {
        if (Allows(dossier, now) is { } no)
            return no;
        if (Amount.Amount <= 0)
            return new Refusal("pay.amount", "Số tiền phải lớn hơn 0 đồng. Hãy nhập lại số tiền.", null, nameof(Amount));
        return Amount.Amount > dossier.Money.Owed.Amount
            ? new Refusal("pay.too-much", "Số tiền thu lớn hơn số còn phải nộp. Hãy nhập lại số tiền.", "NĐ 61/2018/NĐ-CP Đ.4.5", nameof(Amount))
            : new Paid(Amount, Method, Receipt);
    }
}

/// <summary>Money came in.</summary>
[Term("đã thu phí, lệ phí"), Stored("paid")]
public sealed record Paid(Dong Amount, PaymentMethod Method, string? Receipt) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with { Money = d.Money with { Paid = d.Money.Paid + Amount } };
}
