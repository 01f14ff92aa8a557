using MotCua.Domain.Law;

namespace MotCua.Domain.Agencies;

/// <summary>Identity of an agency or unit inside the system.</summary>
[NoTerm("a technical id")]
public readonly record struct AgencyId(int Value);

/// <summary>Identity of an officer inside the system.</summary>
[NoTerm("a technical id")]
public readonly record struct OfficerId(int Value);

/// <summary>What an agency or unit is.</summary>
[Term("loại cơ quan, đơn vị", Law = "NĐ 118/2025/NĐ-CP Đ.7")]
public enum AgencyKind
{
    /// <summary>A people's committee.</summary>
    [Term("Ủy ban nhân dân")] Committee,
    /// <summary>A one-stop unit: public administration service centre.</summary>
    [Term("Trung tâm Phục vụ hành chính công")] OneStop,
    /// <summary>A department of a province or commune.</summary>
    [Term("cơ quan chuyên môn")] Department,
    /// <summary>A branch of a vertical agency, such as the land registry.</summary>
    [Term("cơ quan ngành dọc, đơn vị trực thuộc")] Branch,
    /// <summary>An agency of a sector led from above that decides by itself at its place, such as the police or social insurance; its parent says
    /// at which place it works, not who leads it.</summary>
    [Term("cơ quan quản lý theo ngành dọc")] Vertical,
}

/// <summary>The level of government.</summary>
[Term("cấp hành chính")]
public enum Level
{
    /// <summary>Central.</summary>
    [Term("cấp bộ")] Ministry,
    /// <summary>Province.</summary>
    [Term("cấp tỉnh")] Province,
    /// <summary>District, until 30/6/2025.</summary>
    [Term("cấp huyện")] District,
    /// <summary>Commune.</summary>
    [Term("cấp xã")] Commune,
}

/// <summary>An agency or unit, dated.</summary>
/// <param name="Code">Identifier of QĐ 20/2020/QĐ-TTg: "H15.12.01".</param>
/// <param name="OldCode">Identifier in the old order of QCVN 102:2016: "000.01.12.H15".</param>
/// <param name="Parent">The agency it belongs to.</param>
/// <param name="Function">What a department does, so that a process can name it without naming the agency: "justice", "economy".</param>
/// <param name="Place">The place name printed before the date: "Buôn Ma Thuột".</param>
/// <param name="Verified">False: the code was not checked against a decision.</param>
[Term("cơ quan, đơn vị", Law = "NĐ 118/2025/NĐ-CP Đ.7")]
public sealed record Agency(
    AgencyId Id, string Code, string OldCode, string Name, AgencyKind Kind, Level Level, AgencyId? Parent,
    string? Function, string Place, string Phone, DateOnly From, DateOnly? To, bool Verified)
{
    /// <summary>The unit that took over its work when it ended; null while it stands.</summary>
    public AgencyId? Successor { get; init; }

    /// <summary>Whether it exists on the day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>What an officer is charged with.</summary>
[Term("nhiệm vụ được giao", Law = "NĐ 61/2018/NĐ-CP Đ.8–12")]
public enum Duty
{
    /// <summary>Receives dossiers at the counter.</summary>
    [Term("tiếp nhận hồ sơ")] Receive,
    /// <summary>Hands results over.</summary>
    [Term("trả kết quả")] Return,
    /// <summary>Collects fees.</summary>
    [Term("thu phí, lệ phí")] Collect,
    /// <summary>Digitizes papers.</summary>
    [Term("số hóa giấy tờ")] Digitize,
    /// <summary>Handles dossiers.</summary>
    [Term("xử lý hồ sơ")] Handle,
    /// <summary>Leads a unit and assigns its work.</summary>
    [Term("phụ trách đơn vị, phân công")] Lead,
    /// <summary>Approves and signs.</summary>
    [Term("phê duyệt, ký")] Sign,
    /// <summary>Numbers, stamps and issues.</summary>
    [Term("văn thư")] Clerk,
    /// <summary>Heads the one-stop unit.</summary>
    [Term("phụ trách Bộ phận Một cửa")] HeadOneStop,
    /// <summary>Controls administrative procedures.</summary>
    [Term("kiểm soát thủ tục hành chính")] Control,
    /// <summary>Administers the system.</summary>
    [Term("quản trị hệ thống")] Administer,
    /// <summary>Postal staff.</summary>
    [Term("nhân viên bưu chính")] Post,
    /// <summary>Audits access.</summary>
    [Term("kiểm tra nhật ký")] Audit,
}

/// <summary>A duty given to an officer at a unit, for a time.</summary>
/// <param name="Basis">The decision that gave it.</param>
[Term("quyết định giao nhiệm vụ")]
public sealed record DutyGrant(OfficerId Officer, Duty Duty, AgencyId Unit, DateOnly From, DateOnly? To, string Basis)
{
    /// <summary>How he came to it.</summary>
    public GrantKind Kind { get; init; }

    /// <summary>Day of the decision; null where only its number is known.</summary>
    public DateOnly? BasisDay { get; init; }

    /// <summary>Whether the duty holds on the day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);
}
