using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MotCua.Integrations.Signing;

/// <summary>Writes the CMS of a PAdES baseline signature (RFC 5652, ETSI EN 319 122-1): detached, one signer, SHA-256, no signing time
/// (it stands in the PDF), bound to its certificate.</summary>
internal sealed class CmsWriter(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> issuers, byte[] contentDigest)
{
    private static readonly Asn1Tag Attributes = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag Unsigned = new(TagClass.ContextSpecific, 1);

    private readonly byte[] attributes = SignedAttributes(certificate, contentDigest);

    /// <summary>The digest that the key signs.</summary>
    public byte[] ToSign => SHA256.HashData(attributes);

    /// <summary>Whether the certificate's own key made the signature: a token may hold several.</summary>
    public bool IsSigned(byte[] signature)
    {
        using var rsa = certificate.GetRSAPublicKey();
        using var ec = certificate.GetECDsaPublicKey();
        return rsa?.VerifyHash(ToSign, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            ?? ec?.VerifyHash(ToSign, signature, DSASignatureFormat.Rfc3279DerSequence) ?? false;
    }

    /// <summary>The CMS.</summary>
    /// <param name="timeStamp">Token over the signature; null for none.</param>
    public byte[] Write(byte[] signature, byte[]? timeStamp)
    {
        var to = new AsnWriter(AsnEncodingRules.DER);
        using (to.PushSequence())
        {
            to.WriteObjectIdentifier(Oids.SignedData);
            using (to.PushSequence(Attributes))
            using (to.PushSequence())
            {
                to.WriteInteger(1);
                using (to.PushSetOf())
                    Algorithm(to, Oids.Sha256);
                Algorithm(to, Oids.Data);
                using (to.PushSetOf(Attributes))
                    foreach (var one in issuers.Prepend(certificate))
                        to.WriteEncodedValue(one.RawData);
                using (to.PushSetOf())
                using (to.PushSequence())
                    Signer(to, signature, timeStamp);
            }
        }
        return to.Encode();
    }

    private void Signer(AsnWriter to, byte[] signature, byte[]? timeStamp)
    {
        to.WriteInteger(1);
        using (to.PushSequence())
        {
            to.WriteEncodedValue(certificate.IssuerName.RawData);
            to.WriteInteger(certificate.SerialNumberBytes.Span);
        }
        Algorithm(to, Oids.Sha256);
        // Signed as a SET, carried as [0] (RFC 5652, 5.4): the bytes differ in the tag alone.
        to.WriteEncodedValue([0xA0, .. attributes[1..]]);
        using (to.PushSequence())
        {
            var rsa = certificate.PublicKey.Oid.Value == Oids.Rsa;
            to.WriteObjectIdentifier(rsa ? Oids.Rsa : Oids.EcdsaSha256);
            if (rsa)
                to.WriteNull();
        }
        to.WriteOctetString(signature);
        if (timeStamp is not null)
            using (to.PushSetOf(Unsigned))
                Attribute(to, Oids.SignatureTimeStamp, () => to.WriteEncodedValue(timeStamp));
    }

    private static byte[] SignedAttributes(X509Certificate2 certificate, byte[] contentDigest)
    {
        var to = new AsnWriter(AsnEncodingRules.DER);
        using (to.PushSetOf())
        {
            Attribute(to, Oids.ContentType, () => to.WriteObjectIdentifier(Oids.Data));
            Attribute(to, Oids.MessageDigest, () => to.WriteOctetString(contentDigest));
            Attribute(to, Oids.SigningCertificateV2, () => Binding(to, certificate));
        }
        return to.Encode();
    }

    // RFC 5035: SHA-256 is the default and thus not written.
    private static void Binding(AsnWriter to, X509Certificate2 certificate)
    {
        using (to.PushSequence())
        using (to.PushSequence())
        using (to.PushSequence())
        {
            to.WriteOctetString(SHA256.HashData(certificate.RawData));
            using (to.PushSequence())
            {
                using (to.PushSequence())
                using (to.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4)))
                    to.WriteEncodedValue(certificate.IssuerName.RawData);
                to.WriteInteger(certificate.SerialNumberBytes.Span);
            }
        }
    }

    private static void Attribute(AsnWriter to, string oid, Action value)
    {
        using (to.PushSequence())
        {
            to.WriteObjectIdentifier(oid);
            using (to.PushSetOf())
                value();
        }
    }

    private static void Algorithm(AsnWriter to, string oid)
    {
        using (to.PushSequence())
            to.WriteObjectIdentifier(oid);
    }
}
