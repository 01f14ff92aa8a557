using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using MotCua.Web.Configuration;

namespace MotCua.Web.Backup;

/// <summary>Packs a data folder into one .tar.gz while the system runs. The database is copied first: every paper that the copy
/// knows was stored before it and never changes, so what is packed afterwards holds all of them.</summary>
public sealed class ArchiveWriter(MotCuaSettings settings)
{
    // The database with its journals is packed as a copy; a leading dot or ".part" marks locks and what is still being written.
    private static readonly string[] Journals = ["", "-wal", "-shm", "-journal"];
    private readonly List<ManifestEntry> _entries = [];
    private readonly Lazy<App.Papers.IFileStore> store = new(() => FileStores.Of(settings));

    /// <summary>Papers whose bytes no longer have the digest that is their name; they are packed as they are.</summary>
    public List<string> Damaged { get; } = [];

    /// <summary>Writes the archive. <paramref name="copy"/> is a place for the database's copy, removed by the caller.</summary>
    /// <exception cref="IOException">The disk is full or something cannot be read.</exception>
    public async Task<Manifest> Write(Stream to, string copy, CancellationToken stop)
    {
        DatabaseCopy.Make(settings.DatabaseFile, copy);
        var created = DateTimeOffset.UtcNow;
        await using var packed = new GZipStream(to, CompressionLevel.Fastest);
        await using var tar = new TarWriter(packed, TarEntryFormat.Pax);
        await Pack(tar, copy, Manifest.Database, stop);
        foreach (var path in Directory.EnumerateFiles(settings.Data, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            if (NameOf(path) is { } name)
                await Pack(tar, path, name, stop);
        var manifest = new Manifest(Manifest.Current, created, _entries);
        using var last = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, JsonSerializerOptions.Web));
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, Manifest.EntryName) { DataStream = last }, stop);
        return manifest;
    }

    private string? NameOf(string path)
    {
        var name = Path.GetRelativePath(settings.Data, path).Replace('\\', '/');
        var left = Journals.Any(j => name == Manifest.Database + j)
            || name.EndsWith(".part", StringComparison.Ordinal)
            || name.Split('/').Any(p => p[0] == '.');
        return left ? null : name;
    }

    private async Task Pack(TarWriter tar, string path, string name, CancellationToken stop)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // An orphan was swept meanwhile.
            return;
        }
        await using var hashed = new HashingStream(file);
        var size = hashed.Length;
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name)
        {
            DataStream = hashed,
            ModificationTime = File.GetLastWriteTimeUtc(path),
            Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }, stop);
        var digest = hashed.Digest();
        _entries.Add(new(name, size, digest));
        // Sealed bytes are packed as they lie; whether they are still the paper only their key tells.
        if (PromisedDigest(name) is { } promised && promised != digest && !await StoredPapers.AreWhole(store.Value, promised, stop))
            Damaged.Add(name);
    }

    // The file store names a paper by the digest of its bytes.
    private static string? PromisedDigest(string name) =>
        name.StartsWith("files/", StringComparison.Ordinal) && Path.GetFileName(name) is { Length: 64 } digest && digest.All(char.IsAsciiHexDigitLower)
            ? digest
            : null;
}
