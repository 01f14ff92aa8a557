using System.Security.Cryptography;
using MotCua.App.Papers;

namespace MotCua.Web.Backup;

/// <summary>Looks whether papers are still what was stored.</summary>
internal static class StoredPapers
{
    /// <summary>Whether the bytes of a digest still have it; also where they were swept meanwhile.</summary>
    public static async Task<bool> AreWhole(IFileStore store, string digest, CancellationToken stop)
    {
        try
        {
            await using var paper = store.Open(digest);
            return paper is null || Convert.ToHexStringLower(await SHA256.HashDataAsync(paper, stop)) == digest;
        }
        catch (UnopenableFileException)
        {
            return false;
        }
    }
}
