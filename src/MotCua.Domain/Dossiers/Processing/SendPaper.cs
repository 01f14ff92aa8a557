using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The receiving unit sends the papers after the electronic dossier, which went over at once (R-NB-07, R-WF-03, R-WF-04).</summary>
/// <param name="Tracking">The carrier's number; the postal service always gives one.</param>
/// <param name="CarriedBy">Who carries it, where that is not the postal service.</param>
[Term("chuyển bản giấy của hồ sơ", Law = "NĐ 61/2018/NĐ-CP Đ.18")]
public sealed record SendPaper(PaperCarrier Carrier, string? Tracking, TextId? CarriedBy) : DossierAct, IAllowsOnDossier<SendPaper>
{
    /// <summary>The series of the slips' numbers.</summary>
    public const string Series = "paper-slip";

    private static readonly Refusal Here = new(
        "paper.same-place", "Nơi tiếp nhận là Bộ phận Một cửa của chính cơ quan giải quyết; giao nhận bản giấy ghi ở phiếu kiểm soát.");
    private static readonly Refusal Online = new("paper.online", "Hồ sơ nộp trực tuyến không có bản giấy để chuyển.");
    private static readonly Refusal Nothing = new("paper.nothing", "Bản giấy đã chuyển đi, không còn giấy tờ nào chờ chuyển.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Reception, Duty.Receive, Duty.HeadOneStop);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) =>
        InProcess.Alive(dossier) is { } no ? no
        : dossier.Case.Channel == Channel.Online ? Online
        : Boundary.IsOwn(dossier.Case.Reception, dossier.Case.Competent, now.Agencies) ? Here
        : dossier.Paper.UnderWay is not null ? Carriage.UnderWay
        : dossier.Paper.Waits ? null : Nothing;

    /// <inheritdoc/>
    public override IReadOnlyList<Counter> Draws(Dossier dossier, Circumstances now) => [now.FormCounter(Series, dossier.Case.Reception)];

    /// <inheritdoc/>
    public override bool IsOvertakenBy(DossierEvent e) => e is PaperSent or PaperReceived;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now)
    {
        if ((Allows(dossier, now) ?? Carriage.Wrong(Carrier, Tracking, CarriedBy)) is { } no)
            return no;
        var came = dossier.Case.Clock.RestartedAt ?? dossier.Case.ReceivedAt;
        return new PaperSent(
            now.Numbers[now.FormCounter(Series, dossier.Case.Reception)], ParcelContent.Dossier, dossier.Case.Reception, Handles(dossier, now),
            Carrier, Carriage.Clean(Tracking), CarriedBy, PaperDay.Of(came, now.Calendar(dossier.Case.Reception), now.CutOff(dossier)), now.Now);
    }

    private static AgencyId Handles(Dossier dossier, Circumstances now) => dossier.Open.Steps.Find(s => s.Kind == StepKind.Handle)?.Unit
        ?? now.Agencies.Department(dossier.Case.Competent, now.Procedure.Department);
}

