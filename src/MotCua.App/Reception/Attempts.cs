using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;

namespace MotCua.App.Reception;

/// <summary>What became of saving an attempt.</summary>
/// <param name="Refusal">Why it was not saved; null if it was.</param>
public sealed record Saved(AttemptRow? Attempt, Refusal? Refusal);

/// <summary>Reception attempts from the first key typed: kept, found again, completed later. Only officers of the unit see them.</summary>
public sealed class Attempts(MotCuaDb db, ReferenceCache references, Duties duties, TimeProvider clock)
{
    /// <summary>The hidden field that tells one opened page from another: two saves of the same page never cross each other.</summary>
    public const string Page = "page";

    internal static readonly Refusal Unknown = new(
        "attempt.unknown", "Không có lần nộp này, hoặc bạn không được xem. Hãy mở lại từ danh sách bản nháp.");

    /// <summary>Begins an attempt for a procedure. One that the officer began before and never touched is used again.</summary>
    public async Task<Saved> Begin(string procedure, AgencyId unit, OfficerId officer, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var reference = await references.Get(db, cancel);
        if (await duties.Missing(officer, Duty.Receive, unit, cancel) is { } no)
            return new Saved(null, no);
        if (reference.Procedure(procedure, Vietnam.Day(now)) is not { } version)
            return new Saved(null, new Refusal("attempt.procedure", $"Không có thủ tục {procedure} đang có hiệu lực. Hãy tìm lại thủ tục.", null, "q"));
        if (version.Terms.NotHere is { } notHere)
            return new Saved(null, notHere with { Field = "q" });
        var untouched = await db.Set<AttemptRow>().AsNoTracking().FirstOrDefaultAsync(a => a.State == AttemptState.Draft && a.Version == 1
            && a.OfficerId == officer.Value && a.UnitId == unit.Value && a.Procedure == procedure && a.ProcedureVersion == version.Version
            && a.Files.Count == 0, cancel);
        if (untouched is not null)
            return new Saved(untouched, null);
        var typed = TypedForm.Empty.With(("submitter.same", "true"), ("notice", "sms"), ("channel", version.PaperAllowed ? "Direct" : "Online"));
        var attempt = new AttemptRow
        {
            Id = Guid.CreateVersion7(), State = AttemptState.Draft, Procedure = procedure, ProcedureVersion = version.Version,
            UnitId = unit.Value, OfficerId = officer.Value, Typed = typed.ToJson(),
            Channel = version.PaperAllowed ? Domain.Catalogue.Channel.Direct : Domain.Catalogue.Channel.Online, Created = now, Saved = now, Version = 1,
        };
        db.Add(attempt);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return new Saved(attempt, null);
    }

    /// <summary>The attempt, for an officer who receives at its unit; null for anyone else.</summary>
    public async Task<AttemptRow?> Find(Guid id, OfficerId officer, CancellationToken cancel = default) =>
        (await FindWithReceiver(id, officer, cancel))?.Attempt;

    /// <summary>The same, and who receives at its unit when the officer does: himself, or whom he stands in for.</summary>
    internal async Task<(AttemptRow Attempt, Actor Receiver)?> FindWithReceiver(Guid id, OfficerId officer, CancellationToken cancel)
    {
        var read = new Bundle(db);
        var day = Vietnam.Day(clock.GetUtcNow());
        var attempts = read.Add("attempt", () => db.Set<AttemptRow>().Where(a => a.Id == id), ("id", id));
        var files = read.Add("attempt.files", () => db.Set<AttemptFileRow>().Where(f => f.AttemptId == id).OrderBy(f => f.Id), ("id", id));
        var slips = read.Add("attempt.slips", () => db.Set<AttemptSlipRow>().Where(s => s.AttemptId == id).OrderBy(s => s.Id), ("id", id));
        var grants = read.Add("duties", () => Duties.Rows(db, officer, day), ("officer_Value", officer.Value), ("substitute", officer.Value), ("day", day));
        await read.Run(cancel);
        if (attempts.First is not { } attempt
            || Duties.ActorFor(Duties.Sorted(officer, grants.Rows), officer, Duty.Receive, new AgencyId(attempt.UnitId)) is not { } receiver)
            return null;
        (attempt.Files, attempt.Slips) = (files.Rows, slips.Rows);
        return (attempt, receiver);
    }

