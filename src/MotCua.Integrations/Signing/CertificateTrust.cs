using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MotCua.Domain.Papers;
using MotCua.Domain.Words;

namespace MotCua.Integrations.Signing;

/// <summary>What a certificate was found to be worth.</summary>
internal sealed record TrustFinding(SignatureTrust Trust, bool RevocationChecked, IReadOnlyList<string> Remarks);

/// <summary>Whom this installation trusts: the certificates and lists of revoked ones in a folder, and its own test authority while it signs with the test
/// key.</summary>
/// <param name="folder">Folder of .cer, .crt, .der, .pem and .crl files; null for none.</param>
/// <param name="testAuthority">Certificate of the test authority; null where a real key is configured.</param>
public sealed class CertificateTrust(string? folder, string? testAuthority)
{
    private const int SmallestRsa = 2048;
    private static readonly string[] WeakSignatures = ["1.2.840.113549.1.1.5", "1.2.840.113549.1.1.4", "1.2.840.10045.4.1", "1.3.14.3.2.29"];

    /// <summary>Follows the chain and looks up what was revoked, without the network.</summary>
    /// <param name="time">When it was signed.</param>
    /// <param name="proved">Whether a trusted time stamp says so; else the certificate must still be valid now.</param>
    internal TrustFinding Check(
        X509Certificate2 certificate, X509Certificate2Collection others, IEnumerable<RevocationList> lists, DateTimeOffset time, bool proved,
        DateTimeOffset now, bool forStamps = false)
    {
        try
        {
            return Weigh(certificate, others, lists, time, proved, now, forStamps);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return new(SignatureTrust.Unfit, false, ["Chứng thư trong chữ ký bị hỏng hoặc không đúng chuẩn; không dùng được để ký."]);
        }
    }

    private TrustFinding Weigh(
        X509Certificate2 certificate, X509Certificate2Collection others, IEnumerable<RevocationList> lists, DateTimeOffset time, bool proved,
        DateTimeOffset now, bool forStamps)
    {
        var (known, ownLists) = Load();
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(known);
        chain.ChainPolicy.ExtraStore.AddRange(known);
        chain.ChainPolicy.ExtraStore.AddRange(others);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = time.UtcDateTime;
        var built = Build(chain, certificate);
        var path = chain.ChainElements.Select(e => e.Certificate).ToList();
        var (revokedAt, revocationChecked) = Revocation(path, [.. lists, .. ownLists], time);
        var remarks = new List<string>();
        if (!revocationChecked)
            remarks.Add("Chưa kiểm tra thu hồi: không có danh sách chứng thư thu hồi kèm theo hoặc trong thư mục tin cậy.");
        var (trust, why) = Judge(certificate, chain, built, path, revokedAt, time, proved, now, forStamps);
        return new(trust, revocationChecked, why is null ? remarks : [why, .. remarks]);
    }

    private static bool Build(X509Chain chain, X509Certificate2 certificate)
    {
        try
        {
            return chain.Build(certificate);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    private static (SignatureTrust Trust, string? Why) Judge(
        X509Certificate2 certificate, X509Chain chain, bool built, List<X509Certificate2> path, DateTimeOffset? revokedAt, DateTimeOffset time, bool proved,
        DateTimeOffset now, bool forStamps)
    {
        var status = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, s) => all | s.Status);
        if (Unfit(certificate, path, forStamps) is { } unfit)
            return (SignatureTrust.Unfit, unfit);
        if ((status & (X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.UntrustedRoot)) != 0 || path.Count == 0)
            return (SignatureTrust.UnknownRoot, "Không rõ tổ chức cấp chứng thư: không có chứng thư gốc này trong thư mục tin cậy.");
        if (revokedAt is { } day && (!proved || day <= time))
            return (SignatureTrust.Revoked, $"Chứng thư đã bị thu hồi ngày {VietnameseFormat.Day(day)}.");
        if ((status & X509ChainStatusFlags.NotTimeValid) != 0)
            return (SignatureTrust.OutOfTime, $"Chứng thư không có hiệu lực lúc ký (từ {Day(certificate.NotBefore)} đến {Day(certificate.NotAfter)}).");
        if (!proved && time > now.AddMinutes(10))
            return (SignatureTrust.OutOfTime, "Thời điểm ký ghi trong tệp ở tương lai; hãy hỏi lại người ký.");
        if (!proved && now.UtcDateTime > certificate.NotAfter.ToUniversalTime())
            return (SignatureTrust.OutOfTime,
                $"Chứng thư đã hết hạn ngày {Day(certificate.NotAfter)} và không có dấu thời gian, nên không chứng minh được là ký khi còn hạn.");
        return built ? (SignatureTrust.Trusted, null) : (SignatureTrust.Unfit, "Chứng thư hoặc chuỗi chứng thư không đúng quy định; không dùng được để ký.");
    }

