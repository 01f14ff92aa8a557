using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Papers.BackFile;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Documents;

/// <summary>Old results of a unit, sent as a ZIP with an index, and how far each batch is (R-DIG-15).</summary>
[NeedsDuty(Duty.Digitize), NeverKept]
public sealed class BackFileModel(BackFiles files, MotCuaDb db, ReferenceCache references) : PageModel
{
    /// <summary>What the officer calls the batch.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The agency whose results these are.</summary>
    [BindProperty]
    public int? Agency { get; set; }

    /// <summary>The batches, latest first.</summary>
    public IReadOnlyList<BatchCount> Batches { get; private set; } = [];

    /// <summary>Agencies by id.</summary>
    public AgencyDirectory Agencies { get; private set; } = null!;

    /// <summary>Units where the officer digitizes.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>What was done by the level of the agency and the year in which the batch came (R-DIG-15).</summary>
    public IReadOnlyList<(Level Level, int Year, int All, int There)> ByLevel => [.. Batches
        .GroupBy(b => (Agencies.Find(new AgencyId(b.Batch.AgencyId))!.Level, Domain.Law.Vietnam.Day(b.Batch.At).Year))
        .OrderByDescending(g => g.Key.Year).ThenBy(g => g.Key.Level).Select(g => (g.Key.Level, g.Key.Year, g.Sum(b => b.All), g.Sum(b => b.There)))];

    /// <summary>Shows the batches.</summary>
    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    /// <summary>Takes a batch.</summary>
    public async Task<IActionResult> OnPostAsync(
        [FromForm(Name = "Index")] IFormFile? index, [FromForm(Name = "Files")] IFormFile? papers, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > 200)
            ModelState.AddModelError(nameof(Name), "Hãy đặt tên đợt, không quá 200 ký tự.");
        if (Agency is null)
            ModelState.AddModelError(nameof(Agency), "Hãy chọn đơn vị có kết quả cần số hóa.");
        if (index is null)
            ModelState.AddModelError("Index", "Hãy chọn bảng kê (.xlsx hoặc .csv).");
        if (papers is null)
            ModelState.AddModelError("Files", "Hãy chọn tệp .zip chứa giấy tờ.");
        if (ModelState.IsValid)
        {
            await using var table = index!.OpenReadStream();
            await using var zip = papers!.OpenReadStream();
            var (batch, no) = await files.Take(Name!.Trim(), table, zip, new AgencyId(Agency!.Value), SignedIn.Of(HttpContext).Id, cancel);
            if (batch is not null)
                return Redirect($"/so-hoa-ket-qua-cu/{batch.Id}");
            ModelState.AddRefusal(no!);
        }
        await Load(cancel);
        return Page();
    }

    private async Task Load(CancellationToken cancel)
    {
        var me = SignedIn.Of(HttpContext);
        Agencies = (await references.Get(db, cancel)).Agencies;
        Batches = await files.Batches(me.Id, cancel);
        Units = [.. me.Duties.Where(g => g.Duty == Duty.Digitize).Select(g => g.Unit).Distinct()
            .Select(u => new Choice(u.Value.ToString(CultureInfo.InvariantCulture), Agencies.NameOf(u)))];
        Agency ??= Units.Count == 1 ? int.Parse(Units[0].Value, CultureInfo.InvariantCulture) : null;
    }
}
