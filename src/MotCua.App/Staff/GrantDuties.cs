using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.App.Staff;

/// <summary>What is typed of a duty to be given.</summary>
public sealed record DutyFields(
    Duty Duty, AgencyId Unit, GrantKind Kind, DateOnly From, DateOnly? To, string? Basis, DateOnly? BasisDay, int? Years, bool Qualified, string? Reason);

/// <summary>What became of a proposal or of a decision on one.</summary>
/// <param name="Waits">It waits for a second person.</param>
public sealed record DutyGiven(IReadOnlyList<Refusal> Refusals, bool Waits = false)
{
    /// <summary>Whether nothing stood against it.</summary>
    public bool Done => Refusals.Count == 0;
}

/// <summary>Gives duties on a basis, with a second person's approval where a dated row asks for it; nobody gives or approves his own.</summary>
public sealed class GrantDuties(MotCuaDb db, StaffReaches reaches, TimeProvider clock)
{
    /// <summary>Gives a duty, or proposes it where a second person must approve; puts on the backup list what is a backup.</summary>
    public async Task<DutyGiven> Give(OfficerId actor, OfficerId officer, DutyFields typed, CancellationToken cancel = default)
    {
        var reached = await reaches.Of(actor, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await Locked(officer, cancel) is not { } row || !reached.Sees(row, row.Grants))
            return End(StaffRefusals.Unknown);
        if (actor == officer)
            return End(StaffRefusals.Self);
        if (!reached.Reach.Administers(typed.Unit))
            return End(StaffRefusals.Beyond with { Field = "Unit" });
        var proposal = new DutyProposal(
            officer, row.Staff, typed.Duty, typed.Unit, typed.Kind, typed.From, typed.To, VietnameseText.Clean(typed.Basis), typed.BasisDay, typed.Years,
            typed.Qualified, VietnameseText.Clean(typed.Reason));
        var findings = await Judge(proposal, row, reached, cancel);
        var refusals = findings.Refusals.Concat(await Waiting(proposal, cancel)).ToList();
        if (refusals.Count > 0)
            return End([.. refusals]);
        if (proposal.Kind == GrantKind.Backup)
            db.Add(Backup(proposal, actor));
        else if (findings.NeedsApproval)
            db.Add(Request(proposal, actor));
        else
            db.Add(Grant(proposal, actor.Value, clock.GetUtcNow()));
        row.Version++;
        await Save(transaction, cancel);
        return new DutyGiven([], findings.NeedsApproval);
    }

    /// <summary>Approves what another proposed; it is judged again by the day of the approval.</summary>
    public Task<DutyGiven> Approve(OfficerId actor, int request, CancellationToken cancel = default) => Decide(actor, request, null, cancel);

    /// <summary>Declines what another proposed.</summary>
    /// <param name="why">Why.</param>
    public async Task<DutyGiven> Decline(OfficerId actor, int request, string? why, CancellationToken cancel = default) =>
        VietnameseText.Clean(why) is { } words
            ? await Decide(actor, request, words, cancel)
            : new DutyGiven([new Refusal("request.why", "Hãy ghi lý do không phê duyệt.", null, "Words")]);

