using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;

namespace MotCua.Web.Backup;

/// <summary>Unpacks an archive into a folder and compares it with its manifest.</summary>
public static class ArchiveReader
{
    private const string Torn = "Tệp sao lưu bị cụt hoặc hỏng nên chưa khôi phục gì; hãy dùng bản sao khác.";
    private const string Foreign = "Tệp này không phải bản sao lưu của MotCua hoặc do phiên bản mới hơn tạo ra; hãy kiểm tra lại tệp.";

    /// <summary>Unpacks everything; the caller removes the folder when it is refused.</summary>
    /// <returns>The manifest, or a Vietnamese sentence on what is wrong.</returns>
    public static async Task<(Manifest? Manifest, string? Wrong)> Unpack(Stream from, string folder, CancellationToken stop)
    {
        var found = new Dictionary<string, ManifestEntry>(StringComparer.Ordinal);
        Manifest? manifest = null;
        try
        {
            await using var unpacked = new GZipStream(from, CompressionMode.Decompress);
            await using var tar = new TarReader(unpacked);
            while (await tar.GetNextEntryAsync(cancellationToken: stop) is { } entry)
            {
                if (manifest is not null || !IsPlain(entry) || found.ContainsKey(entry.Name))
                    return (null, Foreign);
                if (entry.Name == Manifest.EntryName)
                    manifest = await JsonSerializer.DeserializeAsync<Manifest>(entry.DataStream!, JsonSerializerOptions.Web, stop);
                else
                    found.Add(entry.Name, await Extract(entry, folder, stop));
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or JsonException or FormatException)
        {
            return (null, found.Count == 0 ? Foreign : Torn);
        }
        return Compare(manifest, found, folder);
    }

    private static (Manifest? Manifest, string? Wrong) Compare(Manifest? manifest, Dictionary<string, ManifestEntry> found, string folder)
    {
        if (manifest is null)
            return (null, found.Count == 0 ? Foreign : Torn);
        if (manifest.Format != Manifest.Current)
            return (null, Foreign);
        var changed = manifest.Entries.FirstOrDefault(e => !found.TryGetValue(e.Path, out var f) || f != e);
        if (changed is not null || found.Count != manifest.Entries.Count)
            return (null, $"Nội dung “{changed?.Path ?? "thừa"}” trong tệp sao lưu không khớp bản kê nên chưa khôi phục gì; hãy dùng bản sao khác.");
        return DatabaseCopy.IsWhole(Path.Combine(folder, Manifest.Database))
            ? (manifest, null)
            : (null, "Cơ sở dữ liệu trong tệp sao lưu bị hỏng nên chưa khôi phục gì; hãy dùng bản sao khác.");
    }

    // Nothing may be written outside the folder: no links, no "..", no absolute path.
    private static bool IsPlain(TarEntry entry) =>
        entry.EntryType is TarEntryType.RegularFile
        && entry.Name.Length > 0
        && !Path.IsPathRooted(entry.Name)
        && entry.Name.Split('/', '\\').All(part => part.Length > 0 && part[0] != '.');

    private static async Task<ManifestEntry> Extract(TarEntry entry, string folder, CancellationToken stop)
    {
        var path = Path.Combine(folder, entry.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var data = new HashingStream(entry.DataStream ?? Stream.Null);
        await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
        {
            await data.CopyToAsync(file, stop);
            file.Flush(flushToDisk: true);
        }
        return new(entry.Name, new FileInfo(path).Length, data.Digest());
    }
}
