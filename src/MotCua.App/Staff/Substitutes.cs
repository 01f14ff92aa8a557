using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.App.Staff;

/// <summary>What is typed of a substitution.</summary>
public sealed record SubstitutionFields(
    OfficerId Absent, OfficerId? Substitute, DateOnly? From, DateOnly? To, IReadOnlyList<DutyAt> Scope, string? Basis);

/// <summary>Sends officers to stand in for absent ones: asked for by the absent one himself, his leader or an administrator, approved by
/// another who leads or administers his unit, taken back by any of them.</summary>
public sealed class Substitutes(MotCuaDb db, StaffReaches reaches, TimeProvider clock)
{
    private static readonly Refusal Unknown = new("substitution.unknown", "Không có lần cử làm thay này, hoặc bạn không được xét. Hãy xem lại danh sách.");

    /// <summary>Asks for a substitution. It holds only when somebody else has approved it; a leader of all its units needs nobody else, except for
    /// himself.</summary>
    public async Task<DutyGiven> Propose(OfficerId actor, SubstitutionFields typed, CancellationToken cancel = default)
    {
        var reached = await reaches.Of(actor, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!MayPropose(actor, typed, reached))
            return new DutyGiven([StaffRefusals.Unknown]);
        var missing = Missing(typed).ToList();
        if (missing.Count > 0)
            return new DutyGiven(missing);
        var wanted = new Substitution(
            typed.Absent, typed.Substitute!.Value, typed.From!.Value, typed.To!.Value, typed.Scope, VietnameseText.Clean(typed.Basis));
        if (await Judge(wanted, null, reached, cancel) is { Count: > 0 } refusals)
            return new DutyGiven(refusals);
        var now = clock.GetUtcNow();
        var alone = actor != wanted.Absent && actor != wanted.Substitute && wanted.Scope.All(s => reached.Reach.Leads(s.Unit));
        db.Add(new SubstitutionRow
        {
            AbsentId = wanted.Absent.Value, SubstituteId = wanted.Substitute.Value, From = wanted.From, To = wanted.To, Basis = wanted.Basis!,
            ProposedById = actor.Value, ProposedAt = now, Approved = alone, DecidedById = alone ? actor.Value : null, DecidedAt = alone ? now : null,
            Version = 1,
            Scope = [.. wanted.Scope.Distinct().Select(s => new SubstitutedDutyRow { Duty = s.Duty, UnitId = s.Unit.Value })],
        });
        await Save(transaction, cancel);
        return new DutyGiven([], !alone);
    }

    /// <summary>Approves; it is judged again.</summary>
    public Task<Refusal?> Approve(OfficerId actor, int id, CancellationToken cancel = default) => Change(actor, id, async (row, reached) =>
    {
        if (row.DecidedAt is not null)
            return new Refusal("substitution.decided", "Lần cử làm thay này đã có người xét. Hãy xem lại danh sách.");
        if (!MayDecide(row, reached))
            return new Refusal(
                "substitution.two-persons", "Người đề nghị, người vắng và người làm thay không tự phê duyệt. Hãy để lãnh đạo đơn vị hoặc quản trị khác xét.");
        var from = row.From < reached.Today ? reached.Today : row.From;
        if (await Judge(row.ToSubstitution() with { From = from }, row.Id, reached, cancel) is [var no, ..])
            return no;
        (row.From, row.Approved) = (from, true);
        (row.DecidedById, row.DecidedAt) = (actor.Value, clock.GetUtcNow());
        return null;
    }, cancel);

    /// <summary>Declines.</summary>
    public Task<Refusal?> Decline(OfficerId actor, int id, string? why, CancellationToken cancel = default) => Change(actor, id, (row, reached) =>
    {
        if (row.DecidedAt is not null)
            return Task.FromResult<Refusal?>(new Refusal("substitution.decided", "Lần cử làm thay này đã có người xét. Hãy xem lại danh sách."));
        if (!MayDecide(row, reached))
            return Task.FromResult<Refusal?>(Unknown);
        if (VietnameseText.Clean(why) is not { } words)
            return Task.FromResult<Refusal?>(new Refusal("substitution.why", "Hãy ghi lý do không phê duyệt.", null, "Words"));
        (row.Words, row.DecidedById, row.DecidedAt) = (words, actor.Value, clock.GetUtcNow());
        return Task.FromResult<Refusal?>(null);
    }, cancel);

    /// <summary>Takes a substitution back from now on, or the wish for one: the absent officer has come back.</summary>
    public Task<Refusal?> Revoke(OfficerId actor, int id, string? why, CancellationToken cancel = default) => Change(actor, id, (row, reached) =>
    {
        if (row.AbsentId != actor.Value && row.ProposedById != actor.Value && !row.Scope.All(s => reached.Reach.Approves(new AgencyId(s.UnitId))))
            return Task.FromResult<Refusal?>(Unknown);
        if (row.RevokedFrom is not null || row.To < reached.Today || row is { DecidedAt: not null, Approved: false })
            return Task.FromResult<Refusal?>(new Refusal("substitution.over", "Lần cử làm thay này đã hết hiệu lực. Không cần thu hồi."));
        (row.RevokedFrom, row.RevokedById, row.Words) = (reached.Today, actor.Value, VietnameseText.Clean(why));
        if (row.DecidedAt is null)
            (row.DecidedById, row.DecidedAt) = (actor.Value, clock.GetUtcNow());
        return Task.FromResult<Refusal?>(null);
    }, cancel);

