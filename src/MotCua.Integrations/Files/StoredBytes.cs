using System.Security.Cryptography;
using MotCua.App.Papers;

namespace MotCua.Integrations.Files;

/// <summary>Opens what lies in a store, sealed or left plain by an earlier version, and proves it.</summary>
internal static class StoredBytes
{
    /// <summary>The plain bytes; the source is closed with them.</summary>
    /// <param name="keys">Null for a store that is not sealed.</param>
    /// <exception cref="UnopenableFileException">They are not those of the digest, or the key is missing.</exception>
    public static Stream Open(Stream source, StoreKeys? keys, string digest)
    {
        try
        {
            var head = Head(source);
            if (SealedFormat.IsSealed(head))
                return SealedStream.Open(source, head, keys, digest);
            // A plain file in a sealed store proves itself by its digest: nobody slips in another one unsealed.
            if (keys is not null && Convert.ToHexStringLower(SHA256.HashData(source)) != digest)
                throw UnopenableFileException.Changed();
            source.Position = 0;
            return source;
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>Whether stored bytes are sealed.</summary>
    public static bool AreSealed(Stream source) => SealedFormat.IsSealed(Head(source));

    /// <summary>Whether stored bytes are sealed by the newest key.</summary>
    public static bool AreNewest(Stream source, StoreKeys keys) =>
        Head(source) is var head && SealedFormat.IsSealed(head) && SealedFormat.KeyOf(head) == keys.Newest.Id;

    /// <summary>Reads back what was just written.</summary>
    /// <exception cref="UnopenableFileException">It is not what was written.</exception>
    public static async Task Prove(Stream source, StoreKeys? keys, string digest, CancellationToken cancel)
    {
        await using var back = Open(source, keys, digest);
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(back, cancel)) != digest)
            throw UnopenableFileException.Changed();
    }

    /// <summary>Whether a text is a digest, and so no path.</summary>
    public static bool IsDigest(string digest) => digest.Length == 64 && digest.All(char.IsAsciiHexDigitLower);

    private static byte[] Head(Stream source)
    {
        var head = new byte[SealedFormat.Head];
        source.Position = 0;
        var read = source.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        source.Position = 0;
        return head[..read];
    }
}
