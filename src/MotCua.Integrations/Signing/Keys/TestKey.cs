using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MotCua.App.Papers.Signing;

namespace MotCua.Integrations.Signing.Keys;

/// <summary>A key for trying, with an authority of its own, made at first use. Its name says on every paper that it binds nobody.</summary>
/// <param name="folder">Where both are kept, for the account of the program alone.</param>
public sealed class TestKey(string folder, TimeProvider clock) : ISigningKey
{
    /// <summary>The signer's name.</summary>
    public const string SignerName = "CHỨNG THƯ THỬ NGHIỆM";

    private const string Organization = "O=Không có giá trị pháp lý, C=VN";
    private const int Years = 10;

    /// <inheritdoc/>
    public bool IsTest => true;

    /// <summary>The authority's certificate.</summary>
    public static string Authority(string folder) => Path.Combine(folder, "test-ca.crt");

    private string File => Path.Combine(folder, "test.p12");

    /// <inheritdoc/>
    public Task<ISigningSession> Open(string? pin, int papers, CancellationToken stop)
    {
        try
        {
            if (!System.IO.File.Exists(File))
                Make();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SigningException($"Không tạo được khóa thử trong {folder}; hãy kiểm tra quyền ghi và dung lượng đĩa.", e);
        }
        return Task.FromResult<ISigningSession>(Pkcs12Key.Read(File, null));
    }

    private void Make()
    {
        Private(folder);
        var from = clock.GetUtcNow().AddDays(-1);
        using var authorityKey = RSA.Create(3072);
        var request = new CertificateRequest($"CN=MotCua CA thử nghiệm, {Organization}", authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using var authority = request.CreateSelfSigned(from, from.AddYears(Years).AddDays(1));
        using var key = RSA.Create(3072);
        var own = new CertificateRequest($"CN={SignerName}, {Organization}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        own.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        own.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        own.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        using var issued = own.Create(authority, from, from.AddYears(Years), [1, .. RandomNumberGenerator.GetBytes(15)]);
        using var signer = issued.CopyWithPrivateKey(key);
        // The authority's key is not kept: nobody can issue more in its name.
        var pkcs12 = new X509Certificate2Collection { signer, X509CertificateLoader.LoadCertificate(authority.RawData) }.Export(X509ContentType.Pkcs12)!;
        // Of two that begin at once, the first one's key holds for both.
        var (first, second) = ($"{File}.{Guid.NewGuid():N}", $"{Authority(folder)}.{Guid.NewGuid():N}");
        Write(first, pkcs12);
        Write(second, authority.RawData);
        try
        {
            System.IO.File.Move(first, File, overwrite: false);
            System.IO.File.Move(second, Authority(folder), overwrite: true);
        }
        catch (IOException) when (System.IO.File.Exists(File))
        {
            System.IO.File.Delete(first);
            System.IO.File.Delete(second);
        }
    }

    private static void Private(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static void Write(string path, byte[] bytes)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var to = new FileStream(path, options);
        to.Write(bytes);
    }
}
