using System.Security.Cryptography;
using System.Text.Json;

namespace MotCua.Integrations.Files;

/// <summary>A key of the file store.</summary>
/// <param name="Made">When it was made.</param>
/// <param name="Key">256 bits.</param>
public sealed record StoreKey(DateTimeOffset Made, byte[] Key)
{
    /// <summary>Bytes of a key.</summary>
    public const int Length = 32;

    /// <summary>Its name: the first eight bytes of its own digest, so that no key can stand under another's name.</summary>
    public string Id { get; } = Convert.ToHexStringLower(SHA256.HashData([.. "motcua-key-id"u8, .. Key]).AsSpan(0, 8));
}

/// <summary>The keys by which files are sealed at rest: new files take the newest, older ones stay readable. A key is never taken off the ring by
/// the program.</summary>
public sealed class StoreKeys
{
    /// <summary>The name of the ring in the folder of keys.</summary>
    public const string FileName = "files.json";

    private sealed record Entry(DateTimeOffset Made, string Key);

    private sealed record Ring(string Format, IReadOnlyList<Entry> Keys);

    private const string Format = "motcua-file-keys/1";
    private readonly string? folder;
    private volatile IReadOnlyList<StoreKey> keys;

    private StoreKeys(IReadOnlyList<StoreKey> keys, string? folder = null) => (this.keys, this.folder) = (keys, folder);

    /// <summary>The key of new files.</summary>
    public StoreKey Newest => keys[^1];

    /// <summary>How many there are.</summary>
    public int Count => keys.Count;

    /// <summary>The key of a name; null if it is not on the ring. Another program may have added one meanwhile, so the ring is read again then.</summary>
    public StoreKey? Find(string id)
    {
        if (keys.FirstOrDefault(k => k.Id == id) is { } held)
            return held;
        if (folder is null || Read(folder) is not { } now)
            return null;
        keys = now.keys;
        return keys.FirstOrDefault(k => k.Id == id);
    }

    /// <summary>Keys from a setting: Base64 of 32 bytes each, with ";" between, the newest last; null where it is not so.</summary>
    public static StoreKeys? Parse(string text)
    {
        var found = new List<StoreKey>();
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var key = new byte[StoreKey.Length];
            if (!Convert.TryFromBase64String(part, key, out var length) || length != StoreKey.Length)
                return null;
            found.Add(new StoreKey(default, key));
        }
        return found.Count == 0 ? null : new StoreKeys(found);
    }

    /// <summary>The ring of a folder of keys; null where there is none.</summary>
    /// <exception cref="InvalidDataException">The file is no ring.</exception>
    public static StoreKeys? Read(string folder)
    {
        try
        {
            using var file = File.OpenRead(Path.Combine(folder, FileName));
            if (JsonSerializer.Deserialize<Ring>(file, JsonSerializerOptions.Web) is { Format: Format, Keys.Count: > 0 } ring
                && ring.Keys.Select(k => new StoreKey(k.Made, Convert.FromBase64String(k.Key))).ToList() is var keys
                && keys.TrueForAll(k => k.Key.Length == StoreKey.Length))
                return new StoreKeys(keys, folder);
            throw new InvalidDataException("The ring of file keys holds no keys.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw new InvalidDataException("The ring of file keys cannot be read.", e);
        }
    }

    /// <summary>The ring of a folder, with a first key where there is none yet; two programs that begin at once end up with one ring.</summary>
    public static StoreKeys Open(string folder, TimeProvider clock)
    {
        if (Read(folder) is { } there)
            return there;
        Write(folder, [Made(clock)], replace: false);
        return Read(folder)!;
    }

    /// <summary>Adds a new newest key to the ring of a folder.</summary>
    public static StoreKeys Add(string folder, TimeProvider clock)
    {
        var before = Open(folder, clock);
        Write(folder, [.. before.keys, Made(clock)], replace: true);
        return Read(folder)!;
    }

    private static StoreKey Made(TimeProvider clock) => new(clock.GetUtcNow(), RandomNumberGenerator.GetBytes(StoreKey.Length));

    private static void Write(string folder, IReadOnlyList<StoreKey> keys, bool replace)
    {
        Directory.CreateDirectory(folder);
        var (path, part) = (Path.Combine(folder, FileName), Path.Combine(folder, $".{Guid.NewGuid():N}.tmp"));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var file = new FileStream(part, options))
            {
                JsonSerializer.Serialize(file, new Ring(Format, [.. keys.Select(k => new Entry(k.Made, Convert.ToBase64String(k.Key)))]),
                    JsonSerializerOptions.Web);
                file.Flush(flushToDisk: true);
            }
            File.Move(part, path, overwrite: replace);
        }
        catch (IOException) when (!replace && File.Exists(path))
        {
            // Another program was quicker; its ring holds.
        }
        finally
        {
            File.Delete(part);
        }
    }
}
