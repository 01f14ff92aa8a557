using System.Text;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Law;
using MotCua.App.Processes;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Processes.Bpmn;
using MotCua.Domain.Processes.Bpmn.Drawing;

namespace MotCua.App.Publishing;

/// <summary>What a draft says besides its drawing.</summary>
/// <param name="Issuer">Who signs the decision.</param>
/// <param name="Procedures">National codes of the procedures that will follow it.</param>
public sealed record DraftHead(
    string Name, string Decision, string Issuer, DateOnly? DecisionDay, DateOnly From, DateOnly? To, IReadOnlyList<string> Procedures);

/// <summary>What came of a change to a version.</summary>
/// <param name="Version">The version as it stands; null where there is none.</param>
/// <param name="Refusal">Why nothing was done; null if it was.</param>
/// <param name="Findings">What keeps it from being published, or is to be confirmed first.</param>
public sealed record VersionOutcome(ProcessVersionRow? Version, Refusal? Refusal, IReadOnlyList<Domain.Catalogue.ProcessFinding> Findings)
{
    internal static VersionOutcome No(Refusal no, ProcessVersionRow? version = null) => new(version, no, []);

    internal static VersionOutcome Of(ProcessVersionRow version) => new(version, null, []);
}

/// <summary>Makes drafts of processes and changes them. Nothing that was published is ever changed: its successor is a new draft.</summary>
public sealed class DraftProcess(MotCuaDb db, ProcessRights rights, ReferenceCache references, TimeProvider clock)
{
    /// <summary>The most procedures of one process.</summary>
    public const int MostProcedures = 200;

    private const int LongestName = 300, LongestDecision = 200;

    internal static readonly Refusal Gone = new("process.gone", "Không có bản quy trình này; có thể bản thảo đã bị bỏ. Hãy mở lại danh sách.");

    /// <summary>Somebody else changed the version since its form was shown.</summary>
    public static readonly Refusal Crossed = new(
        "process.crossed", "Có người vừa sửa bản này sau khi trang được mở. Nội dung bạn nhập còn nguyên; hãy mở bản mới ở thẻ khác để so rồi lưu lại.");

    private static readonly Refusal Fixed = new(
        "process.fixed", "Bản đã ban hành không sửa được vì hồ sơ đang chạy theo nó. Hãy lập bản mới từ bản này.", "TT 01/2018/TT-VPCP Đ.8");

    /// <summary>Makes a draft of a new process, or of the next version of one.</summary>
    /// <param name="code">The process; null for a new one.</param>
    public async Task<VersionOutcome> Make(string? code, DraftHead head, BpmnModel drawing, OfficerId officer, CancellationToken cancel = default)
    {
        if (await rights.ToDraft(officer, cancel) is { } no || (no = await Wrong(head, cancel)) is not null)
            return VersionOutcome.No(no);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await ReferenceStamp.Hold(db, cancel);
        var name = code ?? await NewCode(head.Procedures, cancel);
        var row = new ProcessVersionRow
        {
            Code = name, Version = await Next(name, cancel), State = VersionState.Draft, Name = "", Xml = "", Decision = "", Issuer = "", Procedures = "",
            DraftedBy = officer.Value, Drafted = clock.GetUtcNow(),
        };
        Fill(row, head, drawing);
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return VersionOutcome.Of(row);
    }

    /// <summary>Makes the next version of a process from one of its versions: the same drawing, to be changed.</summary>
    /// <param name="version">Any version, drawn here or shipped.</param>
    public async Task<VersionOutcome> Succeed(string code, int version, OfficerId officer, CancellationToken cancel = default)
    {
        var reference = await references.Get(db, cancel);
        if (await Row(code, version, cancel) is { } row)
            return await Make(code, HeadOf(row) with { Decision = "", DecisionDay = null, From = Later(row.From), To = null }, DrawingOf(row), officer, cancel);
        if (reference.Processes.Find(code, version) is not { } running)
            return VersionOutcome.No(Gone);
        var today = Vietnam.Day(clock.GetUtcNow());
        var used = reference.Procedures.Where(p => p.Process == code && p.HoldsOn(today)).Select(p => p.Code).Distinct().Take(MostProcedures).ToList();
        return await Make(code, new DraftHead(running.Name, "", "", null, Later(running.From), null, used), running.ToBpmn(), officer, cancel);
    }

    /// <summary>Changes a draft; what was checked becomes a draft again.</summary>
    /// <param name="seen">How often it had been changed when its form was shown.</param>
    /// <param name="drawing">The new drawing; null leaves the one that is there.</param>
    public Task<VersionOutcome> Change(int id, int seen, DraftHead head, BpmnModel? drawing, OfficerId officer, CancellationToken cancel = default) =>
        Do(id, seen, async row =>
        {
            if (await rights.ToDraft(officer, cancel) is { } no || (no = await Wrong(head, cancel)) is not null)
                return no;
            if (row.State is VersionState.Published or VersionState.Ended)
                return Fixed;
            Fill(row, head, drawing ?? DrawingOf(row));
            (row.State, row.Checked, row.CheckedBy) = (VersionState.Draft, null, null);
            // Whoever changes it has drawn it: he does not check it afterwards.
            row.DraftedBy = officer.Value;
            return null;
        }, cancel);

    /// <summary>Drops a draft that nobody needs.</summary>
    public Task<VersionOutcome> Drop(int id, int seen, OfficerId officer, CancellationToken cancel = default) => Do(id, seen, async row =>
    {
        if (await rights.ToDraft(officer, cancel) is { } no)
            return no;
        if (row.State is VersionState.Published or VersionState.Ended)
            return Fixed;
        db.Remove(row);
        return null;
    }, cancel);

