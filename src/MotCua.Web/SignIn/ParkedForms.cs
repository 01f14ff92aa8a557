using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Papers;
using MotCua.App.Reception;
using MotCua.Domain.Agencies;

namespace MotCua.Web.SignIn;

/// <summary>Keeps forms that came when the sign-in had ended, each for the officer whose ticket came with it.</summary>
internal sealed class ParkedForms(MotCuaDb db, IFileStore store, HeldFiles held, SentInPieces pieces, TimeProvider clock)
{
    /// <summary>How long a form is kept.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private const int PerOfficer = 20;
    private static readonly string[] Secrets = ["password", "matkhau", "mat-khau", "mat_khau"];

    /// <summary>Keeps the form of a request.</summary>
    public async Task<KeptForm> Park(HttpRequest request, OfficerId officer, CancellationToken cancel)
    {
        var form = await pieces.Complete(await request.ReadFormAsync(cancel), officer, request.HttpContext);
        var before = await Find(IdIn(form), officer, cancel);
        var files = held.In(form).ToList();
        foreach (var file in form.Files.Where(f => f.Length > 0))
        {
            await using var bytes = file.OpenReadStream();
            var (digest, size) = await store.Put(bytes, cancel);
            files.Add(new KeptFile(file.Name, file.FileName, file.ContentType, digest, size));
        }
        files.AddRange(before is null ? [] : before.Files.Where((_, at) => WantedIn(form).Contains(at)));
        var typed = form.Where(f => !IsOurs(f.Key) && !IsSecret(f.Key)).SelectMany(f => f.Value, (f, v) => new KeptField(f.Key, v ?? ""));
        var row = new ParkedFormRow
        {
            Id = Guid.NewGuid(), OfficerId = officer.Value, Target = Requests.Requery(request.PathAndQuery(), [KeptForm.Query]),
            Typed = JsonSerializer.Serialize(typed.ToList(), Json.Stored), Files = JsonSerializer.Serialize(files, Json.Stored), At = clock.GetUtcNow(),
        };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        await Trim(officer, before, cancel);
        return KeptForm.From(row);
    }

    /// <summary>A kept form of the officer; null if there is none, or it is another's, or too old.</summary>
    public async Task<KeptForm?> Find(Guid? id, OfficerId officer, CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - Life;
        var row = id is null ? null : await db.Set<ParkedFormRow>().AsNoTracking()
            .FirstOrDefaultAsync(p => p.Id == id && p.OfficerId == officer.Value && p.At > since, cancel);
        return row is null ? null : KeptForm.From(row);
    }

    /// <summary>All kept forms of an officer, latest first.</summary>
    public async Task<IReadOnlyList<KeptForm>> Of(OfficerId officer, CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - Life;
        return (await db.Set<ParkedFormRow>().AsNoTracking().Where(p => p.OfficerId == officer.Value && p.At > since)
            .OrderByDescending(p => p.At).ToListAsync(cancel)).ConvertAll(KeptForm.From);
    }

    /// <summary>Lets a kept form go: it was taken, or the officer threw it away.</summary>
    public Task Remove(Guid id, OfficerId officer, CancellationToken cancel) =>
        db.Set<ParkedFormRow>().Where(p => p.Id == id && p.OfficerId == officer.Value).ExecuteDeleteAsync(cancel);

    /// <summary>Lets go what is too old; the bytes of its files are orphans of the store then.</summary>
    /// <returns>How many forms went.</returns>
    public Task<int> Sweep(CancellationToken cancel)
    {
        var until = clock.GetUtcNow() - Life;
        return db.Set<ParkedFormRow>().Where(p => p.At <= until).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Which kept form a form says that it is; null if none.</summary>
    public static Guid? IdIn(IFormCollection form) => Guid.TryParse(form[KeptForm.Field], out var id) ? id : null;

    /// <summary>Which files of the kept form a form still wants.</summary>
    public static IReadOnlySet<int> WantedIn(IFormCollection form) =>
        form[KeptForm.FileField].Select(v => int.TryParse(v, out var at) ? at : -1).ToHashSet();

    private static bool IsOurs(string name) => 
        name is "__RequestVerificationToken" or KeptForm.Field or KeptForm.FileField or HeldFiles.Field;

    /// <summary>Whether a field by its name holds a secret, which is never kept.</summary>
    public static bool IsSecret(string name) => Secrets.Any(s => name.Contains(s, StringComparison.OrdinalIgnoreCase));

    private async Task Trim(OfficerId officer, KeptForm? replaced, CancellationToken cancel)
    {
        if (replaced is not null)
            await Remove(replaced.Id, officer, cancel);
        var many = await db.Set<ParkedFormRow>().Where(p => p.OfficerId == officer.Value)
            .OrderByDescending(p => p.At).Skip(PerOfficer).Select(p => p.Id).ToListAsync(cancel);
        if (many.Count > 0)
            await db.Set<ParkedFormRow>().Where(p => many.Contains(p.Id)).ExecuteDeleteAsync(cancel);
    }
}
