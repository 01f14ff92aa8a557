using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.App.Tracking;

/// <summary>How far a dossier is: stage n of <see cref="All"/> (R-ADM-13). No name, no day.</summary>
/// <param name="Stage">From 1.</param>
public sealed record Degree(int Stage, string Words)
{
    /// <summary>How many stages there are.</summary>
    public const int All = 4;

    /// <summary>The degree of a status.</summary>
    public static Degree Of(DossierStatus status, bool registered) => status switch
    {
        DossierStatus.Returned => new(4, "Đã trả kết quả"),
        DossierStatus.Stopped => new(4, "Đã kết thúc"),
        _ when registered => new(3, "Đã có kết quả"),
        DossierStatus.Received => new(1, "Đã tiếp nhận"),
        _ => new(2, "Đang giải quyết"),
    };
}

/// <summary>Whose turn it is.</summary>
public enum Turn
{
    /// <summary>The applicant must do something.</summary>
    Applicant,
    /// <summary>The authorities are at work.</summary>
    Authorities,
    /// <summary>Nobody: it is over.</summary>
    Nobody,
}

/// <summary>What whoever holds the receipt may know: never an officer, never a unit's desk.</summary>
/// <param name="Why">Why it waits, in a sentence.</param>
/// <param name="Next">What comes next; null when it is over.</param>
/// <param name="Reused">Components that were taken from the owner's repository.</param>
/// <param name="Appointment">When the result is to be collected; null when it is over, or while the limit stands still.</param>
public sealed record Progress(string Procedure, Degree Degree, Turn Turn, string Why, string? Next, DateTimeOffset? Appointment, string ReturnAt,
    IReadOnlyList<string> Reused)
{
    /// <summary>The procedures of a group of linked procedures; none for a procedure of its own.</summary>
    public IReadOnlyList<PartProgress> Parts { get; init; } = [];
}

/// <summary>How far one procedure of a group is.</summary>
/// <param name="Why">Why it waits, in a sentence.</param>
/// <param name="Due">When it is due; null when it is over, or while its limit stands still.</param>
public sealed record PartProgress(string Code, string Procedure, Degree Degree, Turn Turn, string Why, DateTimeOffset? Due);

/// <summary>What tracking answers.</summary>
/// <param name="Refusal">One sentence; the same for an unknown code, a wrong factor and a dossier of somebody else.</param>
public sealed record Tracked(Degree? Degree, Progress? Progress, Refusal? Refusal);

/// <summary>Tracking without signing in (R-ADM-13, F-63).</summary>
public sealed class TrackDossier(MotCuaDb db, TrackingFactors factors, TrackingTries tries, Reference.ReferenceCache references)
{
    /// <summary>Tries an hour for a code from an address.</summary>
    public const int MostTries = 5;

    // A group is formed by the act that receives it.
    private const int MostFirst = 4;

    private static readonly Refusal Wrong = new("tracking.wrong",
        "Mã hồ sơ và mã tra cứu không khớp với hồ sơ nào. Hãy xem lại hai mã in trên giấy tiếp nhận; mã tra cứu có 8 chữ và số.", null, "ma-tra-cuu");

    private static readonly Refusal Unknown = new("tracking.unknown",
        "Không có hồ sơ với mã này. Hãy nhập đúng như trên giấy tiếp nhận, ví dụ H15.12.01-261124-0007.", null, "ma");

    private static readonly Refusal TooMany = new("tracking.too-many",
        "Đã thử quá nhiều lần với mã hồ sơ này. Hãy chờ sang giờ sau, hoặc hỏi nơi đã tiếp nhận hồ sơ.", null, "ma-tra-cuu");

    /// <summary>By the code alone: the degree of completion and nothing else.</summary>
    public async Task<Tracked> ByCode(string code, CancellationToken cancel = default) =>
        await Row(code, cancel) is { } row ? new Tracked(Degree.Of(row.Status, row.Registered is not null), null, null) : new Tracked(null, null, Unknown);

    /// <summary>By the code and the factor on the receipt.</summary>
    /// <param name="address">Where the question comes from; only its hash is kept, for an hour.</param>
    public async Task<Tracked> ByFactor(string code, string factor, string address, CancellationToken cancel = default)
    {
        if (await tries.Count(Normal(code), address, cancel) > MostTries)
            return new Tracked(null, null, TooMany);
        var row = await Row(code, cancel);
        var fits = await factors.Fits(row is null ? null : new DossierId(row.Id), factor, cancel);
        return row is not null && fits ? new Tracked(null, await Progress(row, cancel), null) : new Tracked(null, null, Wrong);
    }

    private async Task<Progress> Progress(DossierRow row, CancellationToken cancel)
    {
        var reference = await references.Get(db, cancel);
        var (step, waits) = await Stands(row, cancel);
        var (turn, why, next) = waits ? WaitsForParts : Words(row, step);
        return new Progress(
            reference.Procedure(row.Procedure, row.ProcedureVersion).Name, Degree.Of(row.Status, row.Registered is not null), turn, why, next,
            turn == Turn.Nobody || row.Status == DossierStatus.AwaitingSupplement || row.Paused is not null ? null : row.Appointment,
            reference.Agencies.NameOf(new Domain.Agencies.AgencyId(row.ReturnUnitId)),
            await db.Set<DossierPaperRow>().Where(p => p.DossierId == row.Id && p.Files.Any(f => f.DocumentId != null)).OrderBy(p => p.Id)
                .Select(p => p.Name).ToListAsync(cancel))
        {
            Parts = await Parts(row, reference, cancel),
        };
    }

