using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using MotCua.App;
using MotCua.App.Papers;

namespace MotCua.Web.SignIn;

/// <summary>Files of a form that the machine failed to take, while no row can name them: their bytes lie in the store, and the form that is
/// sent again carries a sealed note of them, so that nobody attaches what he did not send.</summary>
internal sealed class HeldFiles(IFileStore store, IDataProtectionProvider protection)
{
    /// <summary>The field that carries the note.</summary>
    public const string Field = "_tep_da_gui";

    private readonly IDataProtector seal = protection.CreateProtector("MotCua.HeldFiles");

    /// <summary>A note of stored files.</summary>
    public string Note(IReadOnlyList<KeptFile> files) => seal.Protect(JsonSerializer.Serialize(files, Json.Stored));

    /// <summary>The files of the note in a form, as far as they are still there; none where the seal is not ours.</summary>
    public IReadOnlyList<KeptFile> In(IFormCollection form)
    {
        try
        {
            var files = form[Field].Where(n => !string.IsNullOrEmpty(n))
                .SelectMany(n => JsonSerializer.Deserialize<List<KeptFile>>(seal.Unprotect(n!), Json.Stored)!);
            return [.. files.Where(f => store.Renew(f.Digest))];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    /// <summary>The form with the files of its note; the same where it has none.</summary>
    public IFormCollection Complete(IFormCollection sent, HttpResponse response)
    {
        if (!sent.ContainsKey(Field))
            return sent;
        var files = new FormFileCollection();
        files.AddRange(sent.Files);
        files.AddRange(KeptFile.Open(In(sent), store, response));
        return new FormCollection(sent.Where(v => v.Key != Field).ToDictionary(v => v.Key, v => v.Value), files);
    }
}
