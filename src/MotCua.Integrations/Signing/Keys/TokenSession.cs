using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography.X509Certificates;
using MotCua.App.Papers.Signing;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace MotCua.Integrations.Signing.Keys;

/// <summary>A token to which the PIN was shown.</summary>
internal sealed class TokenSession(
    IPkcs11Library library, ISession session, IObjectHandle key, bool isRsa, X509Certificate2 certificate, IReadOnlyList<ReadOnlyMemory<byte>> issuers,
    SemaphoreSlim one) : ISigningSession
{
    // DigestInfo of SHA-256 (RFC 8017, 9.2): the token pads, and does not hash.
    private static readonly byte[] Sha256 = Convert.FromHexString("3031300d060960864801650304020105000420");

    private readonly Lock gate = new();

    public ReadOnlyMemory<byte> Certificate => certificate.RawDataMemory;

    public IReadOnlyList<ReadOnlyMemory<byte>> Issuers => issuers;

    public string Name => CommonName.Of(certificate.SubjectName);

    public Task<byte[]> Sign(ReadOnlyMemory<byte> digest, CancellationToken stop)
    {
        try
        {
            // One session does one thing at a time.
            lock (gate)
            {
                using var mechanism = session.Factories.MechanismFactory.Create(isRsa ? CKM.CKM_RSA_PKCS : CKM.CKM_ECDSA);
                var signature = session.Sign(mechanism, key, isRsa ? [.. Sha256, .. digest.Span] : digest.ToArray());
                return Task.FromResult(isRsa ? signature : Der(signature));
            }
        }
        catch (Pkcs11Exception e)
        {
            throw new SigningException($"Thiết bị ký báo lỗi {e.RV} khi ký; hãy kiểm tra thiết bị còn cắm rồi thử lại.", e);
        }
    }

    public ValueTask DisposeAsync()
    {
        try
        {
            session.Dispose();
            library.Dispose();
        }
        catch (Pkcs11Exception)
        {
            // The token was drawn: there is nothing left to close.
        }
        finally
        {
            one.Release();
        }
        certificate.Dispose();
        return ValueTask.CompletedTask;
    }

    // A token gives both numbers side by side, CMS asks for them as a sequence.
    private static byte[] Der(byte[] signature)
    {
        var to = new AsnWriter(AsnEncodingRules.DER);
        using (to.PushSequence())
            foreach (var half in new[] { signature[..(signature.Length / 2)], signature[(signature.Length / 2)..] })
                to.WriteInteger(new BigInteger(half, isUnsigned: true, isBigEndian: true));
        return to.Encode();
    }
}
