using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>What the pages of all acts share: they show the dossier as it stands, bring the act to the desk with the version that was
/// seen and a key of its own, and when others were first they say so and keep everything typed.</summary>
public abstract class ActPage(DossierReader reader) : PageModel
{
    /// <summary>The longest text that a form takes.</summary>
    public const int Longest = 4000;

    /// <summary>What is said of a longer one.</summary>
    protected const string TooLong = "Nội dung quá dài; hãy rút gọn hoặc đính kèm thành giấy tờ.";

    private string? key;

    /// <summary>Code of the dossier, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>Number of the open step, from the address; null for an act on the dossier as a whole.</summary>
    [BindProperty(SupportsGet = true, Name = "buoc")]
    public int? StepNumber { get; set; }

    /// <summary>Name of the address's part that names the absent officer.</summary>
    public const string InPlaceOfName = "thay";

    /// <summary>The absent officer in whose place it is done, from the address; null for one's own.</summary>
    [BindProperty(SupportsGet = true, Name = InPlaceOfName)]
    public int? InPlaceOf { get; set; }

    /// <summary>The version of the dossier that the form was made for.</summary>
    [BindProperty(Name = "phien-ban")]
    public int? Seen { get; set; }

    /// <summary>The form's own key: sent twice it is one act.</summary>
    [BindProperty(Name = "khoa")]
    public string? Key { get => key ??= Guid.NewGuid().ToString("N"); set => key = Guid.TryParse(value, out var id) ? id.ToString("N") : null; }

    /// <summary>Ids of the flows by which it goes on, as chosen.</summary>
    [BindProperty(Name = "huong")]
    public string[] Ways { get; set; } = [];

    /// <summary>What the officer is asked of the way on, where the act completes the step.</summary>
    public IReadOnlyList<WayQuestion> Questions => Step is { } step && ActWords.Completes(Kind) ? WayQuestion.Of(View.Dossier, step, View.Now) : [];

    /// <summary>The kind of act.</summary>
    public abstract ActKind Kind { get; }

    /// <summary>The dossier as it stands now.</summary>
    public DossierView View { get; private set; } = null!;

    /// <summary>The open step; null if it is done, or the act is on the whole.</summary>
    public OpenStep? Step { get; private set; }

    /// <summary>Why the act cannot be done now, whatever is typed; null if it can.</summary>
    public Refusal? NotNow { get; private set; }

    /// <summary>What others did since the form was made, oldest first.</summary>
    public IReadOnlyList<TimelineLine> Since { get; private set; } = [];

    /// <summary>Whether the form is to be shown: always once something was typed.</summary>
    public bool ShowsForm => NotNow is null || HttpMethods.IsPost(Request.Method);

    /// <summary>The absent officer in whose place it is done; null for one's own.</summary>
    private OfficerId? Absent => InPlaceOf is { } id ? new OfficerId(id) : null;

    /// <summary>Name of the absent officer in whose place it is done; null for one's own.</summary>
    public string? AbsentName => InPlaceOf is { } id ? View.Officers.GetValueOrDefault(id) : null;

    /// <summary>The dossier's page.</summary>
    public string DossierHref => $"/ho-so/{View.Dossier.Case.Code.Value}";

    /// <summary>The reasons of a dated list, to choose from.</summary>
    public IEnumerable<Choice> ReasonsOf(string list) =>
        View.Reference.ReasonsOf(list, View.Now.Today).Select(r => new Choice(r.Code, r.Text, Note(r)));

    private static string Note(App.Reference.Reason reason) => string.Join("; ", new[]
    {
        reason.Verified ? reason.LegalBasis : $"{reason.LegalBasis}, chưa xác minh",
        reason.Kind == "pause" && reason.By is { } turn ? $"{Terms.Of(turn)} phải thực hiện" : null,
        reason.NamesLaw ? "phải ghi điều khoản" : null,
        reason.Kind == "stop" && reason.By == Responsible.OneStop ? "người phụ trách Bộ phận Một cửa quyết định" : null,
    }.OfType<string>());

