using MotCua.Domain.Law;

namespace MotCua.Domain.Agencies;

/// <summary>How an officer came to a duty.</summary>
[Term("hình thức giao nhiệm vụ", Law = "NĐ 118/2025/NĐ-CP Đ.11")]
public enum GrantKind
{
    /// <summary>On the official list.</summary>
    [Term("chính thức")] Official,
    /// <summary>Sent by another agency for a term (R-ADM-10).</summary>
    [Term("cử đến, biệt phái")] Secondment,
    /// <summary>On the backup list: may be called to stand in, holds nothing by itself.</summary>
    [Term("dự phòng")] Backup,
}

/// <summary>Whom an officer works for; those outside the state have limited duties (R-REC-21).</summary>
[Term("loại nhân sự", Law = "NĐ 118/2025/NĐ-CP Đ.7, Đ.8, Đ.11")]
public enum StaffKind
{
    /// <summary>A civil servant.</summary>
    [Term("cán bộ, công chức")] CivilServant,
    /// <summary>A public employee.</summary>
    [Term("viên chức")] PublicEmployee,
    /// <summary>Staff of the public postal service.</summary>
    [Term("nhân viên bưu chính công ích")] Postal,
    /// <summary>Staff of a hired enterprise.</summary>
    [Term("nhân viên doanh nghiệp được thuê")] Provider,
}

/// <summary>A duty at a unit, without its holder.</summary>
[NoTerm("a pair")]
public readonly record struct DutyAt(Duty Duty, AgencyId Unit);

/// <summary>A duty that is about to be given.</summary>
/// <param name="To">Last day; null for an open end.</param>
/// <param name="Basis">Number of the decision.</param>
/// <param name="BasisDay">Day of the decision.</param>
/// <param name="Years">Years of service in the field, where the standard of one-stop staff asks for them (R-ADM-27).</param>
/// <param name="Qualified">Whether the qualification suits the duty (R-ADM-27).</param>
/// <param name="Reason">Why, where the duty departs from a standard or a term; null for none.</param>
[Term("đề nghị giao nhiệm vụ")]
public sealed record DutyProposal(
    OfficerId Officer, StaffKind Staff, Duty Duty, AgencyId Unit, GrantKind Kind, DateOnly From, DateOnly? To, string? Basis, DateOnly? BasisDay,
    int? Years, bool Qualified, string? Reason)
{
    /// <summary>Whether a duty that was given before holds at some moment of the proposed time.</summary>
    public bool Meets(DutyGrant grant) => (To is null || grant.From <= To) && (grant.To is null || From <= grant.To);
}

/// <summary>What the rules say to a proposal.</summary>
/// <param name="Refusals">Why it may not be given; empty if it may.</param>
/// <param name="Departures">Standards that it departs from; a reason was given for them.</param>
/// <param name="NeedsApproval">Whether a second person must approve it.</param>
[NoTerm("the answer to a proposal")]
public sealed record ProposalFindings(IReadOnlyList<Refusal> Refusals, IReadOnlyList<string> Departures, bool NeedsApproval);

/// <summary>An officer stands in for an absent one, for a time and for some of his duties; what he does shows on whose behalf.</summary>
/// <param name="To">Last day.</param>
/// <param name="Scope">Which duties, and where.</param>
/// <param name="Basis">The paper that gives it.</param>
[Term("cử người làm thay", Law = "NĐ 118/2025/NĐ-CP Đ.11")]
public sealed record Substitution(
    OfficerId Absent, OfficerId Substitute, DateOnly From, DateOnly To, IReadOnlyList<DutyAt> Scope, string? Basis)
{
    /// <summary>What the substitute may do for the absent officer on a day: of the absent one's own duties of that day those in the scope.</summary>
    /// <param name="ofAbsent">The absent officer's own duties.</param>
    public IEnumerable<DutyGrant> On(DateOnly day, IEnumerable<DutyGrant> ofAbsent) => From <= day && day <= To
        ? ofAbsent.Where(g => g.Officer == Absent && g.HoldsOn(day) && Scope.Contains(new DutyAt(g.Duty, g.Unit)))
        : [];
}
