using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Access;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.App.Reference;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.Pages.Dossiers;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Consulting;

/// <summary>A question as the unit that is asked sees it, and its answer. The rest of the dossier stays closed to it.</summary>
public sealed class QuestionModel(
    ConsultationList list, Consult consult, Uploads uploads, ReadingLog log, ReferenceCache references, MotCuaDb db, TimeProvider clock) : PageModel
{
    private string? key;

    private RuleBook? rules;

    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>What the unit says.</summary>
        public Stance? Stance { get; set; }

        /// <summary>In words.</summary>
        [StringLength(ActPage.Longest, ErrorMessage = "Nội dung quá dài; hãy rút gọn hoặc gửi kèm thành văn bản.")]
        public string? Text { get; set; }

        /// <summary>The opinion as a document.</summary>
        public IFormFile? Digest { get; set; }

        /// <summary>A document that came with the form before.</summary>
        public string? Held { get; set; }
    }

    /// <summary>Code of the dossier, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>Number of the question, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The version that the form was made for.</summary>
    [BindProperty(Name = "phien-ban")]
    public int? Seen { get; set; }

    /// <summary>The form's own key: sent twice it is one answer.</summary>
    [BindProperty(Name = "khoa")]
    public string? Key { get => key ??= Guid.NewGuid().ToString("N"); set => key = Guid.TryParse(value, out var id) ? id.ToString("N") : null; }

    /// <summary>The question.</summary>
    public AskedQuestion Asked { get; private set; } = null!;

    /// <summary>Whether a paper shows who a person is.</summary>
    public bool IsIdentity(DossierPaperRow paper) => IdentityPapers.Are(paper.Name, rules!, Vietnam.Day(clock.GetUtcNow()));

    /// <summary>What may be attached.</summary>
    public FileRules Rules { get; private set; } = null!;

    /// <summary>The document that came before and is still held.</summary>
    public StoredFile? Held => uploads.Open(Input.Held);

    /// <summary>The present instant.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Shows the question.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Load(cancel))
            return NotFound();
        var me = SignedIn.Of(HttpContext);
        await log.Write(new Reading(me.Id, null, ReadingKind.Dossier, Asked.Item.Row.DossierId, $"question:{Number}"), cancel);
        return Page();
    }

    /// <summary>Takes the answer.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Load(cancel))
            return NotFound();
        if (Input.Stance is null)
            ModelState.AddModelError("Input.Stance", "Hãy chọn đồng ý, không đồng ý hay ý kiến khác.");
        var (file, wrong) = await uploads.Take(Input.Digest, Input.Held, Rules, 0, cancel);
        if (wrong is not null)
            ModelState.AddModelError("Input.Digest", wrong.Sentence);
        Input.Held = file is null ? null : uploads.Hold(file);
        if (!ModelState.IsValid)
            return Page();
        var id = new DossierId(Asked.Item.Row.DossierId);
        var hand = SignedIn.Of(HttpContext).Hand(Seen) with { By = Asked.By, Key = $"answer-opinion:{id.Value:N}:{Number}:{Key}" };
        switch (await consult.Answer(id, Number, Input.Stance!.Value, Input.Text, file, hand, cancel))
        {
            case Performed.Done or Performed.Repeated:
                TempData["Done"] = $"Đã gửi ý kiến về hồ sơ {Code} đến {Asked.Item.Lead}.";
                return Redirect("/y-kien");
            case Performed.Refused refused:
                ModelState.AddRefusal(refused.Why, "Input");
                break;
            default:
                ModelState.AddModelError("", "Người khác đã trả lời hoặc câu hỏi đã được rút trong lúc bạn viết. Hãy tải lại trang để xem.");
                Response.StatusCode = StatusCodes.Status409Conflict;
                break;
        }
        await Load(cancel);
        return Page();
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        if (await list.Find(Code, Number, SignedIn.Of(HttpContext).Id, cancel) is not { } asked)
            return false;
        Asked = asked;
        rules = (await references.Get(db, cancel)).Rules;
        Rules = FileRules.On(Vietnam.Day(Now), rules, "");
        return true;
    }
}
