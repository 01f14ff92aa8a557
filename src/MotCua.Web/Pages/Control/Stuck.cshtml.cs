using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.App.Staff;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Control;

/// <summary>Open dossiers with which nobody can go on, each with what mends it.</summary>
[NeedsDuty(Duty.Control, Duty.Audit)]
public sealed class StuckModel(StuckDossiers stuck, Reaches reaches) : PageModel
{
    /// <summary>What was found at the units that the officer oversees.</summary>
    public StuckFound Found { get; private set; } = new([], false);

    /// <summary>Looks.</summary>
    public async Task OnGetAsync(CancellationToken cancel) =>
        Found = await stuck.Find((await reaches.Of(SignedIn.Of(HttpContext).Id.Value, cancel)).Seen, cancel);

    /// <summary>What to do, and where.</summary>
    public static (string What, string Href, string Label) Mend(StuckDossier item)
    {
        var assign = $"/ho-so/{item.Code}/viec/assign-step?buoc={item.Step}";
        var duty = item.StepKind is { } kind ? Terms.Of(StepDuties.Of(kind)) : "";
        return item.Kind switch
        {
            StuckKind.OfficerLeft or StuckKind.DutyEnded => (
                "Lãnh đạo đơn vị phân công người khác; nếu không, trong một giờ hệ thống tự thu việc về đơn vị.", assign, "Phân công lại"),
            StuckKind.UnitEnded when item.Heir is { } heir => (
                $"Trong một giờ hệ thống tự chuyển bước sang đơn vị kế thừa: {heir}.", $"/ho-so/{item.Code}", "Xem hồ sơ"),
            StuckKind.UnitEnded => ("Đề nghị quản trị ghi đơn vị kế thừa cho đơn vị đã kết thúc.", "/to-chuc", "Danh sách đơn vị"),
            StuckKind.Nobody => (
                $"Đề nghị quản trị giao nhiệm vụ “{duty}” cho một người tại đơn vị.", $"/to-chuc/danh-sach/{item.Unit.Value}", "Người của đơn vị"),
            StuckKind.NoStep => (
                "Dữ liệu không khớp nhật ký. Đề nghị quản trị chạy lệnh verify và khôi phục.", $"/ho-so/{item.Code}", "Xem hồ sơ"),
            _ => ("Cơ quan chủ trì không còn trong danh mục. Đề nghị quản trị bổ sung đơn vị.", "/to-chuc", "Danh sách đơn vị"),
        };
    }
}