    /// <summary>Whether somebody may ask for it: the absent officer, or who leads or administers all units of the scope.</summary>
    private static bool MayPropose(OfficerId actor, SubstitutionFields typed, Reached reached) =>
        actor == typed.Absent || (typed.Scope.Count == 0 ? reached.Reach.IsApprover : typed.Scope.All(s => reached.Reach.Approves(s.Unit)));

    private static bool MayDecide(SubstitutionRow row, Reached reached)
    {
        var me = reached.Reach.Officer.Value;
        return me != row.ProposedById && me != row.AbsentId && me != row.SubstituteId && row.Scope.All(s => reached.Reach.Approves(new AgencyId(s.UnitId)));
    }

    private static IEnumerable<Refusal> Missing(SubstitutionFields typed)
    {
        if (typed.Substitute is null)
            yield return new Refusal("substitution.substitute", "Hãy chọn người làm thay.", null, "Substitute");
        if (typed.From is null)
            yield return new Refusal("substitution.from", "Hãy ghi ngày bắt đầu.", null, "From");
        if (typed.To is null)
            yield return new Refusal("substitution.to", "Hãy ghi ngày cuối.", null, "To");
    }

    private async Task<IReadOnlyList<Refusal>> Judge(Substitution wanted, int? itself, Reached reached, CancellationToken cancel)
    {
        var (a, b) = (wanted.Absent.Value, wanted.Substitute.Value);
        // Both are held, so that a duty given at the same moment is seen or comes after.
        await db.Set<OfficerRow>().Where(o => o.Id == a || o.Id == b).ExecuteUpdateAsync(o => o.SetProperty(x => x.Version, x => x.Version), cancel);
        var officers = await db.Set<OfficerRow>().AsNoTracking().Include(o => o.Grants).Where(o => o.Id == a || o.Id == b).ToDictionaryAsync(o => o.Id, cancel);
        if (!officers.TryGetValue(a, out var absent) || !officers.TryGetValue(b, out var substitute))
            return [StaffRefusals.Unknown with { Field = "Substitute" }];
        var others = await db.Set<SubstitutionRow>().AsNoTracking().Include(s => s.Scope)
            .Where(s => s.SubstituteId == b && s.Id != itself && s.Approved && s.RevokedFrom == null && s.To >= reached.Today).ToListAsync(cancel);
        var held = substitute.Grants.ConvertAll(g => g.ToGrant());
        if (await Overlaps(wanted, itself, cancel))
            return [new Refusal(
                "substitution.twice", "Trong thời gian đó đã có người được cử, hoặc đề nghị cử, làm thay việc này. Hãy thu hồi lần trước nếu muốn đổi.",
                null, "Scope")];
        held.AddRange(others.SelectMany(s => s.Scope.Select(d => new DutyGrant(
            new OfficerId(s.AbsentId), d.Duty, new AgencyId(d.UnitId), s.From, s.To, s.Basis))));
        return Assigning.Judge(
            wanted, substitute.Staff, absent.Grants.ConvertAll(g => g.ToGrant()), held, reached.Reference.Agencies, reached.Reference.Rules, reached.Today);
    }

    /// <summary>Whether the same duty of the absent officer is done by somebody, or is asked to be, at some moment of that time.</summary>
    private async Task<bool> Overlaps(Substitution wanted, int? itself, CancellationToken cancel)
    {
        var absent = wanted.Absent.Value;
        var others = await db.Set<SubstitutionRow>().AsNoTracking().Include(s => s.Scope).Where(s => s.AbsentId == absent && s.Id != itself
            && s.RevokedFrom == null && (s.Approved || s.DecidedAt == null) && s.From <= wanted.To && s.To >= wanted.From).ToListAsync(cancel);
        return others.Exists(o => o.Scope.Exists(d => wanted.Scope.Contains(new DutyAt(d.Duty, new AgencyId(d.UnitId)))));
    }

    private async Task<Refusal?> Change(
        OfficerId actor, int id, Func<SubstitutionRow, Reached, Task<Refusal?>> change, CancellationToken cancel)
    {
        var reached = await reaches.Of(actor, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            var row = await db.Set<SubstitutionRow>().Include(s => s.Scope).FirstOrDefaultAsync(s => s.Id == id, cancel);
            if (row is null || !(row.AbsentId == actor.Value || row.SubstituteId == actor.Value || row.ProposedById == actor.Value
                || row.Scope.Exists(s => reached.Reach.Approves(new AgencyId(s.UnitId)))))
                return Unknown;
            if (await change(row, reached) is { } no)
                return no;
            row.Version++;
            await Save(transaction, cancel);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return StaffRefusals.Crossed;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task Save(Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
