using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Processing;
using MotCua.App.Staff;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Agencies;

/// <summary>Ends duties of an officer and hands over his open steps.</summary>
[NeedsDuty(Duty.Administer)]
public sealed class EndDutyModel(StaffReader staff, EndDuties end, StepHandOver handOver, HandleDossier handle) : OfficerPage(staff)
{
    private const string Back = "ve-don-vi", Keep = "giu";

    /// <summary>Where one step goes.</summary>
    public sealed class MoveFields
    {
        /// <summary>The dossier.</summary>
        public Guid Dossier { get; set; }

        /// <summary>The step.</summary>
        public int Step { get; set; }

        /// <summary>An officer's id, "ve-don-vi" for nobody yet, "giu" to leave it to the last day.</summary>
        public string? To { get; set; }
    }

    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>Row numbers of the duties.</summary>
        public List<int> Grants { get; set; } = [];

        /// <summary>Last day.</summary>
        public DateOnly? LastDay { get; set; }

        /// <summary>Number of the decision.</summary>
        public string? Basis { get; set; }

        /// <summary>Where the steps go.</summary>
        public List<MoveFields> Moves { get; set; } = [];
    }

    private Dictionary<(AgencyId, Domain.Processes.StepKind), IReadOnlyList<Choice>> takers = [];

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The duties that may be ended.</summary>
    public IReadOnlyList<Choice> Grants { get; private set; } = [];

    /// <summary>The officer's open steps at the units of those duties.</summary>
    public IReadOnlyList<HeldStep> Steps { get; private set; } = [];

    /// <summary>Who may take a step over.</summary>
    public IReadOnlyList<Choice> Takers(HeldStep step) => takers[(step.Unit, step.Kind)];

    /// <summary>What was chosen for a step.</summary>
    public string Chosen(HeldStep step) =>
        Input.Moves.Find(m => m.Dossier == step.Dossier.Value && m.Step == step.Step.Value)?.To ?? Keep;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Prepare(cancel))
            return NotFound();
        Input.LastDay = Reached.Today;
        Input.Grants = [.. Grants.Select(g => int.Parse(g.Value, CultureInfo.InvariantCulture))];
        return Page();
    }

    /// <summary>Ends the duties and hands over.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Prepare(cancel))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var moves = Input.Moves.Where(m => m.To is not (null or Keep)).Select(m => new StepMove(
            new DossierId(m.Dossier), new Token(m.Step),
            int.TryParse(m.To, NumberStyles.None, CultureInfo.InvariantCulture, out var to) ? new OfficerId(to) : null)).ToList();
        var ended = await end.End(Me, new OfficerId(OfficerId), new DutyEnd(Input.Grants, Input.LastDay, Input.Basis, moves), cancel);
        if (ended.Refusals.Count > 0)
        {
            Refuse(ended.Refusals);
            return Page();
        }
        TempData["Done"] = ended.Moved == 0 ? "Đã ghi kết thúc nhiệm vụ." : $"Đã ghi kết thúc nhiệm vụ và bàn giao {ended.Moved} bước.";
        return Redirect(Href);
    }

    private async Task<bool> Prepare(CancellationToken cancel)
    {
        if (!await Load("Kết thúc nhiệm vụ", cancel))
            return false;
        var mine = View.Standing(Reached.Today).Where(g => Reached.Reach.Administers(new AgencyId(g.UnitId))).ToList();
        if (mine.Count == 0)
            return false;
        Grants = [.. mine.Select(g => new Choice(
            g.Id.ToString(CultureInfo.InvariantCulture), $"{StaffWords.Term(g.Duty)}, {Unit(g.UnitId)}", StaffWords.Span(g.From, g.To)))];
        var units = mine.Select(g => g.UnitId).ToHashSet();
        Steps = [.. (await handOver.Of(new OfficerId(OfficerId), cancel)).Where(s => units.Contains(s.Unit.Value))];
        foreach (var (unit, kind) in Steps.Select(s => (s.Unit, s.Kind)).Distinct())
            takers[(unit, kind)] =
            [
                new Choice(Keep, "Làm tiếp đến hết ngày cuối, rồi về đơn vị"), new Choice(Back, "Trả về đơn vị ngay, chưa giao ai"),
                .. (await handle.Candidates(unit, kind, cancel)).Where(o => o.Id != OfficerId)
                    .Select(o => new Choice(o.Id.ToString(CultureInfo.InvariantCulture), o.Name, o.Title)),
            ];
        return true;
    }
}
