using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Catalogue;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Domain.Words;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Catalogue;

/// <summary>A procedure as a citizen reads it; open to everyone.</summary>
[AllowAnonymous]
public sealed class ProcedureModel(MotCuaDb db, ReferenceCache references, TimeProvider clock) : PageModel
{
    /// <summary>National code.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The version in force on a day: "22/11/2026", "2026-11-22".</summary>
    [BindProperty(SupportsGet = true, Name = "ngay")]
    public string? DayText { get; set; }

    /// <summary>A version by its number.</summary>
    [BindProperty(SupportsGet = true, Name = "ban")]
    public string? VersionText { get; set; }

    /// <summary>What is shown.</summary>
    public Guide Guide { get; private set; } = null!;

    /// <summary>The procedure.</summary>
    public ProcedureVersion Shown => Guide.Procedure;

    /// <summary>All versions, the newest first; those that never held are left out.</summary>
    public IReadOnlyList<ProcedureLine> Versions { get; private set; } = [];

    /// <summary>The version of today; null if none is in force.</summary>
    public ProcedureLine? Current { get; private set; }

    /// <summary>One-stop units where it may be filed on paper.</summary>
    public IReadOnlyList<Agency> Units { get; private set; } = [];

    /// <summary>Today in Vietnam.</summary>
    public DateOnly Today => Vietnam.Day(clock.GetUtcNow());

    /// <summary>Why another version than that of today is shown; null where it is that of today.</summary>
    public string? Banner =>
        Current?.Version == Shown.Version ? null
        : Shown.From > Today ? $"Đây là bản sắp áp dụng, từ ngày {VietnameseFormat.Day(Shown.From)}."
        : Current is null ? "Thủ tục này hiện không còn hiệu lực."
        : $"Đây là bản cũ, áp dụng từ {VietnameseFormat.Day(Shown.From)} đến {(Shown.To is { } to ? VietnameseFormat.Day(to) : "nay")}.";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var reference = await references.Get(db, cancel);
        Versions = [.. reference.Procedures.Where(p => p.Code == Code && (p.To is null || p.From <= p.To)).OrderByDescending(p => p.Version)];
        Current = reference.Procedure(Code, Today);
        if (Chosen(reference) is not { } line)
            return NotFound();
        // Of a version of another day the fees of that day are shown.
        var day = line.HoldsOn(Today) ? Today : line.From > Today ? line.From : line.To ?? Today;
        Guide = new Guide(await references.Procedure(db, line.Code, line.Version, cancel), day);
        Units = [.. reference.Agencies.All.Where(a => a.Kind == AgencyKind.OneStop && a.From <= Today && (a.To is null || Today <= a.To)
            && (Shown.Scope != BoundaryScope.Unit || Shown.Levels.Contains(a.Level)))];
        return Page();
    }

    /// <summary>Whether an officer who receives reads it.</summary>
    public bool MayReceive => SignedIn.Find(HttpContext)?.Has(Duty.Receive) == true && Current is not null && Shown.Terms.NotHere is null;

    private ProcedureLine? Chosen(ReferenceData reference)
    {
        if (VersionText is { Length: > 0 })
            return int.TryParse(VersionText, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? Versions.FirstOrDefault(v => v.Version == number) : null;
        if (DayText is { Length: > 0 })
            return VietnameseFormat.TryParseDay(DayText, out var day) ? reference.Procedure(Code, day) : null;
        return Current ?? Versions.FirstOrDefault(v => v.From <= Today) ?? (Versions.Count > 0 ? Versions[^1] : null);
    }
}
