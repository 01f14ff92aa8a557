namespace MotCua.Web.Backup;

/// <summary>What an archive holds; its last entry, so that a torn archive has none.</summary>
/// <param name="Format">"motcua-backup/1".</param>
/// <param name="Created">When the database was copied (UTC).</param>
/// <param name="Entries">Every other entry.</param>
public sealed record Manifest(string Format, DateTimeOffset Created, IReadOnlyList<ManifestEntry> Entries)
{
    /// <summary>The format that this version writes and reads.</summary>
    public const string Current = "motcua-backup/1";

    /// <summary>The entry's name.</summary>
    public const string EntryName = "manifest.json";

    /// <summary>The name under which the copy of the database lies in an archive and in a data folder.</summary>
    public const string Database = "motcua.db";
}

/// <summary>One file of an archive.</summary>
/// <param name="Path">Relative to the data folder, with "/".</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Digest of the bytes, lower-case hex.</param>
public sealed record ManifestEntry(string Path, long Size, string Sha256);