    /// <summary>Shows the form.</summary>
    public virtual async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Load(cancel) is { } no)
            return no;
        // The page shows the dossier, so it is a reading like any other.
        var (_, instead) = await HttpContext.RequestServices.GetRequiredService<DossierDoor>()
            .Open(this, Code, App.Access.ReadingKind.Dossier, $"act:{Kind.Name}", cancel);
        if (instead is not null)
            return instead;
        await Prepare(cancel);
        return Page();
    }

    /// <summary>Fills the form when it is shown for the first time, and reads what it shows besides.</summary>
    protected virtual Task Prepare(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>A refusal as the form can show it: at a field that it has.</summary>
    protected virtual Refusal OnForm(Refusal no) => no;

    /// <summary>Takes in the files that came with the form; what is wrong with one goes to the form's state.</summary>
    protected virtual Task TakeIn(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Whether the act needs the dossier as its page shows it, before it is brought to the desk.</summary>
    protected virtual bool ReadsBefore => false;

    /// <summary>Brings the act to the desk, and shows what became of it.</summary>
    /// <param name="act">The use case; called with the step's token and the officer's hand.</param>
    protected async Task<IActionResult> Perform(Func<DossierId, Token, Hand, Task<Performed>> act, CancellationToken cancel)
    {
        var me = SignedIn.Of(HttpContext);
        if (Kind.OnStep != StepNumber.HasValue || await reader.IdOf(Code, cancel) is not { } id)
            return NotFound();
        // What comes with files, or lacks something, is shown against the dossier; the rest the desk judges by itself.
        if ((ReadsBefore || !ModelState.IsValid) && await Load(cancel) is { } no)
            return no;
        await TakeIn(cancel);
        if (!ModelState.IsValid)
            return await Again(cancel);
        var hand = me.Hand(Seen) with
        {
            By = Absent is { } absent ? Actor.InPlaceOf(absent, me.Id) : me.Actor, Key = $"{Kind.Name}:{id.Value:N}:{Key}",
            Ways = [.. Ways.Where(w => w is { Length: > 0 and < 300 }).Take(50)],
        };
        switch (await act(id, new Token(StepNumber ?? 0), hand))
        {
            case Performed.Done done:
                TempData["Done"] = $"Đã ghi: {Kind.Term}, hồ sơ {done.After.Case.Code.Value}.";
                return Redirect($"/ho-so/{done.After.Case.Code.Value}");
            case Performed.Repeated:
                if (await Load(cancel) is { } unseen)
                    return unseen;
                TempData["Done"] = $"Việc này đã được ghi từ lần gửi trước: {Kind.Term}. Lần gửi sau không ghi thêm gì.";
                return Redirect(DossierHref);
            case Performed.Refused refused:
                ModelState.AddRefusal(OnForm(refused.Why), "Input");
                Response.StatusCode = refused.Why.Code is "duty.missing" or "substitution.missing" ? StatusCodes.Status403Forbidden : Response.StatusCode;
                break;
            case Performed.Overtaken:
                ModelState.AddModelError(
                    "",
                    "Người khác đã làm trước trong lúc bạn mở trang này nên việc của bạn chưa được ghi. Hãy xem diễn biến mới rồi gửi lại nếu còn cần.");
                Response.StatusCode = StatusCodes.Status409Conflict;
                break;
        }
        // Whoever may not see the dossier learns from a refusal no more than from the page.
        if (await Load(cancel) is { } hidden)
            return hidden;
        Since = Seen is { } seen ? View.Since(seen) : [];
        return await Again(cancel);
    }

    private async Task<IActionResult> Again(CancellationToken cancel)
    {
        await Prepare(cancel);
        return Page();
    }

    private async Task<IActionResult?> Load(CancellationToken cancel)
    {
        if (await reader.Find(Code, SignedIn.Of(HttpContext).Actor, cancel) is not { } view || Kind.OnStep != StepNumber.HasValue)
            return NotFound();
        View = view;
        ViewData["Title"] = $"{ActWords.Label(Kind)} – {view.Dossier.Case.Code.Value}";
        ViewData["Css"] = "dossier";
        ViewData["Crumbs"] = new Crumb[] { new("/viec", "Việc của tôi"), new(DossierHref, view.Dossier.Case.Code.Value), new(null, ActWords.Label(Kind)) };
        Step = StepNumber is { } number ? view.Dossier.Open[new Token(number)] : null;
        var gone = Kind.OnStep && Step is null;
        var now = view.For(Absent);
        var noDuty = gone ? null : Kind.Needs.Check(now, Kind.UnitOf(view.Dossier, Step));
        NotNow = noDuty ?? Kind.Allows(view.Dossier, Step, now);
        if (noDuty is not null)
            Response.StatusCode = StatusCodes.Status403Forbidden;
        return null;
    }
}
