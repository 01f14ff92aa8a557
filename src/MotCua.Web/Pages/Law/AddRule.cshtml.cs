using Microsoft.AspNetCore.Mvc;
using MotCua.App.Amending;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Law;

/// <summary>Adds a dated row of a rule.</summary>
[NeedsDuty(Duty.Administer)]
public sealed class AddRuleModel(Amend amend, LawReader reader, TimeProvider clock) : AmendPage(amend)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>What is ruled.</summary>
        public string Key { get; set; } = "";

        /// <summary>The value.</summary>
        public string Value { get; set; } = "";

        /// <summary>Where.</summary>
        public string Scope { get; set; } = "nation";

        /// <summary>For one procedure only.</summary>
        public string? Procedure { get; set; }

        /// <summary>First day.</summary>
        public DateOnly? From { get; set; }

        /// <summary>Last day.</summary>
        public DateOnly? To { get; set; }

        /// <summary>The text.</summary>
        public string Basis { get; set; } = "";

        /// <summary>Whether it was read.</summary>
        public bool Verified { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>What is ruled.</summary>
    public RuleKey RuleKey { get; private set; } = null!;

    /// <summary>The reference rows.</summary>
    public ReferenceData Reference { get; private set; } = null!;

    /// <summary>The rows that hold today or later.</summary>
    public IReadOnlyList<RuleLine> Standing { get; private set; } = [];

    /// <summary>Where it may hold.</summary>
    public IReadOnlyList<Choice> Scopes { get; private set; } = [];

    /// <summary>Shows the form of a key.</summary>
    public async Task<IActionResult> OnGetAsync(string? khoa, CancellationToken cancel) =>
        await Load(khoa, cancel) ? Page() : NotFound();

    /// <summary>Looks at it or saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Load(Input.Key, cancel))
            return NotFound();
        if (Input.From is null && ModelState.IsValid)
            ModelState.AddModelError("Input.From", "Hãy nhập ngày bắt đầu áp dụng.");
        var scope = string.IsNullOrWhiteSpace(Input.Procedure) ? Input.Scope : $"procedure:{Input.Procedure.Trim()}";
        return await Send(
            new AddRule(Input.Key, scope, Input.Value ?? "", Input.Basis ?? "", Input.From ?? default, Input.To, Input.Verified),
            $"/danh-muc/quy-dinh?khoa={Input.Key}", cancel);
    }

    private async Task<bool> Load(string? key, CancellationToken cancel)
    {
        Reference = await reader.Reference(cancel);
        if (Reference.Rules.Keys.FirstOrDefault(k => k.Key == key) is not { } found)
            return false;
        RuleKey = found;
        var today = Vietnam.Day(clock.GetUtcNow());
        Scopes = LawWords.Scopes(Reference, today);
        Standing = [.. (await reader.Rules(null, found.Key, cancel)).Where(r => r.Rule.To is null || r.Rule.To >= today)];
        return true;
    }
}