    private static string? Unfit(X509Certificate2 certificate, List<X509Certificate2> path, bool forStamps)
    {
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is { KeySize: < SmallestRsa })
            return $"Khóa RSA của chứng thư ngắn hơn {SmallestRsa} bit, không còn an toàn.";
        if (path.Where(c => !IsRoot(c)).Any(c => WeakSignatures.Contains(c.SignatureAlgorithm.Value)))
            return "Chứng thư được cấp bằng thuật toán băm đã yếu (SHA-1 hoặc MD5), không còn an toàn.";
        const X509KeyUsageFlags signing = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;
        if (certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is { } usage && (usage.KeyUsages & signing) == 0)
            return "Chứng thư này không được cấp để ký.";
        var stamps = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>()
            .Any(u => u.EnhancedKeyUsages.Cast<Oid>().Any(o => o.Value == Oids.TimeStamping));
        return forStamps && !stamps ? "Chứng thư này không được cấp để đóng dấu thời gian." : null;
    }

    // Of the chain below its root: the first day on which a part was revoked, and whether a list for the signer's own certificate was at hand.
    private static (DateTimeOffset? Revoked, bool Checked) Revocation(
        List<X509Certificate2> path, IReadOnlyList<RevocationList> lists, DateTimeOffset time)
    {
        var (first, own) = ((DateTimeOffset?)null, false);
        for (var i = 0; i + 1 < path.Count; i++)
            foreach (var list in lists.Where(l => !l.IsPartial && l.IsOf(path[i + 1])))
            {
                if (list.Revoked(path[i]) is { } day && (first is null || day < first))
                    first = day;
                own |= i == 0 && (list.Until ?? list.From) >= time;
            }
        return (first, own);
    }

    private (X509Certificate2Collection Certificates, IReadOnlyList<RevocationList> Lists) Load()
    {
        var certificates = new X509Certificate2Collection();
        var lists = new List<RevocationList>();
        var files = folder is not null && Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        foreach (var path in testAuthority is null ? files : files.Append(testAuthority))
            switch (Path.GetExtension(path).ToLowerInvariant())
            {
                case ".crl" when File.Exists(path) && RevocationList.TryRead(File.ReadAllBytes(path)) is { } list:
                    lists.Add(list);
                    break;
                case ".cer" or ".crt" or ".der" or ".pem" when File.Exists(path):
                    Read(path, certificates);
                    break;
            }
        return (certificates, lists);
    }

    private static void Read(string path, X509Certificate2Collection to)
    {
        try
        {
            var text = File.ReadAllText(path);
            if (text.Contains("-----BEGIN CERTIFICATE", StringComparison.Ordinal))
                to.ImportFromPem(text);
            else
                to.Add(X509CertificateLoader.LoadCertificateFromFile(path));
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            // A file that is no certificate, or cannot be read, makes nobody trusted.
        }
    }

    private static bool IsRoot(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static string Day(DateTime local) => VietnameseFormat.Day(new DateTimeOffset(local.ToUniversalTime()));
}
