using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MotCua.App.Papers.Signing;
using MotCua.Domain.Papers;
using MotCua.Integrations.Signing;
using MotCua.Integrations.Signing.Keys;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Signing;

/// <summary>Each kind of key, and what is said when it cannot be used.</summary>
public sealed class KeyTests : IDisposable
{
    private static readonly DateTimeOffset Now = SigningRoom.Now;

    private readonly SigningRoom room = new();

    private async Task<FileSignature> Signed(ISigningKey key, string? pin = null, int papers = 1)
    {
        await using var session = await key.Open(pin, papers, TestContext.Current.CancellationToken);
        for (var i = 1; ; i++)
        {
            var signed = await new PadesSigner().Sign(
                session, SigningRoom.Printed, SignatureLook.Digitizer(session.Name, Now), TestContext.Current.CancellationToken);
            Assert.True(room.Check(signed).AllValid);
            if (i == papers)
            {
                Assert.Equal(1, room.Valid(signed));
                return room.Check(signed).Signatures[0];
            }
        }
    }

    private static async Task<string> Refused(ISigningKey key, string? pin = null) =>
        (await Assert.ThrowsAsync<SigningException>(() => key.Open(pin, 1, TestContext.Current.CancellationToken))).Message;

    [Fact]
    public async Task The_test_key_is_made_once_and_says_that_it_binds_nobody()
    {
        var first = await Signed(room.Key);
        Assert.Equal((TestKey.SignerName, true), (first.Name, first.Trusted));
        Assert.Equal(first.Serial, (await Signed(new TestKey(room.Keys, room.Clock))).Serial);
        if (!OperatingSystem.IsWindows())
            foreach (var file in Directory.EnumerateFiles(room.Keys))
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        // Where a real key is configured the test authority is nobody's.
        await using var session = await room.Key.Open(null, 1, TestContext.Current.CancellationToken);
        var signed = await room.Sign(SmallPdf.Classic());
        Assert.Equal(SignatureTrust.UnknownRoot,
            new PdfSignatureCheck(new CertificateTrust(room.Trust, null), room.Clock).Check(signed).Signatures[0].Trust);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_with_a_password_signs(bool elliptic)
    {
        var path = Path.Combine(room.Folder, "own.p12");
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);
        var request = elliptic ? new CertificateRequest("CN=Đặng Thùy Trâm", ec, HashAlgorithmName.SHA256)
            : new CertificateRequest("CN=Đặng Thùy Trâm", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var own = request.CreateSelfSigned(Now.AddDays(-1), Now.AddYears(1));
        await File.WriteAllBytesAsync(path, own.Export(X509ContentType.Pkcs12, "mật khẩu"), TestContext.Current.CancellationToken);
        Assert.Equal("Đặng Thùy Trâm", (await Signed(SigningKeys.Of(path, "mật khẩu", room.Keys, room.Clock))).Name);
        Assert.Contains("mật khẩu", await Refused(SigningKeys.Of(path, "sai", room.Keys, room.Clock)));
        Assert.Contains("đường dẫn", await Refused(SigningKeys.Of(path + "x.p12", "", room.Keys, room.Clock)));
    }

    [Fact]
    public async Task A_token_signs_many_papers_after_one_PIN()
    {
        var module = new[] { "/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so", "/usr/lib64/softhsm/libsofthsm2.so" }
            .FirstOrDefault(File.Exists);
        if (module is null)
            Tool.Missing("softhsm2");
        Directory.CreateDirectory(Path.Combine(room.Folder, "tokens"));
        var settings = Path.Combine(room.Folder, "softhsm2.conf");
        await File.WriteAllTextAsync(
            settings, $"directories.tokendir = {room.Folder}/tokens\nobjectstore.backend = file\nlog.level = ERROR\n", TestContext.Current.CancellationToken);
        // The library reads the variable of the process itself, which .NET's own copy is not.
        Native.Set("SOFTHSM2_CONF", settings);
        Environment.SetEnvironmentVariable("SOFTHSM2_CONF", settings);
        Run("softhsm2-util", "--init-token", "--free", "--label", "van-thu", "--pin", "123456", "--so-pin", "00000000");
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=Nguyễn Thị Ngọc Ưởng", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var own = request.CreateSelfSigned(Now.AddDays(-1), Now.AddYears(1));
        var pem = Path.Combine(room.Folder, "key.pem");
        await File.WriteAllTextAsync(pem, rsa.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        Run("softhsm2-util", "--import", pem, "--token", "van-thu", "--label", "ky", "--id", "A1", "--pin", "123456");
        TokenCertificate.Put(module!, "van-thu", "123456", [0xA1], own);
        var line = $"pkcs11:{module}?token=van-thu&key=ky";
        Assert.True(SigningKeys.Understands(line));
        Assert.Equal("Nguyễn Thị Ngọc Ưởng", (await Signed(SigningKeys.Of(line, "123456", room.Keys, room.Clock), papers: 10)).Name);
        Assert.Equal("Nguyễn Thị Ngọc Ưởng", (await Signed(SigningKeys.Of(line, null, room.Keys, room.Clock), pin: "123456")).Name);
        Assert.Contains("PIN", await Refused(SigningKeys.Of(line, "654321", room.Keys, room.Clock)));
        Assert.Contains("PIN", await Refused(SigningKeys.Of(line, null, room.Keys, room.Clock)));
        Assert.Contains("khóa", await Refused(SigningKeys.Of(line + "-khac", "123456", room.Keys, room.Clock)));
        Assert.Contains("thiết bị", await Refused(SigningKeys.Of($"pkcs11:{module}?token=khac", "123456", room.Keys, room.Clock)));
        Assert.Contains("thư viện", await Refused(SigningKeys.Of("pkcs11:/khong/co.so", "1", room.Keys, room.Clock)));
    }

    [Fact]
    public async Task A_remote_signer_signs_as_often_as_its_holder_allowed()
    {
        using var twin = new RemoteTwin("Ủy ban nhân dân phường Ea Kao", "246810");
        var line = $"csc:{twin.Address}?credential=UBND-01";
        Assert.True(SigningKeys.Understands(line));
        Assert.Equal("Ủy ban nhân dân phường Ea Kao", (await Signed(SigningKeys.Of(line, "246810:the-01", room.Keys, room.Clock), papers: 3)).Name);
        Assert.Equal(1, twin.Authorized);
        Assert.Contains("từ chối", await Refused(SigningKeys.Of(line, "1:the-01", room.Keys, room.Clock)));
        await using var session = await SigningKeys.Of(line, "246810:the-01", room.Keys, room.Clock).Open(null, 1, TestContext.Current.CancellationToken);
        await session.Sign(new byte[32], TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<SigningException>(() => session.Sign(new byte[32], TestContext.Current.CancellationToken));
        twin.Dispose();
        Assert.Contains("kết nối", await Refused(SigningKeys.Of(line, "246810", room.Keys, room.Clock)));
        Assert.False(SigningKeys.Understands("csc:http://example.vn/?credential=1"));
        Assert.False(SigningKeys.Understands("khoa.txt"));
    }

    [Fact]
    public async Task A_key_that_does_not_fit_its_certificate_signs_nothing()
    {
        using var twin = new RemoteTwin("Sai khóa", "1") { Spoils = true };
        var says = await Assert.ThrowsAsync<SigningException>(
            () => Signed(SigningKeys.Of($"csc:{twin.Address}?credential=X", "1:a", room.Keys, room.Clock)));
        Assert.Contains("không khớp", says.Message);
    }

    [Fact]
    public async Task A_time_stamp_proves_the_time_where_its_authority_is_trusted()
    {
        using var stamps = new StampTwin(Now.AddMinutes(1));
        using var http = new HttpClient();
        var signed = await room.Sign(SigningRoom.Printed, stamps: new TimeStampServer(http, new Uri(stamps.Address)));
        var stranger = room.Check(signed).Signatures[0];
        Assert.True(stranger is { Valid: true, TimeProved: false });
        await File.WriteAllBytesAsync(Path.Combine(room.Trust, "tsa.cer"), stamps.Root.RawData, TestContext.Current.CancellationToken);
        var proved = room.Check(signed).Signatures[0];
        Assert.Equal((true, true, true, Now.AddMinutes(1)), (proved.Valid, proved.Trusted, proved.TimeProved, proved.Time));
        Assert.Equal(1, room.Valid(signed));
        room.Sound(signed);
        // Ten years and a day later the signer's certificate is over; what was proved stays so.
        room.Clock.Advance(TimeSpan.FromDays(3655));
        Assert.True(room.Check(signed).Signatures[0].Trusted);
        Assert.False(room.Check(await Signature()).Signatures[0].Trusted);
        stamps.Dispose();
        Assert.Contains("dấu thời gian", (await Assert.ThrowsAsync<SigningException>(async () =>
        {
            room.Clock.SetUtcNow(Now.AddDays(4000));
            await using var session = await new TestKey(Path.Combine(room.Folder, "later"), room.Clock).Open(null, 1, TestContext.Current.CancellationToken);
            await new PadesSigner(new TimeStampServer(http, new Uri(stamps.Address))).Sign(
                session, SigningRoom.Printed, SignatureLook.Hidden(room.Clock.GetUtcNow()), TestContext.Current.CancellationToken);
        })).Message);
    }

    private async Task<byte[]> Signature()
    {
        await using var session = await room.Key.Open(null, 1, TestContext.Current.CancellationToken);
        return await new PadesSigner().Sign(session, SigningRoom.Printed, SignatureLook.Hidden(Now), TestContext.Current.CancellationToken);
    }

    private static void Run(string tool, params string[] words)
    {
        var (text, status) = SigningRoom.Outside(tool, words);
        Assert.True(status == 0, text);
    }

    public void Dispose() => room.Dispose();
}
