using MotCua.App.Papers.Uploading;
using MotCua.Domain.Agencies;

namespace MotCua.Web.SignIn;

/// <summary>Files that came in pieces before their form: the form names them, and to the page they look like files that came with it.</summary>
internal sealed class SentInPieces(ResumableUploads uploads)
{
    /// <summary>The field that names one: "FIELD|ID".</summary>
    public const string Field = "_tai_len";

    private const int Most = 200;

    /// <summary>The form with its files; the same where it names none. They are thrown away once the page has answered.</summary>
    public async Task<IFormCollection> Complete(IFormCollection sent, OfficerId officer, HttpContext http)
    {
        if (!sent.TryGetValue(Field, out var named))
            return sent;
        var files = new FormFileCollection();
        files.AddRange(sent.Files.Where(f => f.Length > 0 || !named.Any(n => n!.StartsWith(f.Name + "|", StringComparison.Ordinal))));
        foreach (var name in named.OfType<string>().Distinct().Take(Most))
            if (await Open(name, officer, http) is { } file)
                files.Add(file);
        return new FormCollection(sent.Where(v => v.Key != Field).ToDictionary(v => v.Key, v => v.Value), files);
    }

    private async Task<FormFile?> Open(string name, OfficerId officer, HttpContext http)
    {
        var bar = name.LastIndexOf('|');
        if (bar < 0 || !Guid.TryParse(name[(bar + 1)..], out var id) || await uploads.Find(id, officer, http.RequestAborted) is not { } head
            || uploads.Open(head) is not { } bytes)
            return null;
        http.Response.RegisterForDispose(bytes);
        http.Response.OnCompleted(() =>
        {
            // A page that failed gives the form back with its files held in the store; one that answered has taken them or said why not.
            uploads.Remove(head);
            return Task.CompletedTask;
        });
        return new FormFile(bytes, 0, head.Length, name[..bar], head.Name) { Headers = new HeaderDictionary(), ContentType = "application/octet-stream" };
    }
}
