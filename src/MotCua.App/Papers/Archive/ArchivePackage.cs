using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using MotCua.App.Papers.Documents;
using MotCua.Domain.Law;

namespace MotCua.App.Papers.Archive;

/// <summary>A file of a package.</summary>
/// <param name="Path">Place in the package.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Digest, hexadecimal, lower case.</param>
[NoTerm("a line of the manifest")]
public sealed record PackedFile(string Path, long Size, string Sha256);

/// <summary>What a package says of itself; its last entry, so that a torn package has none.</summary>
/// <param name="Format">"motcua-archive/1".</param>
/// <param name="Code">Code of the dossier, which the archive keeps.</param>
[NoTerm("the manifest of a package")]
public sealed record PackageManifest(string Format, string Code, DateTimeOffset Made, int Events, IReadOnlyList<PackedFile> Files)
{
    /// <summary>The format that is written and read.</summary>
    public const string Current = "motcua-archive/1";

    /// <summary>Name of its entry.</summary>
    public const string Entry = "manifest.json";
}

/// <summary>Writes and checks packages of electronic dossiers: papers and results as they are stored, metadata, officers' opinions, the log of events with
/// its hash chain, and a manifest of digests (R-DIG-18, R-REPO-06, R-REPO-08).</summary>
public static class ArchivePackage
{
    /// <summary>Writes a package.</summary>
    /// <param name="to">Where; stays open.</param>
    /// <param name="view">A dossier that has ended.</param>
    /// <param name="documents">Its documents of the repository.</param>
    /// <exception cref="FileNotFoundException">A file of the dossier is not in the store.</exception>
    public static async Task<PackageManifest> Write(
        Stream to, DossierView view, IReadOnlyList<HeldDocumentRow> documents, IFileStore files, CancellationToken cancel = default)
    {
        var at = view.Timeline[^1].Row.At;
        var packed = new List<PackedFile>();
        PackageManifest manifest;
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, digest) in FilesOf(view, documents))
            {
                await using var bytes = files.Open(digest) ?? throw new FileNotFoundException("A file of the dossier is not in the store.", digest);
                packed.Add(await Put(zip, path, bytes, at, cancel));
            }
            foreach (var (path, content) in PackageData.Of(view, documents))
                packed.Add(await Put(zip, path, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(content, PackageData.Format)), at, cancel));
            manifest = new PackageManifest(PackageManifest.Current, view.Dossier.Case.Code.Value, at, view.Timeline.Count, packed);
            await Put(zip, PackageManifest.Entry, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, Json.Stored)), at, cancel);
        }
        return manifest;
    }

    /// <summary>What is wrong with a package, in Vietnamese; empty where it is whole: every file of the manifest is there, unchanged, and no other.</summary>
    /// <param name="package">Seekable.</param>
    public static async Task<IReadOnlyList<string>> Check(Stream package, CancellationToken cancel = default)
    {
        try
        {
            using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry(PackageManifest.Entry) is not { } entry)
                return ["Gói không có bảng kê nên chưa trọn vẹn."];
            PackageManifest manifest;
            await using (var text = entry.Open())
                manifest = (await JsonSerializer.DeserializeAsync<PackageManifest>(text, Json.Stored, cancel))!;
            var wrong = new List<string>();
            foreach (var file in manifest.Files)
                if (zip.GetEntry(file.Path) is not { } packed)
                    wrong.Add($"Thiếu tệp {file.Path}.");
                else if (packed.Length != file.Size || await Digest(packed, cancel) != file.Sha256)
                    wrong.Add($"Tệp {file.Path} đã bị sửa: mã băm không khớp.");
            var listed = manifest.Files.Select(f => f.Path).Append(PackageManifest.Entry).ToHashSet(StringComparer.Ordinal);
            wrong.AddRange(zip.Entries.Where(e => !listed.Contains(e.FullName)).Select(e => $"Tệp {e.FullName} không có trong bảng kê."));
            return wrong;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            return ["Gói hỏng, không mở được. Hãy lấy lại bản đã nộp từ kho tệp."];
        }
    }

    private static async Task<string> Digest(ZipArchiveEntry entry, CancellationToken cancel)
    {
        await using var bytes = entry.Open();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancel));
    }

    /// <summary>Papers and results first, then copies of the repository that are not among them; the same bytes once.</summary>
    private static IEnumerable<(string Path, string Digest)> FilesOf(DossierView view, IReadOnlyList<HeldDocumentRow> documents)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (number, paper) in view.Papers.Index())
            foreach (var file in paper.Files.Where(f => seen.Add(f.Digest)))
                yield return ($"{(paper.Component == "result" ? "ket-qua" : "giay-to")}/{number + 1:000}-{file.Id}{Ending(file.MediaType)}", file.Digest);
        foreach (var document in documents.Where(d => seen.Add(d.Digest)))
            yield return ($"ban-so-hoa/{document.Id:N}{Ending(document.MediaType)}", document.Digest);
    }

    private static string Ending(string mediaType) => mediaType switch
    {
        "application/pdf" => ".pdf", "image/jpeg" => ".jpg", "image/png" => ".png", "image/tiff" => ".tif", _ => ".bin",
    };

    private static async Task<PackedFile> Put(ZipArchive zip, string path, Stream content, DateTimeOffset at, CancellationToken cancel)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Vietnam.Local(at);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, size) = (new byte[81_920], 0L);
        await using var to = entry.Open();
        for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0; size += read)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        return new PackedFile(path, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
