using MotCua.Domain.Agencies;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.Domain.Catalogue;

/// <summary>How a dossier is filed (R-REC-01).</summary>
[Term("kênh nộp hồ sơ", Law = "NĐ 118/2025/NĐ-CP Đ.15")]
public enum Channel
{
    /// <summary>At a one-stop unit.</summary>
    [Term("trực tiếp")] Direct,
    /// <summary>On the national portal.</summary>
    [Term("trực tuyến")] Online,
    /// <summary>By the public postal service.</summary>
    [Term("bưu chính công ích")] Postal,
}

/// <summary>In which area a procedure may be filed (R-NB-04).</summary>
[Term("phạm vi tiếp nhận phi địa giới", Law = "NĐ 118/2025/NĐ-CP Đ.14")]
public enum BoundaryScope
{
    /// <summary>Only at the competent unit.</summary>
    [Term("tại đơn vị có thẩm quyền")] Unit,
    /// <summary>Anywhere in the province.</summary>
    [Term("trong phạm vi tỉnh")] Province,
    /// <summary>Anywhere in the country.</summary>
    [Term("toàn quốc")] Nation,
}

/// <summary>A component of the dossier (thành phần hồ sơ).</summary>
/// <param name="Code">Stable inside the procedure version: "1", "2a".</param>
/// <param name="Originals">How many originals; 0 with 0 copies where the law names no number.</param>
/// <param name="Case">The case (trường hợp) it belongs to; null for all.</param>
/// <param name="ShowOnly">Only shown, not handed in (xuất trình).</param>
/// <param name="Note">Further words of the procedure.</param>
[Term("thành phần hồ sơ", Law = "NĐ 61/2018/NĐ-CP Đ.15.1")]
public sealed record RequiredPaper(
    string Code, string Name, int Originals, int Copies, bool Required, string? Case, string? Form, bool ShowOnly, string? Note)
{
    /// <summary>Code of the component in the national database: "000.00.00.G15-KQ003308"; null where it has none.</summary>
    public string? NationalCode { get; init; }

    /// <summary>Codes of results that may stand in its place (mã kết quả thay thế).</summary>
    public IReadOnlyList<string> ReplacedBy { get; init; } = [];

    /// <summary>Forms to fill in, as the catalogue names them.</summary>
    public IReadOnlyList<FormFile> Forms { get; init; } = [];
}

/// <summary>The time limit for a channel and a case.</summary>
[Term("thời hạn theo kênh nộp và trường hợp")]
public sealed record ChannelLimit(Channel? Channel, string? Case, TimeLimit Limit, string LegalBasis, bool Verified)
{
    /// <summary>The words beside it in the catalogue, by which an officer tells it from another; null where there are none.</summary>
    public string? Note { get; init; }
}

/// <summary>One version of an administrative procedure, as announced by a decision (R-WF-23: a dossier keeps the version of its reception).</summary>
/// <param name="Code">National code: "1.001193".</param>
/// <param name="CompetentLevel">The level whose agency resolves it.</param>
/// <param name="Sector">Lĩnh vực.</param>
/// <param name="Department">The function of the department that handles it: "justice".</param>
/// <param name="Cases">Named cases; empty when there is only one.</param>
/// <param name="Immediate">The result is returned at once: a receipt only on request (R-REC-13).</param>
/// <param name="ResultName">What the applicant gets.</param>
/// <param name="Process">Code of the process that handles it.</param>
/// <param name="Keywords">Words people use for it.</param>
/// <param name="Source">Where the facts were read.</param>
[Term("thủ tục hành chính", Law = "NĐ 63/2010/NĐ-CP Đ.3")]
public sealed record ProcedureVersion(
    string Code, int Version, string Name, string Sector, Level CompetentLevel, string Department,
    BoundaryScope Scope, bool PaperAllowed, bool Immediate,
    IReadOnlyList<string> Cases, IReadOnlyList<RequiredPaper> Papers, IReadOnlyList<ChannelLimit> Limits,
    IReadOnlyList<Tariff> Tariffs, string ResultName, string ResultCode, string Process,
    IReadOnlyList<string> LegalBases, IReadOnlyList<string> Keywords,
    string Decision, DateOnly From, DateOnly? To, string Source, bool Verified)
{
    /// <summary>All levels that resolve it; the first is <see cref="CompetentLevel"/>.</summary>
    public IReadOnlyList<Level> Levels { get; init; } = [CompetentLevel];

    /// <summary>How much of it can be done online.</summary>
    public OnlineLevel Online { get; init; } = OnlineLevel.Unknown;

    /// <summary>Why only part of it can be done online; must be published (R-ADM-22).</summary>
    public string? OnlineReason { get; init; }

    /// <summary>Whose system takes its dossiers (R-ADM-03).</summary>
    public Routing Routing { get; init; } = Routing.Local;

    /// <summary>The decision behind <see cref="Scope"/> (R-NB-04).</summary>
    public string? ScopeBasis { get; init; }

    /// <summary>The text by which paper is not taken any more (R-REC-17).</summary>
    public string? PaperBasis { get; init; }

    /// <summary>What the national database says beyond what reception needs; null where only the above is known.</summary>
    public ProcedureDetails? Details { get; init; }

    /// <summary>What decides where it may be received.</summary>
    public ReceptionTerms Terms => new(Code, Levels, Department, Scope, PaperAllowed, Routing, Process) { Withdrawn = Withdrawn };

    /// <summary>The catalogue says that it is not in force any more, or in which state it is cannot be told.</summary>
    public bool Withdrawn => Details is { IsPublished: false } || Code.EndsWith("-Xoa", StringComparison.OrdinalIgnoreCase);

    /// <summary>The limit for a channel and a case, where only one can hold or the first is usual; null if an officer must say.</summary>
    public ChannelLimit? LimitFor(Channel channel, string? caseName) => LimitsFor(channel, caseName).Usual;

    /// <summary>The limits that may hold for a channel and a case: the most exact rows; where there is no row, what the catalogue writes
    /// beside that way to file.</summary>
    public LimitOffer LimitsFor(Channel channel, string? caseName)
    {
        foreach (var (c, name) in new[] { ((Channel?)channel, caseName), (null, caseName), (channel, null), (null, null) })
            if (Limits.Where(l => l.Channel == c && l.Case == name && l.Limit.Amount > 0).ToList() is { Count: > 0 } rows)
                return new LimitOffer(rows, []);
        return LimitOffer.Of(this, channel);
    }

    /// <summary>The papers asked for in a case.</summary>
    public IEnumerable<RequiredPaper> PapersFor(string? caseName) => Papers.Where(p => p.Case is null || p.Case == caseName);

    /// <summary>The tariff rows that hold on a day for a channel.</summary>
    public IEnumerable<Tariff> TariffsOn(DateOnly day, Channel channel) =>
        Tariffs.Where(t => t.From <= day && (t.To is null || day <= t.To) && (t.Channel is null || t.Channel == channel.ToString()));
}
