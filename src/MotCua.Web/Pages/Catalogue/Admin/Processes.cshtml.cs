using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Catalogue;
using MotCua.App.Catalogue.Editing;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Catalogue.Admin;

/// <summary>Gives many procedures a process at once: first what would be given, then what came of each.</summary>
[NeedsDuty(Duty.Administer, Duty.Control), RequestFormLimits(ValueCountLimit = 8 * GiveProcesses.Most)]
public sealed class ProcessesModel(
    GiveProcesses giving, EditProcedure editing, ProcedureList list, CatalogueRights rights, ReferenceCache references, MotCuaDb db, TimeProvider clock)
    : PageModel
{
    /// <summary>What is chosen for a procedure.</summary>
    public sealed class Row
    {
        /// <summary>National code.</summary>
        public string Code { get; set; } = "";

        /// <summary>The highest version when it was shown.</summary>
        public int Seen { get; set; }

        /// <summary>The process; empty for none.</summary>
        public string Process { get; set; } = "";
    }

    /// <summary>The rows.</summary>
    [BindProperty(Name = "dong")]
    public List<Row> Rows { get; set; } = [];

    /// <summary>The department for those that have none.</summary>
    [BindProperty(Name = "bo-phan")]
    public string? Department { get; set; }

    /// <summary>Why, or by which decision.</summary>
    [BindProperty(Name = "ly-do")]
    public string Reason { get; set; } = "";

    /// <summary>What could be given.</summary>
    public IReadOnlyList<ProcessOffer> Offers { get; private set; } = [];

    /// <summary>What was given; null before.</summary>
    public IReadOnlyList<GivenProcess>? Given { get; private set; }

    /// <summary>The processes to choose from.</summary>
    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    /// <summary>Functions of departments.</summary>
    public IReadOnlyList<Choice> Departments { get; private set; } = [];

    /// <summary>Whether the officer may give.</summary>
    public bool MayEdit { get; private set; }

    /// <summary>Whether more procedures without a process match than fit.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Offers to those of a narrowed list that have none.</summary>
    public async Task<IActionResult> OnGetAsync(
        string? q, [FromQuery(Name = "linh-vuc")] string? sector, [FromQuery(Name = "cap")] Level? level,
        [FromQuery(Name = "nguon")] VersionOrigin? origin, CancellationToken cancel)
    {
        var filter = new ProcedureFilter(q, string.IsNullOrEmpty(sector) ? null : sector, level, origin, "receive.no-process", false, false);
        var found = await list.First(filter, GiveProcesses.Most + 1, cancel);
        HasMore = found.Count > GiveProcesses.Most;
        return await Offer([.. found.Select(f => f.Shown.Code)], cancel);
    }

    /// <summary>Offers to chosen procedures, or gives what was chosen.</summary>
    /// <param name="button">"offer" or "give".</param>
    /// <param name="chosen">Codes.</param>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "do")] string? button, [FromForm(Name = "chon")] string[] chosen, CancellationToken cancel)
    {
        if (button != "give")
            return await Offer(chosen, cancel);
        var gifts = Rows.Where(r => !string.IsNullOrEmpty(r.Process)).Select(r => new ProcessGift(r.Code, r.Seen, r.Process,
            FormText.Null(Department))).ToList();
        if (string.IsNullOrWhiteSpace(Reason))
            ModelState.AddModelError("ly-do", "Hãy ghi lý do hoặc quyết định phê duyệt quy trình.");
        if (gifts.Count == 0)
            ModelState.AddModelError("", "Chưa chọn quy trình cho thủ tục nào.");
        if (await rights.Missing(Me, cancel) is { } no)
        {
            ModelState.AddRefusal(no);
            Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        if (ModelState.IsValid)
            Given = await giving.Do(gifts, Reason, Me, cancel);
        return await Offer([.. Rows.Select(r => r.Code)], cancel);
    }

    private OfficerId Me => SignedIn.Of(HttpContext).Id;

    private async Task<IActionResult> Offer(IReadOnlyList<string> codes, CancellationToken cancel)
    {
        var today = Vietnam.Day(clock.GetUtcNow());
        MayEdit = await rights.Missing(Me, cancel) is null;
        Offers = Given is null ? await giving.Offers(codes, cancel) : [];
        Choices = [.. (await editing.Processes(today, cancel)).Select(p => new Choice(p.Code, $"{p.Name} – {VietText.Number(p.Longest())} giờ"))];
        Departments = DepartmentChoices.Of((await references.Get(db, cancel)).Agencies, today, Department);
        if (Rows.Count == 0)
            Rows = [.. Offers.Where(o => o.WhyNot is null).Select(o => new Row { Code = o.Version.Code, Seen = o.Seen, Process = o.Proposal?.Code ?? "" })];
        return Page();
    }
}