    /// <summary>Who receives at the attempt's unit when the officer does: himself, or whom he stands in for.</summary>
    internal async Task<Actor?> Receiver(AttemptRow attempt, OfficerId officer, CancellationToken cancel) =>
        await duties.ActorFor(officer, Duty.Receive, new AgencyId(attempt.UnitId), cancel);

    /// <summary>Open attempts of the units where the officer receives: his drafts and what waits to be completed, latest first.</summary>
    public async Task<IReadOnlyList<AttemptRow>> Open(OfficerId officer, CancellationToken cancel = default)
    {
        var units = (await duties.Of(officer, cancel)).Where(g => g.Duty == Duty.Receive).Select(g => g.Unit.Value).ToList();
        return await db.Set<AttemptRow>().AsNoTracking().Include(a => a.Slips).Include(a => a.Files)
            .Where(a => units.Contains(a.UnitId) && (a.State == AttemptState.ToComplete
                || (a.State == AttemptState.Draft && a.OfficerId == officer.Value && (a.Version > 1 || a.Files.Count > 0))))
            .OrderByDescending(a => a.Saved).Take(50).ToListAsync(cancel);
    }

    /// <summary>Saves what is typed, and the files that came with it; nothing is judged.</summary>
    /// <param name="seen">The version that the form carried; null for a save that nobody else could have crossed.</param>
    public async Task<Saved> Save(
        Guid id, TypedForm typed, IReadOnlyList<AttemptFileRow> newFiles, int? seen, OfficerId officer, CancellationToken cancel = default)
    {
        if (await Find(id, officer, cancel) is not { } attempt)
            return new Saved(null, Unknown);
        if (newFiles.Count > 0 && await Attach(id, newFiles, officer, cancel) is { } no)
            return new Saved(attempt, no);
        attempt = newFiles.Count > 0 ? await Find(id, officer, cancel) ?? attempt : attempt;
        if (!IsOpen(attempt.State))
            return new Saved(attempt, Ended(attempt.State));
        if (seen is { } s && s != attempt.Version && await Crossed(attempt, typed, officer, cancel) is { } crossed)
            return new Saved(attempt, crossed);
        try
        {
            return new Saved(await Write(attempt, typed, officer, cancel), null);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await Save(id, typed, [], seen, officer, cancel);
        }
    }

