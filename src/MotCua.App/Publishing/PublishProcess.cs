using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Catalogue.Editing;
using MotCua.App.Law;
using MotCua.App.Processes;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Words;

namespace MotCua.App.Publishing;

/// <summary>The way of a version from the draft to its end: checked by the control office, published by the head of the province, ended (R-WF-01).</summary>
public sealed class PublishProcess(MotCuaDb db, DraftProcess drafts, ProcessRights rights, ProcessChecks checks, TimeProvider clock)
{
    /// <summary>Code of the refusal that asks for the warnings to be confirmed.</summary>
    public const string ConfirmCode = "process.confirm";

    private const int LongestRemark = 1000;

    private static readonly Refusal NotDraft = new("process.not-draft", "Chỉ bản thảo mới kiểm soát được. Hãy xem lại tình trạng của bản này.");
    private static readonly Refusal NotChecked = new(
        "process.not-checked", "Bản này chưa được kiểm soát thủ tục hành chính kiểm tra nên chưa ban hành được. Hãy gửi kiểm soát trước.",
            "TT 01/2018/TT-VPCP Đ.8");
    private static readonly Refusal NotPublished = new("process.not-published", "Chỉ bản đã ban hành mới chấm dứt được.");
    private static readonly Refusal Past = new(
        "process.past", "Ngày có hiệu lực đã qua: hồ sơ tiếp nhận từ ngày đó đã theo bản cũ. Hãy trả về bản thảo và ghi ngày từ hôm nay trở đi.", null, "From");
    private static readonly Refusal NoRemark = new("process.remark", "Hãy ghi điều cần sửa.", null, "Remark");
    private static readonly Refusal Wrong = new("process.wrong", "Còn lỗi phải sửa trước; từng lỗi nêu bên dưới.", "NĐ 61/2018/NĐ-CP Đ.12.3");

    /// <summary>The control office finds a draft in order.</summary>
    public async Task<VersionOutcome> Check(int id, int seen, OfficerId officer, CancellationToken cancel = default)
    {
        IReadOnlyList<ProcessFinding> findings = [];
        var outcome = await drafts.Do(id, seen, async row =>
        {
            if (await rights.ToCheck(row, officer, cancel) is { } no)
                return no;
            if (row.State != VersionState.Draft)
                return NotDraft;
            var found = await checks.Of(row, cancel);
            findings = found.Findings;
            if (!found.Fits)
                return Wrong;
            (row.State, row.Checked, row.CheckedBy, row.Remark) = (VersionState.Checked, clock.GetUtcNow(), officer.Value, null);
            return null;
        }, cancel);
        return outcome with { Findings = findings };
    }

    /// <summary>The control office, or whoever should publish it, gives a version back to be mended.</summary>
    /// <param name="remark">What to mend.</param>
    public Task<VersionOutcome> GiveBack(int id, int seen, string? remark, OfficerId officer, CancellationToken cancel = default) =>
        drafts.Do(id, seen, async row =>
        {
            if (await rights.ToCheck(row, officer, cancel) is { } no && await rights.ToPublish(officer, cancel) is not null)
                return no;
            if (row.State is VersionState.Published or VersionState.Ended)
                return NotDraft;
            if (string.IsNullOrWhiteSpace(remark) || remark.Length > LongestRemark)
                return NoRemark;
            (row.State, row.Checked, row.CheckedBy, row.Remark) = (VersionState.Draft, null, null, remark.Trim());
            return null;
        }, cancel);

    /// <summary>Publishes a checked version: from its first day on, new dossiers of its procedures follow it.</summary>
    /// <param name="confirmed">Whether the officer has seen the warnings and goes on.</param>
    public async Task<VersionOutcome> Publish(int id, int seen, bool confirmed, OfficerId officer, CancellationToken cancel = default)
    {
        IReadOnlyList<ProcessFinding> findings = [];
        var outcome = await drafts.Do(id, seen, async row =>
        {
            if (await rights.ToPublish(officer, cancel) is { } no)
                return no;
            if (row.State != VersionState.Checked)
                return NotChecked;
            if (row.From < Vietnam.Day(clock.GetUtcNow()))
                return Past;
            var found = await checks.Of(row, cancel);
            findings = found.Findings;
            if (!found.Fits)
                return Wrong;
            if (findings.Count > 0 && !confirmed)
                return new Refusal(ConfirmCode, $"Còn {findings.Count} điều cần lưu ý; hãy đọc từng điều rồi xác nhận ban hành.");
            await ReferenceStamp.Hold(db, cancel);
            (row.State, row.Published, row.PublishedBy) = (VersionState.Published, clock.GetUtcNow(), officer.Value);
            await PutInForce(row, found.Definition! with { Verified = true }, officer, cancel);
            return null;
        }, cancel);
        return outcome with { Findings = findings };
    }

