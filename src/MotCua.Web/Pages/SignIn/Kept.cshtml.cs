using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.SignIn;

/// <summary>Shows what a kept form holds, whatever page it was for.</summary>
[NeverKept]
public sealed class KeptModel : PageModel
{
    private readonly ParkedForms parked;

    /// <summary>Asks the host for the kept forms.</summary>
    public KeptModel(IServiceProvider services) => parked = services.GetRequiredService<ParkedForms>();

    /// <summary>When it was sent.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The page that it was sent to.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The address that opens it again; null where it is not one of ours.</summary>
    public string? Reopens { get; private set; }

    /// <summary>Every field that is not empty, in the order of the form.</summary>
    public IReadOnlyList<(string Name, string Value)> Fields { get; private set; } = [];

    /// <summary>Its files, with their sizes.</summary>
    public IReadOnlyList<string> Files { get; private set; } = [];

    /// <summary>Shows it; another officer's is as unknown as none.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await parked.Find(id, SignedIn.Of(HttpContext).Id, cancel) is not { } kept)
            return NotFound();
        (At, Path, Reopens) = (kept.At, Uri.UnescapeDataString(kept.Path), Url.IsLocalUrl(kept.Reopens) ? kept.Reopens : null);
        Fields = [.. kept.Fields.Where(f => !string.IsNullOrWhiteSpace(f.Value)).GroupBy(f => f.Name)
            .Select(g => (g.Key, string.Join("; ", g.Select(f => f.Value).Distinct())))];
        Files = [.. kept.Files.Select(f => f.Label())];
        return Page();
    }

    /// <summary>Throws it away.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancel)
    {
        await parked.Remove(id, SignedIn.Of(HttpContext).Id, cancel);
        TempData["Done"] = "Đã bỏ biểu mẫu đang giữ.";
        return LocalRedirect("/viec");
    }
}
