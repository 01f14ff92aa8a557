using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Access;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Accounts;

/// <summary>What happened at the doors, for whoever audits.</summary>
[NeedsDuty(Duty.Audit)]
public sealed class SecurityLogModel(SecurityEvents events, ReferenceCache references, MotCuaDb db) : PageModel
{
    /// <summary>First day.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    /// <summary>Whose account.</summary>
    [BindProperty(SupportsGet = true, Name = "canbo")]
    public string? Officer { get; set; }

    /// <summary>Which kind.</summary>
    [BindProperty(SupportsGet = true, Name = "loai")]
    public SecurityEventKind? Kind { get; set; }

    /// <summary>The lines, newest first.</summary>
    public SecurityPage Found { get; private set; } = new([], 1, false);

    /// <summary>The kinds to choose from.</summary>
    public IReadOnlyList<Choice> Kinds { get; } = [.. Choice.Of<SecurityEventKind>()];

    /// <summary>Whether something narrows the list.</summary>
    public bool Narrowed => From is not null || To is not null || Kind is not null || !string.IsNullOrWhiteSpace(Officer);

    /// <summary>Shows a page of the log; what cannot be read narrows nothing, and says so.</summary>
    /// <param name="trang">The page, from 1.</param>
    public async Task OnGetAsync(int trang = 1, CancellationToken cancel = default)
    {
        if (From > To)
            ModelState.AddModelError("den", "Ngày cuối đứng trước ngày đầu; hãy chọn lại.");
        var units = SignedIn.Of(HttpContext).UnitsOf(Duty.Audit);
        Found = await events.Of(
            new SecurityQuery(From, To, Officer, Kind), units, (await references.Get(db, cancel)).Agencies, trang, cancel);
    }

    /// <summary>How grave a kind is.</summary>
    public static Tone ToneOf(SecurityEventKind kind) => kind switch
    {
        SecurityEventKind.HeldBack => Tone.No,
        SecurityEventKind.Refused or SecurityEventKind.CodeRefused or SecurityEventKind.FactorReset or SecurityEventKind.FactorRemoved
            or SecurityEventKind.RecoveryUsed or SecurityEventKind.PasswordReset => Tone.Ask,
        _ => Tone.Plain,
    };

    /// <summary>A kind in words.</summary>
    public static string WordsOf(SecurityEventKind kind) => Terms.Of(kind) is var words ? char.ToUpperInvariant(words[0]) + words[1..] : "";
}
