using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Access;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Dossiers;
using MotCua.Web.Kit;
using MotCua.Web.Pages.Dossiers;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Instructions;

/// <summary>One instruction: its receiver reports, its giver closes it or finds the report wanting.</summary>
public sealed class OneModel(DossierDoor door, Instruct instruct) : PageModel
{
    private string? key;

    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>What was done, or what is wanting.</summary>
        [StringLength(ActPage.Longest, ErrorMessage = "Nội dung quá dài; hãy rút gọn.")]
        public string? Text { get; set; }
    }

    /// <summary>Code of the dossier, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>Number of the instruction, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The version that the form was made for.</summary>
    [BindProperty(Name = "phien-ban")]
    public int? Seen { get; set; }

    /// <summary>The form's own key: sent twice it is one act.</summary>
    [BindProperty(Name = "khoa")]
    public string? Key { get => key ??= Guid.NewGuid().ToString("N"); set => key = Guid.TryParse(value, out var id) ? id.ToString("N") : null; }

    /// <summary>The dossier.</summary>
    public DossierView View { get; private set; } = null!;

    /// <summary>The instruction.</summary>
    public Instruction Told { get; private set; } = null!;

    /// <summary>Whether whoever looks is to do it.</summary>
    public bool MayReport => !View.Dossier.IsClosed && Told.State == InstructionState.Open && Told.To == SignedIn.Of(HttpContext).Id;

    /// <summary>Whether whoever looks gave it and it is not closed.</summary>
    public bool MayClose => !View.Dossier.IsClosed && Told.State != InstructionState.Closed && Told.By == SignedIn.Of(HttpContext).Id;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Load(cancel) ?? Page();

    /// <summary>Its receiver reports.</summary>
    public Task<IActionResult> OnPostReportAsync(CancellationToken cancel) =>
        Do("Đã báo cáo thực hiện chỉ đạo", (id, hand) => instruct.Report(id, Number, Input.Text, hand, cancel), cancel);

    /// <summary>Its giver closes it.</summary>
    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancel) =>
        Do("Đã kết thúc chỉ đạo", (id, hand) => instruct.Close(id, Number, hand, cancel), cancel);

    /// <summary>Its giver finds the report wanting.</summary>
    public Task<IActionResult> OnPostReturnAsync(CancellationToken cancel) =>
        Do("Đã yêu cầu thực hiện lại chỉ đạo", (id, hand) => instruct.Return(id, Number, Input.Text, hand, cancel), cancel);

    private async Task<IActionResult> Do(string done, Func<DossierId, Hand, Task<Performed>> act, CancellationToken cancel)
    {
        if (await Load(cancel) is { } no)
            return no;
        if (!ModelState.IsValid)
            return Page();
        var id = View.Dossier.Id;
        var hand = SignedIn.Of(HttpContext).Hand(Seen) with { Key = $"instruction:{id.Value:N}:{Number}:{Key}" };
        switch (await act(id, hand))
        {
            case Performed.Done or Performed.Repeated:
                TempData["Done"] = $"{done} {Number}, hồ sơ {Code}.";
                return Redirect("/chi-dao");
            case Performed.Refused refused:
                ModelState.AddRefusal(refused.Why, "Input");
                break;
            default:
                ModelState.AddModelError("", "Chỉ đạo này vừa được người khác cập nhật. Hãy xem tình trạng mới rồi làm tiếp.");
                Response.StatusCode = StatusCodes.Status409Conflict;
                break;
        }
        return await Load(cancel) ?? Page();
    }

    private async Task<IActionResult?> Load(CancellationToken cancel)
    {
        var (view, instead) = await door.Open(this, Code, ReadingKind.Dossier, "act:instruction", cancel);
        if (view is null)
            return instead!;
        if (view.Dossier.Instructions.Find(i => i.Number == Number) is not { } told)
            return NotFound();
        (View, Told) = (view, told);
        return null;
    }
}
