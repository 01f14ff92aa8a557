using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Access;
using MotCua.App.Papers;
using MotCua.App.Papers.Forms;
using MotCua.App.Print;
using MotCua.App.Selections;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.Pages.Dossiers;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Print;

/// <summary>A dossier of a selection.</summary>
/// <param name="Item">As the form carries it.</param>
/// <param name="No">Why its paper is not printed; null if it is.</param>
public sealed record SelectedPaper(BatchItem Item, string Code, string? No);

/// <summary>One paper of each of many dossiers, in one file: first which have it, then the file. Printing reads each dossier, and is written down so.</summary>
public sealed class SelectionModel(DossierReader reader, DossierDoor door, StatutoryPapers papers) : PageModel
{
    private const string NotYours = "Không có hồ sơ này trong phạm vi của bạn.";
    private const string SayWhy = "Hãy mở hồ sơ và nêu lý do xem trước khi in.";

    /// <summary>The papers that may be printed.</summary>
    public static IReadOnlyList<Choice> Choices { get; } =
    [
        new(FormTypes.Receipt, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"), new(FormTypes.ControlSlip, "Phiếu kiểm soát quá trình giải quyết"),
        new(FormTypes.Supplement, "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"), new(FormTypes.Refusal, "Phiếu từ chối giải quyết hồ sơ"),
        new(FormTypes.Apology, "Phiếu xin lỗi và hẹn lại ngày trả kết quả"), new(FormTypes.Stop, "Thông báo dừng giải quyết"),
        new(FormTypes.PaperSlip, "Phiếu giao, nhận hồ sơ giấy"), new(FormTypes.TransferSlip, "Phiếu chuyển xử lý hồ sơ"),
    ];

    /// <summary>The chosen type.</summary>
    public string Type { get; private set; } = FormTypes.Receipt;

    /// <summary>The list to go back to.</summary>
    public string Back { get; private set; } = "/viec";

    /// <summary>The dossiers.</summary>
    public IReadOnlyList<SelectedPaper> Lines { get; private set; } = [];

    /// <summary>Nothing is chosen.</summary>
    public IActionResult OnGet() => LocalRedirect("/viec");

    /// <summary>Which of them have the paper.</summary>
    public async Task<IActionResult> OnPostAsync(string[]? chon, string? loai, string? ve, CancellationToken cancel)
    {
        Read(loai, ve);
        var lines = new List<SelectedPaper>();
        foreach (var item in Items(chon))
            if (await reader.Find(item.Dossier, SignedIn.Of(HttpContext).Actor, cancel) is { } view)
                lines.Add(new SelectedPaper(item, view.Dossier.Case.Code.Value, (await papers.Lacks(view, Type, cancel))?.Sentence));
        Lines = lines;
        return Page();
    }

    /// <summary>Prints.</summary>
    public async Task<IActionResult> OnPostPdfAsync(string[]? chon, string? loai, string? ve, CancellationToken cancel)
    {
        Read(loai, ve);
        var (lines, printed) = (new List<SelectedPaper>(), new List<PrintedPaper>());
        foreach (var item in Items(chon))
        {
            if (await reader.Find(item.Dossier, SignedIn.Of(HttpContext).Actor, cancel) is not { } seen)
                continue;
            var (paper, no) = await One(seen, cancel);
            lines.Add(new SelectedPaper(item, seen.Dossier.Case.Code.Value, no));
            if (paper is not null)
                printed.Add(paper);
        }
        Lines = lines;
        if (printed.Count > 0)
            return PaperFile.Of(this, new PrintedPaper(Type, $"{Type}-{printed.Count}.pdf", papers.Join(printed)));
        ModelState.AddModelError("loai", "Không hồ sơ nào đã chọn có giấy này. Hãy chọn loại giấy khác.");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<(PrintedPaper? Paper, string? No)> One(DossierView seen, CancellationToken cancel)
    {
        if ((await papers.Lacks(seen, Type, cancel))?.Sentence is { } lacks)
            return (null, lacks);
        var (view, instead) = await door.Open(this, seen.Dossier.Case.Code.Value, ReadingKind.Paper, Type, cancel);
        if (view is null)
            return (null, instead is RedirectResult ? SayWhy : NotYours);
        try
        {
            var (paper, no) = await papers.OfDossier(view, Type, cancel);
            return (paper, no?.Sentence);
        }
        catch (FormException e)
        {
            return (null, e.Message);
        }
    }

    private void Read(string? loai, string? ve)
    {
        Back = ve is not null && Url.IsLocalUrl(ve) && ve.StartsWith("/viec", StringComparison.Ordinal) ? ve : "/viec";
        Type = Choices.Any(c => c.Value == loai) ? loai! : FormTypes.Receipt;
    }

    private static IEnumerable<BatchItem> Items(string[]? chosen) =>
        (chosen ?? []).Select(BatchItem.Read).OfType<BatchItem>().DistinctBy(i => i.Dossier).Take(BatchActs.Most);
}
