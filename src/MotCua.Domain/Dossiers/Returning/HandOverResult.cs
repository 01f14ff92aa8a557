using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Domain.Dossiers.Returning;

/// <summary>Who collects the result.</summary>
[Term("người nhận kết quả")]
public enum Collector
{
    /// <summary>The applicant.</summary>
    [Term("người nộp hồ sơ")] Applicant,
    /// <summary>A proxy with a written authorisation.</summary>
    [Term("người được ủy quyền")] Proxy,
}

/// <summary>What the collector shows (R-RET-05).</summary>
[Term("giấy tờ xuất trình khi nhận kết quả", Law = "NĐ 118/2025/NĐ-CP Đ.6.2")]
public enum Proof
{
    /// <summary>The receipt.</summary>
    [Term("giấy tiếp nhận hồ sơ và hẹn trả kết quả")] Receipt,
    /// <summary>Personal papers, the receipt being lost; its number is closed (R-RET-14).</summary>
    [Term("giấy tờ tùy thân vì mất giấy tiếp nhận")] PersonalPaper,
    /// <summary>Personal papers, since the procedure gives no receipt (R-REC-13).</summary>
    [Term("giấy tờ tùy thân, thủ tục không cấp giấy tiếp nhận")] NoReceipt,
}

/// <summary>The one-stop unit hands the result to the applicant or a proxy (R-RET-01…05).</summary>
/// <param name="Authorisation">The proxy and his written authorisation, in words kept beside the log; null for the applicant himself.</param>
/// <param name="PaperShown">The personal paper shown by who has no receipt, in words kept beside the log; null if none.</param>
/// <param name="OriginalsToo">The originals held are given back at the same time.</param>
[Term("trao kết quả cho người nộp", Law = "NĐ 61/2018/NĐ-CP Đ.20")]
public sealed record HandOverResult(
    Token Step, Collector Collector, Proof Proof, TextId? Authorisation, TextId? PaperShown, bool OriginalsToo)
    : StepAct(Step), IAllowsOnStep<HandOverResult>
{
    private static readonly Refusal NotReturn = new("return.not-here", "Hồ sơ không ở bước trả kết quả. Hãy xem bước hiện tại của hồ sơ.");
    private static readonly Refusal OnItsWay = new(
        "return.on-its-way", "Bản giấy của kết quả đang trên đường chuyển đến. Hãy ghi nhận bản giấy khi đến nơi rồi trao kết quả.");
    private static readonly Refusal NoResult = new("return.no-result", "Chưa có kết quả để trả. Hãy chờ cơ quan giải quyết vào sổ kết quả.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Return);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) =>
        step.Kind != StepKind.Return ? NotReturn
        : Return.Running(dossier) ?? StepFlow.Mine(step, now)
        ?? (dossier.Delivery.RegisteredAt is null ? NoResult : null)
        ?? (dossier.Paper.UnderWay is { What: ParcelContent.Result } ? OnItsWay : null)
        ?? Linked.Alone(dossier, now.Together)
        ?? Unpaid(dossier);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now)
    {
        if (dossier.Open[Step] is not { } step)
            return Return.Running(dossier) ?? StepFlow.Gone;
        if (Allows(dossier, step, now) is { } no)
            return no;
        if (Linked.Lacking(dossier, now.Together) is { } lacking)
            return lacking;
        // What the collector shows is asked once, for the whole group.
        if (dossier.Links.Parent is null && Input(dossier) is { } wrong)
            return wrong;
        DossierEvent[] originals = OriginalsToo && dossier.Delivery.OriginalsHeld > 0 ? [new OriginalsReturned(dossier.Delivery.OriginalsHeld)] : [];
        return StepFlow.Complete(
            dossier, step, now, this, null, [.. originals, new ResultHandedOver(Collector, Proof, Authorisation, PaperShown, now.Now)]);
    }

    private Refusal? Input(Dossier dossier)
    {
        if (Collector == Collector.Proxy && Authorisation is null)
            return new Refusal("return.proxy", "Người nhận thay phải có văn bản ủy quyền. Hãy ghi họ tên, giấy tờ tùy thân và văn bản ủy quyền.",
                "NĐ 118/2025/NĐ-CP Đ.6.2", nameof(Authorisation));
        if (Proof == Proof.PersonalPaper && PaperShown is null)
            return new Refusal("return.paper-shown", "Mất giấy tiếp nhận thì phải ghi giấy tờ tùy thân đã xuất trình. Hãy ghi loại và số giấy tờ.",
                "NĐ 118/2025/NĐ-CP Đ.6.2", nameof(PaperShown));
        if (Proof == Proof.NoReceipt && dossier.Case.ReceiptNumber is not null)
            return new Refusal("return.receipt-exists", "Hồ sơ có giấy tiếp nhận. Hãy thu lại giấy đó hoặc ghi là mất giấy.", null, nameof(Proof));
        if (Proof == Proof.Receipt && dossier.Case.ReceiptNumber is null)
            return new Refusal("return.no-receipt", "Hồ sơ này không cấp giấy tiếp nhận. Hãy chọn giấy tờ tùy thân.", null, nameof(Proof));
        return dossier.Delivery.OriginalsHeld > 0 && !OriginalsToo
            ? new Refusal("return.originals", $"Còn giữ {dossier.Delivery.OriginalsHeld} bản chính của người nộp. Hãy trả cùng kết quả.",
                "NĐ 61/2018/NĐ-CP Đ.20.2", nameof(OriginalsToo))
            : null;
    }

    private static Refusal? Unpaid(Dossier dossier) => dossier.Money.Owed.Amount > 0
        ? new Refusal("return.unpaid", "Hồ sơ còn phí, lệ phí chưa thu. Hãy thu đủ rồi trả kết quả.", "NĐ 61/2018/NĐ-CP Đ.22")
        : null;
}

/// <summary>The result was handed over.</summary>
[Term("đã trao kết quả"), Stored("result-handed-over")]
public sealed record ResultHandedOver(
    Collector Collector, Proof Proof, TextId? Authorisation, TextId? PaperShown, DateTimeOffset At) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Case = d.Case with { Status = DossierStatus.Returned },
        Delivery = d.Delivery with { HandedOverAt = At },
    };
}
