using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MotCua.App.Papers.Signing;

namespace MotCua.Integrations.Signing.Keys;

/// <summary>A key in a PKCS#12 file (.p12, .pfx).</summary>
/// <param name="path">The file.</param>
/// <param name="password">Its password as configured; null for none.</param>
public sealed class Pkcs12Key(string path, string? password) : ISigningKey
{
    /// <inheritdoc/>
    public bool IsTest => false;

    /// <inheritdoc/>
    public Task<ISigningSession> Open(string? pin, int papers, CancellationToken stop) => Task.FromResult<ISigningSession>(Read(path, pin ?? password));

    internal static LocalSession Read(string path, string? password)
    {
        X509Certificate2Collection all;
        try
        {
            all = X509CertificateLoader.LoadPkcs12Collection(File.ReadAllBytes(path), password, X509KeyStorageFlags.EphemeralKeySet);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SigningException($"Không đọc được tệp khóa {path}; hãy kiểm tra đường dẫn và quyền đọc.", e);
        }
        catch (CryptographicException e)
        {
            throw new SigningException($"Không mở được tệp khóa {path}; hãy kiểm tra mật khẩu và định dạng PKCS#12.", e);
        }
        var own = all.FirstOrDefault(c => c.HasPrivateKey) ?? throw new SigningException(
            $"Trong tệp {path} không có khóa riêng; hãy xuất lại tệp kèm khóa riêng.");
        return new(own, Path(own, all));
    }

    /// <summary>The issuers of a certificate among others, nearest first.</summary>
    internal static IEnumerable<X509Certificate2> Path(X509Certificate2 own, IEnumerable<X509Certificate2> among)
    {
        var left = among.Where(c => !c.Equals(own)).ToList();
        for (var at = own; left.Find(c => c.SubjectName.RawData.AsSpan().SequenceEqual(at.IssuerName.RawData)) is { } issuer; at = issuer)
        {
            left.Remove(issuer);
            yield return issuer;
        }
    }
}
