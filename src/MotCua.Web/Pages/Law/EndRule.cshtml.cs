using Microsoft.AspNetCore.Mvc;
using MotCua.App.Amending;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Law;

/// <summary>Ends a row of a rule with a day.</summary>
[NeedsDuty(Duty.Administer)]
public sealed class EndRuleModel(Amend amend, LawReader reader) : AmendPage(amend)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>The last day.</summary>
        public DateOnly? Last { get; set; }

        /// <summary>The text.</summary>
        public string Basis { get; set; } = "";
    }

    /// <summary>The row.</summary>
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The row.</summary>
    public RuleLine Line { get; private set; } = null!;

    /// <summary>The reference rows.</summary>
    public ReferenceData Reference { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Load(cancel) ? Page() : NotFound();

    /// <summary>Looks at it or saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Load(cancel))
            return NotFound();
        if (Input.Last is null && ModelState.IsValid)
            ModelState.AddModelError("Input.Last", "Hãy nhập ngày cuối áp dụng.");
        return await Send(new EndRule(Id, Input.Last ?? default, Input.Basis ?? ""), $"/danh-muc/quy-dinh?khoa={Line.Rule.Key}", cancel);
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        Reference = await reader.Reference(cancel);
        if (await reader.Rule(Id, cancel) is not { } line)
            return false;
        Line = line;
        return true;
    }
}
