using Microsoft.AspNetCore.Mvc;
using MotCua.App.Amending;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Law;

/// <summary>Ends a group of linked procedures with a day.</summary>
[NeedsDuty(Duty.Administer)]
public sealed class EndGroupModel(Amend amend, LawReader reader) : AmendPage(amend)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>The last day.</summary>
        public DateOnly? Last { get; set; }

        /// <summary>The text.</summary>
        public string Basis { get; set; } = "";
    }

    /// <summary>Code of the group.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>Its first day, as in the address: "2025-07-01".</summary>
    [BindProperty(SupportsGet = true)]
    public string First { get; set; } = "";

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The group.</summary>
    public LinkedGroup Group { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Load(cancel) ? Page() : NotFound();

    /// <summary>Looks at it or saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Load(cancel))
            return NotFound();
        if (Input.Last is null && ModelState.IsValid)
            ModelState.AddModelError("Input.Last", "Hãy nhập ngày cuối áp dụng.");
        return await Send(new EndGroup(Code, Group.From, Input.Last ?? default, Input.Basis ?? ""), "/danh-muc/nhom-lien-thong", cancel);
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        var found = (await reader.Reference(cancel)).Groups.FirstOrDefault(g =>
            g.Procedure == Code && g.From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) == First);
        if (found is not null)
            Group = found;
        return found is not null;
    }
}
