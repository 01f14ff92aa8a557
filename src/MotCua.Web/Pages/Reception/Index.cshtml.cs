using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Reception;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Reception;

/// <summary>The door of the reception: choose a procedure, or go on with what was begun.</summary>
[NeedsDuty(Duty.Receive)]
public sealed class IndexModel(ProcedureSearch search, AttemptReader reader, Attempts attempts, ReferenceCache references, App.MotCuaDb db, TimeProvider clock)
    : PageModel
{
    /// <summary>Words or code looked for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    /// <summary>The receiving unit.</summary>
    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public int? UnitId { get; set; }

    /// <summary>Code of the procedure taken.</summary>
    [BindProperty(Name = "procedure")]
    public string? Procedure { get; set; }

    /// <summary>Units where the officer receives.</summary>
    public IReadOnlyList<Agency> Units { get; private set; } = [];

    /// <summary>What was found, or what is received most.</summary>
    public IReadOnlyList<FoundProcedure> Found { get; private set; } = [];

    /// <summary>What was begun.</summary>
    public IReadOnlyList<OpenAttempt> Open { get; private set; } = [];

    /// <summary>Now.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    private SignedIn Me => SignedIn.Of(HttpContext);

    /// <summary>Shows the page.</summary>
    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    /// <summary>Begins an attempt; words that do not name one procedure are looked for.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Load(cancel);
        var code = string.IsNullOrWhiteSpace(Procedure) ? Only(Found, Query) : Procedure.Trim();
        if (code is null)
            return RedirectToPage(new RouteValueDictionary { ["q"] = Query, ["don-vi"] = UnitId });
        var begun = await attempts.Begin(code, new AgencyId(UnitId!.Value), Me.Id, cancel);
        if (begun.Attempt is { } attempt)
            return Redirect($"/tiep-nhan/{attempt.Id}");
        ModelState.AddRefusal(begun.Refusal!);
        return Page();
    }

    private static string? Only(IReadOnlyList<FoundProcedure> found, string? query) =>
        string.IsNullOrWhiteSpace(query) ? null
        : found is [var only] ? only.Procedure.Code
        : found.FirstOrDefault(f => f.Procedure.Code == query.Trim())?.Procedure.Code;

    private async Task Load(CancellationToken cancel)
    {
        var reference = await references.Get(db, cancel);
        Units = [.. Me.UnitsOf(Duty.Receive).Select(reference.Agencies.Find).OfType<Agency>()];
        if (Units.All(u => u.Id.Value != UnitId))
            UnitId = Units[0].Id.Value;
        Found = await search.Find(Query, new AgencyId(UnitId!.Value), cancel: cancel);
        Open = await reader.Open(Me.Id, cancel);
    }

    /// <summary>The unit as the address carries it.</summary>
    public string UnitText => UnitId!.Value.ToString(CultureInfo.InvariantCulture);
}
