using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Access;
using MotCua.App.Papers;
using MotCua.App.Publishing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Law;
using MotCua.Domain.People;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>One dossier: where it stands, why, until when, and what may be done now.</summary>
public sealed class DossierModel(DossierDoor door, ProcessDrawings drawings) : PageModel
{
    /// <summary>Its way through the process.</summary>
    public Route Route { get; private set; } = null!;

    /// <summary>Code of the dossier, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>Everything to be shown.</summary>
    public DossierView View { get; private set; } = null!;

    /// <summary>The words of its events.</summary>
    public EventWords Words => new(View);

    /// <summary>What the officer may do now, the main act first.</summary>
    public IReadOnlyList<(ActKind Kind, OpenStep? Step, OfficerId? InPlaceOf)> Acts => ActWords.Sorted(View.Allowed);

    /// <summary>The work calendar that the legal limit is counted by.</summary>
    public Domain.Time.WorkCalendar Calendar => View.Now.Calendar(View.Dossier.Case.Competent);

    /// <summary>What the handling officers proposed and nobody has decided yet, newest first.</summary>
    public IEnumerable<TimelineLine> Proposals => View.Dossier.Case.Decided is not null ? [] : Enumerable.Reverse(View.Timeline)
        .TakeWhile(l => l.Event is not SentBack).Where(l => l.Event is Submitted s && !WasRecalled(l, s));

    private bool WasRecalled(TimelineLine line, Submitted said) => View.Since(line.Row.Version).Any(l => l.Event is StepRecalled back
        && back.Token == said.Token);

    /// <summary>Whether the result was collected without the receipt, whose number is closed then (R-RET-14).</summary>
    public bool ReceiptLost => View.Timeline.Any(l => l.Event is ResultHandedOver { Proof: Proof.PersonalPaper });

    /// <summary>Shows the dossier.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var (view, instead) = await door.Open(this, Code, ReadingKind.Dossier, "", cancel);
        if (view is null)
            return instead!;
        View = view;
        var drawing = await drawings.Of(view.Now.Process, f => Processes.ProcessWords.Department(f, view.Now.Agencies), cancel);
        Route = Route.Of(view) with
        {
            Picture = RunningPicture.Draw(view, drawing),
            Clocks = [.. UnitClock.Of(view).Select(t => (Unit(t.Unit), t, UnitClock.Working(view, t, t.Used), UnitClock.Working(view, t, t.Waited)))],
        };
        return Page();
    }

    /// <summary>The number of a party: whole for those who work on the dossier, else its last three characters.</summary>
    public string NumberOf(PartyRow party) => party.Number is not { } number
        ? $"chưa có số: {party.NoNumberReason}"
        : View.Sight == Sight.Handles ? number : Party.Masked(number);

    /// <summary>What the status means for the reader.</summary>
    public Tone StatusTone => View.Dossier.Case.Status switch
    {
        DossierStatus.AwaitingSupplement => Tone.Hold,
        DossierStatus.WithdrawalRequested => Tone.Ask,
        DossierStatus.Stopped => Tone.No,
        DossierStatus.ResultReady or DossierStatus.Returned => Tone.Ok,
        _ => Tone.Go,
    };

    /// <summary>Name of a unit.</summary>
    public string Unit(AgencyId id) => View.Now.Agencies.NameOf(id);

    /// <summary>A term with a capital first letter.</summary>
    public static string Term(Enum value) => ActWords.Capital(Terms.Of(value));
}
