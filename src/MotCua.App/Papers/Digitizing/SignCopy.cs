using System.Security.Cryptography.X509Certificates;
using MotCua.App.Papers.Signing;
using MotCua.Domain.Papers;
using MotCua.Domain.Papers.Digitizing;

namespace MotCua.App.Papers.Digitizing;

/// <summary>A copy that was signed and stored, and what a check says of it (F-10).</summary>
public sealed record StoredCopy(SignedCopy Copy, SignatureReport Report, long Size);

/// <summary>Makes the searchable copy of a paper, signs it, checks it and stores it. Nothing is written to the database.</summary>
public sealed class SignCopy(ICopyWriter writer, IPdfSigner signer, ISignatureCheck check, IFileStore files)
{
    /// <summary>Writes the copy and stores it unsigned, so that a signature that was asked for can be asked for again on the same bytes.</summary>
    public async Task<string> Prepare(IReadOnlyList<CopyPage> pages, string title, string author, DateTimeOffset at, CancellationToken cancel) =>
        (await files.Put(new MemoryStream(writer.Write(pages, title, author, at)), cancel)).Digest;

    /// <summary>Signs a prepared copy. The same copy, look and key ask for the same signature.</summary>
    /// <param name="unsigned">SHA-256 of the prepared copy.</param>
    /// <param name="pages">Its pages.</param>
    /// <exception cref="SigningException">It was not signed; the message says why.</exception>
    public async Task<StoredCopy> Sign(string unsigned, int pages, SignatureLook look, ISigningSession session, CancellationToken cancel)
    {
        var pdf = await Read(unsigned, cancel) ?? throw new SigningException("Bản chờ ký không còn trong kho tệp; hãy chuẩn bị lại bản quét rồi ký lại.");
        var signed = await signer.Sign(session, pdf, look, cancel);
        var report = check.Check(signed);
        if (!report.AllValid)
            throw new SigningException("Chữ ký vừa tạo kiểm tra lại không hợp lệ nên không lưu; hãy kiểm tra khóa ký rồi ký lại.");
        var (digest, size) = await files.Put(new MemoryStream(signed), cancel);
        using var certificate = X509CertificateLoader.LoadCertificate(session.Certificate.Span);
        return new StoredCopy(new SignedCopy(digest, pages, look.Time, certificate.SerialNumber), report, size);
    }

    /// <summary>A prepared copy with the agency's signature behind the digitizer's (NĐ 30/2020/NĐ-CP, Phụ lục I).</summary>
    /// <exception cref="SigningException">It was not signed.</exception>
    public async Task<StoredCopy> SignTwice(
        string unsigned, int pages, SignatureLook look, ISigningSession session, SignatureLook agency, ISigningSession key, CancellationToken cancel)
    {
        var first = await Sign(unsigned, pages, look, session, cancel);
        var both = await Sign(first.Copy.Digest, pages, agency, key, cancel);
        return both with { Copy = both.Copy with { Serial = first.Copy.Serial } };
    }

    /// <summary>The bytes of a stored file; null if there is none.</summary>
    public async Task<byte[]?> Read(string digest, CancellationToken cancel)
    {
        await using var stream = files.Open(digest);
        if (stream is null)
            return null;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }
}
