using Microsoft.AspNetCore.Mvc;
using MotCua.App;
using MotCua.App.Reference;
using MotCua.App.Work;
using MotCua.Domain.Agencies;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Across;

/// <summary>The dossiers behind one number.</summary>
[NeedsDuty(Duty.HeadOneStop, Duty.Lead, Duty.Collect, Duty.Control, Duty.Audit)]
public sealed class CasesModel(AcrossBook book, MotCuaDb db, ReferenceCache references, TimeProvider clock) : AcrossPage(clock)
{
    /// <summary>The receiving unit.</summary>
    [BindProperty(SupportsGet = true, Name = "nhan")]
    public int Reception { get; set; }

    /// <summary>The agency that resolves.</summary>
    [BindProperty(SupportsGet = true, Name = "giai-quyet")]
    public int Competent { get; set; }

    /// <summary>Which number, by its name in the address.</summary>
    [BindProperty(SupportsGet = true, Name = "so")]
    public string? Number { get; set; }

    /// <summary>The pair.</summary>
    public AcrossPair Pair => new(new AgencyId(Reception), new AgencyId(Competent));

    /// <summary>What is listed.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>The dossiers.</summary>
    public IReadOnlyList<AcrossCase> Cases { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var at = Counts.Where(c => c.Slug == Number).ToList();
        if (at is not [var (count, _, title)] || ReadPeriod() is not { } period)
            return LocalRedirect("/phi-dia-gioi");
        Agencies = (await references.Get(db, cancel)).Agencies;
        Heading = title;
        Cases = await book.Behind(SignedIn.Of(HttpContext).Id.Value, period.From, period.To, Pair, count, cancel);
        return Page();
    }
}