    /// <summary>Adds files to an open attempt; the same file at the same component is there once.</summary>
    /// <returns>Why they could not be added; null if they were.</returns>
    public async Task<Refusal?> Attach(Guid id, IReadOnlyList<AttemptFileRow> files, OfficerId officer, CancellationToken cancel = default)
    {
        if (await Find(id, officer, cancel) is not { } attempt)
            return Unknown;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The row is held from here on: a reception that goes on at the same moment waits, or was first and is seen.
        var now = clock.GetUtcNow();
        if (await Held(id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Saved, now), cancel) == 0)
            return Ended((await Find(id, officer, cancel))?.State ?? attempt.State);
        var there = await db.Set<AttemptFileRow>().AsNoTracking().Where(f => f.AttemptId == id).ToListAsync(cancel);
        foreach (var file in files.Where(f => !there.Exists(t => t.Component == f.Component && t.Digest == f.Digest)))
        {
            file.AttemptId = id;
            db.Add(file);
        }
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return null;
    }

    /// <summary>Takes a file away from an attempt; its bytes stay in the store, which may hold more than the rows name.</summary>
    public async Task Remove(Guid id, long file, OfficerId officer, CancellationToken cancel = default)
    {
        if (await Find(id, officer, cancel) is null)
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        if (await Held(id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Saved, now), cancel) == 1)
            await db.Set<AttemptFileRow>().Where(f => f.AttemptId == id && f.Id == file).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Throws a draft away; <see cref="Restore"/> brings it back. An attempt that was answered with a slip is a record and stays.</summary>
    public Task<Refusal?> Discard(Guid id, OfficerId officer, CancellationToken cancel = default) =>
        Move(id, AttemptState.Draft, AttemptState.Discarded, officer, cancel);

    /// <summary>Brings back a draft that was thrown away.</summary>
    public Task<Refusal?> Restore(Guid id, OfficerId officer, CancellationToken cancel = default) =>
        Move(id, AttemptState.Discarded, AttemptState.Draft, officer, cancel);

    internal static bool IsOpen(AttemptState state) => state is AttemptState.Draft or AttemptState.ToComplete;

    internal static Refusal Ended(AttemptState state) => new("attempt.ended", state switch
    {
        AttemptState.Accepted => "Lần nộp này đã thành hồ sơ. Hãy mở hồ sơ đã tiếp nhận.",
        AttemptState.Refused => "Lần nộp này đã bị từ chối tiếp nhận. Hãy lập lần nộp mới nếu người dân nộp lại.",
        AttemptState.Discarded => "Bản nháp này đã bỏ. Hãy khôi phục nó, hoặc lập lần nộp mới.",
        _ => "Lần nộp này đã có phiếu nên phải lưu lại. Hãy để nguyên, hoặc tiếp nhận khi đủ giấy tờ.",
    });

    private IQueryable<AttemptRow> Held(Guid id) =>
        db.Set<AttemptRow>().Where(a => a.Id == id && (a.State == AttemptState.Draft || a.State == AttemptState.ToComplete));

    private async Task<Refusal?> Move(Guid id, AttemptState from, AttemptState to, OfficerId officer, CancellationToken cancel)
    {
        if (await Find(id, officer, cancel) is not { } attempt)
            return Unknown;
        var moved = await db.Set<AttemptRow>().Where(a => a.Id == id && a.State == from)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.State, to).SetProperty(x => x.Version, x => x.Version + 1), cancel);
        return moved == 1 || attempt.State == to ? null : Ended(attempt.State);
    }

    private async Task<AttemptRow> Write(AttemptRow row, TypedForm typed, OfficerId officer, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (version, state) = (row.Version, row.State);
        var reference = await references.Get(db, cancel);
        var form = ReceptionForm.Read(
            typed, await references.Procedure(db, row.Procedure, row.ProcedureVersion, cancel), new AgencyId(row.UnitId), [], reference, Vietnam.Day(now));
        row.Typed = typed.ToJson();
        row.OwnerName = form.Owner.Name.Length == 0 ? null : form.Owner.Name;
        row.OwnerKey = form.OwnerKey;
        row.Channel = form.Channel;
        row.OfficerId = officer.Value;
        row.Saved = now;
        row.Version++;
        var written = await db.Set<AttemptRow>().Where(a => a.Id == row.Id && a.Version == version && a.State == state)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.Typed, row.Typed).SetProperty(x => x.OwnerName, row.OwnerName)
                .SetProperty(x => x.OwnerKey, row.OwnerKey).SetProperty(x => x.OfficerId, row.OfficerId).SetProperty(x => x.Saved, row.Saved)
                .SetProperty(x => x.Channel, row.Channel).SetProperty(x => x.Version, row.Version), cancel);
        return written == 1 ? row : throw new DbUpdateConcurrencyException("The attempt changed between the look and the write.");
    }

    /// <summary>Somebody else, or the same officer on another page, saved since the form was shown. Saves of one page never cross:
    /// the automatic one and the button both hold everything, so the later one wins.</summary>
    private async Task<Refusal?> Crossed(AttemptRow attempt, TypedForm typed, OfficerId officer, CancellationToken cancel)
    {
        var mine = attempt.OfficerId == officer.Value;
        if (mine && TypedForm.FromJson(attempt.Typed).Raw(Page) == typed.Raw(Page))
            return null;
        var who = mine ? "Bạn" : await db.Set<OfficerRow>().Where(o => o.Id == attempt.OfficerId).Select(o => o.Name).FirstOrDefaultAsync(cancel);
        var where = mine ? " ở một thẻ khác" : "";
        return new Refusal("attempt.crossed",
            $"{who} đã sửa bản nháp này lúc {Vietnam.Local(attempt.Saved):HH:mm dd/MM}{where}, sau khi trang này được mở. Những gì nhập ở đây chưa được lưu "
            + "nhưng vẫn còn trên trang; hãy mở bản mới nhất để đối chiếu.");
    }
}
