using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Access;
using MotCua.App.Papers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Time;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>Why a dossier is due on its day: every account ever stored, line by line, as it was worked out.</summary>
public sealed class DueDateModel(DossierDoor door) : PageModel
{
    /// <summary>Code of the dossier, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The dossier.</summary>
    public DossierView View { get; private set; } = null!;

    /// <summary>Shows the accounts.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var (view, instead) = await door.Open(this, Code, ReadingKind.Dossier, "due", cancel);
        if (view is null)
            return instead!;
        View = view;
        return Page();
    }

    /// <summary>Each unit's own time.</summary>
    public IReadOnlyList<UnitTime> Times => UnitClock.Of(View);

    /// <summary>"20 phút", "3,5 giờ", "1,56 ngày làm việc (12,5 giờ)"; "–" for nothing.</summary>
    public string Working(UnitTime time, TimeSpan worked) => UnitClock.Working(View, time, worked);

    /// <summary>The lines of an account with what is used up after each.</summary>
    public static IEnumerable<(AccountLine Line, decimal Sum)> Lines(DueDateAccount account)
    {
        var sum = 0m;
        foreach (var line in account.Lines)
            yield return (line, sum += line.Counts);
    }

    /// <summary>When an account was made.</summary>
    public static string Why(StoredAccount account) => account.Cause switch
    {
        AccountCause.Supplement => "Tính lại từ đầu khi nhận đủ giấy tờ bổ sung",
        AccountCause.Waited => "Tính tiếp sau khi nhận đủ giấy tờ bổ sung",
        AccountCause.Pause => "Tính lại khi đồng hồ chạy tiếp sau tạm dừng",
        AccountCause.Change => "Đổi hạn",
        _ => "Tính khi tiếp nhận",
    };

    /// <summary>Who changed it; "" where it was counted.</summary>
    public string By(StoredAccount account) => account.Line.Event is DueChanged changed
        ? $" ({View.Officers.GetValueOrDefault(changed.RequestedBy.Value)} đề nghị, {EventWords.Who(account.Line)} duyệt)" : "";

    /// <summary>"Thứ Hai 23/11/2026", "24/11 – 27/11/2026".</summary>
    public static string Days(AccountLine line) => line.From == line.To
        ? $"{VietText.Weekday(line.From)} {VietText.Day(line.From)}"
        : $"{VietText.ShortDay(line.From)} – {VietText.Day(line.To)}";
}
