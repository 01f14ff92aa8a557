using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Agencies;
using MotCua.App.Staff;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Agencies;

/// <summary>Asks that somebody stands in for an absent officer: for oneself, or for an officer whom one leads or administers.</summary>
public sealed class NewSubstitutionModel(StaffReader staff, Substitutes substitutes) : OfficerPage(staff)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>Who stands in.</summary>
        public int? Substitute { get; set; }

        /// <summary>First day.</summary>
        public DateOnly? From { get; set; }

        /// <summary>Last day.</summary>
        public DateOnly? To { get; set; }

        /// <summary>Which duties, and where: "Handle:13".</summary>
        public List<string> Scope { get; set; } = [];

        /// <summary>The paper that gives it.</summary>
        public string? Basis { get; set; }
    }

    /// <summary>Who is away, from the address; the officer himself without it.</summary>
    [BindProperty(SupportsGet = true, Name = "vang")]
    public int? Absent { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>Who may stand in.</summary>
    public IReadOnlyList<Choice> People { get; private set; } = [];

    /// <summary>What may be done for him.</summary>
    public IReadOnlyList<Choice> Scope { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Prepare(cancel))
            return NotFound();
        Input.From = Reached.Today;
        Input.Scope = [.. Scope.Where(s => !s.Disabled).Select(s => s.Value)];
        return Page();
    }

    /// <summary>Asks for it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Prepare(cancel))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var asked = await substitutes.Propose(Me, new SubstitutionFields(
            new OfficerId(OfficerId), Input.Substitute is { } s ? new OfficerId(s) : null, Input.From, Input.To,
            [.. Input.Scope.Select(StaffWords.Read).OfType<DutyAt>()], Input.Basis), cancel);
        if (!asked.Done)
        {
            Refuse(asked.Refusals);
            return Page();
        }
        TempData["Done"] = asked.Waits ? "Đã gửi. Việc làm thay có hiệu lực khi lãnh đạo đơn vị phê duyệt." : "Đã cử người làm thay.";
        return Redirect("/to-chuc/lam-thay");
    }

    private async Task<bool> Prepare(CancellationToken cancel)
    {
        OfficerId = Absent ?? Me.Value;
        if (!await Load("Cử người làm thay", cancel))
            return false;
        var today = Reached.Today;
        var may = OfficerId == Me.Value;
        var rules = AssignmentRules.On(today, Reached.Reference.Rules, "");
        Scope = [.. View.Standing(today).Where(g => may || Reached.Reach.Approves(new AgencyId(g.UnitId)))
            .DistinctBy(g => (g.Duty, g.UnitId)).Select(g => new Choice(
            StaffWords.Id(new DutyAt(g.Duty, new AgencyId(g.UnitId))), $"{StaffWords.Term(g.Duty)}, {Unit(g.UnitId)}",
            rules.Substitutable.Contains(g.Duty) ? null : "không làm thay được, cần quyết định giao riêng", !rules.Substitutable.Contains(g.Duty)))];
        People = [.. (await Staff.Colleagues(new OfficerId(OfficerId), Reached, cancel)).Select(c => new Choice(
            c.Officer.Id.ToString(CultureInfo.InvariantCulture), c.Officer.Name, c.Backup ? $"{c.Officer.Title}, dự phòng" : c.Officer.Title))];
        return may || Scope.Count > 0;
    }
}
