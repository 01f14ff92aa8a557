using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Papers;
using MotCua.App.Papers.Uploading;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Integrations.Files;
using MotCua.Web.Configuration;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Store;

/// <summary>Where files lie, by which keys they are sealed, whether somebody looks for viruses: for the administrator.</summary>
[NeedsDuty(Duty.Administer)]
public sealed class FilesModel(
    MotCuaSettings settings, IFileStore store, IVirusScan viruses, IUploadSpool spool, ReferenceCache references, MotCuaDb db, TimeProvider clock) : PageModel
{
    /// <summary>Where files lie, in words.</summary>
    public string Place => settings.S3 is { } at ? $"kho S3 {at.Url}, bucket {at.Bucket}" : settings.Files;

    /// <summary>Why the place cannot be used; null if it can, or it is a folder.</summary>
    public string? Problem { get; private set; }

    /// <summary>The keys.</summary>
    public StoreKeys Keys { get; private set; } = null!;

    /// <summary>Whether the keys come from the settings and are no file that a backup takes along.</summary>
    public bool KeysFromSettings => settings.FileKeys is not null;

    /// <summary>Whether a scanner is configured.</summary>
    public bool Scans => viruses.IsConfigured;

    /// <summary>Whether the scanner answers.</summary>
    public bool ScannerAnswers { get; private set; }

    /// <summary>What may be attached today.</summary>
    public FileRules Rules { get; private set; } = null!;

    /// <summary>Files that are on their way.</summary>
    public int Uploads { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Keys = FileStores.Keys(settings, clock);
        Problem = store is S3FileStore bucket ? await bucket.Problem(cancel) : null;
        ScannerAnswers = Scans && await viruses.Answers(cancel);
        Rules = FileRules.On(Vietnam.Day(clock.GetUtcNow()), (await references.Get(db, cancel)).Rules);
        Uploads = spool.All().Count;
    }
}
