using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Selections;
using MotCua.App.Dossiers;
using MotCua.App.Processing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Work;

/// <summary>One thing done to many dossiers: first what would become of each, then what became of it.</summary>
public sealed class ManyModel(BatchActs batch, HandleDossier handle, DossierDesk desk) : PageModel
{
    private static readonly (BatchKind Kind, string Slug, Duty[] Duties)[] Kinds =
    [
        (BatchKind.Claim, "nhan-viec", [Duty.Receive, Duty.Handle, Duty.Sign, Duty.Clerk, Duty.Return]),
        (BatchKind.Assign, "phan-cong", [Duty.Lead, Duty.HeadOneStop]), (BatchKind.Forward, "chuyen-tiep", [Duty.Receive, Duty.HeadOneStop, Duty.Handle]),
        (BatchKind.Approve, "phe-duyet", [Duty.Sign]), (BatchKind.Return, "tra-ket-qua", [Duty.Return]),
        (BatchKind.UndoClaim, "hoan-tac-nhan", []), (BatchKind.UndoAssign, "hoan-tac-giao", []), (BatchKind.UndoForward, "hoan-tac-chuyen", []),
    ];

    /// <summary>What is done.</summary>
    public BatchKind Kind { get; private set; }

    /// <summary>Name of it.</summary>
    public string Heading => WorkLine.Sentence(Terms.Of(Kind));

    /// <summary>The list to go back to.</summary>
    public string Back { get; private set; } = "/viec";

    /// <summary>The dossiers.</summary>
    public IReadOnlyList<BatchLine> Lines { get; private set; } = [];

    /// <summary>Whether it was done.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Who gets the steps.</summary>
    public int? Officer { get; private set; }

    /// <summary>Who may get them.</summary>
    public IReadOnlyList<Choice> Officers { get; private set; } = [];

    /// <summary>Key of the next sending: what was confirmed twice is done once.</summary>
    public string NextKey { get; private set; } = Guid.NewGuid().ToString("N");

    /// <summary>What takes it back; null where nothing does.</summary>
    public string? Undo => BatchActs.UndoOf(Kind) is { } undo ? SlugOf(undo) : null;

    /// <summary>Name of a kind in a form.</summary>
    public static string SlugOf(BatchKind kind) => Kinds.First(k => k.Kind == kind).Slug;

    /// <summary>What an officer's duties let him do to many dossiers.</summary>
    public static IReadOnlyList<(string Slug, string Label)> KindsOf(SignedIn officer) =>
        [.. Kinds.Where(k => k.Duties.Any(officer.Has)).Select(k => (k.Slug, WorkLine.Sentence(Terms.Of(k.Kind))))];

    /// <summary>Nothing is chosen.</summary>
    public IActionResult OnGet() => LocalRedirect("/viec");

    /// <summary>What would become of each.</summary>
    public async Task<IActionResult> OnPostAsync(string[]? chon, string? viec, string? ve, CancellationToken cancel)
    {
        if (!Read(viec, ve))
            return BadRequest();
        await Preview(Items(chon), cancel);
        return Page();
    }

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostDoAsync(string[]? chon, string? viec, string? ve, string? khoa, int? nguoi, CancellationToken cancel)
    {
        if (!Read(viec, ve))
            return BadRequest();
        Officer = nguoi;
        if (Kind == BatchKind.Assign && nguoi is null)
        {
            ModelState.AddModelError("nguoi", "Hãy chọn cán bộ nhận các bước này.");
            await Preview(Items(chon), cancel);
            return Page();
        }
        var hand = SignedIn.Of(HttpContext).Hand() with { Key = Guid.TryParse(khoa, out var key) ? key.ToString("N") : NextKey };
        Lines = await batch.Do(Kind, Items(chon), nguoi is { } to ? new OfficerId(to) : null, hand, cancel);
        IsDone = true;
        return Page();
    }

    private bool Read(string? viec, string? ve)
    {
        Back = ve is not null && Url.IsLocalUrl(ve) && ve.StartsWith("/viec", StringComparison.Ordinal) ? ve : "/viec";
        var found = Kinds.Where(k => k.Slug == viec).ToList();
        Kind = found.Count > 0 ? found[0].Kind : default;
        return found.Count > 0;
    }

    private static List<BatchItem> Items(string[]? chosen) => [.. (chosen ?? []).Select(BatchItem.Read).OfType<BatchItem>().Take(BatchActs.Most)];

    private async Task Preview(List<BatchItem> items, CancellationToken cancel)
    {
        Lines = await batch.Preview(Kind, items, SignedIn.Of(HttpContext).Id, cancel);
        if (Kind != BatchKind.Assign)
            return;
        var places = new HashSet<(AgencyId Unit, StepKind Kind)>();
        foreach (var line in Lines.Where(l => l.No is null))
            if ((await desk.Look(line.Item.Dossier, Actor.Job, cancel))?.Dossier.Open[line.Item.Step] is { } step)
                places.Add((step.Unit, step.Kind));
        var officers = new Dictionary<int, Choice>();
        foreach (var (unit, kind) in places)
            foreach (var o in await handle.Candidates(unit, kind, cancel))
                officers[o.Id] = new Choice(o.Id.ToString(CultureInfo.InvariantCulture), $"{o.Name}, {o.Title}");
        Officers = [.. officers.Values];
    }
}