    /// <summary>A version with its row; null if there is none.</summary>
    public Task<ProcessVersionRow?> Row(int id, CancellationToken cancel = default) =>
        db.Set<ProcessVersionRow>().AsNoTracking().FirstOrDefaultAsync(v => v.Id == id, cancel);

    /// <summary>A version with its row; null where it was not drawn here.</summary>
    public Task<ProcessVersionRow?> Row(string code, int version, CancellationToken cancel = default) =>
        db.Set<ProcessVersionRow>().AsNoTracking().FirstOrDefaultAsync(v => v.Code == code && v.Version == version, cancel);

    /// <summary>The drawing of a version that was kept: it could be read then and can be now.</summary>
    public static BpmnModel DrawingOf(ProcessVersionRow row) => BpmnReader.Read(Encoding.UTF8.GetBytes(row.Xml)).Model
        ?? throw new InvalidOperationException($"The drawing of {row.Code} {row.Version} cannot be read.");

    /// <summary>What a version says besides its drawing.</summary>
    public static DraftHead HeadOf(ProcessVersionRow row) =>
        new(row.Name, row.Decision, row.Issuer, row.DecisionDay, row.From, row.To, row.ProcedureCodes);

    /// <summary>One change to one version in one transaction; whoever saw an older state is told.</summary>
    internal async Task<VersionOutcome> Do(int id, int seen, Func<ProcessVersionRow, Task<Refusal?>> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Taking the row keeps others out until the end. The stamp of the reference rows is raised only by whoever changes them, behind all reading:
        // a copy that is read in between must belong to the stamp before.
        var took = await db.Set<ProcessVersionRow>().Where(v => v.Id == id && v.Changes == seen)
            .ExecuteUpdateAsync(v => v.SetProperty(x => x.Changes, x => x.Changes + 1), cancel) == 1;
        var row = await db.Set<ProcessVersionRow>().FirstOrDefaultAsync(v => v.Id == id, cancel);
        var no = row is null ? Gone : !took ? Crossed : await change(row);
        if (no is not null)
        {
            db.ChangeTracker.Clear();
            await transaction.RollbackAsync(cancel);
            return VersionOutcome.No(no, await Row(id, cancel));
        }
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return VersionOutcome.Of(row!);
    }

    private void Fill(ProcessVersionRow row, DraftHead head, BpmnModel drawing)
    {
        (row.Name, row.Decision, row.Issuer, row.DecisionDay) = (head.Name.Trim(), head.Decision.Trim(), head.Issuer.Trim(), head.DecisionDay);
        (row.From, row.To, row.Procedures) = (head.From, head.To, string.Join('\n', head.Procedures));
        row.Xml = Encoding.UTF8.GetString(drawing.WithHead(ProcessChecks.HeadOf(row)).Write());
    }

    private async Task<Refusal?> Wrong(DraftHead head, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(head.Name))
            return new Refusal("process.name", "Hãy đặt tên quy trình.", null, "Name");
        if (head.Name.Length > LongestName)
            return new Refusal("process.name", $"Tên quy trình dài quá {LongestName} ký tự; hãy rút gọn.", null, "Name");
        if (head.Decision.Length > LongestDecision || head.Issuer.Length > LongestDecision)
            return new Refusal("process.decision", $"Số quyết định và cơ quan ban hành dài nhất {LongestDecision} ký tự.", null, "Decision");
        if (head.To < head.From)
            return new Refusal("process.days", "Ngày hết hiệu lực phải từ ngày có hiệu lực trở đi.", null, "To");
        if (head.Procedures.Count > MostProcedures)
            return new Refusal("process.procedures", $"Một quy trình gắn với nhiều nhất {MostProcedures} thủ tục.", null, "Procedures");
        var known = (await references.Get(db, cancel)).Procedures.Select(p => p.Code).ToHashSet();
        return head.Procedures.Where(c => !known.Contains(c)).ToList() is { Count: > 0 } unknown
            ? new Refusal("process.procedures", $"Danh mục không có thủ tục {string.Join(", ", unknown.Take(5))}. Hãy kiểm tra lại mã.", null, "Procedures")
            : null;
    }

    // A code names a process for ever: it is made of the procedure's and counted on where it is taken.
    private async Task<string> NewCode(IReadOnlyList<string> procedures, CancellationToken cancel)
    {
        var root = procedures.Count > 0 ? $"qt-{procedures[0].ToLowerInvariant()}" : "qt-chung";
        var taken = (await db.Set<ProcessVersionRow>().Where(v => v.Code.StartsWith(root)).Select(v => v.Code).ToListAsync(cancel))
            .Concat(await db.Set<ProcessRow>().Where(p => p.Code.StartsWith(root)).Select(p => p.Code).ToListAsync(cancel)).ToHashSet();
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? root : $"{root}-{n}").First(c => !taken.Contains(c));
    }

    private async Task<int> Next(string code, CancellationToken cancel) => 1 + Math.Max(
        await db.Set<ProcessVersionRow>().Where(v => v.Code == code).MaxAsync(v => (int?)v.Version, cancel) ?? 0,
        await db.Set<ProcessRow>().Where(p => p.Code == code).MaxAsync(p => (int?)p.Version, cancel) ?? 0);

    private DateOnly Later(DateOnly from)
    {
        var today = Vietnam.Day(clock.GetUtcNow());
        return from > today ? from : today;
    }
}
