using System.Security.Cryptography;
using MotCua.App.Papers;

namespace MotCua.Integrations.Files;

/// <summary>Keeps files in a folder, named by digest. A file appears under its name only when it is whole.</summary>
public sealed class FolderFileStore(string folder) : IFileStore
{
    /// <inheritdoc/>
    public async Task<(string Digest, long Size)> Put(Stream content, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var part = Path.Combine(folder, $"{Guid.NewGuid():N}.part");
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long size = 0;
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true))
            {
                var buffer = new byte[81920];
                for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0; size += read)
                {
                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancel);
                }
                file.Flush(flushToDisk: true);
            }
            var digest = Convert.ToHexStringLower(hash.GetHashAndReset());
            var path = PathOf(digest);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(part, path, overwrite: true);
            return (digest, size);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <inheritdoc/>
    public Stream? Open(string digest)
    {
        if (digest.Length != 64 || !digest.All(c => char.IsAsciiHexDigitLower(c)))
            return null;
        var path = PathOf(digest);
        return File.Exists(path) ? File.OpenRead(path) : null;
    }

    /// <inheritdoc/>
    public IEnumerable<string> Digests() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).OfType<string>().Where(n => n.Length == 64)
        : [];

    private string PathOf(string digest) => Path.Combine(folder, digest[..2], digest);
}
