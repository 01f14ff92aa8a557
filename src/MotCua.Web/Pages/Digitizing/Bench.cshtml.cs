using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Digitizing;
using MotCua.App.Papers;
using MotCua.App.Papers.Digitizing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Digitizing;

/// <summary>The bench of a dossier or an attempt: one upload, a proposal of pages onto components, one key that takes it.</summary>
[NeedsDuty(Duty.Digitize, Duty.Receive, Duty.Clerk, Duty.Handle)]
public sealed class BenchModel(ScanReader reader, TakeScan take, LayPages lay, TimeProvider clock) : PageModel
{
    /// <summary>Of the dossier and of the attempt.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    /// <summary>What is shown.</summary>
    public BenchView View { get; private set; } = null!;

    /// <summary>What may be uploaded.</summary>
    public FileRules Rules => FileRules.On(Vietnam.Day(clock.GetUtcNow()), View.Place.Reference.Rules, View.Place.Procedure.Code);

    /// <summary>Pages that nobody has laid.</summary>
    public IReadOnlyList<ScanPageRow> Fresh => [.. View.Scans.SelectMany(s => s.Pages).Where(p => !p.Laid)];

    /// <summary>The proposal, in the order of components; what is to be dropped last.</summary>
    public IReadOnlyList<(string? Component, IReadOnlyList<ScanPageRow> Pages)> Groups =>
        [.. Fresh.GroupBy(p => View.Proposed.GetValueOrDefault(p.Id)).OrderBy(g => View.Place.Component(g.Key)?.Number ?? int.MaxValue)
            .Select(g => (g.Key, (IReadOnlyList<ScanPageRow>)[.. g]))];

    /// <summary>The components that pages may be laid to.</summary>
    public IReadOnlyList<ScanComponent> Choices => [.. View.Place.Components.Where(c => c.Why is null)];

    private OfficerId Me => SignedIn.Of(HttpContext).Id;

    /// <summary>What was counted of the paper.</summary>
    public string? Sides(string component) => View.Papers.Where(p => p.Row.Component == component && p.Row.Signed is null)
        .Select(p => p.Row.Sides?.ToString(CultureInfo.InvariantCulture)).FirstOrDefault();

    /// <summary>Shows the bench.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Load(cancel) ? Page() : NotFound();

    /// <summary>Takes a scan, or the way in which pages are laid.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "do")] string? act, CancellationToken cancel)
    {
        if (!await Load(cancel))
            return NotFound();
        return act == "take" ? await Take(cancel) : await Lay(cancel);
    }

    private async Task<IActionResult> Take(CancellationToken cancel)
    {
        var files = Request.Form.Files.Where(f => f.FileName.Length > 0).Select(f => (f.FileName, (Func<Stream>)f.OpenReadStream)).ToList();
        var (taken, refusals) = await take.Do(Id, files, null, Me, cancel);
        if (refusals.Count > 0 && taken == 0)
        {
            foreach (var no in refusals)
                ModelState.AddRefusal(no);
            return Page();
        }
        TempData["Done"] = $"Đã lưu {taken} tệp quét. Hệ thống đang tách trang và đọc chữ; có thể làm việc khác ngay.";
        if (refusals.Count > 0)
            TempData["Failed"] = string.Join(' ', refusals.Select(r => r.Sentence));
        return Redirect($"/so-hoa/{Id}");
    }

    private async Task<IActionResult> Lay(CancellationToken cancel)
    {
        var form = Request.Form;
        var puts = new List<PagePut>();
        foreach (var text in form["page"])
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page))
                puts.Add(new PagePut(
                    page, form[$"to.{page}"].ToString() is { Length: > 0 } to ? to : null,
                    int.TryParse(form[$"turn.{page}"], NumberStyles.None, CultureInfo.InvariantCulture, out var turn) ? turn : 0, form[$"again.{page}"] == "true"));
        var sides = form.Keys.Where(k => k.StartsWith("sides.", StringComparison.Ordinal)).ToDictionary(
            k => k["sides.".Length..], k => int.TryParse(form[k], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : (int?)null);
        // Grouped by component, in the order of the page: a page that was moved follows those that were there.
        if (await lay.Do(Id, [.. puts.GroupBy(p => p.Component).SelectMany(g => g)], sides, Me, cancel) is { } no)
        {
            ModelState.AddRefusal(no);
            return Page();
        }
        TempData["Done"] = "Đã xếp trang. Kiểm tra dữ liệu từng giấy tờ rồi ký số.";
        await Load(cancel);
        return Redirect(View.Papers.FirstOrDefault(p => p.Row.CheckedAt is null) is { } next ? $"/so-hoa/{Id}/giay-to/{next.Row.Id}" : $"/so-hoa/{Id}");
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        if (await reader.Bench(Id, Me, cancel) is not { } view)
            return false;
        View = view;
        return true;
    }
}
