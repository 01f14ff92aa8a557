using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using MotCua.App;
using MotCua.App.Papers;
using MotCua.Domain.Law;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>Takes the files of a dossier's forms. A file that came with a form which was not taken is held: its bytes lie in the store,
/// and the form carries a sealed note of it, so that nobody attaches what he did not send.</summary>
public sealed class Uploads(FileIntake intake, IFileStore store, IDataProtectionProvider protection)
{
    private readonly IDataProtector seal = protection.CreateProtector("MotCua.Uploads");

    /// <summary>What may be attached to a dossier today.</summary>
    public static FileRules RulesOf(DossierView view) => FileRules.On(view.Now.Today, view.Reference.Rules, view.Now.Procedure.Code);

    /// <summary>The file just sent; else the one held from before; else none.</summary>
    public async Task<(StoredFile? File, Refusal? No)> Take(IFormFile? sent, string? held, DossierView view, CancellationToken cancel)
    {
        return await Take(sent, held, RulesOf(view), view.Papers.Sum(p => p.Files.Sum(f => f.Size)), cancel);
    }

    /// <summary>The same for those who do not see the whole dossier.</summary>
    /// <param name="already">Bytes that the dossier holds.</param>
    public async Task<(StoredFile? File, Refusal? No)> Take(IFormFile? sent, string? held, FileRules rules, long already, CancellationToken cancel)
    {
        if (sent is null)
            return (Open(held), null);
        await using var bytes = sent.OpenReadStream();
        return await intake.Take(bytes, sent.FileName, rules, already, cancel);
    }

    /// <summary>A sealed note of a stored file, for a hidden field.</summary>
    public string Hold(StoredFile file) => seal.Protect(JsonSerializer.Serialize(file, Json.Stored));

    /// <summary>The file of a sealed note; null if there is none, the seal is not ours, or the file was swept because the form lay too long.</summary>
    public StoredFile? Open(string? note)
    {
        try
        {
            var file = string.IsNullOrEmpty(note) ? null : JsonSerializer.Deserialize<StoredFile>(seal.Unprotect(note), Json.Stored);
            return file is not null && store.Renew(file.Digest) ? file : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
