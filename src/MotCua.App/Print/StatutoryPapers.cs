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
    public static IReadOnlyList<string> Types { get; } =
        [FormTypes.Receipt, FormTypes.Supplement, FormTypes.Refusal, FormTypes.Apology, FormTypes.Stop, FormTypes.ControlSlip, FormTypes.PaperSlip,
            FormTypes.TransferSlip];

    private readonly FormShelf shelf = new(db, templates);

    /// <summary>Prints a paper of a dossier; a refusal where the dossier has no such paper.</summary>
    /// <param name="type">One of <see cref="Types"/>.</param>
    public async Task<(PrintedPaper? Paper, Refusal? No)> OfDossier(DossierView view, string type, CancellationToken cancel = default)
    {
        var reference = await references.Get(db, cancel);
        var officers = await Names([.. view.Officers.Keys, .. Holders(view)], cancel);
        var words = new PaperWords(view, reference, officers, issuer, clock.GetUtcNow());
        if (Lacking(words, view, type) is { } no)
            return (null, no);
        var (content, at) = type switch
        {
            "receipt" => (
                words.Receipt(view.Dossier.Case.ReceiptNumber!.Value, await factors.Of(view.Dossier.Id, cancel), await Fees(view, cancel)), words.ReceiptAt),
            "supplement" => Of(words.LastSupplement!, l => words.Supplement(l, (SupplementRequested)l.Event)),
            "refusal" => Of(words.Refused!, l => words.Refusal(l, (RefusedAfterAppraisal)l.Event)),
            "apology" => Of(words.Apologised!, words.Apology),
            "stop" => Of(words.StoppedBy!, l => words.StopNotice(l, (Stopped)l.Event)),
            "paper-slip" => Of(words.PaperLeft!, l => words.PaperSlip(l, (PaperSent)l.Event)),
            "transfer-slip" => Of(words.Transferred!, l => words.TransferSlip(l, (CooperationAsked)l.Event)),
            _ => (words.ControlSlip(), clock.GetUtcNow()),
        };
        return await Print(content, type, at, reference, cancel);

        static (FormContent, DateTimeOffset) Of(TimelineLine line, Func<TimelineLine, FormContent> content) => (content(line), line.Row.At);
    }

    /// <summary>Why a dossier has no paper of a type; null if it has one.</summary>
    public async Task<Refusal?> Lacks(DossierView view, string type, CancellationToken cancel = default) => Lacking(
        new PaperWords(view, await references.Get(db, cancel), new Dictionary<int, OfficerRow>(), issuer, clock.GetUtcNow()), view, type);

    private static Refusal? Lacking(PaperWords words, DossierView view, string type) => type switch
    {
        "receipt" => view.Dossier.Case.ReceiptNumber is null
            ? new Refusal("print.no-receipt", "Hồ sơ này không cấp giấy tiếp nhận. Hãy cấp giấy trước nếu người nộp yêu cầu.") : null,
        "supplement" => words.LastSupplement is null
            ? new Refusal("print.no-supplement", "Hồ sơ này chưa có yêu cầu bổ sung ở khâu thẩm định.") : null,
        "refusal" => words.Refused is null ? new Refusal("print.no-refusal", "Hồ sơ này không bị từ chối giải quyết.") : null,
        "apology" => words.Apologised is null ? new Refusal("print.no-apology", "Hồ sơ này chưa có văn bản xin lỗi.") : null,
        "stop" => words.StoppedBy is null ? new Refusal("print.no-stop", "Hồ sơ này không bị dừng giải quyết.") : null,
        "control-slip" => null,
        "paper-slip" => words.PaperLeft is null ? new Refusal("print.no-paper-slip", "Hồ sơ này chưa có lần giao nhận bản giấy nào.") : null,
        "transfer-slip" => words.Transferred is null ? new Refusal("print.no-transfer-slip", "Hồ sơ này chưa gửi cơ quan nào phối hợp.") : null,
        _ => new Refusal("print.unknown", "Không có loại giấy này. Hãy chọn lại từ trang hồ sơ."),
    };

    /// <summary>The papers of a selection as one file, in its order, each as when it is printed alone.</summary>
    public byte[] Join(IReadOnlyList<PrintedPaper> papers) => printer.Join([.. papers.Select(p => p.Pdf)]);

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
        return await Print(printed, content.Form, content.At, reference, cancel);
    }

    private async Task<(PrintedPaper?, Refusal?)> Print(
        FormContent content, string type, DateTimeOffset issued, ReferenceData reference, CancellationToken cancel)
    {
        var set = type is FormTypes.PaperSlip or FormTypes.TransferSlip
            ? FormTypes.NoAnnex : reference.Rules.Text("form.set", Vietnam.Day(issued));
        if (await shelf.Find(type, set, issued, cancel) is not { } form)
            return (null, new Refusal(NoTemplate,
                $"Chưa có mẫu {type}/{set} để in giấy cấp ngày {Vietnam.Day(issued):dd/MM/yyyy}. Đề nghị quản trị bổ sung mẫu giấy."));
        return (new PrintedPaper(form.Template.Key, $"{content.Code}-{type}.pdf", printer.Print(form.Template, content)), null);
    }

    /// <summary>The fee lines as typed at reception; none where the attempt's fields are gone.</summary>
    private async Task<IReadOnlyList<TypedFee>> Fees(DossierView view, CancellationToken cancel)
    {
        var attempt = view.Dossier.Links.Attempt;
        var typed = await db.Set<AttemptRow>().AsNoTracking().Where(a => a.Id == attempt).Select(a => a.Typed).FirstOrDefaultAsync(cancel);
        if (string.IsNullOrEmpty(typed))
            return [];
        var received = view.Dossier.Case;
        var fees = PaperFields.Fees(TypedForm.FromJson(typed), view.Now.Procedure, received.Channel, Vietnam.Day(received.ReceivedAt), []);
        // Lines that do not add up to what was charged would contradict the paper: then the sum alone stands there.
        return fees.Sum(f => f.Sum.Amount) == view.Dossier.Money.Charged.Amount ? fees : [];
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
