using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Digitizing;
using MotCua.App.Papers.Reading;
using MotCua.Domain.Agencies;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Digitizing;

/// <summary>The queue of the officer's units: scans that wait, and papers that are not through the line.</summary>
[NeedsDuty(Duty.Digitize, Duty.Receive, Duty.Clerk, Duty.Handle)]
public sealed class IndexModel(ScanReader reader, IPageReader program) : PageModel
{
    /// <summary>Papers that are not kept yet.</summary>
    public IReadOnlyList<PaperView> Papers { get; private set; } = [];

    /// <summary>Scans that wait to be read or laid.</summary>
    public IReadOnlyList<ScanView> Scans { get; private set; } = [];

    /// <summary>Codes of dossiers.</summary>
    public IReadOnlyDictionary<Guid, string> Codes { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>What this machine lacks to read; null where nothing is missing.</summary>
    public string? Missing => program.Missing;

    /// <summary>Shows the queue.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        (Papers, Scans) = await reader.Open(SignedIn.Of(HttpContext).Id, cancel);
        Codes = await reader.Codes(Papers.Select(p => p.Row.DossierId).Concat(Scans.Select(s => s.Scan.DossierId)), cancel);
    }
}
