using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MotCua.App.Papers.Signing;
using MotCua.Domain.Papers;
using MotCua.Integrations.Signing.Pdf;

namespace MotCua.Integrations.Signing;

/// <summary>Checks the signatures of PDF files without the network. One instance serves every thread.</summary>
/// <param name="trust">Whom to trust.</param>
public sealed class PdfSignatureCheck(CertificateTrust trust, TimeProvider clock) : ISignatureCheck
{
    private const int Most = 64;

    /// <inheritdoc/>
    public SignatureReport Check(byte[] pdf)
    {
        try
        {
            var file = new PdfReading(pdf, pdf.Length, new PdfBudget());
            if (file.Trailer["Encrypt"] is not null)
                return new([], "Tệp PDF đang đặt mật khẩu hoặc hạn chế quyền nên không kiểm tra được chữ ký; hãy bỏ bảo vệ rồi thử lại.");
            var fields = PdfFields.Signatures(file).Where(f => f.Value is not null).ToList();
            if (fields.Count > Most)
                return new([], PdfDamagedException.TooMuch);
            var revisions = new PdfBudget();
            var lists = Lists(file, new PdfBudget());
            var found = fields.ConvertAll(f => new OneSignature(trust, clock.GetUtcNow(), pdf, file, lists, revisions).Check(f));
            return new([.. found.OrderBy(f => f.End).Select(f => f.Signature)], null);
        }
        catch (PdfDamagedException e)
        {
            return new([], e.Message);
        }
        catch (CryptographicException)
        {
            return new([], "Chữ ký hoặc chứng thư trong tệp bị hỏng nên không đọc được; hãy đề nghị người gửi ký lại.");
        }
    }

    /// <inheritdoc/>
    public bool OnlySigns(byte[] before, byte[] signed)
    {
        if (signed.Length <= before.Length || !signed.AsSpan(0, before.Length).SequenceEqual(before))
            return false;
        try
        {
            var (was, has) = (new PdfReading(signed, before.Length, new PdfBudget()), new PdfReading(signed, signed.Length, new PdfBudget()));
            return RevisionChanges.Between(was, has) == SignatureCover.ThenSignatures && Check(signed).AllValid;
        }
        catch (PdfDamagedException)
        {
            return false;
        }
    }

    // ETSI EN 319 142-1, 5.4.2: what proves old signatures is stored in the file itself.
    private static List<RevocationList> Lists(PdfReading file, PdfBudget budget)
    {
        var found = new List<RevocationList>();
        foreach (var item in file.Items(file.Dictionary(file.Catalog["DSS"])?["CRLs"]).Take(Most))
            try
            {
                if (file.Resolve(item) is PdfStream stream && RevocationList.TryRead(PdfFilters.Decode(stream, file.Resolve, budget)) is { } list)
                    found.Add(list);
            }
            catch (PdfDamagedException)
            {
                // A list that cannot be unpacked proves nothing; the check says then that nothing was looked up.
            }
        return found;
    }
}

