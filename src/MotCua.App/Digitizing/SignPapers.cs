using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Papers.Digitizing;
using MotCua.App.Papers.Signing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Papers.Digitizing;

namespace MotCua.App.Digitizing;

/// <summary>A paper in the queue of signing.</summary>
/// <param name="Why">Why it cannot be signed yet; null if it can.</param>
public sealed record ToSign(ScanPaperRow Paper, string? DossierCode, int Pages, Refusal? Why);

/// <summary>What became of signing.</summary>
/// <param name="Signed">How many copies were signed.</param>
/// <param name="Kept">How many of them have gone to the end of the line.</param>
/// <param name="Refusals">Why others were not, a sentence each with the name of the paper.</param>
public sealed record SignedPapers(int Signed, int Kept, IReadOnlyList<Refusal> Refusals);

/// <summary>Signs many copies with the personal key of whoever digitized, one PIN for all (R-DIG-05); results also with the key of the agency
/// (R-FORM-15). The PIN is used and forgotten.</summary>
public sealed class SignPapers(
    MotCuaDb db, ScanPlaces places, ScanReader reader, SignCopy copies, IOfficerKeys keys, KeepPapers keep, TimeProvider clock)
{
    /// <summary>The papers that an officer may sign: of his units, not signed yet.</summary>
    public async Task<IReadOnlyList<ToSign>> Queue(OfficerId officer, CancellationToken cancel = default)
    {
        var units = await places.Units(officer, cancel);
        var rows = await db.Set<ScanPaperRow>().AsNoTracking().Where(p => units.Contains(p.UnitId) && p.Signed == null)
            .OrderBy(p => p.Created).Take(200).ToListAsync(cancel);
        var codes = await reader.Codes(rows.Select(r => r.DossierId), cancel);
        var queue = new List<ToSign>();
        foreach (var row in rows)
        {
            var paper = await reader.Paper(row, cancel);
            queue.Add(new ToSign(row, codes.GetValueOrDefault(row.DossierId), paper.Pages.Count, paper.Copied));
        }
        return queue;
    }

    /// <summary>Signs copies; each that is done stays done, whatever becomes of the next.</summary>
    public async Task<SignedPapers> Do(IReadOnlyList<Guid> ids, string? pin, OfficerId officer, CancellationToken cancel = default)
    {
        if (ids.Count == 0)
            return new SignedPapers(0, 0, [new Refusal("sign.none", "Hãy chọn ít nhất một giấy tờ để ký.")]);
        var who = await db.Set<OfficerRow>().AsNoTracking().SingleAsync(o => o.Id == officer.Value, cancel);
        if (keys.Of(who.UserName) is not { } key)
            return new SignedPapers(0, 0, [new Refusal(
                "sign.no-key", "Bạn chưa có khóa ký cá nhân trong hệ thống. Hãy đề nghị quản trị cài khóa (tệp .p12, thiết bị ký hoặc dịch vụ ký từ xa).")]);
        var (signed, kept, refusals) = (0, 0, new List<Refusal>());
        try
        {
            await using var session = await key.Open(string.IsNullOrEmpty(pin) ? null : pin, ids.Count, cancel);
            foreach (var id in ids.Distinct())
            {
                if (await One(id, session, who, cancel) is { } no)
                {
                    refusals.Add(no);
                    continue;
                }
                signed++;
                kept += await keep.Try(id, cancel) ? 1 : 0;
            }
        }
        catch (SigningException e)
        {
            refusals.Add(new Refusal("sign.key", e.Message, null, "pin"));
        }
        return new SignedPapers(signed, kept, refusals);
    }

    private async Task<Refusal?> One(Guid id, ISigningSession session, OfficerRow who, CancellationToken cancel)
    {
        var row = await db.Set<ScanPaperRow>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel);
        if (row is null || await places.Find(row.DossierId, new OfficerId(who.Id), cancel) is not { } place)
            return ScanPlaces.Unknown;
        if (row.Component == ScanPlace.Result ? !place.Resolves : !place.Receives)
            return Named(row, ScanPlaces.Unknown);
        var paper = await reader.Paper(row, cancel);
        if (paper.Copied is { } no)
            return Named(row, no);
        var agency = place.Reference.Agencies.Find(row.Component == ScanPlace.Result ? place.Competent : place.Unit)!;
        var ask = await Prepare(row, agency, cancel);
        if (ask is not { Prepared: { } prepared, PreparedAt: { } at, Correlation: { } correlation })
            return Named(row, new Refusal("sign.changed", "Giấy tờ này vừa được xếp lại trang. Hãy xem lại rồi ký."));
        try
        {
            var look = SignatureLook.Digitizer(who.Name, at);
            var mine = session.About(correlation);
            var stored = row.Component == ScanPlace.Result ? await Twice(prepared, paper.Pages.Count, look, mine, agency, at, cancel)
                : await copies.Sign(prepared, paper.Pages.Count, look, mine, cancel);
            return await Save(ask, paper, stored, who.Id, cancel) is { } wrong ? Named(row, wrong) : null;
        }
        catch (SigningException e)
        {
            return Named(row, new Refusal("sign.failed", e.Message));
        }
    }

    private async Task<StoredCopy> Twice(
        string prepared, int pages, SignatureLook look, ISigningSession session, Agency agency, DateTimeOffset at, CancellationToken cancel)
    {
        await using var seal = await keys.Agency.Open(null, 1, cancel);
        return await copies.SignTwice(prepared, pages, look, session, SignatureLook.Copy("SAO Y", agency.Name, at), seal, cancel);
    }

    /// <summary>The copy, its time and the mark of the request stand on record before the signer is asked: asked again, it is the same request (F-11).</summary>
    private async Task<ScanPaperRow?> Prepare(ScanPaperRow row, Agency agency, CancellationToken cancel)
    {
        if (row.Prepared is not null)
            return row;
        var at = clock.GetUtcNow();
        at = new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        var title = ScanPaperState.Facts(row)?.Title ?? row.Name;
        (row.Prepared, row.PreparedAt, row.Correlation) =
            (await copies.Prepare(await reader.Copy(row.Id, cancel), title, agency.Name, at, cancel), at, Guid.NewGuid());
        return await db.Set<ScanPaperRow>().Where(p => p.Id == row.Id && p.Version == row.Version && p.Signed == null).ExecuteUpdateAsync(p => p
            .SetProperty(x => x.Prepared, row.Prepared).SetProperty(x => x.PreparedAt, row.PreparedAt).SetProperty(x => x.Correlation, row.Correlation),
            cancel) == 1 ? row : null;
    }

    private async Task<Refusal?> Save(ScanPaperRow row, DigitizedPaper paper, StoredCopy stored, int by, CancellationToken cancel)
    {
        if (paper.Sign(stored.Copy).No is { } no)
            return no;
        var report = ScanPaperState.Written(stored.Report);
        var saved = await db.Set<ScanPaperRow>().Where(p => p.Id == row.Id && p.Prepared == row.Prepared && p.Signed == null).ExecuteUpdateAsync(p => p
            .SetProperty(x => x.Signed, stored.Copy.Digest).SetProperty(x => x.SignedPages, stored.Copy.Pages).SetProperty(x => x.SignedAt, stored.Copy.At)
            .SetProperty(x => x.SignedBy, by).SetProperty(x => x.Serial, stored.Copy.Serial).SetProperty(x => x.Report, report)
            .SetProperty(x => x.Version, x => x.Version + 1), cancel);
        return saved == 1 ? null : new Refusal("sign.changed", "Giấy tờ này vừa được xếp lại trang hoặc đã có người ký. Hãy tải lại trang.");
    }

    private static Refusal Named(ScanPaperRow row, Refusal no) => no with { Sentence = $"{row.Name}: {no.Sentence}" };
}
