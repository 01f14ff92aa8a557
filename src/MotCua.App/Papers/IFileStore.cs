namespace MotCua.App.Papers;

/// <summary>Keeps files by the SHA-256 of their content. A file's bytes are stored before the row that names them:
/// an orphan can be swept, a missing file cannot happen.</summary>
public interface IFileStore
{
    /// <summary>Stores the bytes; storing them twice is storing them once.</summary>
    /// <returns>The digest, hexadecimal, lower case, and the size in bytes.</returns>
    Task<(string Digest, long Size)> Put(Stream content, CancellationToken cancel);

    /// <summary>Opens a file for reading, from any place; null if there is none.</summary>
    /// <exception cref="UnopenableFileException">It is not what was stored, or its key is missing.</exception>
    Stream? Open(string digest);

    /// <summary>Every digest in the store.</summary>
    IEnumerable<string> Digests();

    /// <summary>Takes a file for one that was stored just now, before a row names bytes that were stored earlier: a sweep lets it be.</summary>
    /// <returns>Whether it is there.</returns>
    bool Renew(string digest);

    /// <summary>Writes a file anew under the newest key, if it lies plain or under an older one.</summary>
    /// <returns>Whether it was written anew.</returns>
    Task<bool> Reseal(string digest, CancellationToken cancel) => Task.FromResult(false);

    /// <summary>Every digest that was stored or renewed before an instant.</summary>
    IEnumerable<string> Before(DateTimeOffset instant);

    /// <summary>Removes a file, unless it was stored or renewed at or after an instant, also if that happens at the same moment.</summary>
    /// <returns>Whether it was removed.</returns>
    bool Remove(string digest, DateTimeOffset before);
}
