using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Print;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Forms;

/// <summary>The statutory forms by set: which template each is printed by, and whether it was compared with the annex.</summary>
[NeedsDuty(Duty.Administer, Duty.Control)]
public sealed class IndexModel(ReplaceForm forms, ReferenceCache references, MotCuaDb db) : PageModel
{
    private IReadOnlyList<Rule> sets = [];

    /// <summary>The forms, newest set first.</summary>
    public IReadOnlyList<FormLine> Lines { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Lines = await forms.Lines(cancel);
        sets = [.. (await references.Get(db, cancel)).Rules.Rules.Where(r => r.Key == "form.set")];
    }

    /// <summary>The days on which papers are issued by a set.</summary>
    public string DaysOf(string set)
    {
        var rows = sets.Where(r => r.Value == set).ToList();
        return rows.Count == 0 ? "" : rows.Any(r => r.To is null)
            ? $"giấy cấp từ {VietText.Day(rows.Min(r => r.From))}"
            : $"giấy cấp từ {VietText.Day(rows.Min(r => r.From))} đến {VietText.Day(rows.Max(r => r.To!.Value))}";
    }
}
