using System.Buffers.Binary;
using System.Security.Cryptography;
using MotCua.App.Papers;

namespace MotCua.Integrations.Files;

/// <summary>How a file lies sealed: a head (mark, name of the key, salt), chunks of 64 KiB by AES-256-GCM, and a seal that holds the digest and the
/// length of the plain bytes. Each file has a key of its own, derived from the ring's key and its salt; a chunk's nonce is its place. So chunks
/// cannot be changed, dropped, swapped or taken from another file, and a file cannot stand under another's name.</summary>
internal static class SealedFormat
{
    public const int Chunk = 65536, Tag = 16, KeyName = 8, Salt = 32, Head = 8 + KeyName + Salt, Sealing = 40, Seal = Sealing + Tag;

    private static ReadOnlySpan<byte> Mark => [0x89, 0x4D, 0x43, 0x45, 0x0D, 0x0A, 0x1A, 0x01];

    /// <summary>Whether bytes begin as a sealed file does.</summary>
    public static bool IsSealed(ReadOnlySpan<byte> head) => head.StartsWith(Mark);

    /// <summary>The name of the key in a head.</summary>
    public static string KeyOf(ReadOnlySpan<byte> head) => Convert.ToHexStringLower(head.Slice(8, KeyName));

    /// <summary>How many plain bytes lie in so many sealed ones; null where no file has that length.</summary>
    public static long? PlainLength(long length)
    {
        var body = length - Head - Seal;
        var (whole, rest) = (body / (Chunk + Tag), body % (Chunk + Tag));
        return body < 0 || (rest > 0 && rest <= Tag) ? null : (whole * Chunk) + Math.Max(0, rest - Tag);
    }

    /// <summary>The cipher of one file.</summary>
    public static AesGcm Cipher(StoreKey key, ReadOnlySpan<byte> head)
    {
        Span<byte> own = stackalloc byte[StoreKey.Length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Key, own, head.Slice(8 + KeyName, Salt), "motcua-file/1"u8);
        return new AesGcm(own, Tag);
    }

    /// <summary>The nonce of a chunk, or of the seal behind so many chunks.</summary>
    public static void Nonce(Span<byte> nonce, long place, bool seal)
    {
        nonce.Clear();
        nonce[0] = seal ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(nonce[4..], place);
    }

    /// <summary>Seals a stream; one chunk is in memory at a time.</summary>
    /// <returns>The digest of the plain bytes, hexadecimal, lower case, and how many there are.</returns>
    public static async Task<(string Digest, long Size)> Write(Stream plain, Stream to, StoreKey key, CancellationToken cancel)
    {
        var head = new byte[Head];
        Mark.CopyTo(head);
        Convert.FromHexString(key.Id).CopyTo(head, 8);
        RandomNumberGenerator.Fill(head.AsSpan(8 + KeyName));
        await to.WriteAsync(head, cancel);
        using var cipher = Cipher(key, head);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (open, closed, size, place) = (new byte[Chunk], new byte[Chunk + Tag], 0L, 0L);
        for (int read; (read = await plain.ReadAtLeastAsync(open, Chunk, throwOnEndOfStream: false, cancel)) > 0; size += read, place++)
        {
            hash.AppendData(open, 0, read);
            Close(cipher, head, open.AsSpan(0, read), closed, place, seal: false);
            await to.WriteAsync(closed.AsMemory(0, read + Tag), cancel);
        }
        var digest = hash.GetHashAndReset();
        digest.CopyTo(open, 0);
        BinaryPrimitives.WriteInt64BigEndian(open.AsSpan(digest.Length), size);
        Close(cipher, head, open.AsSpan(0, Sealing), closed, place, seal: true);
        await to.WriteAsync(closed.AsMemory(0, Seal), cancel);
        return (Convert.ToHexStringLower(digest), size);
    }

    /// <summary>Opens a chunk or the seal.</summary>
    /// <exception cref="UnopenableFileException">It was changed.</exception>
    public static void Open(AesGcm cipher, ReadOnlySpan<byte> head, ReadOnlySpan<byte> closed, Span<byte> open, long place, bool seal)
    {
        Span<byte> nonce = stackalloc byte[12];
        Nonce(nonce, place, seal);
        try
        {
            cipher.Decrypt(nonce, closed[..^Tag], closed[^Tag..], open[..(closed.Length - Tag)], head);
        }
        catch (CryptographicException e)
        {
            throw UnopenableFileException.Changed(e);
        }
    }

    private static void Close(AesGcm cipher, ReadOnlySpan<byte> head, ReadOnlySpan<byte> open, Span<byte> closed, long place, bool seal)
    {
        Span<byte> nonce = stackalloc byte[12];
        Nonce(nonce, place, seal);
        cipher.Encrypt(nonce, open, closed[..open.Length], closed.Slice(open.Length, Tag), head);
    }
}
