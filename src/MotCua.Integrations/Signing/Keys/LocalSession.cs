using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MotCua.App.Papers.Signing;

namespace MotCua.Integrations.Signing.Keys;

/// <summary>A key in memory, from a PKCS#12 file.</summary>
internal sealed class LocalSession : ISigningSession
{
    private readonly X509Certificate2 certificate;
    private readonly RSA? rsa;
    private readonly ECDsa? ec;

    public LocalSession(X509Certificate2 certificate, IEnumerable<X509Certificate2> issuers)
    {
        this.certificate = certificate;
        (rsa, ec) = (certificate.GetRSAPrivateKey(), certificate.GetECDsaPrivateKey());
        Issuers = [.. issuers.Select(i => (ReadOnlyMemory<byte>)i.RawData)];
    }

    public ReadOnlyMemory<byte> Certificate => certificate.RawDataMemory;

    public IReadOnlyList<ReadOnlyMemory<byte>> Issuers { get; }

    public string Name => CommonName.Of(certificate.SubjectName);

    public Task<byte[]> Sign(ReadOnlyMemory<byte> digest, CancellationToken stop) => Task.FromResult(
        rsa?.SignHash(digest.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        ?? ec?.SignHash(digest.ToArray(), DSASignatureFormat.Rfc3279DerSequence)
        ?? throw new SigningException("Khóa ký không phải RSA hoặc ECDSA; hãy dùng chứng thư chữ ký số khác."));

    public ValueTask DisposeAsync()
    {
        rsa?.Dispose();
        ec?.Dispose();
        certificate.Dispose();
        return ValueTask.CompletedTask;
    }
}
