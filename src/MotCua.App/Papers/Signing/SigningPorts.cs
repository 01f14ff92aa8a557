using MotCua.Domain.Papers;

namespace MotCua.App.Papers.Signing;

/// <summary>The key by which this installation signs: a PKCS#12 file, a token, a remote signer or a test key.</summary>
public interface ISigningKey
{
    /// <summary>Whether it is the test key, whose signatures bind nobody.</summary>
    bool IsTest { get; }

    /// <summary>Opens the key once for many papers: the PIN is asked for once.</summary>
    /// <param name="pin">PIN or password; null takes the configured one.</param>
    /// <param name="papers">How many papers are to be signed at most; a remote signer asks the holder for so many.</param>
    /// <exception cref="SigningException">The key cannot be used; the message says why and what to do.</exception>
    Task<ISigningSession> Open(string? pin, int papers, CancellationToken stop);
}

/// <summary>An opened key.</summary>
public interface ISigningSession : IAsyncDisposable
{
    /// <summary>The signer's certificate, DER.</summary>
    ReadOnlyMemory<byte> Certificate { get; }

    /// <summary>The certificates of those who issued it, as far as known, DER; without the root's if it is not at hand.</summary>
    IReadOnlyList<ReadOnlyMemory<byte>> Issuers { get; }

    /// <summary>Name of the signer: the certificate's common name.</summary>
    string Name { get; }

    /// <summary>The same key for one request: a signer that is asked again under the same mark knows it again, and a reply that was lost is no second
    /// signing (F-11). Keys that are at hand sign the same bytes the same way and need no mark.</summary>
    ISigningSession About(Guid correlation) => this;

    /// <summary>The signature of a SHA-256 digest: PKCS#1 v1.5 of an RSA key, or DER of an ECDSA key.</summary>
    /// <exception cref="SigningException">The key did not sign.</exception>
    Task<byte[]> Sign(ReadOnlyMemory<byte> digest, CancellationToken stop);
}

/// <summary>The keys of people and of the agency. No key is kept with its PIN.</summary>
public interface IOfficerKeys
{
    /// <summary>The personal key of an officer by his user name; null where he has none.</summary>
    ISigningKey? Of(string userName);

    /// <summary>The key of the agency, with the PIN that is configured.</summary>
    ISigningKey Agency { get; }
}

/// <summary>Signs PDF files so that their bytes stay and a signature is put behind them (PAdES, ETSI EN 319 142-1).</summary>
public interface IPdfSigner
{
    /// <summary>The signed file; baseline B-T where a time-stamp server is configured, else B-B.</summary>
    /// <exception cref="SigningException">The file cannot be signed, or the key or the time-stamp server did not do its part.</exception>
    Task<byte[]> Sign(ISigningSession session, byte[] pdf, SignatureLook look, CancellationToken stop);
}

/// <summary>Checks the signatures of PDF files.</summary>
public interface ISignatureCheck
{
    /// <summary>Who signed, when, what each signature covers and what came after it. Never throws for what stands in the file.</summary>
    SignatureReport Check(byte[] pdf);

    /// <summary>Whether a file is another one with valid signatures behind it and nothing else: what is shown is the same. Never throws for what
    /// stands in the files.</summary>
    bool OnlySigns(byte[] before, byte[] signed);
}

/// <summary>Gives the time-stamp token of a signature (RFC 3161).</summary>
public interface ITimeStamps
{
    /// <summary>The token over the SHA-256 digest of a signature value.</summary>
    /// <exception cref="SigningException">The server gave none.</exception>
    Task<byte[]> Stamp(ReadOnlyMemory<byte> digest, CancellationToken stop);
}

/// <summary>Something was not signed. The message is one Vietnamese sentence that says what to do, and holds no PIN.</summary>
public sealed class SigningException(string sentence, Exception? cause = null) : Exception(sentence, cause);
