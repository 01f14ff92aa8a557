using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MotCua.App.Papers.Signing;
using MotCua.Integrations.Forms;
using MotCua.Integrations.Signing.Pdf;

namespace MotCua.Integrations.Signing;

/// <summary>Signs PDF files: PAdES baseline B-B, or B-T where there is a time-stamp server. One instance serves every thread.</summary>
/// <param name="timeStamps">The time-stamp server; null for none.</param>
/// <param name="fontFolders">As for <see cref="SkiaFormPrinter"/>.</param>
public sealed class PadesSigner(ITimeStamps? timeStamps = null, IReadOnlyList<string>? fontFolders = null) : IPdfSigner
{
    private readonly Lazy<SerifFamily> family = new(() => SerifFamily.Find(fontFolders ?? SerifFamily.Folders()), LazyThreadSafetyMode.PublicationOnly);

    /// <inheritdoc/>
    public async Task<byte[]> Sign(ISigningSession session, byte[] pdf, SignatureLook look, CancellationToken stop)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(session.Certificate.Span);
        var issuers = session.Issuers.Select(i => X509CertificateLoader.LoadCertificate(i.Span)).ToList();
        try
        {
            Fit(certificate, look.Time);
            var drawing = SignatureDrawing.Of(look, family.Value);
            var room = certificate.RawData.Length + issuers.Sum(i => i.RawData.Length) + (timeStamps is null ? 2048 : 12 * 1024);
            for (; ; room *= 2)
            {
                var update = Prepare(pdf, look, drawing, session.Name, room);
                var cms = new CmsWriter(certificate, issuers, update.Digest());
                var signature = await session.Sign(cms.ToSign, stop);
                if (!cms.IsSigned(signature))
                    throw new SigningException("Khóa ký không khớp với chứng thư; hãy kiểm tra lại tệp khóa hoặc thiết bị ký.");
                var stamp = timeStamps is null ? null : await timeStamps.Stamp(SHA256.HashData(signature), stop);
                if (update.With(cms.Write(signature, stamp)) is { } signed)
                    return signed;
                if (room > 1024 * 1024)
                    throw new SigningException("Chữ ký lớn bất thường nên không ghi vào tệp; hãy kiểm tra chứng thư và máy chủ dấu thời gian.");
            }
        }
        finally
        {
            issuers.ForEach(i => i.Dispose());
        }
    }

    private static SignatureUpdate Prepare(byte[] pdf, SignatureLook look, SignatureDrawing? drawing, string name, int room)
    {
        try
        {
            var file = new PdfReading(pdf, pdf.Length, new PdfBudget());
            if (file.Trailer["Encrypt"] is not null)
                throw new SigningException("Tệp PDF đang đặt mật khẩu hoặc hạn chế quyền nên không ký được; hãy bỏ bảo vệ rồi thử lại.");
            if (IsLocked(file))
                throw new SigningException("Tệp PDF đã được người ký trước khóa, không cho thêm chữ ký; hãy ký trên bản chưa khóa.");
            return SignatureUpdate.Write(file, pdf, look, drawing, name, room);
        }
        catch (PdfDamagedException e)
        {
            throw new SigningException(e.Message, e);
        }
    }

    // A certifying signature that allows no changes (ISO 32000-1, 12.8.2.2).
    private static bool IsLocked(PdfReading file) =>
        file.Dictionary(file.Dictionary(file.Catalog["Perms"])?["DocMDP"]) is { } certified
        && file.Items(certified["Reference"]).Select(r => file.Dictionary(file.Dictionary(r)?["TransformParams"])).Any(p => p?.Whole("P") == 1);

    private static void Fit(X509Certificate2 certificate, DateTimeOffset time)
    {
        if (time < certificate.NotBefore || time > certificate.NotAfter)
            throw new SigningException("Chứng thư chữ ký số đã hết hạn hoặc chưa có hiệu lực; hãy gia hạn chứng thư rồi ký lại.");
    }
}