    private static readonly (Turn, string, string?) WaitsForParts = (
        Turn.Authorities, "Các cơ quan đang giải quyết từng thủ tục của nhóm, xem bên dưới.", "Trả kết quả của cả nhóm cùng một lần.");

    private async Task<(DossierStepRow? Step, bool Waits)> Stands(DossierRow row, CancellationToken cancel)
    {
        var step = await db.Set<DossierStepRow>().AsNoTracking().Where(s => s.DossierId == row.Id)
            .OrderByDescending(s => s.WaitsFor == Side.Applicant).ThenBy(s => s.Token).FirstOrDefaultAsync(cancel);
        return (step, step is null && await db.Set<DossierWaitRow>().AnyAsync(w => w.DossierId == row.Id && w.Kind == WaitKind.Linked, cancel));
    }

    /// <summary>The parts of a group, which its log names in their order.</summary>
    private async Task<IReadOnlyList<PartProgress>> Parts(DossierRow row, Reference.ReferenceData reference, CancellationToken cancel)
    {
        var kind = EventFormat.NameOf<GroupFormed>();
        var formed = await db.Set<DossierEventRow>().AsNoTracking().Where(e => e.DossierId == row.Id && e.Version <= MostFirst && e.Kind == kind)
            .Select(e => e.Data).FirstOrDefaultAsync(cancel);
        if (formed is null)
            return [];
        var parts = new List<PartProgress>();
        foreach (var id in ((GroupFormed)EventFormat.Read(kind, formed)).Parts.Select(p => p.Dossier.Value))
        {
            var part = await db.Set<DossierRow>().AsNoTracking().FirstAsync(d => d.Id == id, cancel);
            var (step, waits) = await Stands(part, cancel);
            var (turn, why, _) = waits && part.Status == DossierStatus.Received ? (Turn.Authorities, "Chờ kết quả của thủ tục phải có trước.", null)
                : part.Status == DossierStatus.ResultReady ? (Turn.Authorities, "Đã có kết quả, trả cùng kết quả của cả nhóm.", null) : Words(part, step);
            parts.Add(new PartProgress(
                part.Code, reference.Procedure(part.Procedure, part.ProcedureVersion).Name, Degree.Of(part.Status, part.Registered is not null), turn, why,
                turn == Turn.Nobody || part.Status == DossierStatus.AwaitingSupplement || part.Paused is not null ? null : part.Due));
        }
        return parts;
    }

    private static (Turn Turn, string Why, string? Next) Words(DossierRow row, DossierStepRow? step) => (row.Status, step?.Kind) switch
    {
        (DossierStatus.Returned, _) => (Turn.Nobody, "Kết quả đã được trao.", null),
        (DossierStatus.Stopped, _) => (Turn.Nobody, "Hồ sơ đã dừng giải quyết.", null),
        (DossierStatus.AwaitingSupplement, _) => (Turn.Applicant,
            "Cơ quan giải quyết cần bổ sung giấy tờ; thời hạn đang dừng. Nội dung cần bổ sung ghi trong phiếu yêu cầu bổ sung.",
            "Sau khi bổ sung đủ, thời hạn được tính lại và có ngày hẹn mới."),
        (DossierStatus.WithdrawalRequested, _) => (Turn.Authorities, "Đang xem yêu cầu rút hồ sơ.", "Có trả lời về yêu cầu rút hồ sơ."),
        _ when row.PausedFor == Responsible.Applicant => (Turn.Applicant,
            "Thời hạn đang tạm dừng để ông/bà thực hiện nghĩa vụ tài chính hoặc việc đã được thông báo.",
            "Nộp chứng từ tại nơi tiếp nhận; thời hạn chạy tiếp và có ngày hẹn mới."),
        _ when row.Paused is not null => (Turn.Authorities,
            "Thời hạn đang tạm dừng theo quy định của pháp luật, chờ cơ quan, tổ chức có trách nhiệm.", "Thời hạn chạy tiếp và có ngày hẹn mới."),
        (_, StepKind.Return) => (Turn.Applicant, "Đã có kết quả, mời đến nhận hoặc chờ gửi theo cách đã đăng ký.", "Trao kết quả."),
        (_, StepKind.HandOver) => (Turn.Authorities, "Nơi tiếp nhận đang chuyển hồ sơ đến cơ quan giải quyết.", "Thẩm định hồ sơ."),
        (_, StepKind.Approve) => (Turn.Authorities, "Hồ sơ đã thẩm định xong, đang trình ký.", "Ký và phát hành kết quả."),
        (_, StepKind.Register) => (Turn.Authorities, "Kết quả đã ký, đang vào sổ.", "Chuyển kết quả về nơi trả."),
        _ => (Turn.Authorities, "Cơ quan giải quyết đang thẩm định hồ sơ.", "Trình ký kết quả."),
    };

    private async Task<DossierRow?> Row(string code, CancellationToken cancel)
    {
        var normal = Normal(code);
        return await db.Set<DossierRow>().AsNoTracking().FirstOrDefaultAsync(d => d.Code == normal, cancel);
    }

    private static string Normal(string code) => string.Concat(code.Trim().ToUpperInvariant().Where(c => !char.IsWhiteSpace(c)).Take(64));
}
