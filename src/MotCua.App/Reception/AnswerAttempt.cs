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
/// <param name="InPlaceOf">In whose place the officer gave it.</param>
public sealed record SlipContent(
    string Form, long Number, AgencyId Unit, string Procedure, string ProcedureName, Party Owner, Party Submitter, IReadOnlyList<string> Items,
    string Reason, string? Basis, OfficerId Officer, DateTimeOffset At, OfficerId? InPlaceOf = null);

/// <summary>What the officer asks the applicant to complete, beside the components that do not pass.</summary>
/// <param name="Items">Further things, one each.</param>
/// <param name="Reasons">Codes of the dated list "supplement"; empty: taken from the components that do not pass.</param>
/// <param name="Words">The officer's own words.</param>
/// <param name="SecondTime">Why a second time; null for the first.</param>
public sealed record ToComplete(IReadOnlyList<string> Items, IReadOnlyList<string> Reasons, string? Words = null, string? SecondTime = null);

/// <summary>What became of answering an attempt.</summary>
/// <param name="Slip">The slip, given now or by the same form before.</param>
public sealed record Answered(AttemptSlipRow? Slip, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>The first reason why no slip was given; null if one was.</summary>
    public Refusal? Refusal => Refusals.Count > 0 ? Refusals[0] : null;
}

/// <summary>The two answers that do not accept (R-REC-07 a, b): Mẫu 02 asks once and fully for what is missing, Mẫu 03 refuses with a legal
/// reason. Both are records without a dossier code.</summary>
public sealed class AnswerAttempt(MotCuaDb db, ReferenceCache references, Attempts attempts, TimeProvider clock)
{
    private const string Supplement = "supplement", Refused = "refusal";
    private const int LongestText = 4000;

    private sealed record Opened(AttemptRow Attempt, ReceptionForm Form, ReferenceData Reference, DateOnly Today, OfficerId Officer);

    private sealed record Draft(
        string Kind, AttemptState State, IReadOnlyList<string> Items, string Reason, string? Basis, string Codes, string? SecondTime);

    /// <summary>Gives Mẫu 02. A second one for the same applicant and procedure needs a written reason (R-REC-05).</summary>
    /// <param name="given">How many slips the attempt had when the form was shown: a form sent twice gives one slip. Null: not asked.</param>
    public async Task<Answered> AskToComplete(Guid id, ToComplete ask, OfficerId officer, int? given = null, CancellationToken cancel = default)
    {
        var (open, answered) = await Open(id, given, officer, cancel);
        if (open is null)
            return answered!;
        var fails = open.Form.Papers.Where(p => p.Taken.Passes == false).ToList();
        var items = fails.Select(p => $"{p.Paper.Name}: {p.Why}").Concat(ask.Items.Where(i => !string.IsNullOrWhiteSpace(i)).Select(i => i.Trim())).ToList();
        var codes = Codes(ask, fails, open);
        var reason = Reason(codes, ask.Words, open, Supplement);
        var refusals = open.Form.AboutPeople.Concat(open.Form.Refusals.Where(r => r.Code == "form.why")).Concat(TooLong(ask)).ToList();
        if (items.Count == 0)
            refusals.Add(new Refusal("complete.nothing",
                "Hãy ghi Không đạt cho giấy tờ còn thiếu, hoặc ghi nội dung cần bổ sung vào ô này.", "NĐ 61/2018/NĐ-CP Đ.17.1", "supplement.items"));
        else if (reason.Length == 0)
            refusals.Add(new Refusal("complete.reason", "Hãy chọn hoặc ghi lý do yêu cầu bổ sung.", "NĐ 61/2018/NĐ-CP Đ.17.1", "supplement.reason"));
        if (await SecondTime(open, ask.SecondTime, cancel) is { } again)
            refusals.Add(again);
        return refusals.Count > 0
            ? new Answered(null, refusals)
            : await Give(new Draft(Supplement, AttemptState.ToComplete, items, reason, null, string.Join(',', codes), ask.SecondTime), open, given, cancel);
    }

