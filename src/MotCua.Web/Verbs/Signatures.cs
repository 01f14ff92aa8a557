using MotCua.App.Papers.Signing;
using MotCua.Domain.Papers;
using MotCua.Integrations.Signing;
using MotCua.Integrations.Signing.Keys;
using MotCua.Web.Configuration;
using MotCua.Web.Kit;

namespace MotCua.Web.Verbs;

/// <summary>What the verbs on signatures share: whom to trust, and how a finding is told.</summary>
internal static class Signatures
{
    // What can be mapped into memory twice on an office machine.
    private const long MostBytes = 512L * 1024 * 1024;

    internal sealed record Signer(string Name, string? Time, string Covers, bool Valid, bool Trusted);

    internal sealed record Document(string File, IReadOnlyList<Signer> Signers);

    /// <summary>The check by the settings in force.</summary>
    public static ISignatureCheck Check(MotCuaSettings settings) => new PdfSignatureCheck(
        new CertificateTrust(settings.TrustRoots, settings.SigningKey is null ? TestKey.Authority(settings.TestKeys) : null), TimeProvider.System);

    /// <summary>The time-stamp server by the settings in force; null for none.</summary>
    public static ITimeStamps? Stamps(MotCuaSettings settings) =>
        settings.TimeStampUrl is { } url ? new TimeStampServer(new HttpClient { Timeout = TimeSpan.FromSeconds(30) }, new Uri(url)) : null;

    /// <summary>The bytes of a file, or why they cannot be read.</summary>
    public static async Task<(byte[]? Bytes, string? Refusal)> Read(string file, CancellationToken stop)
    {
        try
        {
            return new FileInfo(file) is { Exists: true, Length: > MostBytes }
                ? (null, $"Tệp {file} lớn hơn 512 MB; hãy chia nhỏ tệp rồi thử lại.")
                : (await File.ReadAllBytesAsync(file, stop), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"Không mở được tệp {file}; hãy kiểm tra đường dẫn và quyền đọc.");
        }
    }

    /// <summary>The document for programs.</summary>
    public static Document Of(string file, SignatureReport report) => new(file, [.. report.Signers.Select(s => new Signer(
        s.Name, s.Time is { } time ? Moments.Write(time) : null, Cover(s.Cover), s.Valid, s.Trusted))]);

    /// <summary>The words for people.</summary>
    public static void Tell(VerbLine line, SignatureReport report)
    {
        foreach (var s in report.Signatures)
        {
            var stamp = s.Kind == SignatureKind.TimeStamp ? "Dấu thời gian của " : "";
            line.Say($"{stamp}{s.Name}: {(s.Valid ? "nguyên vẹn" : "KHÔNG HỢP LỆ")}; {Domain.Law.Terms.Of(s.Trust)}");
            if (s.Time is { } time)
                line.Say($"  ký lúc {Domain.Words.VietnameseFormat.LongDay(time)}{(s.TimeProved ? " (có dấu thời gian)" : "")}");
            line.Say($"  phủ {Domain.Law.Terms.Of(s.Cover)}{(s.Issuer.Length > 0 ? $"; chứng thư do {s.Issuer} cấp, số {s.Serial}" : "")}");
            foreach (var remark in s.Remarks)
                line.Say($"  – {remark}");
        }
    }

    private static string Cover(SignatureCover cover) => cover switch
    {
        SignatureCover.WholeFile => "whole-file",
        SignatureCover.ThenSignatures => "whole-content",
        SignatureCover.ThenForm => "before-form-fill",
        SignatureCover.ThenContent => "before-change",
        _ => "part",
    };
}
