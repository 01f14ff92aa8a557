using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.People;

namespace MotCua.App.Reception;

/// <summary>What a slip prints, as it stood when it was given.</summary>
/// <param name="Items">What is to be completed; empty for a refusal.</param>
public sealed record SlipContent(
    string Form, long Number, AgencyId Unit, string Procedure, string ProcedureName, Party Owner, Party Submitter, IReadOnlyList<string> Items,
    string Reason, string? Basis, OfficerId Officer, DateTimeOffset At);

/// <summary>What became of answering an attempt.</summary>
public sealed record Answered(AttemptSlipRow? Slip, ReceptionForm? Form, Refusal? Refusal);

/// <summary>The two answers that do not accept (R-REC-07 a, b): Mẫu 02 asks once and fully for what is missing, Mẫu 03 refuses with a legal
/// reason. Both are records without a dossier code.</summary>
public sealed class AnswerAttempt(MotCuaDb db, ReferenceCache references, Attempts attempts, TimeProvider clock)
{
    /// <summary>Gives Mẫu 02. A second one for the same applicant and procedure needs a written reason (R-REC-05).</summary>
    /// <param name="items">What is to be completed, one line each; empty: the components that do not pass.</param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="secondTime">Why a second time; null for the first.</param>
    public async Task<Answered> AskToComplete(
        Guid id, IReadOnlyList<string> items, string? reason, string? secondTime, OfficerId officer, CancellationToken cancel = default)
    {
        var (attempt, form, reference, no) = await Open(id, officer, cancel);
        if (no is not null || attempt is null || form is null || reference is null)
            return new Answered(null, form, no ?? Attempts.Unknown);
        if (Applicant(form) is { } wrong)
            return new Answered(null, form, wrong);
        var failing = form.Papers.Where(p => p.Taken.Passes == false).Select(p => $"{p.Paper.Name}: {p.Why}").ToList();
        var all = failing.Concat(items).Where(i => !string.IsNullOrWhiteSpace(i)).Select(i => i.Trim()).ToList();
        if (all.Count == 0)
            return new Answered(null, form, new Refusal("complete.nothing",
                "Hãy ghi Không đạt cho giấy tờ còn thiếu, hoặc ghi nội dung cần bổ sung vào ô bên dưới.", "NĐ 61/2018/NĐ-CP Đ.17.1", "supplement.items"));
        if (string.IsNullOrWhiteSpace(reason))
            return new Answered(null, form, new Refusal("complete.reason", "Hãy ghi lý do yêu cầu bổ sung.", "NĐ 61/2018/NĐ-CP Đ.17.1", "supplement.reason"));
        var today = Vietnam.Day(clock.GetUtcNow());
        var before = await SlipsBefore(form, cancel);
        var most = reference.Rules.Number("supplement.reception.max", today, $"procedure:{form.Procedure.Code}");
        if (before >= most && string.IsNullOrWhiteSpace(secondTime))
            return new Answered(null, form, new Refusal("complete.second-time",
                $"Đã yêu cầu bổ sung {before} lần cho người này và thủ tục này; quy định chỉ cho {most} lần. Nếu vẫn phải yêu cầu, hãy ghi rõ lý do.",
                "NĐ 61/2018/NĐ-CP Đ.15.3, Đ.11.2.c", "supplement.second-time"));
        return await Give("supplement", AttemptState.ToComplete, attempt, form, all, reason.Trim(), null, "", secondTime, officer, cancel);
    }

