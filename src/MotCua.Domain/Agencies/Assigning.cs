using MotCua.Domain.Law;

namespace MotCua.Domain.Agencies;

/// <summary>Judges whether a duty may be given, and whether somebody may stand in for another (R-ADM-10, R-ADM-27, R-REC-21, R-SEC-13).</summary>
[NoTerm("the rules of giving duties")]
public static class Assigning
{
    private static readonly Duty[] AtOneStop = [Duty.Receive, Duty.Return, Duty.HeadOneStop];
    private static readonly Duty[] UnderStandard = [Duty.Receive, Duty.Return];

    /// <summary>Whether a duty may be given.</summary>
    /// <param name="unit">The unit of the proposal; null if it is unknown.</param>
    /// <param name="held">Duties of the officer: his own, and those of others that he is to do for them.</param>
    /// <param name="today">A duty is not given for days gone by: who held what then is on record.</param>
    public static ProposalFindings Judge(DutyProposal p, Agency? unit, IReadOnlyList<DutyGrant> held, RuleBook rules, DateOnly today)
    {
        if (unit is null || unit.From > p.From || unit.To < p.From)
            return new ProposalFindings([new Refusal("grant.unit", "Đơn vị này không hoạt động vào ngày đó. Hãy chọn đơn vị khác.", null, "Unit")], [], false);
        var on = AssignmentRules.On(p.From < today ? today : p.From, rules, unit.Code);
        var departures = Departures(p, unit, on).ToList();
        var refusals = Basis(p.Basis, p.BasisDay).Concat(Dates(p, today)).Concat(Place(p, unit)).Concat(Person(p, held, on)).ToList();
        if (departures.Count > 0 && string.IsNullOrWhiteSpace(p.Reason))
            refusals.Add(new Refusal(
                "grant.reason", $"{string.Join(" ", departures.Select(d => d.Sentence))} Hãy ghi lý do vì sao vẫn giao.", departures[0].Law, "Reason"));
        return new ProposalFindings(refusals, [.. departures.Select(d => d.Sentence)], on.TwoPersons.Contains(p.Duty) && p.Kind != GrantKind.Backup);
    }

