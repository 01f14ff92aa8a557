namespace MotCua.Integrations.Signing;

/// <summary>Object identifiers of signatures.</summary>
internal static class Oids
{
    public const string Data = "1.2.840.113549.1.7.1";
    public const string SignedData = "1.2.840.113549.1.7.2";
    public const string ContentType = "1.2.840.113549.1.9.3";
    public const string MessageDigest = "1.2.840.113549.1.9.4";
    public const string SigningTime = "1.2.840.113549.1.9.5";
    public const string SigningCertificate = "1.2.840.113549.1.9.16.2.12";
    public const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    public const string SignatureTimeStamp = "1.2.840.113549.1.9.16.2.14";
    public const string TimeStampContent = "1.2.840.113549.1.9.16.1.4";
    public const string Sha1 = "1.3.14.3.2.26";
    public const string Md5 = "1.2.840.113549.2.5";
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";
    public const string Sha384 = "2.16.840.1.101.3.4.2.2";
    public const string Sha512 = "2.16.840.1.101.3.4.2.3";
    public const string Rsa = "1.2.840.113549.1.1.1";
    public const string EcdsaSha256 = "1.2.840.10045.4.3.2";
    public const string TimeStamping = "1.3.6.1.5.5.7.3.8";
}