    private async Task<DutyGiven> Decide(OfficerId actor, int id, string? declined, CancellationToken cancel)
    {
        var reached = await reaches.Of(actor, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var request = await db.Set<DutyRequestRow>().FirstOrDefaultAsync(r => r.Id == id, cancel);
        if (request is null || !reached.Reach.Approves(new AgencyId(request.UnitId)) || await Locked(new OfficerId(request.OfficerId), cancel) is not { } row)
            return End(new Refusal("request.unknown", "Không có đề nghị này, hoặc bạn không được xét. Hãy xem lại danh sách chờ phê duyệt."));
        if (request.State != RequestState.Waiting)
            return End(new Refusal("request.decided", "Đề nghị này đã có người xét. Hãy xem lại danh sách."));
        if (request.ProposedById == actor.Value || request.OfficerId == actor.Value)
            return End(new Refusal(
                "request.two-persons", "Người đề nghị và người được giao không tự phê duyệt. Hãy để lãnh đạo đơn vị hoặc quản trị khác xét."));
        var now = clock.GetUtcNow();
        if (declined is null)
        {
            // The days that went by while it waited are not given backwards.
            var from = request.From < reached.Today ? reached.Today : request.From;
            var proposal = Proposal(request, row.Staff) with { From = from };
            var findings = await Judge(proposal, row, reached, cancel);
            if (findings.Refusals.Count > 0)
                return End([.. findings.Refusals]);
            var grant = Grant(proposal, request.ProposedById, request.Proposed);
            (grant.ApprovedById, grant.Approved) = (actor.Value, now);
            db.Add(grant);
            row.Version++;
        }
        (request.State, request.Words, request.DecidedById, request.Decided) =
            (declined is null ? RequestState.Approved : RequestState.Declined, declined, actor.Value, now);
        request.Version++;
        await Save(transaction, cancel);
        return new DutyGiven([]);
    }

    /// <summary>What the rules say, asked of all duties that the officer holds or does for others.</summary>
    private async Task<ProposalFindings> Judge(DutyProposal proposal, OfficerRow row, Reached reached, CancellationToken cancel)
    {
        var held = row.Grants.ConvertAll(g => g.ToGrant());
        var standsIn = await db.Set<SubstitutionRow>().AsNoTracking().Include(s => s.Scope)
            .Where(s => s.SubstituteId == row.Id && s.Approved && s.RevokedFrom == null && s.To >= reached.Today).ToListAsync(cancel);
        held.AddRange(standsIn.SelectMany(s => s.Scope.Select(d => new DutyGrant(
            new OfficerId(s.AbsentId), d.Duty, new AgencyId(d.UnitId), s.From, s.To, s.Basis))));
        return Assigning.Judge(proposal, reached.Reference.Agencies.Find(proposal.Unit), held, reached.Reference.Rules, reached.Today);
    }

    /// <summary>The same proposal twice, or a backup entry that is there.</summary>
    private async Task<IEnumerable<Refusal>> Waiting(DutyProposal p, CancellationToken cancel)
    {
        if (p.Kind == GrantKind.Backup)
            return (await db.Set<BackupRow>().AsNoTracking().Where(b => b.OfficerId == p.Officer.Value && b.Duty == p.Duty && b.UnitId == p.Unit.Value)
                .ToListAsync(cancel)).Exists(b => (p.To is null || b.From <= p.To) && (b.To is null || p.From <= b.To))
                ? [new Refusal("grant.twice", "Người này đã có trong danh sách dự phòng cho nhiệm vụ đó. Hãy xem lại danh sách.", null, "Duty")]
                : [];
        return await db.Set<DutyRequestRow>().AnyAsync(r => r.State == RequestState.Waiting
            && r.OfficerId == p.Officer.Value && r.Duty == p.Duty && r.UnitId == p.Unit.Value, cancel)
            ? [new Refusal("grant.waits", "Đã có đề nghị giao nhiệm vụ này đang chờ phê duyệt. Hãy nhắc người phê duyệt.", null, "Duty")]
            : [];
    }

    /// <summary>The officer with his duties, held against a change at the same moment.</summary>
    private async Task<OfficerRow?> Locked(OfficerId officer, CancellationToken cancel)
    {
        await db.Set<OfficerRow>().Where(o => o.Id == officer.Value).ExecuteUpdateAsync(o => o.SetProperty(x => x.Version, x => x.Version), cancel);
        return await db.Set<OfficerRow>().Include(o => o.Grants).FirstOrDefaultAsync(o => o.Id == officer.Value, cancel);
    }

    private async Task Save(Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private DutyGiven End(params Refusal[] refusals)
    {
        db.ChangeTracker.Clear();
        return new DutyGiven(refusals);
    }

    private static DutyProposal Proposal(DutyRequestRow r, StaffKind staff) => new(
        new OfficerId(r.OfficerId), staff, r.Duty, new AgencyId(r.UnitId), r.Kind, r.From, r.To, r.Basis, r.BasisDay, r.Years, r.Qualified, r.Reason);

    private static DutyGrantRow Grant(DutyProposal p, int by, DateTimeOffset at) => new()
    {
        OfficerId = p.Officer.Value, Duty = p.Duty, UnitId = p.Unit.Value, From = p.From, To = p.To, Basis = p.Basis!, BasisDay = p.BasisDay, Kind = p.Kind,
        Years = p.Years, Qualified = p.Qualified, Reason = p.Reason, GrantedById = by, Granted = at,
    };

    private DutyRequestRow Request(DutyProposal p, OfficerId by) => new()
    {
        OfficerId = p.Officer.Value, Duty = p.Duty, UnitId = p.Unit.Value, From = p.From, To = p.To, Basis = p.Basis!, BasisDay = p.BasisDay, Kind = p.Kind,
        Years = p.Years, Qualified = p.Qualified, Reason = p.Reason, ProposedById = by.Value, Proposed = clock.GetUtcNow(), Version = 1,
    };

    private BackupRow Backup(DutyProposal p, OfficerId by) => new()
    {
        OfficerId = p.Officer.Value, Duty = p.Duty, UnitId = p.Unit.Value, From = p.From, To = p.To, Basis = p.Basis!, BasisDay = p.BasisDay,
        ListedById = by.Value, Listed = clock.GetUtcNow(),
    };
}
