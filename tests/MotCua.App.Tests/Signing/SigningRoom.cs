using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using MotCua.App.Papers.Signing;
using MotCua.App.Tests.Forms;
using MotCua.Domain.Papers;
using MotCua.Integrations.Signing;
using MotCua.Integrations.Signing.Keys;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Signing;

/// <summary>A folder with a test key, and judges from outside.</summary>
internal sealed class SigningRoom : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 4, 5, TimeSpan.Zero);

    public SigningRoom()
    {
        FontsHere.Printer();
        Directory.CreateDirectory(Trust);
        Key = new TestKey(Keys, Clock);
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"motcua-sign-{Guid.NewGuid():N}");

    public string Keys => Path.Combine(Folder, "keys");

    public string Trust => Path.Combine(Folder, "trust");

    public FakeTimeProvider Clock { get; } = new(Now);

    public TestKey Key { get; }

    public static byte[] Printed { get; } = FontsHere.Printer().Print(Tests.Forms.Papers.Template("receipt"), Tests.Forms.Papers.Receipt());

    public async Task<byte[]> Sign(byte[] pdf, SignatureLook? look = null, ITimeStamps? stamps = null)
    {
        await using var session = await Key.Open(null, 1, TestContext.Current.CancellationToken);
        return await new PadesSigner(stamps).Sign(
            session, pdf, look ?? SignatureLook.Digitizer(session.Name, Clock.GetUtcNow()), TestContext.Current.CancellationToken);
    }

    public SignatureReport Check(byte[] pdf) => new PdfSignatureCheck(new CertificateTrust(Trust, TestKey.Authority(Keys)), Clock).Check(pdf);

    /// <summary>What poppler says of a file's signatures.</summary>
    public string Pdfsig(byte[] pdf) => Outside("pdfsig", "-nocert", Save(pdf)).Text;

    /// <summary>How often poppler calls a signature valid.</summary>
    public int Valid(byte[] pdf) => Pdfsig(pdf).Split("Signature is Valid").Length - 1;

    /// <summary>Qpdf finds nothing wrong with a file.</summary>
    public void Sound(byte[] pdf)
    {
        var (text, status) = Outside("qpdf", "--check", Save(pdf));
        Assert.True(status == 0, text);
    }

    public string Save(byte[] pdf)
    {
        var path = Path.Combine(Folder, $"{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(path, pdf);
        return path;
    }

    /// <summary>Runs a program.</summary>
    public static (string Text, int Status) Outside(string tool, params string[] words)
    {
        var start = new ProcessStartInfo(Tool.Require(tool), words)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
        };
        using var running = Process.Start(start)!;
        var error = running.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var text = running.StandardOutput.ReadToEnd();
        running.WaitForExit();
        return (text + error.Result, running.ExitCode);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
