using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Publishing;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Processes;

/// <summary>Moves running dossiers of the officer's agencies to a version: where each stands and to which step it would go is shown first.</summary>
[NeedsDuty(Duty.Lead, Duty.Control)]
public sealed class MoveModel(MotCuaDb db, ReferenceCache references, MoveDossiers moving, TimeProvider clock) : PageModel
{
    /// <summary>Code of the process.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The version to go to.</summary>
    [BindProperty(SupportsGet = true)]
    public int Version { get; set; }

    /// <summary>Chosen dossiers: "id version".</summary>
    [BindProperty(Name = "chon")]
    public List<string> Chosen { get; set; } = [];

    /// <summary>The version to go to.</summary>
    public ProcessDefinition Process { get; private set; } = null!;

    /// <summary>All agencies.</summary>
    public AgencyDirectory Agencies { get; private set; } = null!;

    /// <summary>Whether it holds today: before, nobody goes over.</summary>
    public bool Holds => Process.From <= Vietnam.Day(clock.GetUtcNow());

    /// <summary>Dossiers on other versions.</summary>
    public IReadOnlyList<MovableDossier> Dossiers { get; private set; } = [];

    /// <summary>What became of those that were chosen; null before.</summary>
    public IReadOnlyList<MovedDossier>? Moved { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Load(cancel) ? Page() : NotFound();

    /// <summary>Moves the chosen ones.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Load(cancel))
            return NotFound();
        var chosen = Chosen.Select(c => c.Split(' ')).Where(c => c.Length == 2)
            .Select(c => Guid.TryParse(c[0], out var id) && int.TryParse(c[1], out var seen) ? ((DossierId, int)?)(new DossierId(id), seen) : null)
            .OfType<(DossierId Id, int Seen)>().ToList();
        if (chosen.Count == 0)
        {
            ModelState.AddModelError("", "Chưa chọn hồ sơ nào để chuyển.");
            return Page();
        }
        Moved = await moving.Do(Version, chosen, SignedIn.Of(HttpContext).Id, "counter", cancel);
        return await Load(cancel) ? Page() : NotFound();
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        var reference = await references.Get(db, cancel);
        if (reference.Processes.FirstOrDefault(p => p.Code == Code && p.Version == Version) is not { } process)
            return false;
        (Process, Agencies) = (process, reference.Agencies);
        Dossiers = Holds ? await moving.Preview(Code, Version, SignedIn.Of(HttpContext).Id, cancel) : [];
        return true;
    }
}
