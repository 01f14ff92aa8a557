using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.App.Reception;

/// <summary>What became of saving an attempt.</summary>
/// <param name="Refusal">Why it was not saved; null if it was.</param>
public sealed record Saved(AttemptRow? Attempt, Refusal? Refusal);

/// <summary>Reception attempts from the first key typed: kept, found again, completed later. Only officers of the unit see them.</summary>
public sealed class Attempts(MotCuaDb db, ReferenceCache references, Duties duties, TimeProvider clock)
{
    /// <summary>Begins an attempt for a procedure.</summary>
    public async Task<Saved> Begin(string procedure, AgencyId unit, OfficerId officer, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var reference = await references.Get(db, cancel);
        if (await duties.Missing(officer, Duty.Receive, unit, cancel) is { } no)
            return new Saved(null, no);
        if (reference.Procedure(procedure, Vietnam.Day(now)) is not { } version)
            return new Saved(null, new Refusal("attempt.procedure", $"Không có thủ tục {procedure} đang có hiệu lực. Hãy tìm lại thủ tục."));
        var typed = TypedForm.Empty.With(("submitter.same", "true"), ("notice", "sms"), ("channel", "Direct"));
        var attempt = new AttemptRow
        {
            Id = Guid.CreateVersion7(), State = AttemptState.Draft, Procedure = procedure, ProcedureVersion = version.Version,
            UnitId = unit.Value, OfficerId = officer.Value, Typed = typed.ToJson(), Created = now, Saved = now, Version = 1,
        };
        db.Add(attempt);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return new Saved(attempt, null);
    }

    /// <summary>The attempt, for an officer who receives at its unit; null for anyone else.</summary>
    public async Task<AttemptRow?> Find(Guid id, OfficerId officer, CancellationToken cancel = default)
    {
        var attempt = await db.Set<AttemptRow>().AsNoTracking().Include(a => a.Files.OrderBy(f => f.Id)).Include(a => a.Slips.OrderBy(s => s.Id))
            .FirstOrDefaultAsync(a => a.Id == id, cancel);
        return attempt is not null && await duties.Missing(officer, Duty.Receive, new AgencyId(attempt.UnitId), cancel) is null ? attempt : null;
    }

    /// <summary>Open attempts of the units where the officer receives: his drafts and what waits to be completed, latest first.</summary>
    public async Task<IReadOnlyList<AttemptRow>> Open(OfficerId officer, CancellationToken cancel = default)
    {
        var units = (await duties.Of(officer, cancel)).Where(g => g.Duty == Duty.Receive).Select(g => g.Unit.Value).ToList();
        return await db.Set<AttemptRow>().AsNoTracking().Include(a => a.Slips)
            .Where(a => units.Contains(a.UnitId) && (a.State == AttemptState.ToComplete || (a.State == AttemptState.Draft && a.OfficerId == officer.Value)))
            .OrderByDescending(a => a.Saved).Take(50).ToListAsync(cancel);
    }

    /// <summary>Saves what is typed, and the files that came with it; nothing is judged.</summary>
    /// <param name="seen">The version that the form carried; null for a save that nobody else could have crossed.</param>
    public async Task<Saved> Save(
        Guid id, TypedForm typed, IReadOnlyList<AttemptFileRow> newFiles, int? seen, OfficerId officer, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (await Find(id, officer, cancel) is not { } attempt)
            return new Saved(null, Unknown);
        if (attempt.State is AttemptState.Accepted or AttemptState.Refused or AttemptState.Discarded)
            return new Saved(attempt, Ended(attempt.State));
        if (seen is { } s && s != attempt.Version && attempt.OfficerId != officer.Value)
            return new Saved(attempt, await Crossed(attempt, cancel));
        // Two saves of one officer may cross (the automatic one and the button): the later one holds everything, so it wins.
        attempt = await db.Set<AttemptRow>().Include(a => a.Files).FirstAsync(a => a.Id == id, cancel);
        attempt.Typed = typed.ToJson();
        attempt.OwnerName = typed["owner.name"];
        attempt.OwnerKey = typed["owner.number"] ?? (typed["owner.name"] is { } name ? VietnameseText.Fold(name) : null);
        attempt.OfficerId = officer.Value;
        attempt.Saved = now;
        attempt.Version++;
        foreach (var file in newFiles)
            if (!attempt.Files.Exists(f => f.Component == file.Component && f.Digest == file.Digest))
                attempt.Files.Add(file);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await Save(id, typed, newFiles, null, officer, cancel);
        }
        db.ChangeTracker.Clear();
        return new Saved(await Find(id, officer, cancel), null);
    }

    /// <summary>Takes a file away from an attempt; its bytes are swept later.</summary>
    public async Task Remove(Guid id, long file, OfficerId officer, CancellationToken cancel = default)
    {
        if (await Find(id, officer, cancel) is { State: AttemptState.Draft or AttemptState.ToComplete })
            await db.Set<AttemptFileRow>().Where(f => f.AttemptId == id && f.Id == file).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Throws a draft away. An attempt that was answered with a slip is a record and stays.</summary>
    public async Task<Refusal?> Discard(Guid id, OfficerId officer, CancellationToken cancel = default)
    {
        if (await Find(id, officer, cancel) is not { } attempt)
            return Unknown;
        if (attempt.State != AttemptState.Draft)
            return new Refusal("attempt.record", "Lần nộp này đã có phiếu nên phải lưu lại. Hãy để nguyên hoặc tiếp nhận khi đủ giấy tờ.");
        await db.Set<AttemptRow>().Where(a => a.Id == id && a.State == AttemptState.Draft)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.State, AttemptState.Discarded).SetProperty(x => x.Version, x => x.Version + 1), cancel);
        return null;
    }

    internal static readonly Refusal Unknown = new(
        "attempt.unknown", "Không có lần nộp này, hoặc bạn không được xem. Hãy mở lại từ danh sách bản nháp.");

    internal static Refusal Ended(AttemptState state) => new("attempt.ended", state switch
    {
        AttemptState.Accepted => "Lần nộp này đã thành hồ sơ. Hãy mở hồ sơ đã tiếp nhận.",
        AttemptState.Refused => "Lần nộp này đã bị từ chối tiếp nhận. Hãy lập lần nộp mới nếu người dân nộp lại.",
        _ => "Bản nháp này đã bỏ. Hãy lập lần nộp mới.",
    });

    private async Task<Refusal> Crossed(AttemptRow attempt, CancellationToken cancel)
    {
        var who = await db.Set<OfficerRow>().Where(o => o.Id == attempt.OfficerId).Select(o => o.Name).FirstOrDefaultAsync(cancel);
        return new Refusal("attempt.crossed",
            $"{who} vừa sửa bản nháp này lúc {Vietnam.Local(attempt.Saved):HH:mm}. Nội dung bạn nhập vẫn còn trên trang; hãy mở bản mới nhất để đối chiếu.");
    }
}
