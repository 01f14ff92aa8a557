using System.Security.Cryptography;
using MotCua.App.Papers;

namespace MotCua.Integrations.Files;

/// <summary>Keeps files in a folder, named by digest. A file appears under its name only when it is whole. Its time of writing says when it was
/// stored or renewed.</summary>
/// <param name="clock">By which that time is told; null = the system's.</param>
public sealed class FolderFileStore(string folder, TimeProvider? clock = null) : IFileStore
{
    /// <summary>How the names of files end that are still being written.</summary>
    public const string Part = ".part";

    // A file that is being removed: it comes back under its name if somebody renewed it at that moment.
    private const string Leaving = ".leaving";
    private readonly TimeProvider clock = clock ?? TimeProvider.System;

    /// <inheritdoc/>
    public async Task<(string Digest, long Size)> Put(Stream content, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var part = Path.Combine(folder, Guid.NewGuid().ToString("N") + Part);
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
            File.SetLastWriteTimeUtc(part, clock.GetUtcNow().UtcDateTime);
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
        if (!IsDigest(digest))
            return null;
        try
        {
            return new FileStream(PathOf(digest), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<string> Digests() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).OfType<string>().Where(n => n.Length == 64)
        : [];

    /// <inheritdoc/>
    public bool Renew(string digest)
    {
        try
        {
            if (!IsDigest(digest))
                return false;
            File.SetLastWriteTimeUtc(PathOf(digest), clock.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<string> Before(DateTimeOffset instant)
    {
        Return();
        return Digests().Where(d => File.GetLastWriteTimeUtc(PathOf(d)) < instant.UtcDateTime);
    }

    /// <inheritdoc/>
    public bool Remove(string digest, DateTimeOffset before)
    {
        var path = PathOf(digest);
        if (!File.Exists(path) || File.GetLastWriteTimeUtc(path) >= before.UtcDateTime)
            return false;
        // Whoever stores it from here on stores it anew; whoever was quicker is seen below.
        var leaving = path + Leaving;
        File.Move(path, leaving, overwrite: true);
        if (File.GetLastWriteTimeUtc(leaving) >= before.UtcDateTime)
        {
            File.Move(leaving, path, overwrite: true);
            return false;
        }
        File.Delete(leaving);
        return true;
    }

    // A process that was killed half way through a removal has left the file beside its name.
    private void Return()
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var leaving in Directory.EnumerateFiles(folder, "*" + Leaving, SearchOption.AllDirectories).ToList())
        {
            var path = leaving[..^Leaving.Length];
            if (File.Exists(path))
                File.Delete(leaving);
            else
                File.Move(leaving, path);
        }
    }

    private static bool IsDigest(string digest) => digest.Length == 64 && digest.All(c => char.IsAsciiHexDigitLower(c));

    private string PathOf(string digest) => Path.Combine(folder, digest[..2], digest);
}