/// <summary>The agency that resolved sends the result on paper to the unit that hands it over (R-NB-09).</summary>
[Term("chuyển kết quả bản giấy đến nơi trả", Law = "NĐ 61/2018/NĐ-CP Đ.19.7")]
public sealed record SendResult(PaperCarrier Carrier, string? Tracking, TextId? CarriedBy) : DossierAct, IAllowsOnDossier<SendResult>
{
    private static readonly Refusal NoResult = new("result.none", "Chưa có kết quả chờ trả nên chưa có bản giấy để chuyển.");
    private static readonly Refusal Here = new("result.same-place", "Nơi trả kết quả là Bộ phận Một cửa của chính cơ quan giải quyết; không phải gửi đi.");
    private static readonly Refusal Electronic = new("result.electronic", "Người nộp nhận bản điện tử; kết quả đã có ở nơi trả ngay khi vào sổ.");
    private static readonly Refusal Sent = new("result.sent", "Kết quả bản giấy đã chuyển đến nơi trả.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Competent, Duty.Clerk, Duty.HeadOneStop);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) =>
        dossier.Case.Status != DossierStatus.ResultReady ? NoResult
        : Boundary.IsOwn(dossier.Delivery.ReturnUnit, dossier.Case.Competent, now.Agencies) ? Here
        : dossier.Delivery.Channel == ReturnChannel.Electronic ? Electronic
        : dossier.Paper.UnderWay is not null ? Carriage.UnderWay
        : dossier.Paper.Last(ParcelContent.Result) is not null ? Sent : null;

    /// <inheritdoc/>
    public override IReadOnlyList<Counter> Draws(Dossier dossier, Circumstances now) => [now.FormCounter(SendPaper.Series, dossier.Case.Competent)];

    /// <inheritdoc/>
    public override bool IsOvertakenBy(DossierEvent e) => e is PaperSent or PaperReceived;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        (Allows(dossier, now) ?? Carriage.Wrong(Carrier, Tracking, CarriedBy)) is { } no ? no
        : new PaperSent(
            now.Numbers[now.FormCounter(SendPaper.Series, dossier.Case.Competent)], ParcelContent.Result, dossier.Case.Competent,
            dossier.Delivery.ReturnUnit, Carrier, Carriage.Clean(Tracking), CarriedBy,
            PaperDay.Of(dossier.Delivery.RegisteredAt ?? now.Now, now.Calendar(dossier.Case.Competent), now.CutOff(dossier)), now.Now);
}

/// <summary>Whoever the paper went to records that it came, and what was missing (R-WF-04).</summary>
/// <param name="Missing">What was missing; null where nothing was.</param>
[Term("ghi nhận bản giấy đã đến", Law = "NĐ 61/2018/NĐ-CP Đ.18")]
public sealed record ReceivePaper(TextId? Missing) : DossierAct, IAllowsOnDossier<ReceivePaper>
{
    private static readonly Refusal None = new("paper.none-under-way", "Không có bản giấy nào đang trên đường chuyển đến. Hãy xem lại hồ sơ.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Parcel, Duty.Receive, Duty.Return, Duty.Handle, Duty.Lead, Duty.Clerk, Duty.HeadOneStop);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) => dossier.Paper.UnderWay is null ? None : null;

    /// <inheritdoc/>
    public override bool IsOvertakenBy(DossierEvent e) => e is PaperSent or PaperReceived;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => dossier.Paper.UnderWay is { } parcel
        ? new PaperReceived(parcel.What, parcel.Number, Missing, now.Now) : None;
}

/// <summary>Paper left for another unit.</summary>
[Term("đã chuyển bản giấy đi"), Stored("paper-sent")]
public sealed record PaperSent(
    long Number, ParcelContent What, AgencyId From, AgencyId To, PaperCarrier Carrier, string? Tracking, TextId? CarriedBy, DateOnly By,
    DateTimeOffset At) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Paper = new PaperWay(
            d.Paper.Parcels.Add(new Parcel(Number, What, From, To, Carrier, Tracking, CarriedBy, By, At)), What == ParcelContent.Result && d.Paper.Waits),
    };
}

/// <summary>Paper came.</summary>
[Term("bản giấy đã đến"), Stored("paper-received")]
public sealed record PaperReceived(ParcelContent What, long Number, TextId? Missing, DateTimeOffset At) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Paper = d.Paper with { Parcels = d.Paper.Parcels.ConvertAll(p => p.ReceivedAt is null ? p with { ReceivedAt = At, Missing = Missing } : p) },
    };
}

/// <summary>What both ways of sending paper ask.</summary>
internal static class Carriage
{
    private const int LongestNumber = 60;

    public static readonly Refusal UnderWay = new(
        "paper.under-way", "Một bản giấy của hồ sơ đang trên đường, nơi nhận chưa ghi nhận. Hãy chờ ghi nhận rồi chuyển tiếp.");

    /// <summary>What is wrong with what was said of the carrier; null if nothing is.</summary>
    public static Refusal? Wrong(PaperCarrier carrier, string? tracking, TextId? carriedBy) =>
        carrier == PaperCarrier.Post && Clean(tracking) is null
            ? new Refusal("paper.tracking", "Hãy ghi số hiệu bưu gửi để theo dõi đường đi.", "NĐ 61/2018/NĐ-CP Đ.18", nameof(SendPaper.Tracking))
        : Clean(tracking)?.Length > LongestNumber
            ? new Refusal("paper.tracking", $"Số hiệu dài quá {LongestNumber} ký tự. Hãy xem lại.", null, nameof(SendPaper.Tracking))
        : carrier != PaperCarrier.Post && carriedBy is null
            ? new Refusal("paper.carrier", "Hãy ghi người hoặc đơn vị đi giao bản giấy.", "NĐ 61/2018/NĐ-CP Đ.18", nameof(SendPaper.CarriedBy))
        : null;

    public static string? Clean(string? tracking) => string.IsNullOrWhiteSpace(tracking) ? null : tracking.Trim();
}
