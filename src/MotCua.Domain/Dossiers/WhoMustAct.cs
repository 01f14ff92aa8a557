using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Domain.Dossiers;

/// <summary>Who must act for a dossier to go on.</summary>
[Term("bên có trách nhiệm lúc này")]
public enum Holder
{
    /// <summary>The officer who has the step.</summary>
    [Term("cán bộ phụ trách")] Officer,
    /// <summary>A unit of which nobody has taken it yet.</summary>
    [Term("đơn vị, chưa ai nhận")] Unit,
    /// <summary>The applicant.</summary>
    [Term("người nộp hồ sơ")] Applicant,
    /// <summary>Somebody outside the system.</summary>
    [Term("cơ quan, tổ chức bên ngoài")] Outside,
}

/// <summary>Why it is his turn.</summary>
[Term("lý do đến lượt")]
public enum TurnReason
{
    /// <summary>To do an open step.</summary>
    [Term("thực hiện bước đang mở")] Step,
    /// <summary>To supplement papers.</summary>
    [Term("bổ sung giấy tờ")] Supplement,
    /// <summary>To answer a request to withdraw.</summary>
    [Term("trả lời yêu cầu rút hồ sơ")] Withdrawal,
    /// <summary>To do what the standing clock waits for.</summary>
    [Term("thực hiện việc đồng hồ đang chờ")] Pause,
    /// <summary>To answer a question.</summary>
    [Term("cho ý kiến phối hợp")] Opinion,
}

/// <summary>One party, the reason and the dates: nobody has to guess on whom a dossier waits (issue "never stuck").</summary>
/// <param name="Step">The open step; null for a wait of the whole dossier.</param>
/// <param name="Unit">The unit where it lies, or that calls for what is awaited.</param>
/// <param name="Until">When it must be done; null where no date is set.</param>
[Term("trách nhiệm lúc này")]
public sealed record Turn(Token? Step, Holder By, AgencyId Unit, OfficerId? Officer, TurnReason Why, DateTimeOffset Since, DateTimeOffset? Until);

/// <summary>Says of every open dossier who must act: exactly one party for each open step, and one more for each wait that has a name.</summary>
public static class WhoMustAct
{
    /// <summary>Everybody's turn; empty only for a dossier that is closed or not on record.</summary>
    public static IReadOnlyList<Turn> Of(Dossier dossier)
    {
        if (dossier.Case.Status == DossierStatus.Unborn || dossier.IsClosed)
            return [];
        var turns = dossier.Open.Steps.Select(s => OfStep(dossier, s)).ToList();
        if (dossier.Case.Clock.Standing is { By: Responsible.Applicant or Responsible.OutsideAgency } standing)
            turns.Add(new Turn(
                null, standing.By == Responsible.Applicant ? Holder.Applicant : Holder.Outside, dossier.Case.Competent, null, TurnReason.Pause,
                standing.Since, null));
        turns.AddRange(dossier.Consultations.Where(c => c.State == ConsultationState.Open)
            .Select(c => new Turn(null, Holder.Unit, c.Unit, null, TurnReason.Opinion, c.AskedAt, c.Due.Due)));
        return turns;
    }

    /// <summary>Whose turn it is at an open step.</summary>
    public static Turn OfStep(Dossier dossier, OpenStep step)
    {
        var c = dossier.Case;
        return Judge(c.Status, step.WaitsFor, step.Officer) switch
        {
            (Holder.Applicant, var why) => new Turn(step.Token, Holder.Applicant, c.Reception, null, why, c.SupplementSince ?? step.Opened, null),
            (var by, TurnReason.Withdrawal) => new Turn(
                step.Token, by, c.Reception, null, TurnReason.Withdrawal, c.StopRequest?.At ?? step.Opened, c.StopRequest?.At ?? step.Opened),
            (var by, var why) => new Turn(
                step.Token, by, step.Unit, step.Officer, why, step.Opened, c.Clock.Standing is null ? step.Due ?? c.Due.Due : null),
        };
    }

    /// <summary>The same from what lists hold of a dossier and a step.</summary>
    public static (Holder By, TurnReason Why) Judge(DossierStatus status, Side waitsFor, OfficerId? officer) => status switch
    {
        DossierStatus.AwaitingSupplement => (Holder.Applicant, TurnReason.Supplement),
        // The request was made to the one-stop unit, and it answers at once, whoever has the step.
        DossierStatus.WithdrawalRequested => (Holder.Unit, TurnReason.Withdrawal),
        _ when waitsFor == Side.Applicant => (Holder.Applicant, TurnReason.Supplement),
        _ => (officer is null ? Holder.Unit : Holder.Officer, TurnReason.Step),
    };
}
