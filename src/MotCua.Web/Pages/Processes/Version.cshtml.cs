using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Agencies;
using MotCua.App.Processes;
using MotCua.App.Publishing;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Processes.Bpmn;
using MotCua.Domain.Processes.Bpmn.Drawing;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Processes;

/// <summary>A version that was drawn here: its picture, what the checks say, who did what, and what may be done with it now.</summary>
[NeedsDuty(Duty.Lead, Duty.Control, Duty.Administer, Duty.Sign)]
public sealed class VersionModel(
    MotCuaDb db, ReferenceCache references, DraftProcess drafts, PublishProcess publishing, ProcessChecks checks, ProcessRights rights, TimeProvider clock)
    : PageModel
{
    private Dictionary<int, string> names = [];

    /// <summary>Row of the version.</summary>
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>How often it had been changed when the page was shown.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>What to mend.</summary>
    [BindProperty]
    public string? Remark { get; set; }

    /// <summary>The warnings were read.</summary>
    [BindProperty]
    public bool Confirmed { get; set; }

    /// <summary>The last day.</summary>
    [BindProperty]
    public DateOnly? Last { get; set; }

    /// <summary>The version.</summary>
    public ProcessVersionRow Version { get; private set; } = null!;

    /// <summary>What the checks of today say.</summary>
    public CheckedProcess Checked { get; private set; } = null!;

    /// <summary>The picture.</summary>
    public string Picture { get; private set; } = "";

    /// <summary>All agencies.</summary>
    public AgencyDirectory Agencies { get; private set; } = null!;

    /// <summary>Today.</summary>
    public DateOnly Today => Vietnam.Day(clock.GetUtcNow());

    /// <summary>Steps in the order of the drawing; empty where it cannot run.</summary>
    public IReadOnlyList<ProcessElement> Steps => [.. (Checked.Definition?.Elements ?? []).Where(e => e.Kind == ElementKind.Task)];

    /// <summary>Whether it may be changed.</summary>
    public bool IsOpen => Version.State is VersionState.Draft or VersionState.Checked;

    /// <summary>What the officer may do: draw, check, publish.</summary>
    public (bool Draft, bool Check, bool Publish) May { get; private set; }

    /// <summary>Name of an officer.</summary>
    public string Who(int? officer) => officer is { } id ? names.GetValueOrDefault(id, "–") : "–";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Load(cancel) ? Page() : NotFound();

    /// <summary>The drawing as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancel) => await drafts.Row(Id, cancel) is { } row
        ? File(Encoding.UTF8.GetBytes(row.Xml), "application/xml", $"{row.Code}-{row.Version}.bpmn") : NotFound();

    /// <summary>The control office finds it in order.</summary>
    public Task<IActionResult> OnPostCheckAsync(CancellationToken cancel) =>
        Do(publishing.Check(Id, Seen, Me, cancel), "Đã ghi kết quả kiểm soát; trình lãnh đạo Ủy ban nhân dân tỉnh ban hành.", cancel);

    /// <summary>Gives it back.</summary>
    public Task<IActionResult> OnPostBackAsync(CancellationToken cancel) =>
        Do(publishing.GiveBack(Id, Seen, Remark, Me, cancel), "Đã trả bản thảo lại cho người soạn.", cancel);

    /// <summary>Publishes it.</summary>
    public Task<IActionResult> OnPostPublishAsync(CancellationToken cancel) =>
        Do(publishing.Publish(Id, Seen, Confirmed, Me, cancel), "Đã ban hành quy trình; hồ sơ tiếp nhận từ ngày có hiệu lực đi theo bản này.", cancel);

    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancel)
    {
        if (Last is { } last)
            return await Do(publishing.End(Id, Seen, last, Me, cancel),
                $"Quy trình hết hiệu lực sau ngày {VietText.Day(last)}; hồ sơ đang chạy vẫn theo bản này.", cancel);
        if (ModelState.IsValid)
            ModelState.AddModelError("Last", "Hãy ghi ngày cuối cùng còn áp dụng.");
        return await Load(cancel) ? Page() : NotFound();
    }

    /// <summary>Drops a draft.</summary>
    public async Task<IActionResult> OnPostDropAsync(CancellationToken cancel)
    {
        return await Do(drafts.Drop(Id, Seen, Me, cancel), "Đã bỏ bản thảo.", cancel, "/quy-trinh");
    }

    /// <summary>Makes the next version from it.</summary>
    public async Task<IActionResult> OnPostNextAsync(CancellationToken cancel)
    {
        if (await drafts.Row(Id, cancel) is not { } row)
            return NotFound();
        return await NextVersion.Make(this, drafts, row.Code, row.Version, Me, cancel) ?? (await Load(cancel) ? Page() : NotFound());
    }

    private OfficerId Me => SignedIn.Of(HttpContext).Id;

    private async Task<IActionResult> Do(Task<VersionOutcome> act, string done, CancellationToken cancel, string? to = null)
    {
        var outcome = await act;
        if (outcome.Refusal is not { } no)
        {
            TempData["Done"] = done;
            return Redirect(to ?? $"/quy-trinh/ban/{Id}");
        }
        ModelState.AddRefusal(no);
        Response.StatusCode = no.Code switch
        {
            "process.crossed" => StatusCodes.Status409Conflict,
            "process.check-duty" or "process.check-own" or "process.publish-duty" or "process.draft-duty" => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status200OK,
        };
        return await Load(cancel) ? Page() : NotFound();
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        if (await drafts.Row(Id, cancel) is not { } row)
            return false;
        Version = row;
        Checked = await checks.Of(row, cancel);
        Agencies = (await references.Get(db, cancel)).Agencies;
        Picture = Checked.Drawing is { } drawing
            ? BpmnPicture.Draw(drawing, $"Sơ đồ {row.Name}; các bước được kể trong bảng bên dưới.", 0, ProcessWords.Wrong(Checked.Findings)) : "";
        var ids = new[] { row.DraftedBy, row.CheckedBy, row.PublishedBy, row.EndedBy }.OfType<int>().Distinct().ToList();
        names = await db.Set<OfficerRow>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        May = (await rights.ToDraft(Me, cancel) is null, await rights.ToCheck(row, Me, cancel) is null, await rights.ToPublish(Me, cancel) is null);
        return true;
    }
}

/// <summary>The button that makes the next version of a process.</summary>
internal static class NextVersion
{
    /// <summary>To the new draft; null where it was refused and the page is to be shown again.</summary>
    public static async Task<IActionResult?> Make(PageModel page, DraftProcess drafts, string code, int version, OfficerId officer, CancellationToken cancel)
    {
        var outcome = await drafts.Succeed(code, version, officer, cancel);
        if (outcome is { Refusal: null, Version: { } made })
        {
            page.TempData["Done"] = $"Đã lập bản thảo {made.Version} từ bản {version}; bản {version} giữ nguyên.";
            return new RedirectResult(ProcessWords.Href(made));
        }
        page.ModelState.AddRefusal(outcome.Refusal!);
        page.Response.StatusCode = StatusCodes.Status403Forbidden;
        return null;
    }
}
