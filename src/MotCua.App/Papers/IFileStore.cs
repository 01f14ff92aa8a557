namespace MotCua.App.Papers;

/// <summary>Keeps files by the SHA-256 of their content. A file's bytes are stored before the row that names them:
/// an orphan can be swept, a missing file cannot happen.</summary>
public interface IFileStore
{
    /// <summary>Stores the bytes; storing them twice is storing them once.</summary>
    /// <returns>The digest, hexadecimal, lower case, and the size in bytes.</returns>
    Task<(string Digest, long Size)> Put(Stream content, CancellationToken cancel);

    /// <summary>Opens a file for reading; null if there is none.</summary>
    Stream? Open(string digest);

    /// <summary>Every digest in the store.</summary>
    IEnumerable<string> Digests();
}
