using System.Globalization;
using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Domain.People;
using MotCua.Domain.Time;
using MotCua.Domain.Words;

namespace MotCua.App.Reception;

/// <summary>Reads what was typed at reception. Nothing that was typed is changed; what is wrong comes back as refusals that name their field.</summary>
/// <param name="Competent">The agency that resolves; the default value where the officer must choose it.</param>
/// <param name="ReturnAddress">Where a result by post goes, where that is not the owner's address.</param>
/// <param name="Refusals">What is wrong in what was typed, whatever shall come of it.</param>
public sealed record ReceptionForm(
    ProcedureVersion Procedure, string? CaseName, Channel Channel, AgencyId Support, AgencyId Reception, AgencyId Competent,
    Party Owner, bool SubmitterIsOwner, Party Submitter, string? Authorisation, IReadOnlyList<TypedPaper> Papers,
    IReadOnlyList<TypedFee> Fees, ReturnChannel ReturnChannel, AgencyId ReturnUnit, string? ReturnAddress, IReadOnlyList<string> Notices,
    bool WithReceipt, int Sets, IReadOnlyList<Refusal> Refusals, IReadOnlyList<PartyWarning> Warnings)
{
    private const int MostSets = 99, LongestText = 500;

    /// <summary>What the officer says of the limit; null where he leaves it to the procedure.</summary>
    public SaidLimit? Said { get; init; }

    /// <summary>What the applicant declares, of all procedures of a group.</summary>
    public IReadOnlyList<Declaration> Declared { get; init; } = [];

    /// <summary>Name of the form's field for a declared one.</summary>
    public static string Field(DeclaredField field) => $"form.{field.Procedure}.{field.Name}";

    /// <summary>The procedures of a group of linked procedures; null for a procedure of its own.</summary>
    public GroupForm? Group { get; init; }

    /// <summary>The limits among which he may choose.</summary>
    public LimitOffer Offer => Procedure.LimitsFor(Channel, CaseName);

    /// <summary>What the applicant owes.</summary>
    public Dong Charged => Fees.Aggregate(Dong.Zero, (sum, f) => sum + f.Sum);

    /// <summary>By what the same owner is known again: his number, else his folded name with the birthday.</summary>
    public string? OwnerKey => Owner switch
    {
        { Number: { } number } => number,
        { Name.Length: > 0 } => $"{VietnameseText.Fold(Owner.Name)} {Owner.Birth?.ToString("yyyyMMdd", null) ?? Owner.BirthYear?.ToString(null, null)}".Trim(),
        _ => null,
    };

    /// <summary>What is wrong with the data of owner and submitter: without these no paper can be given to them.</summary>
    public IEnumerable<Refusal> AboutPeople => Refusals.Where(r =>
        !r.Code.StartsWith("form.notice", StringComparison.Ordinal) && r.Field is { } f
        && (f == "authorisation" || f.StartsWith("owner.", StringComparison.Ordinal) || f.StartsWith("submitter.", StringComparison.Ordinal)));

    /// <summary>Reads a form.</summary>
    /// <param name="reference">Today's rows.</param>
    /// <param name="today">Today in Vietnam.</param>
    /// <param name="linked">The group of linked procedures that the procedure stands for; null for none.</param>
    public static ReceptionForm Read(
        TypedForm typed, ProcedureVersion procedure, AgencyId unit, IReadOnlyList<AttemptFileRow> files, ReferenceData reference, DateOnly today,
        LinkedProcedures? linked = null)
    {
        var refusals = new List<Refusal>();
        var warnings = new List<PartyWarning>();
        var owner = PartyFields.Read(typed, "owner", unit, reference, today, refusals, warnings);
        var same = typed.Is("submitter.same");
        var submitter = same ? owner : PartyFields.Read(typed, "submitter", unit, reference, today, refusals, warnings);
        if (!same)
            CheckAuthorisation(typed, refusals);
        var caseName = procedure.Cases.FirstOrDefault(c => c == typed["case"]);
        if (procedure.Cases.Count > 0 && caseName is null)
            refusals.Add(new Refusal("form.case", "Hãy chọn trường hợp của thủ tục.", null, "case"));
        var channel = ReadChannel(typed, procedure, refusals);
        var group = linked is null ? null : GroupForm.Read(typed, procedure, linked, channel, unit, reference, today);
        procedure = group?.United ?? procedure;
        // The agency of the first procedure leads the group.
        var competent = group is not null
            ? group.Members.Select(m => (AgencyId?)m.Competent).FirstOrDefault()
            : Unit(typed, "competent", reference, _ => true) ?? DefaultCompetent(procedure.Terms, unit, reference, today);
        if (competent is null)
            refusals.Add(new Refusal("form.competent", "Hãy chọn cơ quan giải quyết.", "NĐ 118/2025/NĐ-CP Đ.14", "competent"));
        var papers = procedure.PapersFor(caseName).Select(p => PaperFields.Paper(typed, p, files, reference, today, refusals)).ToList();
        var fees = PaperFields.Fees(typed, procedure, channel, today, refusals);
        var notices = ReadNotices(typed, owner, submitter, same, refusals);
        return new ReceptionForm(
            procedure, caseName, channel, Unit(typed, "support", reference, IsOneStop) ?? unit, unit, competent ?? default, owner, same, submitter,
            same ? null : typed["authorisation"], papers, fees,
            typed.Choice("return.channel", ReturnChannel.AtUnit), Unit(typed, "return.unit", reference, IsOneStop) ?? unit,
            ReadAddress(typed, refusals), notices, !procedure.Immediate || typed.Is("receipt"), ReadSets(typed, refusals), refusals, warnings)
        {
            Group = group, Declared = ReadDeclared(
                typed, group?.Linked.Group.Members.Select(m => m.Procedure) ?? [procedure.Code], reference, today, refusals),
            Said = ReadLimit(typed, procedure.LimitsFor(channel, caseName), refusals),
        };
    }

    /// <summary>Everything that keeps the dossier from being received, in the order of the page; empty when nothing does.</summary>
    public IReadOnlyList<Refusal> Obstacles(ReferenceData reference, DateTimeOffset now)
    {
        // That a paper fails is an obstacle in itself; why it fails is asked for the slip.
        var all = Refusals.Where(r => r.Code != "form.why").ToList();
        var today = Vietnam.Day(now);
        var scopes = RuleScopes.Of(reference.Agencies, Procedure.Code, Reception, Competent);
        if (Group is not null)
            all.AddRange(Group.Obstacles(Reception, Channel, reference, today));
        else if (Procedure.Process == LinkedGroup.Process)
            all.Add(Receive.NoGroup);
        if (Receive.Shut(Procedure, Channel, reference.Rules.Find("channels", today, scopes)?.Value) is { } shut)
            all.Add(shut);
        if (Receive.Gone(Reception, Competent, reference.Agencies, reference.Rules.Find("organisation.levels", today, scopes), today) is { } gone)
            all.Add(gone);
        else if (Competent != default && Receive.Elsewhere(Procedure.Terms, Reception, Competent, reference.Agencies,
            reference.Rules.Find("boundary.reception", today, scopes)) is { } elsewhere)
            all.Add(elsewhere);
        if (Competent != default && (CaseName is not null || Procedure.Cases.Count == 0)
            && SaidLimit.Of(Said, Offer, now, reference.CalendarOf(Competent), Channel).No is { } unclear && all.TrueForAll(r => r.Code != "form.limit.due"))
            all.Add(unclear);
        all.AddRange(Receive.Lacking(Procedure, CaseName, [.. Papers.Select(p => p.Taken)]));
        return [.. all.Select(InForm)];
    }

    /// <summary>The refusal with the field of this form, where an act named one of its own.</summary>
    public static Refusal InForm(Refusal refusal) => refusal with
    {
        Field = refusal.Field switch
        {
            nameof(Receive.Competent) or nameof(Receive.ReceptionUnit) => "competent",
            nameof(Receive.Channel) => "channel",
            nameof(SaidLimit.Chosen) => "limit",
            nameof(SaidLimit.Due) => "limit.due",
            nameof(SaidLimit.Basis) => "limit.basis",
            { } f when f.StartsWith("paper-", StringComparison.Ordinal) => $"paper.{f["paper-".Length..]}.passes",
            var f => f,
        },
    };

    /// <summary>The agency that is competent by default: the committee of the receiving unit where the level fits, else the only one
    /// at that level that has the procedure's department; null where the officer must say which.</summary>
    public static AgencyId? DefaultCompetent(ReceptionTerms procedure, AgencyId unit, ReferenceData reference, DateOnly today)
    {
        var candidates = procedure.Levels.SelectMany(l => reference.Agencies.CompetentAt(l, today, procedure.Department)).ToList();
        var parent = reference.Agencies.Find(unit)?.Parent;
        var able = candidates.Where(a => a.Function == procedure.Department
            || reference.Agencies.All.Any(x => x.Parent == a.Id && x.Function == procedure.Department)).ToList();
        return (able.Find(a => a.Id == parent || (a.Kind == AgencyKind.Vertical && a.Parent == parent)) ?? (able is [var only] ? only : null)
            ?? (able.Count == 0 ? candidates.Find(a => a.Id == parent) : null))?.Id;
    }

    private static List<Declaration> ReadDeclared(
        TypedForm typed, IEnumerable<string> procedures, ReferenceData reference, DateOnly today, List<Refusal> refusals)
    {
        var declared = new List<Declaration>();
        foreach (var field in procedures.SelectMany(p => reference.FieldsOf(p, today)))
        {
            var (value, no) = field.Read(typed[Field(field)]);
            if (no is not null)
                refusals.Add(no);
            if (value is not null)
                declared.Add(new Declaration(field, value));
        }
        return declared;
    }

    // At a counter nobody files online for another, unless the procedure takes no paper at all.
    private static Channel ReadChannel(TypedForm typed, ProcedureVersion procedure, List<Refusal> refusals)
    {
        var channel = typed.Choice("channel", procedure.PaperAllowed ? Channel.Direct : Channel.Online);
        if (channel == Channel.Online && procedure.PaperAllowed)
            refusals.Add(new Refusal("form.channel.online",
                "Hồ sơ nộp tại quầy không ghi là trực tuyến. Hãy chọn trực tiếp hoặc bưu chính công ích.", "NĐ 118/2025/NĐ-CP Đ.15", "channel"));
        return channel;
    }

    /// <summary>What the field "limit" holds where the officer determines day and basis himself.</summary>
    public const string OwnLimit = "own";

    /// <summary>How a limit is named in the form: "10 WorkingDay".</summary>
    public static string Named(TimeLimit limit) => string.Create(CultureInfo.InvariantCulture, $"{limit.Amount:0.####} {limit.Unit}");

    // What was typed for another channel or case stays in its fields and is not asked.
    private static SaidLimit? ReadLimit(TypedForm typed, LimitOffer offer, List<Refusal> refusals)
    {
        if (offer.Choices.FirstOrDefault(c => Named(c.Limit) == typed["limit"]) is { } chosen)
            return new SaidLimit(chosen.Limit);
        if (!offer.MayBeSet || (typed["limit"] != OwnLimit && (offer.Choices.Count > 0 || (typed["limit.due"] ?? typed["limit.basis"]) is null)))
            return null;
        if (VietnameseFormat.TryParseDay(typed["limit.due"], out var due))
            return new SaidLimit(null, due, typed["limit.basis"]);
        if (typed["limit.due"] is { } wrong)
            refusals.Add(new Refusal("form.limit.due", $"Ngày hẹn trả “{wrong}” chưa đúng. Hãy nhập như 30/11/2026.", null, "limit.due"));
        return new SaidLimit(null, null, typed["limit.basis"]);
    }

    private static void CheckAuthorisation(TypedForm typed, List<Refusal> refusals)
    {
        if (typed["authorisation"] is null)
            refusals.Add(new Refusal("form.authorisation", "Người nộp thay phải có giấy tờ ủy quyền. Hãy ghi loại, số và ngày của giấy tờ đó.",
                "NĐ 118/2025/NĐ-CP Đ.15", "authorisation"));
        else if (typed.Raw("authorisation").Length > LongestText)
            refusals.Add(new Refusal("form.authorisation.long", $"Thông tin ủy quyền dài quá {LongestText} ký tự. Hãy viết ngắn lại.", null, "authorisation"));
    }

    private static List<string> ReadNotices(TypedForm typed, Party owner, Party submitter, bool same, List<Refusal> refusals)
    {
        var notices = typed.All("notice").Where(n => n is "sms" or "email").Distinct().ToList();
        var who = same ? "owner" : "submitter";
        if (notices.Contains("sms") && !new[] { owner.Phone, submitter.Phone }.Any(p => p is not null && PhoneNumber.IsMobile(p)))
            refusals.Add(new Refusal("form.notice.sms",
                "Báo bằng tin nhắn thì cần số điện thoại di động. Hãy nhập số, hoặc bỏ chọn tin nhắn ở phần 4.", null, $"{who}.phone"));
        if (notices.Contains("email") && owner.Email is null && submitter.Email is null)
            refusals.Add(new Refusal("form.notice.email",
                "Báo bằng thư điện tử thì cần địa chỉ thư. Hãy nhập địa chỉ, hoặc bỏ chọn thư điện tử ở phần 4.", null, $"{who}.email"));
        return notices;
    }

    private static string? ReadAddress(TypedForm typed, List<Refusal> refusals)
    {
        if (typed.Choice("return.channel", ReturnChannel.AtUnit) != ReturnChannel.Post)
            return null;
        if (typed.Raw("return.address").Length > LongestText)
            refusals.Add(new Refusal("form.return-address", $"Địa chỉ nhận dài quá {LongestText} ký tự. Hãy viết ngắn lại.", null, "return.address"));
        return typed["return.address"];
    }

    private static int ReadSets(TypedForm typed, List<Refusal> refusals)
    {
        if (typed["sets"] is null)
            return 1;
        if (typed.Number("sets") is { } n and >= 1 and <= MostSets)
            return n;
        refusals.Add(new Refusal("form.sets", $"Số bộ hồ sơ phải từ 1 đến {MostSets}. Hãy nhập lại.", null, "sets"));
        return 1;
    }

    private static bool IsOneStop(Agency agency) => agency.Kind == AgencyKind.OneStop;

    private static AgencyId? Unit(TypedForm typed, string field, ReferenceData reference, Func<Agency, bool> fits) =>
        typed.Number(field) is { } id && reference.Agencies.Find(new AgencyId(id)) is { } agency && fits(agency) ? agency.Id : null;
}
