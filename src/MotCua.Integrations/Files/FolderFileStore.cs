using System.Security.Cryptography;
using MotCua.App.Papers;

namespace MotCua.Integrations.Files;

/// <summary>Keeps files in a folder, named by digest and sealed. A file appears under its name only when it is whole and was read back. Its time of
/// writing says when it was stored or renewed.</summary>
/// <param name="clock">By which that time is told; null = the system's.</param>
/// <param name="keys">By which files are sealed; null = they lie plain, as earlier versions left them.</param>
public sealed class FolderFileStore(string folder, TimeProvider? clock = null, StoreKeys? keys = null) : IFileStore
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
            var (digest, size) = await Write(content, part, cancel);
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
    public async Task<bool> Reseal(string digest, CancellationToken cancel)
    {
        if (keys is null || Find(digest) is not { } lying)
            return false;
        await using (lying)
            if (StoredBytes.AreNewest(lying, keys))
                return false;
        await using var content = Open(digest);
        if (content is null)
            return false;
        await Put(content, cancel);
        return true;
    }

    /// <inheritdoc/>
    public Stream? Open(string digest) => Find(digest) is { } lying ? StoredBytes.Open(lying, keys, digest) : null;

    /// <inheritdoc/>
    public IEnumerable<string> Digests() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).OfType<string>().Where(n => n.Length == 64)
        : [];

    /// <summary>Whether any file lies sealed.</summary>
    public bool HoldsSealed()
    {
        foreach (var digest in Digests())
        {
            using var lying = Find(digest);
            if (lying is not null && StoredBytes.AreSealed(lying))
                return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public bool Renew(string digest)
    {
        try
        {
            if (!StoredBytes.IsDigest(digest))
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

    private async Task<(string Digest, long Size)> Write(Stream content, string part, CancellationToken cancel)
    {
        (string Digest, long Size) written;
        await using (var file = new FileStream(part, New()))
        {
            written = keys is null ? await Copy(content, file, cancel) : await SealedFormat.Write(content, file, keys.Newest, cancel);
            file.Flush(flushToDisk: true);
        }
        await StoredBytes.Prove(File.OpenRead(part), keys, written.Digest, cancel);
        return written;
    }

    private static FileStreamOptions New()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 81920, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static async Task<(string Digest, long Size)> Copy(Stream content, Stream file, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long size = 0;
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0; size += read)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }

    private FileStream? Find(string digest)
    {
        try
        {
            return StoredBytes.IsDigest(digest)
                ? new FileStream(PathOf(digest), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete)
                : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private string PathOf(string digest) => Path.Combine(folder, digest[..2], digest);
}