    /// <summary>Why an officer may not stand in for another; empty if he may.</summary>
    /// <param name="staff">What kind of staff the substitute is.</param>
    /// <param name="ofAbsent">The absent officer's own duties.</param>
    /// <param name="ofSubstitute">The substitute's own duties, and those that he already does for others.</param>
    public static IReadOnlyList<Refusal> Judge(
        Substitution s, StaffKind staff, IReadOnlyList<DutyGrant> ofAbsent, IReadOnlyList<DutyGrant> ofSubstitute, AgencyDirectory agencies,
        RuleBook rules, DateOnly today)
    {
        if (s.Absent == s.Substitute)
            return [new Refusal("substitution.self", "Người vắng và người làm thay là một. Hãy chọn người khác làm thay.", null, "Substitute")];
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(s.Basis))
            refusals.Add(new Refusal("substitution.basis", "Hãy ghi văn bản hoặc ý kiến phân công làm thay.", null, "Basis"));
        if (s.From < today)
            refusals.Add(new Refusal("substitution.past", "Không cử làm thay cho ngày đã qua. Hãy chọn ngày bắt đầu từ hôm nay.", null, "From"));
        if (s.To < s.From)
            refusals.Add(new Refusal("substitution.dates", "Ngày cuối phải từ ngày bắt đầu trở đi. Hãy sửa lại ngày.", null, "To"));
        if (s.Scope.Count == 0)
            refusals.Add(new Refusal("substitution.scope", "Hãy chọn ít nhất một nhiệm vụ cần làm thay.", null, "Scope"));
        refusals.AddRange(s.Scope.SelectMany(at => InScope(s, at, staff, ofAbsent, ofSubstitute, agencies, rules)));
        return refusals;
    }

    private static IEnumerable<Refusal> InScope(
        Substitution s, DutyAt at, StaffKind staff, IReadOnlyList<DutyGrant> ofAbsent, IReadOnlyList<DutyGrant> ofSubstitute, AgencyDirectory agencies,
        RuleBook rules)
    {
        var on = AssignmentRules.On(s.From, rules, agencies.Find(at.Unit)?.Code ?? "");
        var name = Terms.Of(at.Duty);
        if (!ofAbsent.Any(g => g.Duty == at.Duty && g.Unit == at.Unit && g.From <= s.To && (g.To is null || s.From <= g.To)))
            yield return Scope(
                "not-held", $"Người vắng không giữ nhiệm vụ “{name}” tại {agencies.NameOf(at.Unit)} trong thời gian đó. Hãy bỏ chọn nhiệm vụ này.");
        if (!on.Substitutable.Contains(at.Duty))
            yield return Scope("not-substitutable", $"Nhiệm vụ “{name}” không làm thay được. Hãy giao nhiệm vụ bằng quyết định riêng.");
        if (!on.Allows(staff, at.Duty))
            yield return Scope(
                "staff", $"Người làm thay không phải cán bộ, công chức, viên chức nên không làm “{name}”. Hãy chọn người khác.", on.Law.OutsideState);
        if (on.Conflict(at.Duty, Overlapping(s, ofSubstitute)) is { } conflict)
            yield return Scope(
                "incompatible", $"Người làm thay đang giữ nhiệm vụ “{Terms.Of(conflict)}”, không được làm cùng “{name}”. Hãy chọn người khác.",
                on.Law.Incompatible);
    }

    private static Refusal Scope(string code, string sentence, string? law = null) => new($"substitution.{code}", sentence, law, "Scope");

    private static IEnumerable<Duty> Overlapping(Substitution s, IEnumerable<DutyGrant> grants) =>
        grants.Where(g => g.From <= s.To && (g.To is null || s.From <= g.To)).Select(g => g.Duty);

    /// <summary>Refusals of a decision without a number or a day.</summary>
    public static IEnumerable<Refusal> Basis(string? number, DateOnly? day)
    {
        if (string.IsNullOrWhiteSpace(number))
            yield return new Refusal("grant.basis", "Hãy ghi số, ký hiệu của quyết định.", null, "Basis");
        if (day is null)
            yield return new Refusal("grant.basis-day", "Hãy ghi ngày ký quyết định.", null, "BasisDay");
    }

    private static IEnumerable<Refusal> Dates(DutyProposal p, DateOnly today)
    {
        if (p.From < today)
            yield return new Refusal("grant.past", "Không giao nhiệm vụ cho ngày đã qua. Hãy chọn ngày bắt đầu từ hôm nay.", null, "From");
        if (p.To < p.From)
            yield return new Refusal("grant.dates", "Ngày cuối phải từ ngày bắt đầu trở đi. Hãy sửa lại ngày.", null, "To");
        if (p is { Kind: GrantKind.Secondment, To: null })
            yield return new Refusal("grant.secondment-end", "Cử đến, biệt phái phải có thời hạn. Hãy ghi ngày cuối.", null, "To");
    }

    private static IEnumerable<Refusal> Place(DutyProposal p, Agency unit)
    {
        if (AtOneStop.Contains(p.Duty) && unit.Kind != AgencyKind.OneStop)
            yield return new Refusal(
                "grant.place", $"“{Terms.Of(p.Duty)}” là nhiệm vụ tại Bộ phận Một cửa. Hãy chọn Trung tâm Phục vụ hành chính công.",
                "NĐ 118/2025/NĐ-CP Đ.7", "Duty");
    }

    private static IEnumerable<Refusal> Person(DutyProposal p, IReadOnlyList<DutyGrant> held, AssignmentRules on)
    {
        var meeting = held.Where(p.Meets).ToList();
        if (meeting.Exists(g => g.Officer == p.Officer && g.Duty == p.Duty && g.Unit == p.Unit))
            yield return new Refusal(
                "grant.twice", "Người này đã giữ nhiệm vụ đó tại đơn vị trong thời gian này. Hãy sửa ngày, hoặc kết thúc lần giao trước.", null, "Duty");
        if (!on.Allows(p.Staff, p.Duty))
            yield return new Refusal(
                "grant.staff", $"{Sentence(Terms.Of(p.Staff))} không được giao “{Terms.Of(p.Duty)}”. Hãy giao cho cán bộ, công chức, viên chức.",
                on.Law.OutsideState, "Duty");
        if (on.Conflict(p.Duty, meeting.Select(g => g.Duty)) is { } conflict)
            yield return new Refusal(
                "grant.incompatible",
                $"Người này đang giữ “{Terms.Of(conflict)}”, không được giao cùng lúc “{Terms.Of(p.Duty)}”. "
                + "Hãy giao cho người khác, hoặc kết thúc nhiệm vụ kia trước.",
                on.Law.Incompatible, "Duty");
    }

    private static IEnumerable<(string Sentence, string Law)> Departures(DutyProposal p, Agency unit, AssignmentRules on)
    {
        if (p is { Kind: GrantKind.Secondment, To: { } to } && to >= p.From
            && (to.AddDays(1) < p.From.AddMonths(on.ShortestMonths) || to >= p.From.AddMonths(on.LongestMonths)))
            yield return ($"Thời hạn cử đến phải từ {on.ShortestMonths} đến {on.LongestMonths} tháng.", on.Law.Secondment);
        if (unit.Kind != AgencyKind.OneStop || !UnderStandard.Contains(p.Duty) || p.Staff is StaffKind.Postal or StaffKind.Provider)
            yield break;
        if (p.Years is null || p.Years < on.Years)
            yield return ($"Người làm việc tại Bộ phận Một cửa cần ít nhất {on.Years} năm công tác trong lĩnh vực.", on.Law.Service);
        if (!p.Qualified)
            yield return ("Chưa xác nhận trình độ chuyên môn phù hợp với lĩnh vực được giao.", on.Law.Service);
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
