using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Serialization;
using MotCua.App.Papers.Signing;

namespace MotCua.Integrations.Signing.Keys;

/// <summary>A key kept by a remote signing provider, by the protocol of the Cloud Signature Consortium (CSC API 1.0.4): the credential is described, the
/// holder allows a number of signatures once, digests are signed.</summary>
/// <param name="http">Client of the provider; its address ends with "/", its headers hold the access token.</param>
/// <param name="credential">The credential's id.</param>
/// <param name="pin">The holder's PIN as configured; null asks for one at each opening.</param>
public sealed class RemoteKey(HttpClient http, string credential, string? pin) : ISigningKey
{
    internal sealed record Info([property: JsonPropertyName("cert")] CertificateInfo? Certificate);

    internal sealed record CertificateInfo([property: JsonPropertyName("certificates")] IReadOnlyList<string>? Certificates);

    internal sealed record Authorization([property: JsonPropertyName("SAD")] string? Data);

    internal sealed record Signatures([property: JsonPropertyName("signatures")] IReadOnlyList<string>? Values);

    /// <inheritdoc/>
    public bool IsTest => false;

    /// <inheritdoc/>
    public async Task<ISigningSession> Open(string? pin1, int papers, CancellationToken stop)
    {
        var info = await Ask<Info>("csc/v1/credentials/info", new Dictionary<string, object> { ["credentialID"] = credential, ["certificates"] = "chain" },
            stop);
        var certificates = Certificates(info.Certificate?.Certificates);
        var ask = new Dictionary<string, object> { ["credentialID"] = credential, ["numSignatures"] = papers };
        if ((pin1 ?? pin) is { } secret)
            ask["PIN"] = secret;
        var allowed = (await Ask<Authorization>("csc/v1/credentials/authorize", ask, stop)).Data
            ?? throw new SigningException("Dịch vụ ký từ xa chưa cho phép ký; hãy xác nhận trên ứng dụng của nhà cung cấp rồi thử lại.");
        return new RemoteSession(this, certificates, allowed);
    }

    internal async Task<byte[]> Sign(string allowed, ReadOnlyMemory<byte> digest, bool isRsa, Guid? correlation, CancellationToken stop)
    {
        var ask = new Dictionary<string, object>
        {
            ["credentialID"] = credential, ["SAD"] = allowed, ["hash"] = new[] { Convert.ToBase64String(digest.Span) },
            ["hashAlgo"] = Oids.Sha256, ["signAlgo"] = isRsa ? Oids.Rsa : Oids.EcdsaSha256,
        };
        // By this the provider knows a request again whose answer was lost (CSC API 1.0.4, 11.9: clientData).
        if (correlation is { } mark)
            ask["clientData"] = mark.ToString("N");
        var signed = (await Ask<Signatures>("csc/v1/signatures/signHash", ask, stop)).Values;
        return signed is [{ } one] && TryBase64(one) is { } bytes ? bytes
            : throw new SigningException("Dịch vụ ký từ xa trả về chữ ký không đọc được; hãy thử lại hoặc báo nhà cung cấp.");
    }

    private async Task<T> Ask<T>(string path, Dictionary<string, object> question, CancellationToken stop)
    {
        try
        {
            using var answer = await http.PostAsJsonAsync(path, question, stop);
            if (!answer.IsSuccessStatusCode)
                throw new SigningException(
                    $"Dịch vụ ký từ xa từ chối (mã {(int)answer.StatusCode}); hãy kiểm tra PIN, quyền truy cập và khóa cấu hình signingKey.");
            return await answer.Content.ReadFromJsonAsync<T>(stop) ?? throw new JsonException("Empty.");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is TaskCanceledException && !stop.IsCancellationRequested))
        {
            throw new SigningException("Không kết nối được dịch vụ ký từ xa; hãy kiểm tra mạng và khóa cấu hình signingKey rồi thử lại.", e);
        }
    }

    private static List<byte[]> Certificates(IReadOnlyList<string>? encoded)
    {
        const string unknown = "Dịch vụ ký từ xa không cho biết chứng thư; hãy kiểm tra mã chứng thư trong khóa cấu hình signingKey.";
        var read = (encoded ?? []).Select(TryBase64).OfType<byte[]>().ToList();
        try
        {
            foreach (var certificate in read)
                X509CertificateLoader.LoadCertificate(certificate).Dispose();
        }
        catch (CryptographicException e)
        {
            throw new SigningException(unknown, e);
        }
        return read.Count > 0 ? read : throw new SigningException(unknown);
    }

    private static byte[]? TryBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}

/// <summary>A number of signatures that the holder allowed.</summary>
internal sealed class RemoteSession : ISigningSession
{
    private readonly RemoteKey key;
    private readonly string allowed;
    private readonly X509Certificate2 certificate;

    public RemoteSession(RemoteKey key, IReadOnlyList<byte[]> certificates, string allowed)
    {
        (this.key, this.allowed, certificate) = (key, allowed, X509CertificateLoader.LoadCertificate(certificates[0]));
        Issuers = [.. certificates.Skip(1).Select(c => (ReadOnlyMemory<byte>)c)];
    }

    public ReadOnlyMemory<byte> Certificate => certificate.RawDataMemory;

    public IReadOnlyList<ReadOnlyMemory<byte>> Issuers { get; }

    public string Name => CommonName.Of(certificate.SubjectName);

    public Task<byte[]> Sign(ReadOnlyMemory<byte> digest, CancellationToken stop) =>
        Sign(digest, null, stop);

    public ISigningSession About(Guid correlation) => new Request(this, correlation);

    private Task<byte[]> Sign(ReadOnlyMemory<byte> digest, Guid? correlation, CancellationToken stop) =>
        key.Sign(allowed, digest, certificate.PublicKey.Oid.Value == Oids.Rsa, correlation, stop);

    // One request of the session, under its mark.
    private sealed class Request(RemoteSession session, Guid correlation) : ISigningSession
    {
        public ReadOnlyMemory<byte> Certificate => session.Certificate;

        public IReadOnlyList<ReadOnlyMemory<byte>> Issuers => session.Issuers;

        public string Name => session.Name;

        public Task<byte[]> Sign(ReadOnlyMemory<byte> digest, CancellationToken stop) => session.Sign(digest, correlation, stop);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        certificate.Dispose();
        return ValueTask.CompletedTask;
    }
}
