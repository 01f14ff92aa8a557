using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace MotCua.Integrations.Signing;

/// <summary>The CMS of a signature, as far as it can be judged without knowing whom to trust.</summary>
internal sealed class CmsReading
{
    private const string Broken = "Nội dung chữ ký số không đọc được; không thể tin chữ ký này.";
    private const string Changed = "Nội dung tệp đã bị sửa sau khi ký (mã băm không khớp).";

    private static readonly Dictionary<string, string> Weak = new() { [Oids.Sha1] = "SHA-1", [Oids.Md5] = "MD5" };

    /// <summary>The signer's certificate; null where it is not there.</summary>
    public X509Certificate2? Certificate { get; private set; }

    /// <summary>All certificates that came along.</summary>
    public X509Certificate2Collection Others { get; } = [];

    /// <summary>The time that the signer's machine wrote into the signature; for a time stamp, the time stamped.</summary>
    public DateTimeOffset? Time { get; private set; }

    /// <summary>The token that stamps the signature, and who made it.</summary>
    public (DateTimeOffset Time, X509Certificate2 Certificate, X509Certificate2Collection Others)? Stamp { get; private set; }

    /// <summary>What makes the signature worthless, in Vietnamese sentences.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>What one should know.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>Reads and checks a detached signature over bytes.</summary>
    public static CmsReading Signature(byte[] contents, byte[] covered)
    {
        var reading = new CmsReading();
        reading.Guard(contents, message => reading.Check(message, covered));
        return reading;
    }

    /// <summary>Reads and checks a time stamp over bytes.</summary>
    public static CmsReading TimeStamp(byte[] contents, byte[] covered)
    {
        var reading = new CmsReading();
        reading.Guard(contents, message =>
        {
            if (!Rfc3161TimestampToken.TryDecode(message, out var token, out _))
            {
                reading.Problems.Add(Broken);
                return;
            }
            reading.Time = token.TokenInfo.Timestamp;
            reading.Others.AddRange(token.AsSignedCms().Certificates);
            reading.Strong(token.TokenInfo.HashAlgorithmId.Value);
            if (token.VerifySignatureForData(covered, out var certificate))
                reading.Certificate = certificate;
            else
                reading.Problems.Add(Changed);
        });
        return reading;
    }

    private void Guard(byte[] contents, Action<byte[]> read)
    {
        try
        {
            // The place for a signature is larger than the signature: zeros follow, and nothing else may.
            AsnDecoder.ReadEncodedValue(contents, AsnEncodingRules.BER, out _, out _, out var length);
            if (contents.AsSpan(length).ContainsAnyExcept((byte)0))
                Problems.Add("Sau chữ ký số có dữ liệu lạ ghi kèm; không thể tin chữ ký này.");
            read(contents[..length]);
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            Problems.Add(Broken);
        }
    }

    private void Check(byte[] message, byte[] covered)
    {
        if (HasContent(message))
        {
            Problems.Add("Chữ ký mang theo nội dung riêng thay vì ký lên tệp; không thể tin chữ ký này.");
            return;
        }
        var cms = new SignedCms(new ContentInfo(covered), detached: true);
        cms.Decode(message);
        Others.AddRange(cms.Certificates);
        if (cms.SignerInfos.Count != 1)
        {
            Problems.Add(Broken);
            return;
        }
        var signer = cms.SignerInfos[0];
        Strong(signer.DigestAlgorithm.Value);
        if (signer.Certificate is not { } certificate)
        {
            Problems.Add("Trong chữ ký không có chứng thư của người ký; không thể kiểm tra ai đã ký.");
            return;
        }
        Certificate = certificate;
        Time = signer.SignedAttributes.Cast<CryptographicAttributeObject>().Where(a => a.Oid.Value == Oids.SigningTime && a.Values.Count == 1)
            .Select(a => (DateTimeOffset?)new Pkcs9SigningTime(a.Values[0].RawData).SigningTime.ToUniversalTime()).FirstOrDefault();
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException)
        {
            Problems.Add(Changed);
        }
        Binding(signer, certificate);
        Stamped(signer, cms.Certificates);
    }

    private void Strong(string? digest)
    {
        if (digest is null || digest is not (Oids.Sha256 or Oids.Sha384 or Oids.Sha512))
            Problems.Add(
                $"Chữ ký dùng thuật toán băm {Weak.GetValueOrDefault(digest ?? "", "lạ hoặc yếu")} không còn an toàn, không bảo đảm nội dung còn nguyên.");
    }

    // ETSI EN 319 122-1, 5.2.2: else another certificate with the same key could be put in the signer's place.
    private void Binding(SignerInfo signer, X509Certificate2 certificate)
    {
        var attribute = signer.SignedAttributes.Cast<CryptographicAttributeObject>()
            .FirstOrDefault(a => a.Oid.Value is Oids.SigningCertificateV2 or Oids.SigningCertificate);
        if (attribute is null)
        {
            Remarks.Add("Chữ ký không ghi mã băm của chứng thư người ký nên chưa đạt mức PAdES B-B.");
            return;
        }
        var id = new AsnReader(attribute.Values[0].RawData, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadSequence();
        var algorithm = attribute.Oid.Value == Oids.SigningCertificate ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;
        if (id.PeekTag() == Asn1Tag.Sequence)
            algorithm = id.ReadSequence().ReadObjectIdentifier() switch
            {
                Oids.Sha384 => HashAlgorithmName.SHA384,
                Oids.Sha512 => HashAlgorithmName.SHA512,
                _ => algorithm,
            };
        if (!id.ReadOctetString().AsSpan().SequenceEqual(CryptographicOperations.HashData(algorithm, certificate.RawData)))
            Problems.Add("Chứng thư kèm theo không phải chứng thư mà chữ ký ghi; không thể tin chữ ký này.");
    }

    private void Stamped(SignerInfo signer, X509Certificate2Collection others)
    {
        var attribute = signer.UnsignedAttributes.Cast<CryptographicAttributeObject>().FirstOrDefault(a => a.Oid.Value == Oids.SignatureTimeStamp);
        if (attribute is null || attribute.Values.Count == 0)
            return;
        if (Rfc3161TimestampToken.TryDecode(attribute.Values[0].RawData, out var token, out _)
            && token.TokenInfo.HashAlgorithmId.Value is Oids.Sha256 or Oids.Sha384 or Oids.Sha512
            && token.VerifySignatureForSignerInfo(signer, out var certificate, others))
            Stamp = (token.TokenInfo.Timestamp, certificate, token.AsSignedCms().Certificates);
        else
            Remarks.Add("Dấu thời gian kèm chữ ký không hợp lệ nên không dùng được để chứng minh thời điểm ký.");
    }

    private static bool HasContent(byte[] message)
    {
        var info = new AsnReader(message, AsnEncodingRules.BER).ReadSequence();
        if (info.ReadObjectIdentifier() != Oids.SignedData)
            throw new CryptographicException("Not signed data.");
        var data = info.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        data.ReadEncodedValue();
        data.ReadEncodedValue();
        var content = data.ReadSequence();
        content.ReadEncodedValue();
        return content.HasData;
    }
}