    /// <summary>Gives Mẫu 03 with a ground of the dated list; another agency's competence is none (R-REC-24).</summary>
    public async Task<Answered> Refuse(Guid id, string? ground, string? reason, OfficerId officer, CancellationToken cancel = default)
    {
        var (attempt, form, reference, no) = await Open(id, officer, cancel);
        if (no is not null || attempt is null || form is null || reference is null)
            return new Answered(null, form, no ?? Attempts.Unknown);
        if (Applicant(form) is { } wrong)
            return new Answered(null, form, wrong);
        var today = Vietnam.Day(clock.GetUtcNow());
        if (reference.ReasonsOf("refuse-reception", today).FirstOrDefault(r => r.Code == ground) is not { } legal)
            return new Answered(null, form, new Refusal("refuse.ground",
                "Hãy chọn căn cứ pháp lý để từ chối. Hồ sơ thuộc thẩm quyền cơ quan khác thì chuyển đi trong ngày, không từ chối.",
                "NĐ 61/2018/NĐ-CP Đ.17.1, Đ.18.3", "refusal.ground"));
        return string.IsNullOrWhiteSpace(reason)
            ? new Answered(null, form, new Refusal("refuse.reason", "Hãy ghi lý do từ chối cụ thể.", "NĐ 61/2018/NĐ-CP Đ.17.1", "refusal.reason"))
            : await Give("refusal", AttemptState.Refused, attempt, form, [], $"{legal.Text}: {reason.Trim()}", legal.LegalBasis, legal.Code, null, officer, cancel);
    }

    /// <summary>How many times this applicant was asked to complete this procedure while nothing was accepted.</summary>
    public async Task<int> SlipsBefore(ReceptionForm form, CancellationToken cancel = default) =>
        await db.Set<AttemptRow>()
            .Where(a => a.OwnerKey == form.OwnerKey && a.Procedure == form.Procedure.Code && a.State != AttemptState.Accepted)
            .SelectMany(a => a.Slips).CountAsync(s => s.Form == "supplement", cancel);

    private async Task<(AttemptRow?, ReceptionForm?, ReferenceData?, Refusal?)> Open(Guid id, OfficerId officer, CancellationToken cancel)
    {
        if (await attempts.Find(id, officer, cancel) is not { } attempt)
            return (null, null, null, Attempts.Unknown);
        if (attempt.State is not (AttemptState.Draft or AttemptState.ToComplete))
            return (attempt, null, null, Attempts.Ended(attempt.State));
        var today = Vietnam.Day(clock.GetUtcNow());
        var reference = await references.Get(db, cancel);
        var procedure = reference.Procedure(attempt.Procedure, today) ?? reference.Procedure(attempt.Procedure, attempt.ProcedureVersion);
        var form = ReceptionForm.Read(TypedForm.FromJson(attempt.Typed), procedure, new AgencyId(attempt.UnitId), attempt.Files, reference, today);
        return (attempt, form, reference, null);
    }

    /// <summary>A slip needs an applicant whose data are in order; what is missing in papers is what the slip is about.</summary>
    private static Refusal? Applicant(ReceptionForm form) => form.Refusals.FirstOrDefault(r =>
        r.Field is { } f && (f.StartsWith("owner.", StringComparison.Ordinal) || f.StartsWith("submitter.", StringComparison.Ordinal)
            || f.EndsWith(".note", StringComparison.Ordinal) || f == "authorisation"));

    private async Task<Answered> Give(
        string kind, AttemptState state, AttemptRow attempt, ReceptionForm form, IReadOnlyList<string> items, string reason, string? basis,
        string codes, string? secondTime, OfficerId officer, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var year = Vietnam.Day(now).Year.ToString(CultureInfo.InvariantCulture);
        var number = await Numbers.Draw(db, new Counter($"{kind}:{attempt.UnitId}", year), cancel);
        var content = new SlipContent(
            kind, number, new AgencyId(attempt.UnitId), form.Procedure.Code, form.Procedure.Name, form.Owner, form.Submitter, items, reason, basis, officer, now);
        var row = await db.Set<AttemptRow>().Include(a => a.Slips).FirstAsync(a => a.Id == attempt.Id, cancel);
        if (row.State is not (AttemptState.Draft or AttemptState.ToComplete))
            return new Answered(null, form, Attempts.Ended(row.State));
        var slip = new AttemptSlipRow
        {
            Form = kind, Number = number, Reasons = codes, Text = string.Join('\n', items.DefaultIfEmpty(reason)),
            SecondTimeReason = string.IsNullOrWhiteSpace(secondTime) ? null : secondTime.Trim(),
            Printed = JsonSerializer.Serialize(content, Json.Stored), OfficerId = officer.Value, At = now,
        };
        row.Slips.Add(slip);
        row.State = state;
        row.OwnerKey = form.OwnerKey;
        row.OwnerName = form.Owner.Name;
        row.Version++;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return new Answered(slip, form, null);
    }
}
