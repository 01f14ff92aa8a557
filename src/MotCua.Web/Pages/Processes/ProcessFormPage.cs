using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
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

/// <summary>The form of a draft: its head and its steps as a table, with the picture and the checks of what is typed.</summary>
public abstract class ProcessFormPage(MotCuaDb db, ReferenceCache references, ProcessChecks checks, TimeProvider clock) : PageModel
{
    private ReferenceData? reference;

    /// <summary>What is typed.</summary>
    [BindProperty]
    public ProcessForm Input { get; set; } = new();

    /// <summary>Whether steps may be added, dropped and moved: the drawing is a row of steps.</summary>
    public bool IsLine { get; protected set; } = true;

    /// <summary>The page's own address.</summary>
    public abstract string Here { get; }

    /// <summary>What is typed, drawn and checked; null until it is asked for.</summary>
    public CheckedProcess? Preview { get; private set; }

    /// <summary>The picture of what is typed.</summary>
    public string Picture { get; private set; } = "";

    /// <summary>Places of steps.</summary>
    public IReadOnlyList<Choice> PlaceChoices { get; private set; } = [];

    /// <summary>Agencies by code.</summary>
    public AgencyDirectory Agencies => reference!.Agencies;

    /// <summary>The procedures that are typed and known, with their shortest limits in working hours.</summary>
    public IReadOnlyList<(string Code, string Name, decimal? Hours)> Named { get; private set; } = [];

    /// <summary>Hours of all steps; a shared time once.</summary>
    public decimal Sum { get; private set; }

    /// <summary>Today.</summary>
    protected DateOnly Today => Vietnam.Day(clock.GetUtcNow());

    /// <summary>The officer.</summary>
    protected OfficerId Me => SignedIn.Of(HttpContext).Id;

    /// <summary>Reads what the page shows beside the form, then shows it.</summary>
    protected async Task<IActionResult> Show(CancellationToken cancel)
    {
        reference = await references.Get(db, cancel);
        PlaceChoices = PlacesOf(reference.Agencies);
        var named = new List<(string, string, decimal?)>();
        foreach (var code in Input.Codes.Take(DraftProcess.MostProcedures))
            if (await Procedure(code, cancel) is { } procedure)
                named.Add((code, procedure.Name, Checks.ShortestHours(procedure)));
        Named = named;
        Sum = StepLines.Build(Head("", 0), Input.Lines((_, _) => { })).Sum();
        return Page();
    }

    /// <summary>Fills empty parts of the form from the first procedure: name, and the usual steps with hours that add up to its limit.</summary>
    protected async Task Fill(CancellationToken cancel)
    {
        reference = await references.Get(db, cancel);
        if (Input.Codes.Count == 0 || await Procedure(Input.Codes[0], cancel) is not { } procedure)
        {
            ModelState.AddModelError("Input.Procedures", "Hãy ghi mã một thủ tục có trong danh mục, như 1.001193.");
            return;
        }
        Input.Name = string.IsNullOrWhiteSpace(Input.Name) ? Short($"Quy trình giải quyết: {procedure.Name}") : Input.Name;
        Input.From ??= Today;
        Input.Take(StepLines.Usual(Checks.ShortestHours(procedure)));
        ModelState.Clear();
    }

    /// <summary>Does a button that only arranges rows; false where it does not.</summary>
    protected bool Arranged(string button)
    {
        if (Input.Arrange(button) is null)
            return false;
        // What was typed stays in the rows; the names of their fields have moved.
        ModelState.Clear();
        return true;
    }

    /// <summary>The drawing of what is typed; null where something is wrong.</summary>
    /// <param name="before">The drawing that is there; null for a new one.</param>
    protected async Task<BpmnModel?> Draw(string code, int version, BpmnModel? before, CancellationToken cancel)
    {
        reference = await references.Get(db, cancel);
        var lines = Input.Lines((field, sentence) => ModelState.AddModelError(field.Length == 0 ? "" : $"Input.{field}", sentence));
        if (!ModelState.IsValid)
            return null;
        if (before is not null && (!IsLine || SameShape(before, lines)))
            return lines.Aggregate(before, (m, l) => m.With(l.Id, l.Name, PropertiesOf(m, l)));
        return StepLines.Build(Head(code, version), lines).ToBpmn(
            f => ProcessWords.Department(f, reference.Agencies), a => reference.Agencies.Find(a)?.Name ?? a);
    }

    /// <summary>Checks and draws what is typed.</summary>
    protected async Task Look(BpmnModel drawing, string code, int version, CancellationToken cancel)
    {
        Preview = await checks.Of(BpmnReader.Read(drawing.Write()), Head(code, version), Input.Codes, cancel);
        Picture = BpmnPicture.Draw(drawing, $"Sơ đồ {Input.Name}", 0, ProcessWords.Wrong(Preview.Findings));
    }

    private ProcessDefinition Head(string code, int version)
    {
        var head = Input.Head(Today);
        return new ProcessDefinition(code, version, head.Name, head.Decision, head.From, head.To, false, [], []);
    }

    private static bool SameShape(BpmnModel before, IReadOnlyList<StepLine> lines) =>
        ProcessChecks.Compile(before, new ProcessDefinition("x", 1, "x", "x", default, null, false, [], [])).Process is { } made
        && StepLines.Of(made) is { } old && old.Select(l => (l.Id, l.BackTo)).SequenceEqual(lines.Select(l => (l.Id, l.BackTo)))
        && old.Select(l => (l.Place, l.Function, l.Agency)).SequenceEqual(lines.Select(l => (l.Place, l.Function, l.Agency)));

    // What the table does not show stays: forms, papers.
    private static StepProperties PropertiesOf(BpmnModel model, StepLine line) =>
        (model.Nodes.FirstOrDefault(n => n.Id == line.Id)?.Properties ?? StepProperties.Empty) with
        {
            Step = line.Kind, Place = line.Place, Duty = StepLines.DutyOf(line.Kind), Hours = line.Hours, Function = line.Function, Group = line.Group,
            Agency = line.Agency,
        };

    private async Task<ProcedureVersion?> Procedure(string code, CancellationToken cancel)
    {
        var line = reference!.Procedure(code, Input.From ?? Today) ?? reference.Procedures.LastOrDefault(p => p.Code == code);
        return line is null ? null : await references.Procedure(db, code, line.Version, cancel);
    }

    private List<Choice> PlacesOf(AgencyDirectory agencies)
    {
        var plain = new[] { StepPlace.Reception, StepPlace.Competent }.Select(p => new Choice(p.ToString(), ProcessWords.Sentence(Terms.Of(p))));
        var functions = agencies.All.Where(a => a.Function is not null && a.HoldsOn(Today)).Select(a => a.Function!).Distinct()
            .Order(StringComparer.Ordinal).Select(f => new Choice($"{StepPlace.Department}:{f}", ProcessWords.Department(f, agencies)));
        var others = agencies.All.Where(a => a.HoldsOn(Today) && a.Level == Level.Province && a.Kind != AgencyKind.OneStop)
            .Select(a => new Choice($"{StepPlace.Agency}:{a.Code}", a.Name));
        List<Choice> all =
        [
            .. plain, new Choice(nameof(StepPlace.Department), "Phòng chuyên môn theo thủ tục"), .. functions, .. others,
        ];
        foreach (var step in Input.Steps.Where(s => !string.IsNullOrEmpty(s.Where) && !all.Exists(c => c.Value == s.Where)))
            all.Add(new Choice(step.Where!, step.Where!));
        return all;
    }

    private static string Short(string name) => name.Length <= 300 ? name : name[..300];
}
