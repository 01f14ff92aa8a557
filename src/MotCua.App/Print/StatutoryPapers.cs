using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Papers;
using MotCua.App.Papers.Forms;
using MotCua.App.Reception;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;

namespace MotCua.App.Print;

/// <summary>What a paper says of the system that made it.</summary>
/// <param name="Name">Name of the system in the QR code (R-REC-25).</param>
/// <param name="Sample">Papers of a demonstration carry the word MẪU (R-FORM-16).</param>
public sealed record Issuer(string Name, bool Sample);

/// <summary>A printed paper.</summary>
/// <param name="Form">Type and regime: "receipt/2025".</param>
public sealed record PrintedPaper(string Form, string FileName, byte[] Pdf);

/// <summary>Prints the statutory papers of dossiers and attempts in the form set of the day on which the paper was issued.</summary>
public sealed class StatutoryPapers(
    MotCuaDb db, ReferenceCache references, FormTemplates templates, IFormPrinter printer, Issuer issuer, TrackingFactors factors, TimeProvider clock)
{
    /// <summary>Code of the refusal where the form of the paper's day is not there.</summary>
    public const string NoTemplate = "print.no-template";

    /// <summary>The types that <see cref="OfDossier"/> prints.</summary>
    public static IReadOnlyList<string> Types { get; } = ["receipt", "supplement", "refusal", "control-slip"];

    /// <summary>Prints a paper of a dossier; a refusal where the dossier has no such paper.</summary>
    /// <param name="type">One of <see cref="Types"/>.</param>
    public async Task<(PrintedPaper? Paper, Refusal? No)> OfDossier(DossierView view, string type, CancellationToken cancel = default)
    {
        var reference = await references.Get(db, cancel);
        var officers = await Names([.. view.Officers.Keys, .. Holders(view)], cancel);
        var words = new PaperWords(view, reference, officers, issuer, clock.GetUtcNow());
        return type switch
        {
            "receipt" when view.Dossier.Case.ReceiptNumber is { } number =>
                Print(words.Receipt(number, await factors.Of(view.Dossier.Id, cancel)), type, words.ReceiptDay, reference),
            "receipt" => (null, new Refusal("print.no-receipt", "Hồ sơ này không cấp giấy tiếp nhận. Hãy cấp giấy trước nếu người nộp yêu cầu.")),
            "supplement" when words.LastSupplement is { } line =>
                Print(words.Supplement(line, (SupplementRequested)line.Event), type, Vietnam.Day(line.Row.At), reference),
            "supplement" => (null, new Refusal("print.no-supplement", "Hồ sơ này chưa có yêu cầu bổ sung ở khâu thẩm định.")),
            "refusal" when words.Refused is { } line =>
                Print(words.Refusal(line, (RefusedAfterAppraisal)line.Event), type, Vietnam.Day(line.Row.At), reference),
            "refusal" => (null, new Refusal("print.no-refusal", "Hồ sơ này không bị từ chối giải quyết.")),
            "control-slip" => Print(words.ControlSlip(), type, Vietnam.Day(clock.GetUtcNow()), reference),
            _ => (null, new Refusal("print.unknown", "Không có loại giấy này. Hãy chọn lại từ trang hồ sơ.")),
        };
    }

    /// <summary>Prints a slip given at the counter, as it stood when it was given.</summary>
    public async Task<(PrintedPaper? Paper, Refusal? No)> OfSlip(AttemptSlipRow slip, CancellationToken cancel = default)
    {
        var reference = await references.Get(db, cancel);
        if (slip.Printed.Length == 0)
            return (null, new Refusal("print.erased", "Nội dung phiếu này đã được xóa theo yêu cầu bảo vệ dữ liệu cá nhân."));
        var content = JsonSerializer.Deserialize<SlipContent>(slip.Printed, Json.Stored)
            ?? throw new InvalidOperationException("The slip holds nothing to print.");
        var officers = await Names([content.Officer.Value, content.InPlaceOf?.Value ?? content.Officer.Value], cancel);
        var printed = new SlipWords(content, reference, officers, issuer, clock.GetUtcNow()).Content();
        return Print(printed, content.Form, Vietnam.Day(content.At), reference);
    }

    private (PrintedPaper?, Refusal?) Print(FormContent content, string type, DateOnly issued, ReferenceData reference)
    {
        var set = reference.Rules.Text("form.set", issued);
        if (templates.Find(type, set) is not { } template)
            return (null, new Refusal(NoTemplate,
                $"Chưa có mẫu {type}/{set} để in giấy cấp ngày {issued:dd/MM/yyyy}. Đề nghị quản trị bổ sung tệp mẫu."));
        return (new PrintedPaper(template.Key, $"{content.Code}-{type}.pdf", printer.Print(template, content)), null);
    }

    /// <summary>Who had the steps and who ended them; an act may name others than its actor.</summary>
    private static IEnumerable<int> Holders(DossierView view) => view.Timeline.Select(l => l.Event switch
    {
        StepOpened opened => opened.Officer?.Value,
        StepAssigned assigned => assigned.Officer.Value,
        StepClosed closed => closed.By?.Value,
        _ => null,
    }).OfType<int>().Distinct();

    private async Task<IReadOnlyDictionary<int, OfficerRow>> Names(IReadOnlyCollection<int> ids, CancellationToken cancel) =>
        await db.Set<OfficerRow>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancel);
}
