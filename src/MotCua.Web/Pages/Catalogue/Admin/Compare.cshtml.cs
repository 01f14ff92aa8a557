using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Catalogue.Editing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Catalogue.Admin;

/// <summary>Two versions of a procedure side by side.</summary>
[NeedsDuty(Duty.Administer, Duty.Control)]
public sealed class CompareModel(ProcedureSheets sheets) : PageModel
{
    /// <summary>National code.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The procedure.</summary>
    public ProcedureSheet Sheet { get; private set; } = null!;

    /// <summary>The two versions.</summary>
    public (VersionLine Before, VersionLine After) Pair { get; private set; }

    /// <summary>What they say.</summary>
    public Comparison Comparison { get; private set; } = null!;

    /// <summary>The versions to choose from.</summary>
    public IEnumerable<Choice> Choices =>
        Sheet.Versions.Select(v => new Choice($"{v.Version}", $"Bản {v.Version}, {CatalogueWords.Days(v.From, v.To)} ({CatalogueWords.Origin(v.Origin)})"));

    /// <summary>Shows them.</summary>
    /// <param name="a">The first version; the one before the second where not said.</param>
    /// <param name="b">The second version; the last where not said.</param>
    public async Task<IActionResult> OnGetAsync(int? a, int? b, CancellationToken cancel)
    {
        if (await sheets.Find(Code, b, cancel) is not { } sheet)
            return NotFound();
        Sheet = sheet;
        var after = sheet.Versions.FirstOrDefault(v => v.Version == b) ?? sheet.Versions[^1];
        var before = sheet.Versions.FirstOrDefault(v => v.Version == a) ?? sheet.Versions.LastOrDefault(v => v.Version < after.Version) ?? after;
        Pair = (before, after);
        Comparison = (await sheets.Compare(Code, before.Version, after.Version, cancel))!;
        return Page();
    }
}
