using MotCua.App.Papers;
using MotCua.Web.Watch;

namespace MotCua.Web.SignIn;

/// <summary>Reads the form of a request that failed, and stores its files, so that its person can send it again as it was: same fields,
/// same key, same version seen, same guarding token. The database is not asked.</summary>
internal sealed class UntakenForms(IFileStore store, HeldFiles held, ILogger<UntakenForms> log) : IUntakenForms
{
    // What pages carry for themselves and nobody typed.
    private static readonly string[] Technical = ["do", "seen", "page", "slips", "khoa", "phien-ban"];

    public async Task<UntakenForm?> Of(HttpContext http)
    {
        if (!http.SendsForm())
            return null;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var fields = form.Where(f => f.Key != HeldFiles.Field && !ParkedForms.IsSecret(f.Key)).SelectMany(f => f.Value, (f, v) => (f.Key, v ?? "")).ToList();
        var typed = fields.Where(f => !Technical.Contains(f.Key) && f.Key[0] != '_' && !string.IsNullOrWhiteSpace(f.Item2)).ToList();
        // Its kept files stand among the form's own by now.
        if (http.Features.Get<KeptForm>() is { } kept && !form.ContainsKey(KeptForm.Field))
            fields.Add((KeptForm.Field, kept.Id.ToString("D")));
        var files = held.In(form).ToList();
        var lost = new List<string>();
        foreach (var file in form.Files.Where(f => f.Length > 0))
            if (await Keep(file, http) is { } one)
                files.Add(one);
            else
                lost.Add(file.FileName);
        if (files.Count > 0)
            fields.Add((HeldFiles.Field, held.Note(files)));
        return new UntakenForm(http.Request.PathAndQuery(), fields, typed, [.. files.Select(f => f.Label())], lost);
    }

    // Of somebody who is not signed in no bytes are taken.
    private async Task<KeptFile?> Keep(IFormFile file, HttpContext http)
    {
        if (http.User.Identity?.IsAuthenticated != true)
            return null;
        try
        {
            await using var bytes = file.OpenReadStream();
            var (digest, size) = await store.Put(bytes, http.RequestAborted);
            return new KeptFile(file.Name, file.FileName, file.ContentType, digest, size);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogError(e, "A file of a form that failed could not be stored");
            return null;
        }
    }
}
