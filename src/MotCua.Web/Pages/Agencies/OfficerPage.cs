using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Staff;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Agencies;

/// <summary>What the pages about one officer share: of an officer whom one may not see they answer as of one that is not there.</summary>
public abstract class OfficerPage(StaffReader staff) : PageModel
{
    /// <summary>The officer, from the address.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public int OfficerId { get; set; }

    /// <summary>Who looks.</summary>
    protected OfficerId Me => SignedIn.Of(HttpContext).Id;

    /// <summary>Reads staff.</summary>
    protected StaffReader Staff => staff;

    /// <summary>How far whoever looks reaches.</summary>
    public Reached Reached { get; private set; } = null!;

    /// <summary>The officer with all his decisions.</summary>
    public OfficerView View { get; private set; } = null!;

    /// <summary>Address of the officer's page.</summary>
    public string Href => $"/to-chuc/can-bo/{OfficerId}";

    /// <summary>Name of a unit.</summary>
    public string Unit(int id) => Reached.Reference.Agencies.NameOf(new AgencyId(id));

    /// <summary>Name of an officer whom the decisions name.</summary>
    public string Name(int? id) => id is { } known ? View.Names.GetValueOrDefault(known, "đã rời hệ thống") : "khi cài đặt";

    /// <summary>The units that whoever looks administers.</summary>
    public IReadOnlyList<Choice> UnitChoices => StaffWords.Choices(StaffReader.Units(Reached).Where(u => Reached.Reach.Administers(u.Unit.Id)));

    /// <summary>Reads what the page shows.</summary>
    /// <param name="title">Title of the page before the officer's name; null for the officer's own page.</param>
    /// <returns>Whether there is such an officer for whoever looks.</returns>
    protected async Task<bool> Load(string? title, CancellationToken cancel)
    {
        Reached = await staff.Reach(Me, cancel);
        if (await staff.Officer(new OfficerId(OfficerId), Reached, cancel) is not { } view)
            return false;
        View = view;
        ViewData["Title"] = title is null ? view.Officer.Name : $"{title} – {view.Officer.Name}";
        ViewData["Css"] = "staff";
        ViewData["Crumbs"] = title is null
            ? new Crumb[] { new("/to-chuc", "Đơn vị và cán bộ"), new(null, view.Officer.Name) }
            : new Crumb[] { new("/to-chuc", "Đơn vị và cán bộ"), new(Href, view.Officer.Name), new(null, title) };
        return true;
    }

    /// <summary>Puts refusals on the form.</summary>
    protected void Refuse(IEnumerable<Refusal> refusals)
    {
        foreach (var no in refusals)
            ModelState.AddRefusal(no, "Input");
    }
}
