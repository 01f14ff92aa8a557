using System.Formats.Asn1;
using System.Net;
using System.Net.Sockets;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace MotCua.App.Tests.Signing;

/// <summary>A server on this machine that answers one request after another.</summary>
internal abstract class Twin : IDisposable
{
    private readonly HttpListener listener = new();

    protected Twin()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }
        listener.Prefixes.Add(Address);
        listener.Start();
        _ = Serve();
    }

    public string Address { get; }

    /// <summary>The answer; null refuses.</summary>
    protected abstract byte[]? Answer(string path, byte[] body, HttpListenerRequest request);

    public void Dispose() => listener.Close();

    private async Task Serve()
    {
        while (listener.IsListening)
            try
            {
                var context = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                var answer = Answer(context.Request.Url!.AbsolutePath, body.ToArray(), context.Request);
                context.Response.StatusCode = answer is null ? 401 : 200;
                context.Response.ContentType = Type;
                await context.Response.OutputStream.WriteAsync(answer ?? []);
                context.Response.Close();
            }
            catch (Exception e) when (e is ObjectDisposedException or HttpListenerException)
            {
                return;
            }
    }

    protected abstract string Type { get; }
}

/// <summary>A remote signing provider (CSC API 1.0.4).</summary>
internal sealed class RemoteTwin : Twin
{
    private readonly string pin;
    private readonly RSA key = RSA.Create(2048);
    private readonly X509Certificate2 certificate;
    private int left;

    public RemoteTwin(string name, string pin)
    {
        this.pin = pin;
        certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(SigningRoom.Now.AddDays(-1), SigningRoom.Now.AddYears(1));
    }

    /// <summary>Whether it signs with a key that is not the certificate's.</summary>
    public bool Spoils { get; init; }

    /// <summary>How often the holder was asked.</summary>
    public int Authorized { get; private set; }

    protected override string Type => "application/json";

    protected override byte[]? Answer(string path, byte[] body, HttpListenerRequest request)
    {
        var asked = JsonNode.Parse(body)!;
        if (request.Headers["Authorization"]?.StartsWith("Bearer ", StringComparison.Ordinal) != true)
            return null;
        JsonNode? answer = null;
        if (path == "/csc/v1/credentials/info")
            answer = new JsonObject { ["cert"] = new JsonObject { ["certificates"] = new JsonArray(Convert.ToBase64String(certificate.RawData)) } };
        else if (path == "/csc/v1/credentials/authorize" && asked["PIN"]?.GetValue<string>() == pin)
        {
            (left, Authorized) = (asked["numSignatures"]!.GetValue<int>(), Authorized + 1);
            answer = new JsonObject { ["SAD"] = $"cho-phép-{left}" };
        }
        else if (path == "/csc/v1/signatures/signHash" && left-- > 0)
        {
            using var other = RSA.Create(2048);
            var hash = Convert.FromBase64String(asked["hash"]![0]!.GetValue<string>());
            var signature = (Spoils ? other : key).SignHash(hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            answer = new JsonObject { ["signatures"] = new JsonArray(Convert.ToBase64String(signature)) };
        }
        return answer is null ? null : System.Text.Encoding.UTF8.GetBytes(answer.ToJsonString());
    }
}

/// <summary>A time-stamping authority (RFC 3161).</summary>
internal sealed class StampTwin(DateTimeOffset time) : Twin
{
    private const string Content = "1.2.840.113549.1.9.16.1.4";

    private readonly X509Certificate2 own = ForeignSigner.Root("Gốc dấu thời gian", SigningRoom.Now.AddYears(-1), SigningRoom.Now.AddYears(20));
    private X509Certificate2? stamper;

    /// <summary>Who must be trusted.</summary>
    public X509Certificate2 Root => own;

    protected override string Type => "application/timestamp-reply";

    /// <summary>The token of bytes.</summary>
    public byte[] Stamp(byte[] data)
    {
        var asked = Rfc3161TimestampRequest.CreateFromData(data, HashAlgorithmName.SHA256, requestSignerCertificates: true);
        return asked.ProcessResponse(Reply(asked), out _).AsSignedCms().Encode();
    }

