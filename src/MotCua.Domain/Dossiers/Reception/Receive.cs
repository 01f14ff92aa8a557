using System.Globalization;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers.Reception;

/// <summary>Receives a complete dossier: the one-stop unit takes responsibility and names the day of return (R-REC-07 c).</summary>
/// <param name="Support">Where the applicant was helped (R-NB-05).</param>
/// <param name="ReceptionUnit">Where it is officially received.</param>
/// <param name="Competent">The agency that resolves it, from the procedure and never from the counter's address.</param>
/// <param name="WithReceipt">A receipt is issued; an immediate result needs none unless asked for (R-REC-13).</param>
/// <param name="Charged">What the applicant owes for it.</param>
/// <param name="ReturnAddress">Where a result by post goes, where that is not the owner's address.</param>
/// <param name="Sets">How many sets of the papers were handed in.</param>
/// <param name="Said">What the officer says of the limit, where the procedure leaves it to him; null for the usual one.</param>
/// <param name="Reuse">What was held already and used again, or not; null where nothing was.</param>
/// <param name="FromBook">The line of the paper book, where it was received while the system was down; null as a rule.</param>
[Term("tiếp nhận hồ sơ", Law = "NĐ 61/2018/NĐ-CP Đ.17")]
public sealed record Receive(
    Guid Attempt, AgencyId Support, AgencyId ReceptionUnit, AgencyId Competent, Channel Channel, string? CaseName,
    PartyId Owner, PartyId Submitter, IReadOnlyList<TakenPaper> Papers, Dong Charged, ReturnChannel ReturnChannel,
    AgencyId ReturnUnit, IReadOnlyList<string> Notices, bool WithReceipt, TextId? ReturnAddress = null, int Sets = 1,
    SaidLimit? Said = null, BookEntry? FromBook = null, PapersReused? Reuse = null)
    : DossierAct, IAllowsOnDossier<Receive>
{
    /// <summary>The group of linked procedures that it is received with; null as a rule.</summary>
    public GroupPlan? Group { get; init; }

    /// <summary>The code of a group of linked procedures where no group holds today.</summary>
    public static readonly Refusal NoGroup = new(
        "receive.no-group", "Hôm nay không có nhóm thủ tục liên thông nào theo mã này đang áp dụng. Hãy tiếp nhận riêng từng thủ tục.");

    private static readonly Refusal Already = new("receive.already", "Hồ sơ này đã được tiếp nhận. Hãy mở hồ sơ đã có, không tiếp nhận lần nữa.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Reception, Duty.Receive);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) =>
        dossier.Case.Status == DossierStatus.Unborn ? null : Already;

    /// <inheritdoc/>
    public override IReadOnlyList<Counter> Draws(Dossier dossier, Circumstances now) => WithReceipt
        ? [CodeCounter(ReceptionUnit, Then(now).Today), Then(now).FormCounter("receipt", ReceptionUnit)]
        : [CodeCounter(ReceptionUnit, Then(now).Today)];

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now)
    {
        if (Allows(dossier, now) is { } no)
            return no;
        // Rules are asked of the units that it comes to.
        dossier = dossier with { Case = dossier.Case with { Reception = ReceptionUnit, Competent = Competent } };
        if (FromBook?.Implausible(dossier, now) is { } implausible)
            return implausible;
        var then = Then(now);
        if (Shut(now.Procedure, Channel, now.Rules.Find("channels", then.Today, now.Scopes(dossier))?.Value) is { } shut)
            return shut;
        if (Gone(ReceptionUnit, Competent, now.Agencies, now.Rules.Find("organisation.levels", then.Today, now.Scopes(dossier)), then.Today) is { } gone)
            return gone;
        if (Elsewhere(now.Procedure.Terms, ReceptionUnit, Competent, now.Agencies,
            now.Rules.Find("boundary.reception", then.Today, now.Scopes(dossier))) is { } elsewhere)
            return elsewhere;
        if (Group is null && now.Procedure.Process == LinkedGroup.Process)
            return NoGroup;
        var later = Group?.Of(dossier.Id)?.Later ?? [];
        if (Lacking(now.Procedure, CaseName, Papers).FirstOrDefault(l => !later.Contains(l.Field?["paper-".Length..])) is { } lacking)
            return lacking;
        var planned = Group?.Account(dossier.Id, then.Now, Channel, then.CutOff(dossier), now.Calendar);
        var (limit, unclear) = planned is { } of ? (of.Limit, null) : SaidLimit.Of(
            Said, now.Procedure.LimitsFor(Channel, CaseName), then.Now, now.Calendar(Competent), Channel);
        if (limit is null)
            return unclear!;
        var received = Event(dossier, limit, planned, then);
        IEnumerable<DossierEvent> entered = FromBook is { } b ? [new EnteredFromBook(b.Book, b.Number, b.At, b.Reason)] : [];
        IEnumerable<DossierEvent> reused = Reuse is null ? [] : [Reuse];
        List<DossierEvent> first = [received, .. entered, .. reused];
        return Group is { } group ? group.Begin(dossier, now, first) : StepFlow.Begin(dossier, now, first);
    }

    /// <summary>The circumstances at the moment of acceptance, which decides law, code and due date; steps begin when it is on record.</summary>
    private Circumstances Then(Circumstances now) => FromBook is { } line ? now with { Now = line.At } : now;

    /// <summary>How the key of every series of dossier codes begins.</summary>
    public const string CodeSeries = "dossier-code:";

    /// <summary>The series of dossier codes: one per unit of the pattern and day of Vietnam.</summary>
    public static Counter CodeCounter(AgencyId unit, DateOnly day) =>
        new($"{CodeSeries}{unit.Value}", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    /// <summary>Why nothing can be filed by the channel; null if it can.</summary>
    /// <param name="channels">The value of the rule "channels": "direct|postal|online"; null where no row holds.</param>
    public static Refusal? Shut(ProcedureVersion procedure, Channel channel, string? channels)
    {
        if (procedure.Terms.NotHere is { } notHere)
            return notHere;
        if (!procedure.PaperAllowed && channel != Channel.Online)
            return new Refusal("receive.online-only",
                "Thủ tục này chỉ nhận hồ sơ trực tuyến. Hãy hướng dẫn người nộp làm trên Cổng Dịch vụ công quốc gia.", "Chỉ thị 24/CT-TTg");
        return channels is null || channels.Split('|').Contains(channel.ToString(), StringComparer.OrdinalIgnoreCase)
            ? null
            : new Refusal("receive.channel", $"Quy định hiện hành không có kênh nộp {Terms.Of(channel)}. Hãy chọn kênh khác.",
                "NĐ 118/2025/NĐ-CP Đ.15", nameof(Channel));
    }

    /// <summary>Why nothing can be received on the day at the unit or for the agency: it has ended, or the law knows no such level any more.</summary>
    /// <param name="levels">The row of the rule "organisation.levels"; null where none holds.</param>
    public static Refusal? Gone(AgencyId reception, AgencyId competent, AgencyDirectory agencies, Rule? levels, DateOnly today)
    {
        foreach (var (id, field) in new[] { (reception, nameof(ReceptionUnit)), (competent, nameof(Competent)) })
            if (agencies.Find(id) is { } unit && !unit.HoldsOn(today))
                return new Refusal("receive.ended",
                    $"{unit.Name} không hoạt động vào ngày tiếp nhận. "
                    + (unit.Successor is { } next ? $"Hãy tiếp nhận cho {agencies.NameOf(next)}." : "Hãy chọn đơn vị khác."), null, field);
        return levels is not null && agencies.Find(competent) is { } agency && !levels.Value.Split('|').Contains(agency.Level.ToString())
            ? new Refusal("receive.level", $"Quy định hiện hành không còn {Terms.Of(agency.Level)} giải quyết thủ tục. Hãy chọn cơ quan khác.",
                levels.LegalBasis, nameof(Competent))
            : null;
    }

    /// <summary>Why the dossier belongs to another counter or another agency; null if it may be received here (R-NB-02, R-NB-04).</summary>
    /// <param name="open">The row of the rule "boundary.reception"; null where none holds.</param>
    public static Refusal? Elsewhere(ReceptionTerms procedure, AgencyId reception, AgencyId competent, AgencyDirectory agencies, Rule? open) =>
        Boundary.NotCompetent(procedure, competent, agencies) ?? Boundary.Outside(procedure, reception, competent, agencies, open);

    /// <summary>What keeps the papers from being complete, in the order of the procedure's list; empty when they are.</summary>
    public static IEnumerable<Refusal> Lacking(ProcedureVersion procedure, string? caseName, IReadOnlyList<TakenPaper> papers)
    {
        foreach (var paper in procedure.PapersFor(caseName))
        {
            var taken = papers.FirstOrDefault(p => p.Component == paper.Code);
            if (taken?.Passes == false)
                yield return new Refusal("receive.paper-fails",
                    $"Giấy tờ “{paper.Name}” không đạt. Hãy lập phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.", "NĐ 61/2018/NĐ-CP Đ.17.1", $"paper-{paper.Code}");
            else if (paper.Required && taken?.Passes != true)
                yield return new Refusal("receive.paper-missing",
                    $"Chưa ghi Đạt cho giấy tờ “{paper.Name}”. Hãy kiểm tra và ghi Đạt, hoặc lập phiếu yêu cầu bổ sung.",
                    "NĐ 61/2018/NĐ-CP Đ.17.1", $"paper-{paper.Code}");
        }
    }

    private Received Event(Dossier dossier, TimeLimit limit, DueDateAccount? planned, Circumstances now)
    {
        var unit = now.Agencies.Find(ReceptionUnit) ?? throw new InvalidOperationException("The receiving unit is unknown.");
        var due = planned ?? Deadline.Count(limit, now.Now, now.Calendar(Competent), now.CutOff(dossier), online: Channel == Channel.Online);
        var pattern = now.Rule("code.pattern", dossier).Value;
        return new Received(
            DossierCodePattern.Format(pattern, unit.Code, unit.OldCode, now.Today, now.Numbers[CodeCounter(ReceptionUnit, now.Today)]),
            now.Rules.RegimeOn(now.Today).Id, now.Procedure.Code, now.Procedure.Version, CaseName, now.Process.Code, now.Process.Version,
            Channel, Support, ReceptionUnit, Competent, Owner, Submitter, Attempt, now.Now, limit, due,
            Deadline.WorkingDaysAfter(now.Number("supplement.notice.working-days", dossier), now.Now, now.Calendar(ReceptionUnit)),
            Papers, Charged, ReturnChannel, ReturnUnit, Notices, now.Procedure.Immediate,
            WithReceipt ? now.Numbers[now.FormCounter("receipt", ReceptionUnit)] : null, ReturnAddress, Sets);
    }
}

/// <summary>A dossier was received.</summary>
[Term("đã tiếp nhận hồ sơ"), Stored("received")]
public sealed record Received(
    DossierCode Code, string Regime, string Procedure, int ProcedureVersion, string? CaseName, string Process, int ProcessVersion,
    Channel Channel, AgencyId Support, AgencyId Reception, AgencyId Competent, PartyId Owner, PartyId Submitter, Guid Attempt,
    DateTimeOffset At, TimeLimit Limit, DueDateAccount Due, DateOnly SupplementNoticeBy, IReadOnlyList<TakenPaper> Papers,
    Dong Charged, ReturnChannel ReturnChannel, AgencyId ReturnUnit, IReadOnlyList<string> Notices, bool Immediate, long? ReceiptNumber,
    TextId? ReturnAddress = null, int Sets = 1)
    : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Case = new Case(
            Code, DossierStatus.Received, Regime, Procedure, ProcedureVersion, CaseName, Process, ProcessVersion, Channel, Support, Reception,
            Competent, Competent, Owner, Submitter, At, Limit, Due, Due.Due, SupplementNoticeBy, 0, null, null, null, null, Immediate, ReceiptNumber,
            [.. Notices], Sets),
        Money = new Money(Charged, Dong.Zero),
        Delivery = Delivery.None with
        {
            Channel = ReturnChannel, ReturnUnit = ReturnUnit, OriginalsHeld = Papers.Count(p => p.GiveBack), Address = ReturnAddress,
        },
        Links = d.Links with { Attempt = Attempt },
    };
}