    /// <summary>Gives Mẫu 03 with a ground of the dated list; another agency's competence is none (R-REC-24).</summary>
    /// <param name="given">As for <see cref="AskToComplete"/>.</param>
    public async Task<Answered> Refuse(
        Guid id, string? ground, string? reason, OfficerId officer, int? given = null, CancellationToken cancel = default)
    {
        var (open, answered) = await Open(id, given, officer, cancel);
        if (open is null)
            return answered!;
        var refusals = open.Form.AboutPeople.ToList();
        var legal = open.Reference.ReasonsOf("refuse-reception", open.Today).FirstOrDefault(r => r.Code == ground);
        if (legal is null)
            refusals.Add(new Refusal("refuse.ground",
                "Hãy chọn căn cứ pháp lý để từ chối. Hồ sơ thuộc thẩm quyền cơ quan khác thì chuyển đi trong ngày, không từ chối.",
                "NĐ 61/2018/NĐ-CP Đ.17.1, Đ.18.3", "refusal.ground"));
        if (string.IsNullOrWhiteSpace(reason))
            refusals.Add(new Refusal("refuse.reason", "Hãy ghi lý do từ chối cụ thể.", "NĐ 61/2018/NĐ-CP Đ.17.1", "refusal.reason"));
        else if (reason.Length > LongestText)
            refusals.Add(Long("refusal.reason"));
        return refusals.Count > 0
            ? new Answered(null, refusals)
            : await Give(new Draft(
                Refused, AttemptState.Refused, [], $"{legal!.Text} {reason!.Trim()}", legal.LegalBasis, legal.Code, null), open, given, cancel);
    }

    /// <summary>How many times this applicant was asked to complete this procedure while nothing was accepted.</summary>
    public async Task<int> SlipsBefore(ReceptionForm form, CancellationToken cancel = default) => form.OwnerKey is not { } key ? 0 :
        await db.Set<AttemptRow>().Where(a => a.OwnerKey == key && a.Procedure == form.Procedure.Code && a.State != AttemptState.Accepted)
            .SelectMany(a => a.Slips).CountAsync(s => s.Form == Supplement, cancel);

    private async Task<(Opened? Open, Answered? Answer)> Open(Guid id, int? given, OfficerId officer, CancellationToken cancel)
    {
        if (await attempts.Find(id, officer, cancel) is not { } attempt)
            return (null, new Answered(null, [Attempts.Unknown]));
        if (given < attempt.Slips.Count)
            return (null, new Answered(attempt.Slips[^1], []));
        if (!Attempts.IsOpen(attempt.State))
            return (null, new Answered(null, [Attempts.Ended(attempt.State)]));
        var today = Vietnam.Day(clock.GetUtcNow());
        var reference = await references.Get(db, cancel);
        var procedure = await references.Procedure(db, attempt.Procedure, today, cancel)
            ?? await references.Procedure(db, attempt.Procedure, attempt.ProcedureVersion, cancel);
        var form = ReceptionForm.Read(TypedForm.FromJson(attempt.Typed), procedure, new AgencyId(attempt.UnitId), attempt.Files, reference, today,
            await LinkedProcedures.Of(db, references, reference, attempt.Procedure, today, cancel));
        return (new Opened(attempt, form, reference, today, officer), null);
    }

    /// <summary>The codes chosen; none chosen: those that the failing components speak of.</summary>
    private static IReadOnlyList<string> Codes(ToComplete ask, IReadOnlyList<TypedPaper> fails, Opened open)
    {
        var known = open.Reference.ReasonsOf(Supplement, open.Today).Select(r => r.Code).ToHashSet();
        var chosen = ask.Reasons.Where(known.Contains).Distinct().ToList();
        if (chosen.Count > 0 || !string.IsNullOrWhiteSpace(ask.Words))
            return chosen;
        var typed = TypedForm.FromJson(open.Attempt.Typed);
        return [.. fails.Select(p => typed[$"paper.{p.Paper.Code}.reason"] == "thieu" ? "thieu-giay-to" : "giay-to-khong-dat")
            .Distinct().Where(known.Contains)];
    }

