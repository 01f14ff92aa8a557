using System.Text;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Law;
using MotCua.App.Papers.Forms;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.App.Print;

/// <summary>A form as the administrator's list shows it.</summary>
/// <param name="Key">Type and set.</param>
/// <param name="InUse">By what papers of today are printed.</param>
/// <param name="Source">The row in use; null for the shipped template.</param>
/// <param name="Waiting">Uploaded and not yet in use.</param>
/// <param name="Planned">Put into use for a later day.</param>
public sealed record FormLine(string Key, ShelvedForm InUse, FormTemplateRow? Source, FormTemplateRow? Waiting, FormTemplateRow? Planned);

/// <summary>Replaces templates without a programmer: upload, preview with a sample marked MẪU, use from a day on (R-FORM-26). Forms are one set for
/// the whole province, so the administrator of a unit of the province does it.</summary>
public sealed class ReplaceForm(
    MotCuaDb db, FormTemplates shipped, ReferenceCache references, IFormPrinter printer, Issuer issuer, Duties duties, TimeProvider clock)
{
    /// <summary>Largest template file in bytes.</summary>
    public const int Largest = 64 * 1024;

    private const int LongestBasis = 500;

    private static readonly Refusal No = new(
        "forms.duty", "Mẫu giấy dùng chung cho toàn tỉnh nên chỉ người quản trị hệ thống ở cấp tỉnh được thay. Hãy gửi đề nghị cho người được giao.");
    private static readonly Refusal Gone = new("forms.gone", "Không còn bản mẫu này để thao tác. Hãy xem lại trang mẫu giấy.");

    private readonly FormShelf shelf = new(db, shipped);

    /// <summary>Every statutory form with the template that papers of now are printed by, in the order of the annexes.</summary>
    public async Task<IReadOnlyList<FormLine>> Lines(CancellationToken cancel = default)
    {
        var (now, lines) = (clock.GetUtcNow(), new List<FormLine>());
        foreach (var template in shipped.All.Where(t => FormTypes.All.Contains(t.Type)).OrderByDescending(t => t.Regime).ThenBy(t => Place(t.Type)))
        {
            var rows = (await shelf.History(template.Key, cancel)).Where(r => r.DiscardedAt is null).ToList();
            var inUse = (await shelf.Find(template.Type, template.Regime, now, cancel))!;
            lines.Add(new FormLine(template.Key, inUse, rows.Find(r => r.Version == inUse.Version),
                rows.Find(r => r.Version is null), rows.Find(r => r.From > Vietnam.Day(now))));
        }
        return lines;
    }

    /// <summary>Refusal unless the officer administers the system at a unit of the province today.</summary>
    public async Task<Refusal?> Missing(OfficerId officer, CancellationToken cancel = default)
    {
        var units = (await duties.Of(officer, cancel)).Where(g => g.Duty == Duty.Administer).Select(g => g.Unit.Value).ToList();
        return await db.Set<AgencyRow>().AnyAsync(a => units.Contains(a.Id) && a.Level == Level.Province, cancel) ? null : No;
    }

    /// <summary>Checks a template and keeps it for a preview; one that waited before is thrown away.</summary>
    /// <param name="key">The form it is to stand for.</param>
    /// <param name="bytes">The file.</param>
    /// <returns>What keeps it from being used; empty when it was kept.</returns>
    public async Task<IReadOnlyList<Refusal>> Upload(string key, byte[] bytes, OfficerId officer, CancellationToken cancel = default)
    {
        if (await Missing(officer, cancel) is { } no)
            return [no];
        var (template, text, wrong) = await Judge(key, bytes, cancel);
        if (template is null)
            return wrong;
        var now = clock.GetUtcNow();
        await db.Set<FormTemplateRow>().Where(t => t.Key == key && t.Version == null && t.DiscardedAt == null)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.DiscardedAt, now), cancel);
        db.Add(new FormTemplateRow { Key = key, Text = text, Verified = template.Verified, UploadedBy = officer.Value, UploadedAt = now });
        await db.SaveChangesAsync(cancel);
        return [];
    }

    /// <summary>Puts a template into use from a day on; papers issued before keep theirs.</summary>
    /// <param name="from">The first day; today or later.</param>
    /// <param name="basis">The text or decision.</param>
    public async Task<Refusal?> Use(long id, DateOnly? from, string? basis, OfficerId officer, CancellationToken cancel = default)
    {
        if (await Missing(officer, cancel) is { } no)
            return no;
        var now = clock.GetUtcNow();
        if (from is not { } day || day < Vietnam.Day(now))
            return new Refusal("forms.from", "Ngày bắt đầu dùng phải từ hôm nay trở đi; giấy đã cấp giữ mẫu của ngày cấp.", null, "From");
        if (VietnameseText.Clean(basis) is not { } reason)
            return new Refusal("forms.basis", "Hãy ghi văn bản hoặc quyết định làm căn cứ dùng mẫu này.", null, "Basis");
        if (reason.Length > LongestBasis)
            return new Refusal("forms.basis", $"Căn cứ dài quá {LongestBasis} ký tự. Hãy viết ngắn lại.", null, "Basis");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await ReferenceStamp.Hold(db, cancel);
        if (await db.Set<FormTemplateRow>().FirstOrDefaultAsync(t => t.Id == id && t.Version == null && t.DiscardedAt == null, cancel) is not { } row)
            return Gone;
        row.Version = (await db.Set<FormTemplateRow>().Where(t => t.Key == row.Key).MaxAsync(t => t.Version, cancel) ?? 1) + 1;
        (row.From, row.LegalBasis, row.UsedBy, row.UsedAt) = (day, reason, officer.Value, now);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return null;
    }

    /// <summary>Throws away a template that waits, or that is to be used from a later day: no paper was printed by it.</summary>
    public async Task<Refusal?> Discard(long id, OfficerId officer, CancellationToken cancel = default)
    {
        if (await Missing(officer, cancel) is { } no)
            return no;
        var (now, today) = (clock.GetUtcNow(), Vietnam.Day(clock.GetUtcNow()));
        return await db.Set<FormTemplateRow>().Where(t => t.Id == id && t.DiscardedAt == null && (t.From == null || t.From > today))
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.DiscardedAt, now), cancel) == 0 ? Gone : null;
    }

    /// <summary>A sample marked MẪU by a stored template, or by the one in use.</summary>
    /// <param name="id">The stored template; null for the one in use now.</param>
    /// <returns>The PDF; null where there is no such form.</returns>
    public async Task<PrintedPaper?> Preview(string key, long? id, CancellationToken cancel = default)
    {
        if (key.Split('/') is not [var type, var set])
            return null;
        var template = id is null
            ? (await shelf.Find(type, set, clock.GetUtcNow(), cancel))?.Template
            : await db.Set<FormTemplateRow>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == id && t.Key == key, cancel) is { } row
            ? FormTemplates.Read(FormTemplates.FileOf(key), row.Text) : null;
        return template is null || !FormTypes.All.Contains(type) ? null
            : new PrintedPaper(key, $"mau-{type}-{set}.pdf", printer.Print(template, (await Samples(set, cancel)).Of(type)));
    }

    /// <summary>The sample dossier's receipt of a procedure, marked MẪU; null where nothing of that code is in force today.</summary>
    public async Task<PrintedPaper?> SampleOf(string procedure, CancellationToken cancel = default)
    {
        var (reference, now) = (await references.Get(db, cancel), clock.GetUtcNow());
        var set = reference.Rules.Text("form.set", Vietnam.Day(now));
        if (await references.Procedure(db, procedure, Vietnam.Day(now), cancel) is not { } version
            || await shelf.Find(FormTypes.Receipt, set, now, cancel) is not { } form)
            return null;
        var content = (await Samples(set, cancel)).Of(FormTypes.Receipt, version);
        return new PrintedPaper(form.Template.Key, $"mau-{procedure}.pdf", printer.Print(form.Template, content));
    }

    /// <summary>The text of the template in use, as an administrator takes it to change it; null where there is no such form.</summary>
    public async Task<string?> TextOf(string key, CancellationToken cancel = default) =>
        (await Lines(cancel)).FirstOrDefault(l => l.Key == key) is not { } line ? null
            : line.Source?.Text ?? shipped.Text(line.InUse.Template);

    private static int Place(string type) => FormTypes.All.ToList().IndexOf(type);

    private async Task<(FormTemplate? Template, string Text, IReadOnlyList<Refusal> Wrong)> Judge(string key, byte[] bytes, CancellationToken cancel)
    {
        Refusal Wrong(string sentence) => new("forms.template", sentence, null, "File");
        if (bytes.Length is 0 or > Largest)
            return (null, "", [Wrong(bytes.Length == 0 ? "Hãy chọn tệp mẫu giấy (.json)." : "Tệp mẫu giấy lớn quá 64 KB. Hãy kiểm tra lại tệp.")]);
        if (shipped.All.All(t => t.Key != key))
            return (null, "", [Wrong($"Không có mẫu giấy {key} để thay.")]);
        try
        {
            var text = new UTF8Encoding(false, true).GetString(bytes).TrimStart('\uFEFF');
            var template = FormTemplates.Read(FormTemplates.FileOf(key), text);
            if (shipped.Lacking(template) is { Count: > 0 } lacking)
                return (null, "", [.. lacking.Select(l => Wrong($"Mẫu giấy {l}. Hãy bổ sung rồi tải lên lại."))]);
            printer.Print(template, (await Samples(template.Regime, cancel)).Of(template.Type));
            return (template, text, []);
        }
        catch (FormException e)
        {
            return (null, "", [Wrong(e.Message)]);
        }
        catch (DecoderFallbackException)
        {
            return (null, "", [Wrong("Tệp mẫu giấy không phải văn bản UTF-8. Hãy lưu lại tệp ở bảng mã UTF-8 rồi tải lên.")]);
        }
    }

    /// <summary>Samples of a set: their numbers are written as on the last day of the set.</summary>
    private async Task<SamplePapers> Samples(string set, CancellationToken cancel)
    {
        var (reference, now) = (await references.Get(db, cancel), clock.GetUtcNow());
        var row = reference.Rules.Rules.LastOrDefault(r => r.Key == "form.set" && r.Value == set);
        var day = row?.To is { } to && to < Vietnam.Day(now) ? to : Vietnam.Day(now);
        return new SamplePapers(issuer, reference.Rules.Text("form.number", day), now);
    }
}
