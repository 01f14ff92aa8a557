using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MotCua.App.Tests.Signing;

/// <summary>Signatures as other software makes them, well or badly, by the CMS of the platform.</summary>
internal static class ForeignSigner
{
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const int Room = 8192;

    /// <summary>A certificate that signs itself.</summary>
    public static X509Certificate2 Root(string name, DateTimeOffset from, DateTimeOffset to, int bits = 2048)
    {
        using var key = RSA.Create(bits);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var made = request.CreateSelfSigned(from, to);
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>A certificate that a root issued.</summary>
    public static X509Certificate2 Issued(X509Certificate2 root, string name, DateTimeOffset from, DateTimeOffset to, string? usage = null)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        if (usage is not null)
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], true));
        using var made = request.Create(root, from, to, [1, .. RandomNumberGenerator.GetBytes(8)]);
        using var own = made.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>A signed file.</summary>
    /// <param name="alter">What is done to the entries of the signature before it is made.</param>
    public static byte[] Sign(
        X509Certificate2 by, DateTimeOffset time, string digest = Sha256, bool detached = true, string form = "adbe.pkcs7.detached",
        Func<string, string>? alter = null) => Put(form, time, alter, covered =>
    {
        var cms = new SignedCms(new ContentInfo(covered), detached);
        cms.ComputeSignature(new CmsSigner(by) { DigestAlgorithm = new Oid(digest), IncludeOption = X509IncludeOption.EndCertOnly });
        return cms.Encode();
    });

    /// <summary>A file with whatever is made of its covered bytes as its signature.</summary>
    public static byte[] Put(string form, DateTimeOffset time, Func<string, string>? alter, Func<byte[], byte[]> make)
    {
        var entries = $"/Type /Sig /Filter /Adobe.PPKLite /SubFilter /{form} /M (D:{time.UtcDateTime:yyyyMMddHHmmss}Z) "
            + $"/ByteRange [0 @@@@@@@@@@ ########## $$$$$$$$$$] /Contents <{new string('0', Room * 2)}>";
        var pdf = SmallPdf.Classic("/Annots [6 0 R]", "/AcroForm <</Fields [6 0 R] /SigFlags 3>>", "",
            "<</Type /Annot /Subtype /Widget /FT /Sig /T (a) /V 7 0 R /Rect [0 0 0 0] /P 3 0 R>>", $"<<{(alter ?? (e => e))(entries)}>>");
        var text = Encoding.Latin1.GetString(pdf);
        var from = text.IndexOf("<0000000000", StringComparison.Ordinal);
        var to = text.IndexOf('>', Math.Max(from, 0)) + 1;
        text = text.Replace("@@@@@@@@@@", Ten(from), StringComparison.Ordinal).Replace("##########", Ten(to), StringComparison.Ordinal)
            .Replace("$$$$$$$$$$", Ten(text.Length - to), StringComparison.Ordinal);
        var bytes = Encoding.Latin1.GetBytes(text);
        if (from < 0)
            return bytes;
        var made = make([.. bytes.AsSpan(0, from), .. bytes.AsSpan(to)]);
        Encoding.ASCII.GetBytes(Convert.ToHexString(made)).AsSpan(0, Math.Min(made.Length, Room) * 2).CopyTo(bytes.AsSpan(from + 1));
        return bytes;
    }

    /// <summary>A list of revoked certificates.</summary>
    public static byte[] Revoke(X509Certificate2 root, X509Certificate2 certificate, DateTimeOffset day, DateTimeOffset until)
    {
        var list = new CertificateRevocationListBuilder();
        list.AddEntry(certificate, day);
        return list.Build(root, 1, until, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, day);
    }

    private static string Ten(int number) => number.ToString("D10", CultureInfo.InvariantCulture);
}
