using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Processes;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Publishing;

/// <summary>Who may draw, check and publish processes: the specialised agency draws, the control office of the province checks, the head of the province
/// publishes; nobody checks what he drew himself (R-WF-01).</summary>
public sealed class ProcessRights(MotCuaDb db, Duties duties)
{
    private const string Law = "TT 01/2018/TT-VPCP Đ.8";

    private static readonly Refusal NoDraft = new(
        "process.draft-duty", "Chỉ người phụ trách đơn vị, người kiểm soát thủ tục hành chính hoặc người quản trị được soạn quy trình.", Law);

    private static readonly Refusal NoCheck = new(
        "process.check-duty", "Việc này của người kiểm soát thủ tục hành chính ở cấp tỉnh. Hãy gửi bản thảo cho người được giao.", Law);

    private static readonly Refusal OwnCheck = new(
        "process.check-own", "Người soạn không tự kiểm soát bản của mình. Hãy để người khác ở cơ quan kiểm soát thủ tục hành chính kiểm tra.", Law);

    private static readonly Refusal NoPublish = new(
        "process.publish-duty", "Quy trình do lãnh đạo Ủy ban nhân dân tỉnh phê duyệt. Hãy trình người có nhiệm vụ ký tại Ủy ban nhân dân tỉnh.", Law);

    /// <summary>Refusal unless the officer may draw today.</summary>
    public async Task<Refusal?> ToDraft(OfficerId officer, CancellationToken cancel = default) =>
        (await duties.Of(officer, cancel)).Any(g => g.Duty is Duty.Lead or Duty.Control or Duty.Administer) ? null : NoDraft;

    /// <summary>Refusal unless the officer may check a version today.</summary>
    public async Task<Refusal?> ToCheck(ProcessVersionRow version, OfficerId officer, CancellationToken cancel = default) =>
        !await Holds(officer, [Duty.Control], a => a.Level == Level.Province, cancel) ? NoCheck
        : version.DraftedBy == officer.Value ? OwnCheck
        : null;

    /// <summary>Refusal unless the officer may publish, or end, versions today.</summary>
    public async Task<Refusal?> ToPublish(OfficerId officer, CancellationToken cancel = default) =>
        await Holds(officer, [Duty.Sign], a => a.Level == Level.Province && a.Kind == AgencyKind.Committee, cancel) ? null : NoPublish;

    private async Task<bool> Holds(
        OfficerId officer, IReadOnlyList<Duty> any, System.Linq.Expressions.Expression<Func<AgencyRow, bool>> where, CancellationToken cancel)
    {
        var units = (await duties.Of(officer, cancel)).Where(g => any.Contains(g.Duty)).Select(g => g.Unit.Value).ToList();
        return await db.Set<AgencyRow>().Where(where).AnyAsync(a => units.Contains(a.Id), cancel);
    }
}
