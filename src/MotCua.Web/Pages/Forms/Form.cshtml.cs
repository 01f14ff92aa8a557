using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Agencies;
using MotCua.App.Papers.Forms;
using MotCua.App.Print;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.Pages.Print;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Forms;

/// <summary>One statutory form: its templates, a sample marked MẪU, and how an administrator replaces it (R-FORM-26).</summary>
[NeedsDuty(Duty.Administer, Duty.Control)]
public sealed class FormModel(ReplaceForm forms, FormTemplates shipped, MotCuaDb db, TimeProvider clock) : PageModel
{
    /// <summary>What is typed to put a template into use.</summary>
    public sealed class Fields
    {
        /// <summary>The stored template.</summary>
        public long Id { get; set; }

        /// <summary>First day.</summary>
        public DateOnly? From { get; set; }

        /// <summary>The text or decision.</summary>
        public string? Basis { get; set; }
    }

    /// <summary>Type of the form.</summary>
    [BindProperty(SupportsGet = true)]
    public string Type { get; set; } = "";

    /// <summary>The set.</summary>
    [BindProperty(SupportsGet = true)]
    public string Set { get; set; } = "";

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The form.</summary>
    public FormLine Line { get; private set; } = null!;

    /// <summary>The template that came with the program.</summary>
    public FormTemplate Shipped { get; private set; } = null!;

    /// <summary>Templates given for it, newest first.</summary>
    public IReadOnlyList<FormTemplateRow> History { get; private set; } = [];

    /// <summary>What the law asks of it.</summary>
    public IReadOnlyList<FormRequirement> Required { get; private set; } = [];

    /// <summary>Names of the officers in the history.</summary>
    public IReadOnlyDictionary<int, string> Officers { get; private set; } = new Dictionary<int, string>();

    /// <summary>Whether the officer may replace it.</summary>
    public bool MayEdit { get; private set; }

    /// <summary>Today in Vietnam.</summary>
    public DateOnly Today => Vietnam.Day(clock.GetUtcNow());

    private string Key => $"{Type}/{Set}";

    private OfficerId Me => SignedIn.Of(HttpContext).Id;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Load(cancel) ? Page() : NotFound();

    /// <summary>A sample marked MẪU.</summary>
    /// <param name="ban">A stored template; null for the one in use.</param>
    public async Task<IActionResult> OnGetSampleAsync(long? ban, CancellationToken cancel) =>
        await forms.Preview(Key, ban, cancel) is { } paper ? PaperFile.Of(this, paper) : NotFound();

    /// <summary>The template in use, to be changed.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancel) => await forms.TextOf(Key, cancel) is { } text
        ? File(Encoding.UTF8.GetBytes(text), "application/json", FormTemplates.FileOf(Key)) : NotFound();

    /// <summary>Takes a replacement and checks it.</summary>
    public async Task<IActionResult> OnPostUploadAsync(IFormFile? file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        if (file is { Length: <= ReplaceForm.Largest })
            await file.CopyToAsync(bytes, cancel);
        var wrong = file is { Length: > ReplaceForm.Largest }
            ? [new Refusal("forms.template", "Tệp mẫu giấy lớn quá 64 KB. Hãy kiểm tra lại tệp.", null, "File")]
            : await forms.Upload(Key, bytes.ToArray(), Me, cancel);
        return await Answer(wrong, "Đã kiểm tra tệp mẫu: dùng được. Hãy xem bản in rồi đưa vào sử dụng.", "", cancel);
    }

    /// <summary>Puts a template into use.</summary>
    public async Task<IActionResult> OnPostUseAsync(CancellationToken cancel)
    {
        var no = ModelState.IsValid ? await forms.Use(Input.Id, Input.From, Input.Basis, Me, cancel) : null;
        return await Answer(no is null ? [] : [no], $"Giấy cấp từ ngày {VietText.Day(Input.From ?? Today)} được in theo mẫu mới.", "Input", cancel);
    }

    /// <summary>Throws a template away that no paper was printed by.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(long id, CancellationToken cancel) =>
        await Answer(await forms.Discard(id, Me, cancel) is { } no ? [no] : [], "Đã bỏ bản mẫu.", "", cancel);

    /// <summary>What kind of thing the law asks for.</summary>
    public static string KindWords(string kind) => kind switch
    {
        "paper" => "Khổ giấy",
        "size" => "Cỡ chữ",
        "table" => "Bảng",
        "row" => "Cột của bảng",
        "list" => "Danh sách",
        "role" => "Người ký",
        _ => "Nội dung",
    };

    private async Task<IActionResult> Answer(IReadOnlyList<Refusal> wrong, string done, string prefix, CancellationToken cancel)
    {
        foreach (var no in wrong)
            ModelState.AddRefusal(no, prefix);
        if (wrong.Any(w => w.Code == "forms.duty"))
            Response.StatusCode = StatusCodes.Status403Forbidden;
        if (!ModelState.IsValid)
            return await Load(cancel) ? Page() : NotFound();
        TempData["Done"] = done;
        return Redirect(FormWords.Href(Key));
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        if ((await forms.Lines(cancel)).FirstOrDefault(l => l.Key == Key) is not { } line || shipped.Find(Type, Set) is not { } template)
            return false;
        (Line, Shipped, MayEdit) = (line, template, await forms.Missing(Me, cancel) is null);
        History = await new FormShelf(db, shipped).History(Key, cancel);
        Required = [.. shipped.Requirements.Where(r => r.Form == Key)];
        var ids = History.SelectMany(h => new[] { h.UploadedBy, h.UsedBy ?? h.UploadedBy }).Distinct().ToList();
        Officers = await db.Set<OfficerRow>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        return true;
    }
}