    /// <summary>Ends a published version by a last day, today or later; dossiers that follow it go on.</summary>
    public Task<VersionOutcome> End(int id, int seen, DateOnly last, OfficerId officer, CancellationToken cancel = default) =>
        drafts.Do(id, seen, async row =>
        {
            if (await rights.ToPublish(officer, cancel) is { } no)
                return no;
            if (row.State != VersionState.Published)
                return NotPublished;
            if (last < Vietnam.Day(clock.GetUtcNow()) || last < row.From)
                return new Refusal("process.last-day", "Ngày cuối cùng phải từ hôm nay và từ ngày có hiệu lực trở đi.", null, "To");
            await ReferenceStamp.Hold(db, cancel);
            (row.State, row.Ended, row.EndedBy, row.To) = (VersionState.Ended, clock.GetUtcNow(), officer.Value, last);
            await EndRunning(await db.Set<ProcessRow>().Where(p => p.Code == row.Code && p.Version == row.Version).ToListAsync(cancel), last);
            return null;
        }, cancel);

    private async Task PutInForce(ProcessVersionRow row, ProcessDefinition definition, OfficerId officer, CancellationToken cancel)
    {
        // A version that holds on the first day, or would later, gives way; those that ended before stay as they are.
        var before = row.From.AddDays(-1);
        await EndRunning(await db.Set<ProcessRow>().Where(p => p.Code == row.Code && (p.To == null || p.To >= row.From)).ToListAsync(cancel), before);
        var kept = await db.Set<ProcessVersionRow>().Where(v => v.Code == row.Code && v.Id != row.Id
            && (v.State == VersionState.Published || v.State == VersionState.Ended) && (v.To == null || v.To >= row.From)).ToListAsync(cancel);
        foreach (var old in kept)
        {
            (old.To, old.Changes) = (before, old.Changes + 1);
            if (old.State == VersionState.Published)
                (old.State, old.Ended, old.EndedBy) = (VersionState.Ended, clock.GetUtcNow(), officer.Value);
        }
        db.Add(new ProcessRow
        {
            Code = row.Code, Version = row.Version, From = row.From, To = row.To, Content = JsonSerializer.Serialize(definition, Json.Stored),
        });
        foreach (var code in row.ProcedureCodes)
            await Bind(code, row, officer, cancel);
    }

    // Only its last day changes: what a version says is for ever, since dossiers hold it by number.
    private static Task EndRunning(IEnumerable<ProcessRow> rows, DateOnly last)
    {
        foreach (var row in rows)
        {
            var definition = JsonSerializer.Deserialize<ProcessDefinition>(row.Content, Json.Stored)!;
            (row.To, row.Content) = (last, JsonSerializer.Serialize(definition with { To = last }, Json.Stored));
        }
        return Task.CompletedTask;
    }

    /// <summary>Gives a procedure the process in new versions: one for what holds on its first day, one for each version that waits for its day.</summary>
    private async Task Bind(string code, ProcessVersionRow process, OfficerId officer, CancellationToken cancel)
    {
        var rows = await db.Set<ProcedureRow>().Where(p => p.Code == code).OrderBy(p => p.Version).ToListAsync(cancel);
        var reason = $"Quy trình {process.Name} phiên bản {process.Version}, {process.Decision}, có hiệu lực từ {VietnameseFormat.Day(process.From)}";
        foreach (var version in rows.Where(r => (r.To is null || r.To >= process.From) && (r.To is null || r.To >= r.From)).OrderBy(r => r.From).ToList())
        {
            var says = ProcedureRows.Version(version);
            if (says.Process == process.Code)
                continue;
            var row = Succession.Add(
                rows, says with { Process = process.Code }, version.From > process.From ? version.From : process.From, VersionOrigin.Hand, officer);
            rows.Add(row);
            db.Add(row);
            db.Add(new CatalogueActRow
            {
                Code = code, Act = CatalogueAct.Made, Version = row.Version, Reason = reason, OfficerId = officer.Value, At = clock.GetUtcNow(),
            });
            await db.Lock(code, CatalogueField.Process, reason, officer, cancel);
        }
    }
}