    protected override byte[]? Answer(string path, byte[] body, HttpListenerRequest request) =>
        Rfc3161TimestampRequest.TryDecode(body, out var asked, out _) ? Reply(asked) : null;

    private byte[] Reply(Rfc3161TimestampRequest asked)
    {
        stamper ??= ForeignSigner.Issued(own, "Máy dấu thời gian", SigningRoom.Now.AddYears(-1), SigningRoom.Now.AddYears(19), "1.3.6.1.5.5.7.3.8");
        var cms = new SignedCms(new ContentInfo(new Oid(Content), Token(asked)));
        var signer = new CmsSigner(stamper) { DigestAlgorithm = new Oid(ForeignSigner.Sha256), IncludeOption = X509IncludeOption.EndCertOnly };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid("1.2.840.113549.1.9.16.2.47"), Binding(stamper)));
        cms.ComputeSignature(signer);
        var to = new AsnWriter(AsnEncodingRules.DER);
        using (to.PushSequence())
        {
            using (to.PushSequence())
                to.WriteInteger(0);
            to.WriteEncodedValue(cms.Encode());
        }
        return to.Encode();
    }

    private byte[] Token(Rfc3161TimestampRequest asked)
    {
        var to = new AsnWriter(AsnEncodingRules.DER);
        using (to.PushSequence())
        {
            to.WriteInteger(1);
            to.WriteObjectIdentifier("1.3.6.1.4.1.99999.1");
            using (to.PushSequence())
            {
                using (to.PushSequence())
                    to.WriteObjectIdentifier(asked.HashAlgorithmId.Value!);
                to.WriteOctetString(asked.GetMessageHash().Span);
            }
            to.WriteInteger(7);
            to.WriteGeneralizedTime(time, omitFractionalSeconds: true);
            if (asked.GetNonce() is { } nonce)
                to.WriteInteger(new BigInteger(nonce.Span, isBigEndian: true));
        }
        return to.Encode();
    }

    private static byte[] Binding(X509Certificate2 certificate)
    {
        var to = new AsnWriter(AsnEncodingRules.DER);
        using (to.PushSequence())
        using (to.PushSequence())
        using (to.PushSequence())
            to.WriteOctetString(SHA256.HashData(certificate.RawData));
        return to.Encode();
    }
}

/// <summary>Puts a certificate beside a key on a token.</summary>
internal static class TokenCertificate
{
    public static void Put(string module, string token, string pin, byte[] id, X509Certificate2 certificate)
    {
        // Looking for a token once opens the loader's way to libdl.
        Xunit.Assert.ThrowsAny<Exception>(() => new Integrations.Signing.Keys.TokenKey(module, "-", null, "-").Open(null, 1, default).GetAwaiter().GetResult());
        var factories = new Pkcs11InteropFactories();
        using var library = factories.Pkcs11LibraryFactory.LoadPkcs11Library(factories, module, AppType.MultiThreaded);
        var slot = library.GetSlotList(SlotsType.WithTokenPresent).Single(s => s.GetTokenInfo().Label.Trim() == token);
        using var session = slot.OpenSession(SessionType.ReadWrite);
        session.Login(CKU.CKU_USER, pin);
        var of = session.Factories.ObjectAttributeFactory;
        session.CreateObject(
        [
            of.Create(CKA.CKA_CLASS, CKO.CKO_CERTIFICATE), of.Create(CKA.CKA_CERTIFICATE_TYPE, CKC.CKC_X_509), of.Create(CKA.CKA_TOKEN, true),
            of.Create(CKA.CKA_ID, id), of.Create(CKA.CKA_LABEL, "ky"), of.Create(CKA.CKA_SUBJECT, certificate.SubjectName.RawData),
            of.Create(CKA.CKA_VALUE, certificate.RawData),
        ]);
        session.Logout();
    }
}

/// <summary>The variables of the process as libraries see them.</summary>
internal static class Native
{
    public static void Set(string name, string value) => setenv(name, value, 1);

    [DllImport("libc", CharSet = CharSet.Ansi)]
    private static extern int setenv(string name, string value, int overwrite);
}
