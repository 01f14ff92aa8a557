using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MotCua.Integrations.Signing;

/// <summary>A list of revoked certificates (CRL, RFC 5280, 5) that somebody brought along; looked up without the network.</summary>
internal sealed class RevocationList
{
    private readonly byte[] signed;
    private readonly byte[] signature;
    private readonly string algorithm;
    private readonly byte[] issuer;
    private readonly Dictionary<string, DateTimeOffset> revoked = [];

    private RevocationList(byte[] list)
    {
        var all = new AsnReader(list, AsnEncodingRules.DER).ReadSequence();
        signed = all.PeekEncodedValue().ToArray();
        var body = all.ReadSequence();
        algorithm = all.ReadSequence().ReadObjectIdentifier();
        signature = all.ReadBitString(out _);
        if (body.PeekTag() == Asn1Tag.Integer)
            body.ReadInteger();
        body.ReadSequence();
        issuer = body.ReadEncodedValue().ToArray();
        From = Time(body);
        if (body.HasData && body.PeekTag() is { TagClass: TagClass.Universal, TagValue: 23 or 24 })
            Until = Time(body);
        if (body.HasData && body.PeekTag() == Asn1Tag.Sequence)
            for (var entries = body.ReadSequence(); entries.HasData;)
            {
                var entry = entries.ReadSequence();
                revoked[Convert.ToHexString(entry.ReadIntegerBytes().Span).TrimStart('0')] = Time(entry);
            }
        // A delta or a list of one distribution point says nothing of the certificates that it leaves out: such extensions are critical.
        if (body.HasData)
            for (var extensions = body.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence(); extensions.HasData;)
            {
                var extension = extensions.ReadSequence();
                extension.ReadObjectIdentifier();
                IsPartial |= extension.PeekTag() == Asn1Tag.Boolean && extension.ReadBoolean();
            }
    }

    /// <summary>When it was issued.</summary>
    public DateTimeOffset From { get; }

    /// <summary>When the next one is due; null where it does not say.</summary>
    public DateTimeOffset? Until { get; }

    /// <summary>Whether it names only a part of what the issuer revoked.</summary>
    public bool IsPartial { get; }

    /// <summary>Reads a list; null where it is none.</summary>
    public static RevocationList? TryRead(byte[] list)
    {
        try
        {
            return new(list);
        }
        catch (Exception e) when (e is AsnContentException or ArgumentException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether an issuer's own key signed it.</summary>
    public bool IsOf(X509Certificate2 by)
    {
        if (!issuer.AsSpan().SequenceEqual(by.SubjectName.RawData) || Hash() is not { } hash)
            return false;
        using var rsa = by.GetRSAPublicKey();
        using var ec = by.GetECDsaPublicKey();
        return rsa?.VerifyData(signed, signature, hash, RSASignaturePadding.Pkcs1)
            ?? ec?.VerifyData(signed, signature, hash, DSASignatureFormat.Rfc3279DerSequence) ?? false;
    }

    /// <summary>When a certificate was revoked; null where it was not.</summary>
    public DateTimeOffset? Revoked(X509Certificate2 certificate) =>
        revoked.TryGetValue(Convert.ToHexString(certificate.SerialNumberBytes.Span).TrimStart('0'), out var day) ? day : null;

    private HashAlgorithmName? Hash() => algorithm switch
    {
        "1.2.840.113549.1.1.11" or Oids.EcdsaSha256 => HashAlgorithmName.SHA256,
        "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
        "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
        _ => null,
    };

    private static DateTimeOffset Time(AsnReader reader) =>
        reader.PeekTag().TagValue == 23 ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();
}
