using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using MotCua.App;
using MotCua.App.Reference;
using MotCua.App.Work;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Work;

/// <summary>The follow-up book of a one-stop unit (R-FORM-11, R-FORM-24).</summary>
public sealed class BookModel(FollowUpBook books, WorkChoices choices, ReferenceCache references, MotCuaDb db, TimeProvider clock) : PageModel
{
    /// <summary>Units whose books may be opened.</summary>
    public IReadOnlyList<Agency> Units { get; private set; } = [];

    /// <summary>The unit shown; null where there is none.</summary>
    public Agency? Unit { get; private set; }

    /// <summary>The agency above it, which the form names first.</summary>
    public string Above { get; private set; } = "";

    /// <summary>The year shown.</summary>
    public int Year { get; private set; }

    /// <summary>Years with a book.</summary>
    public IReadOnlyList<Choice> Years { get; private set; } = [];

    /// <summary>The sector shown; null for all.</summary>
    public string? Sector { get; private set; }

    /// <summary>Sectors to choose.</summary>
    public IReadOnlyList<Choice> Sectors { get; private set; } = [];

    /// <summary>The lines.</summary>
    public BookPage Book { get; private set; } = new([], "2025", null, null);

    /// <summary>Whether the columns are those of the forms of 2018.</summary>
    public bool Old => Book.Form == "2018";

    /// <summary>Shows a page of a book.</summary>
    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "don-vi")] string? unit, [FromQuery(Name = "nam")] string? year, [FromQuery(Name = "linh-vuc")] string? sector,
        string? sau, string? truoc, CancellationToken cancel)
    {
        var officer = SignedIn.Of(HttpContext);
        var reference = await references.Get(db, cancel);
        Units = await books.Units(officer.Id.Value, cancel);
        Unit = unit is null ? Units.FirstOrDefault() : Units.FirstOrDefault(u => Number(u.Id.Value) == unit);
        if (Unit is null)
            return unit is null ? Page() : NotFound();
        var years = await books.Years(Unit.Id.Value, cancel);
        var today = Vietnam.Day(clock.GetUtcNow());
        Year = years.FirstOrDefault(y => Number(y) == year, years.FirstOrDefault(today.Year));
        Years = [.. years.DefaultIfEmpty(today.Year).Select(y => new Choice(Number(y), Number(y)))];
        Sectors = [.. (await choices.Of(officer.Id.Value, cancel)).Sectors.Select(s => new Choice(s, s))];
        Sector = Sectors.FirstOrDefault(s => s.Value == sector)?.Value;
        Above = Unit.Parent is { } parent ? reference.Agencies.NameOf(parent) : "";
        if (await books.Page(officer.Id, new BookOf(Unit.Id.Value, Year), Sector, sau, truoc, cancel) is not { } page)
            return NotFound();
        Book = page;
        return Page();
    }

    /// <summary>The address of another page of the book.</summary>
    public string PageHref(string name, string place) => QueryHelpers.AddQueryString("/so-theo-doi", new Dictionary<string, string?>
    {
        ["don-vi"] = Number(Unit!.Id.Value), ["nam"] = Number(Year), ["linh-vuc"] = Sector, [name] = place,
    });

    private static string Number(int n) => n.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
