using Microsoft.AspNetCore.Mvc;
using MotCua.App.Warnings.Control;
using MotCua.Domain.Agencies;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Control;

/// <summary>The dossiers behind a list or one of its lines.</summary>
[NeedsDuty(Duty.Control, Duty.Audit)]
public sealed class CasesModel(ControlLists lists, TimeProvider clock) : ControlPage(clock)
{
    /// <summary>Dossiers shown; the export holds more.</summary>
    public const int Shown = 500;

    /// <summary>Name of the list.</summary>
    [BindProperty(SupportsGet = true, Name = "loai")]
    public string? Name { get; set; }

    /// <summary>The line; all of the list without it.</summary>
    [BindProperty(SupportsGet = true, Name = "nhom")]
    public string? Group { get; set; }

    /// <summary>The list.</summary>
    public ControlList List { get; private set; } = new(ControlKind.Pauses, "", [], false);

    /// <summary>The dossiers, latest first.</summary>
    public IReadOnlyList<ControlCase> Cases { get; private set; } = [];

    /// <summary>The query of the same list as a file.</summary>
    public string FileQuery { get; private set; } = "";

    /// <summary>Shows the dossiers.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (KindOf(Name) is not { } kind || ReadPeriod() is not { } period)
            return LocalRedirect("/kiem-soat/thoi-gian");
        List = await lists.Of(SignedIn.Of(HttpContext).Id.Value, kind, period, cancel);
        Cases = [.. List.Cases.Where(c => Group is null || c.Group == Group).OrderByDescending(c => c.At)];
        FileQuery = Query(period, kind, Group);
        return Page();
    }
}