    private static string Reason(IReadOnlyList<string> codes, string? words, Opened open, string list) => string.Join(' ', codes
        .Select(c => open.Reference.ReasonsOf(list, open.Today).First(r => r.Code == c).Text).Append(words?.Trim()).Where(t => !string.IsNullOrEmpty(t)));

    private static IEnumerable<Refusal> TooLong(ToComplete ask)
    {
        if (ask.Items.Sum(i => i.Length) > LongestText)
            yield return Long("supplement.items");
        if (ask.Words?.Length > LongestText)
            yield return Long("supplement.reason");
        if (ask.SecondTime?.Length > LongestText)
            yield return Long("supplement.second-time");
    }

    private static Refusal Long(string field) =>
        new("answer.long", $"Nội dung dài quá {LongestText} ký tự nên không in được trên phiếu. Hãy viết ngắn lại.", null, field);

    private async Task<Refusal?> SecondTime(Opened open, string? why, CancellationToken cancel)
    {
        var before = await SlipsBefore(open.Form, cancel);
        var most = open.Reference.Rules.Number(
            "supplement.reception.max", open.Today, RuleScopes.Of(open.Reference.Agencies, open.Form.Procedure.Code, open.Form.Reception));
        return before < most || !string.IsNullOrWhiteSpace(why)
            ? null
            : new Refusal("complete.second-time",
                $"Đã yêu cầu bổ sung {before} lần cho người này và thủ tục này; quy định chỉ cho {most} lần. Nếu vẫn phải yêu cầu, hãy ghi rõ lý do.",
                "NĐ 118/2025/NĐ-CP Đ.11.2", "supplement.second-time");
    }

    private async Task<Answered> Give(Draft draft, Opened open, int? given, CancellationToken cancel)
    {
        try
        {
            return await Write(draft, open, cancel);
        }
        catch (DbUpdateConcurrencyException) when (given is not null)
        {
            // The same form was sent twice at once, or somebody saved meanwhile: what is there now says which.
            db.ChangeTracker.Clear();
            var (_, answered) = await Open(open.Attempt.Id, given, open.Officer, cancel);
            return answered ?? new Answered(null, [new Refusal("answer.crossed", "Bản nháp vừa được lưu từ nơi khác. Hãy xem lại rồi lập phiếu lần nữa.")]);
        }
    }

    private async Task<Answered> Write(Draft draft, Opened open, CancellationToken cancel)
    {
        var (now, form) = (clock.GetUtcNow(), open.Form);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var row = await db.Set<AttemptRow>().Include(a => a.Slips).FirstAsync(a => a.Id == open.Attempt.Id, cancel);
        if (row.Version != open.Attempt.Version)
            throw new DbUpdateConcurrencyException("The attempt changed between the look and the write.");
        var year = Vietnam.Day(now).Year.ToString(CultureInfo.InvariantCulture);
        var number = await Numbers.Draw(db, new Counter($"{draft.Kind}:{row.UnitId}", year), cancel);
        var content = new SlipContent(
            draft.Kind, number, new AgencyId(row.UnitId), form.Procedure.Code, form.Procedure.Name, form.Owner, form.Submitter,
            draft.Items, draft.Reason, draft.Basis, open.Officer, now, (await attempts.Receiver(row, open.Officer, cancel))?.OnBehalfOf);
        var slip = new AttemptSlipRow
        {
            Form = draft.Kind, Number = number, Reasons = draft.Codes, Text = string.Join('\n', draft.Items.DefaultIfEmpty(draft.Reason)),
            SecondTimeReason = string.IsNullOrWhiteSpace(draft.SecondTime) ? null : draft.SecondTime.Trim(),
            Printed = JsonSerializer.Serialize(content, Json.Stored), OfficerId = open.Officer.Value, At = now,
        };
        row.Slips.Add(slip);
        (row.State, row.OwnerKey, row.OwnerName, row.Saved) = (draft.State, form.OwnerKey, form.Owner.Name, now);
        row.Version++;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return new Answered(slip, []);
    }
}