/// <summary>The check of one signature.</summary>
internal sealed class OneSignature(
    CertificateTrust trust, DateTimeOffset now, byte[] pdf, PdfReading file, IReadOnlyList<RevocationList> lists, PdfBudget revisions)
{
    private const string NotWhole = "Phần được ký không phải là một bản trọn vẹn của tệp (dấu hiệu giả mạo); không thể tin chữ ký này.";

    private readonly List<string> problems = [];
    private readonly List<string> changes = [];
    private readonly List<string> remarks = [];

    /// <summary>Checks it.</summary>
    /// <returns>The finding, and where the covered bytes end.</returns>
    public (FileSignature Signature, int End) Check(PdfSignatureField field)
    {
        var dictionary = file.Dictionary(field.Value) ?? new PdfDictionary();
        var holder = field.Value is PdfReference reference ? reference.Number : field.Number;
        if (file.Xref.Places.TryGetValue(holder, out var place) && place.Container != 0)
            problems.Add("Chữ ký nằm trong phần nén của tệp nên không thể phủ chính tệp đó; không thể tin chữ ký này.");
        var (range, problem) = SignatureRange.Read(dictionary, pdf.Length);
        if (problem is not null)
            problems.Add(problem);
        var stamps = dictionary.Name("SubFilter") == "ETSI.RFC3161";
        var contents = (dictionary["Contents"] as PdfString)?.Bytes ?? [];
        var covered = range?.Bytes(pdf) ?? [];
        var cms = Read(dictionary.Name("SubFilter"), contents, covered);
        problems.AddRange(cms.Problems);
        var cover = Cover(range);
        var claimed = cms.Time ?? (file.Resolve(dictionary["M"]) is PdfString m ? PdfText.Date(m) : null);
        var (time, proved) = Proved(cms, claimed, stamps);
        var finding = cms.Certificate is { } certificate
            ? trust.Check(certificate, cms.Others, lists, time ?? now, proved, now, stamps)
            : new TrustFinding(SignatureTrust.Unfit, false, []);
        if (time is not null && !proved && !stamps)
            remarks.Add("Thời điểm ký do máy của người ký ghi, không có dấu thời gian chứng minh.");
        return (new(
            stamps ? SignatureKind.TimeStamp : SignatureKind.Signature, Named(cms.Certificate, dictionary), cms.Certificate is { } c ? Issuer(c) : "",
            cms.Certificate?.SerialNumber ?? "", time, proved || (stamps && finding.Trust == SignatureTrust.Trusted), cover, problems.Count == 0, finding.Trust,
            finding.RevocationChecked, [.. problems, .. changes, .. finding.Remarks, .. cms.Remarks, .. remarks]), range?.End ?? int.MaxValue);
    }

    private static CmsReading Read(string? form, byte[] contents, byte[] covered)
    {
        var reading = form == "ETSI.RFC3161" ? CmsReading.TimeStamp(contents, covered) : CmsReading.Signature(contents, covered);
        if (form is not ("ETSI.CAdES.detached" or "adbe.pkcs7.detached" or "ETSI.RFC3161"))
            reading.Problems.Insert(0, "Chữ ký theo dạng cũ (SHA-1) hoặc dạng lạ, không còn an toàn; hãy đề nghị ký lại.");
        return reading;
    }

    private SignatureCover Cover(SignatureRange? range)
    {
        if (range is null)
            return SignatureCover.Part;
        var cover = SignatureCover.WholeFile;
        if (range.End < pdf.Length)
        {
            try
            {
                cover = After(new PdfReading(pdf, range.End, revisions), range);
            }
            catch (PdfDamagedException)
            {
                cover = SignatureCover.Part;
            }
        }
        switch (cover)
        {
            case SignatureCover.Part:
                problems.Add(NotWhole);
                break;
            case SignatureCover.ThenContent:
                changes.Add("Sau khi ký, nội dung tệp đã bị sửa hoặc có dữ liệu lạ ghi thêm; chữ ký chỉ còn đúng với bản trước đó.");
                break;
            case SignatureCover.ThenForm:
                changes.Add("Sau khi ký, biểu mẫu trong tệp đã được điền hoặc sửa; chữ ký chỉ còn đúng với bản trước đó.");
                break;
            case SignatureCover.ThenSignatures:
                changes.Add("Sau chữ ký này tệp chỉ có thêm chữ ký hoặc dấu thời gian, nội dung không đổi.");
                break;
        }
        return cover;
    }

    private SignatureCover After(PdfReading signed, SignatureRange range)
    {
        var own = PdfFields.Signatures(signed).Any(f => (signed.Dictionary(f.Value)?["Contents"] as PdfString)?.Start == range.From);
        return own && signed.Trailer["Encrypt"] is null ? RevisionChanges.Between(signed, file) : SignatureCover.Part;
    }

    private (DateTimeOffset? Time, bool Proved) Proved(CmsReading cms, DateTimeOffset? claimed, bool stamps)
    {
        if (stamps || cms.Stamp is not { } stamp)
            return (claimed, false);
        if (trust.Check(stamp.Certificate, stamp.Others, lists, stamp.Time, false, now, forStamps: true).Trust == SignatureTrust.Trusted)
            return (stamp.Time, true);
        remarks.Add("Chữ ký có dấu thời gian nhưng tổ chức đóng dấu chưa được tin cậy.");
        return (claimed ?? stamp.Time, false);
    }

    private static string Named(X509Certificate2? certificate, PdfDictionary dictionary) =>
        certificate is null ? dictionary["Name"] is PdfString name ? PdfText.Text(name) : "" : CommonName.Of(certificate.SubjectName);

    private static string Issuer(X509Certificate2 certificate) => CommonName.Of(certificate.IssuerName);
}
