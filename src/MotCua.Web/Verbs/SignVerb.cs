using MotCua.App.Papers.Signing;
using MotCua.Integrations.Signing;
using MotCua.Integrations.Signing.Keys;
using MotCua.Web.Configuration;

namespace MotCua.Web.Verbs;

/// <summary>Signs a PDF with the configured key, else with a test key made under the data folder; the signature shows at the top left of the
/// first page. Opens no database.</summary>
public sealed class SignVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "sign";

    /// <inheritdoc/>
    public string Usage => "sign FILE.pdf [--out FILE]";

    /// <inheritdoc/>
    public string Does => "ký số tệp PDF bằng khóa đã cấu hình, chưa có thì bằng khóa thử nghiệm; ghi ra FILE.signed.pdf hoặc --out, không ghi đè tệp gốc";

    /// <inheritdoc/>
    public IReadOnlyList<VerbOption> Options { get; } = [new("out", "FILE")];

    /// <inheritdoc/>
    public int Least => 1;

    /// <inheritdoc/>
    public async Task<int> Run(VerbLine line, CancellationToken stop)
    {
        var file = Path.GetFullPath(line.Arguments[0]);
        var to = Path.GetFullPath(line.Option("out") ?? Path.ChangeExtension(file, ".signed.pdf"));
        if (IsSame(file, to))
            return line.Refuse($"Không ghi đè tệp gốc {file}; hãy chọn tên khác cho --out.");
        if (DataFolder.Prepare(line.Settings) is { } refused)
            return line.Refuse(refused);
        var (bytes, unreadable) = await Signatures.Read(file, stop);
        if (bytes is null)
            return line.Refuse(unreadable!);
        try
        {
            var signed = await Sign(line, bytes, stop);
            await Write(to, signed, stop);
            var report = Signatures.Check(line.Settings).Check(signed);
            line.Print(Signatures.Of(to, report));
            line.Say($"Đã ký, ghi vào {to}.");
            Signatures.Tell(line, report);
            return 0;
        }
        catch (SigningException e)
        {
            return line.Refuse(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return line.Refuse($"Không ghi được tệp {to}; hãy kiểm tra thư mục, quyền ghi và dung lượng đĩa.");
        }
    }

    private static async Task<byte[]> Sign(VerbLine line, byte[] pdf, CancellationToken stop)
    {
        var settings = line.Settings;
        var signer = new PadesSigner(Signatures.Stamps(settings));
        var key = SigningKeys.Of(settings.SigningKey, settings.SigningPin, settings.TestKeys, TimeProvider.System);
        if (key.IsTest)
            line.Note("Chưa cấu hình khóa ký (signingKey): ký bằng khóa thử nghiệm, không có giá trị pháp lý.");
        await using var session = await key.Open(null, 1, stop);
        return await signer.Sign(session, pdf, SignatureLook.Signer(session.Name, TimeProvider.System.GetUtcNow()), stop);
    }

    // A signed file is there whole or not at all; the input is never written to, by whatever name or link it is called.
    private static async Task Write(string to, byte[] signed, CancellationToken stop)
    {
        var partial = $"{to}.partial-{Environment.ProcessId}";
        try
        {
            await File.WriteAllBytesAsync(partial, signed, stop);
            File.Move(partial, to, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static bool IsSame(string file, string to) =>
        string.Equals(Real(file), Real(to), OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static string Real(string path)
    {
        var folder = Path.GetDirectoryName(path);
        var at = Directory.Exists(folder) ? Path.Combine(new DirectoryInfo(folder).ResolveLinkTarget(true)?.FullName ?? folder, Path.GetFileName(path)) : path;
        try
        {
            return new FileInfo(at).ResolveLinkTarget(true)?.FullName ?? at;
        }
        catch (IOException)
        {
            return at;
        }
    }
}
