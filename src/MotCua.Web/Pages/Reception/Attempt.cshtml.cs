using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.App.Reception;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Reception;

/// <summary>One attempt: what the applicant brings, checked, and one of three outcomes. Whatever is sent is saved first and judged afterwards.</summary>
[NeedsDuty(Duty.Receive), ReopensWith("Reopen")]
public sealed class AttemptModel(
    AttemptReader reader, Attempts attempts, AttachFiles attach, ReceiveAtCounter receive, AnswerAttempt answer, TakeHeld held) : PageModel
{
    private const string Door = "counter";

    /// <summary>The attempt.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    /// <summary>What is shown.</summary>
    public AttemptView View { get; private set; } = null!;

    /// <summary>The version that this page carries.</summary>
    public int Seen { get; private set; }

    /// <summary>Tells this opened page from another of the same attempt.</summary>
    public string PageKey { get; private set; } = "";

    /// <summary>Somebody else saved since the page was opened.</summary>
    public bool Crossed { get; private set; }

    /// <summary>The part of the other answers that stands open: "bo-sung", "tu-choi".</summary>
    public string? Unfolded { get; private set; }

    private OfficerId Me => SignedIn.Of(HttpContext).Id;

    private int? SeenInForm => PostedForm.Number(Request.Form, "seen");

    /// <summary>Shows the attempt; a dossier that came of it is shown on its own page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Load(null, cancel))
            return NotFound();
        return View.DossierCode is { } code ? Redirect(Href(code)) : Page();
    }

    /// <summary>The parts that follow from what is typed.</summary>
    public async Task<IActionResult> OnGetAsideAsync(CancellationToken cancel) =>
        await Load(null, cancel) ? Partial("_Aside", View) : NotFound();

    /// <summary>Keeps what is typed while it is being typed; answers for the page's script.</summary>
    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancel)
    {
        var posted = PostedForm.Typed(Request.Form);
        var typed = PartyFields.WithCards(posted);
        var saved = await attempts.Save(Id, typed, [], SeenInForm, Me, cancel);
        if (saved.Attempt is not { } attempt)
            return NotFound();
        if (saved.Refusal is { } no)
            return new JsonResult(new { title = no.Sentence }) { StatusCode = StatusCodes.Status409Conflict };
        var set = posted.ChangesTo(typed).ToDictionary(c => c.Name, c => c.Value);
        set["seen"] = attempt.Version.ToString(CultureInfo.InvariantCulture);
        return new JsonResult(new { at = Vietnam.Local(attempt.Saved).ToString("HH:mm:ss", CultureInfo.InvariantCulture), set });
    }

    /// <summary>Takes files for one component; answers with its list.</summary>
    public async Task<IActionResult> OnPostAttachAsync(string component, CancellationToken cancel)
    {
        Refuse(await attach.Do(Id, PostedForm.Files(Request.Form), Me, cancel));
        if (!await Load(null, cancel) || Row(component) is not { } row)
            return NotFound();
        return Partial("_Files", row);
    }

    /// <summary>Takes a form that was kept while nobody was signed in: saves it, and judges nothing.</summary>
    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancel) => OnPostAsync("reopen", cancel);

    /// <summary>Everything that the form's buttons do.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "do")] string? act, CancellationToken cancel)
    {
        if (act is "restore")
            return Moved(await attempts.Restore(Id, Me, cancel), "Đã khôi phục bản nháp.", $"/tiep-nhan/{Id}");
        var typed = PartyFields.WithCards(PostedForm.Typed(Request.Form));
        Refuse(await attach.Do(Id, PostedForm.Files(Request.Form), Me, cancel));
        var saved = await attempts.Save(Id, typed, [], act is "overwrite" ? null : SeenInForm, Me, cancel);
        if (saved.Attempt is null)
            return NotFound();
        if (saved.Refusal is { Code: "attempt.crossed" } crossed)
            return await ShowCrossed(crossed, typed, cancel);
        if (saved.Refusal is { } ended)
        {
            // Sent twice: the first time has ended the attempt, and its page says how.
            if (act is not ("receive" or "receive-next" or "complete" or "refuse"))
                TempData["Failed"] = ended.Sentence;
            return Redirect($"/tiep-nhan/{Id}");
        }
        if (!ModelState.IsValid)
            return await Show(cancel);
        return act switch
        {
            "receive" or "receive-next" => await Receive(act is "receive-next", cancel),
            "complete" => await Complete(typed, cancel),
            "refuse" => await RefuseDossier(typed, cancel),
            "paper" => Redirect($"/tiep-nhan/{Id}/so-giay"),
            "discard" => await Discard(cancel),
            _ => await Change(act ?? "save", typed, cancel),
        };
    }

    private async Task<IActionResult> Receive(bool next, CancellationToken cancel)
    {
        var receipt = await receive.Do(Id, Me, Door, cancel);
        var received = receipt.Performed as Performed.Done;
        if (receipt.Dossier is not { } id || (received?.After.Case.Code.Value ?? await reader.CodeOf(id, cancel)) is not { } code)
        {
            Refuse(receipt.Refusals);
            return await Show(cancel);
        }
        TempData["Done"] = received is null
            ? $"Hồ sơ {code} đã được tiếp nhận trước đó."
            : $"Đã tiếp nhận hồ sơ {code}, hẹn trả {VietText.Instant(received.After.Case.Appointment)}."
                + (received.After.Case.ReceiptNumber is null ? " Kết quả trả ngay nên không cấp giấy tiếp nhận." : "");
        if (received?.After.Case.ReceiptNumber is not null)
            (TempData["DoneHref"], TempData["DoneLabel"]) = ($"{Href(code)}/in/receipt", "In giấy tiếp nhận");
        else if (next)
            (TempData["DoneHref"], TempData["DoneLabel"]) = (Href(code), "Mở hồ sơ");
        return Redirect(next ? "/tiep-nhan" : Href(code));
    }

    private async Task<IActionResult> Complete(TypedForm typed, CancellationToken cancel)
    {
        var ask = new ToComplete(
            typed.Lines("supplement.items"), typed.All("supplement.reasons"), typed["supplement.reason"], typed["supplement.second-time"]);
        var answered = await answer.AskToComplete(Id, ask, Me, PostedForm.Number(Request.Form, "slips"), cancel);
        // What went onto the slip is not to stand there for the next one.
        if (answered.Slip is not null)
            await attempts.Save(Id, typed.Without("supplement."), [], null, Me, cancel);
        return await Given(answered, "bo-sung", "Người dân mang đủ giấy tờ thì mở lại lần nộp này ở mục chờ bổ sung.", cancel);
    }

    private async Task<IActionResult> RefuseDossier(TypedForm typed, CancellationToken cancel) => await Given(
        await answer.Refuse(Id, typed["refusal.ground"], typed["refusal.reason"], Me, PostedForm.Number(Request.Form, "slips"), cancel),
        "tu-choi", "Người dân có quyền phản ánh, kiến nghị về việc từ chối.", cancel);

    private async Task<IActionResult> Given(Answered answered, string part, string next, CancellationToken cancel)
    {
        if (answered.Slip is not { } slip)
        {
            Unfolded = part;
            Refuse(answered.Refusals);
            return await Show(cancel);
        }
        TempData["Done"] = $"Đã lập {Labels.Slip(slip).ToLowerInvariant()} số {slip.Number.ToString("00", CultureInfo.InvariantCulture)}. {next}";
        (TempData["DoneHref"], TempData["DoneLabel"]) = ($"/tiep-nhan/{Id}/in/{slip.Id}", "In phiếu");
        return Redirect($"/tiep-nhan/{Id}");
    }

    private async Task<IActionResult> Discard(CancellationToken cancel)
    {
        var no = await attempts.Discard(Id, Me, cancel);
        if (no is null)
            (TempData["DoneHref"], TempData["DoneLabel"]) = ($"/tiep-nhan/{Id}", "Xem lại, khôi phục");
        return Moved(no, "Đã bỏ bản nháp.", "/tiep-nhan");
    }

    private RedirectResult Moved(Refusal? no, string done, string to)
    {
        TempData[no is null ? "Done" : "Failed"] = no?.Sentence ?? done;
        return Redirect(no is null ? to : $"/tiep-nhan/{Id}");
    }

    /// <summary>Acts that only change what is typed, and show the page anew.</summary>
    private async Task<IActionResult> Change(string act, TypedForm typed, CancellationToken cancel)
    {
        var (verb, what) = act.Split(':') is [var v, var w] ? (v, w) : (act, "");
        if (!await Load(null, cancel))
            return NotFound();
        var changes = verb switch
        {
            "all-pass" => AllPass(),
            "place" when what.Split('.') is [var who, var code] => TypedAddress.Chosen(who, code, View.Reference.Units, View.Today),
            "reuse" => Known(what) is { } known ? Reused(what, known) : [],
            _ => [],
        };
        if (changes.ToList() is { Count: > 0 } some)
            await attempts.Save(Id, typed.With(some), [], null, Me, cancel);
        if (verb == "remove" && long.TryParse(what, NumberStyles.None, CultureInfo.InvariantCulture, out var file))
            await Remove(file, typed, cancel);
        if (verb == "take-held")
            await Take(what, cancel);
        if (verb is "save" or "overwrite")
            TempData["Done"] = $"Đã lưu nháp lúc {VietText.Hour(View.Attempt.Saved)}. Mở lại bất cứ lúc nào ở trang Tiếp nhận.";
        return Redirect($"/tiep-nhan/{Id}" + verb switch
        {
            "all-pass" or "remove" or "attach" or "take-held" => "#thanh-phan",
            "refresh" => "#thu-tuc",
            "reuse" or "place" => what.StartsWith("owner", StringComparison.Ordinal) ? "#chu-ho-so" : "#nguoi-nop",
            _ => "",
        });
    }

    /// <summary>Takes a file away. A component that came from the repository was not checked by anybody: it is open again.</summary>
    private async Task Remove(long file, TypedForm typed, CancellationToken cancel)
    {
        var reused = View.Attempt.Files.Find(f => f.Id == file && f.DocumentId is not null);
        await attempts.Remove(Id, file, Me, cancel);
        if (reused is not null)
            await attempts.Save(Id, typed.With(($"paper.{reused.Component}.passes", ""), ($"paper.{reused.Component}.form", "")), [], null, Me, cancel);
    }

    /// <summary>Takes one document of the owner's repository, or all that may be used.</summary>
    private async Task Take(string document, CancellationToken cancel)
    {
        var took = await held.Do(Id, Guid.TryParse(document, out var one) ? one : null, Me, cancel);
        if (took.Taken.Count > 0)
            TempData["Done"] = $"Đã dùng {took.Taken.Count} giấy tờ trong kho, dẫn nguồn, không sao chép: {string.Join("; ", took.Taken)}.";
        if (took.Refusals.Count > 0)
            TempData["Failed"] = string.Join(" ", took.Refusals.Select(r => r.Sentence).Distinct());
    }

    /// <summary>What the procedure asks for, and whatever came with a file, unless it was found to fail.</summary>
    private IEnumerable<(string, string)> AllPass() => View.Form.Papers
        .Where(p => p.Taken.Passes != false && (p.Paper.Required || p.Files.Count > 0)).Select(p => ($"paper.{p.Paper.Code}.passes", "yes"));

    private KnownParty? Known(string who) => who == "owner" ? View.KnownOwner : View.KnownSubmitter;

    private static IEnumerable<(string, string)> Reused(string who, KnownParty known) =>
        PartyFields.Written(who, known.Party).Append((who + ".phone", known.Party.Phone ?? "")).Append((who + ".email", known.Party.Email ?? ""));

    private async Task<IActionResult> ShowCrossed(Refusal crossed, TypedForm typed, CancellationToken cancel)
    {
        ModelState.AddRefusal(crossed);
        Crossed = true;
        if (!await Load(typed, cancel))
            return NotFound();
        Seen = SeenInForm ?? Seen;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<IActionResult> Show(CancellationToken cancel) => await Load(null, cancel) ? Page() : NotFound();

    private void Refuse(IEnumerable<Refusal> refusals)
    {
        foreach (var refusal in refusals)
            ModelState.AddRefusal(refusal);
    }

    private async Task<bool> Load(TypedForm? instead, CancellationToken cancel)
    {
        if (SignedIn.Find(HttpContext) is not { } me || await reader.Find(Id, me.Id, instead, cancel) is not { } view)
            return false;
        View = view;
        Seen = view.Attempt.Version;
        PageKey = HttpMethods.IsPost(Request.Method) ? Request.Form[Attempts.Page].LastOrDefault() ?? "" : "";
        if (PageKey.Length == 0)
            PageKey = Guid.NewGuid().ToString("N");
        return true;
    }

    private PaperPart? Row(string component) => View.Form.Papers.Index().Where(p => p.Item.Paper.Code == component)
        .Select(p => new PaperPart(View, p.Item, p.Index + 1)).FirstOrDefault();

    private static string Href(string code) => $"/ho-so/{code}";
}
