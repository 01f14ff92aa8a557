using Microsoft.EntityFrameworkCore;
using MotCua.App.Access;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.People;

namespace MotCua.App.Reception;

/// <summary>An open dossier, or an attempt that waits to be completed, of the same owner and procedure.</summary>
/// <param name="Code">Code of the dossier; null for an attempt.</param>
/// <param name="Attempt">Id of the attempt; null for a dossier.</param>
/// <param name="Reachable">Whether the officer may open it.</param>
public sealed record Twin(string? Code, Guid? Attempt, DossierStatus? Status, AgencyId Unit, DateTimeOffset At, bool Reachable);

/// <summary>A party as it stood in an earlier dossier.</summary>
public sealed record KnownParty(Party Party, Guid Dossier, string Code, DateTimeOffset Received);

/// <summary>Everything that the page of an attempt shows.</summary>
/// <param name="Typed">What is typed: as saved, or as it stands on the page of an officer whose save was crossed.</param>
/// <param name="Obstacles">What keeps it from being received now.</param>
/// <param name="SlipsBefore">How often the owner was asked to complete this procedure already.</param>
/// <param name="DossierCode">Code of the dossier that it became; null if it did not.</param>
public sealed record AttemptView(
    AttemptRow Attempt, TypedForm Typed, ReceptionForm Form, ReferenceData Reference, DateTimeOffset Now, FileRules FileRules,
    Outlook Outlook, IReadOnlyList<Refusal> Obstacles, IReadOnlyList<Twin> Twins, KnownParty? KnownOwner, KnownParty? KnownSubmitter,
    int SlipsBefore, string? DossierCode, IReadOnlyDictionary<int, string> Officers)
{
    /// <summary>What the owner's repository holds of what is needed.</summary>
    public HeldOffers Held { get; init; } = HeldOffers.None;

    /// <summary>The procedure, in the version in force today.</summary>
    public ProcedureVersion Procedure => Form.Procedure;

    /// <summary>The receiving unit.</summary>
    public Agency Unit => Reference.Agencies.Find(new AgencyId(Attempt.UnitId))!;

    /// <summary>Today in Vietnam.</summary>
    public DateOnly Today => Vietnam.Day(Now);

    /// <summary>Whether it may still be changed.</summary>
    public bool IsOpen => Attempts.IsOpen(Attempt.State);
}

/// <summary>An attempt in the list of those that are open.</summary>
/// <param name="Answer">By when it must be answered; null where no such clock runs.</param>
public sealed record OpenAttempt(AttemptRow Row, string Procedure, string Officer, AnswerClock? Answer = null);

/// <summary>Reads attempts for pages.</summary>
public sealed class AttemptReader(
    MotCuaDb db, ReferenceCache references, Attempts attempts, AnswerAttempt answers, Duties duties, ReadingLog log, TimeProvider clock)
{
    /// <summary>The attempt with all that its page shows; null if there is none that the officer may see.</summary>
    /// <param name="instead">What stands on the page, where it could not be saved.</param>
    public async Task<AttemptView?> Find(Guid id, OfficerId officer, TypedForm? instead = null, CancellationToken cancel = default)
    {
        if (await attempts.Find(id, officer, cancel) is not { } row)
            return null;
        var now = clock.GetUtcNow();
        var today = Vietnam.Day(now);
        var reference = await references.Get(db, cancel);
        var procedure = await references.Procedure(db, row.Procedure, today, cancel)
            ?? await references.Procedure(db, row.Procedure, row.ProcedureVersion, cancel);
        var typed = instead ?? TypedForm.FromJson(row.Typed);
        var form = ReceptionForm.Read(typed, procedure, new AgencyId(row.UnitId), row.Files, reference, today,
            await LinkedProcedures.Of(db, references, reference, row.Procedure, today, cancel));
        var units = (await duties.Of(officer, cancel)).Select(g => g.Unit.Value).ToHashSet();
        var owner = await Known(row, officer, "owner", form.Owner, units, cancel);
        var submitter = form.SubmitterIsOwner ? null : await Known(row, officer, "submitter", form.Submitter, units, cancel);
        return new AttemptView(
            row, typed, form, reference, now, FileRules.On(today, reference.Rules, row.Procedure), Outlook.Of(form, reference, now),
            form.Obstacles(reference, now), await Twins(row, form, units, cancel), owner, submitter, await answers.SlipsBefore(form, cancel),
            row.DossierId is { } d ? await CodeOf(new DossierId(d), cancel) : null, await Officers([row], cancel))
        {
            Held = Attempts.IsOpen(row.State) ? await Held(row, officer, form, reference, today, cancel) : HeldOffers.None,
        };
    }

    /// <summary>What is held of the owner; that his repository was looked into is logged once an hour for the attempt (R-REPO-03).</summary>
    private async Task<HeldOffers> Held(
        AttemptRow row, OfficerId officer, ReceptionForm form, ReferenceData reference, DateOnly today, CancellationToken cancel)
    {
        var held = await HeldOffers.Of(db, form, reference, today, cancel);
        var part = $"kho {row.Id:N}";
        if (held.Documents > 0 && !await log.Since(officer, ReadingKind.Repository, part, TimeSpan.FromHours(1), cancel))
            await log.Write(new Reading(
                officer, new DutyGrant(officer, Duty.Receive, new AgencyId(row.UnitId), default, null, ""), ReadingKind.Repository, null, part), cancel);
        return held;
    }

    /// <summary>Open attempts for an officer, latest first.</summary>
    public async Task<IReadOnlyList<OpenAttempt>> Open(OfficerId officer, CancellationToken cancel = default)
    {
        var rows = await attempts.Open(officer, cancel);
        var reference = await references.Get(db, cancel);
        var officers = await Officers(rows, cancel);
        return [.. rows.Select(r => new OpenAttempt(
            r, reference.Procedure(r.Procedure, r.ProcedureVersion).Name, officers.GetValueOrDefault(r.OfficerId, "cán bộ khác"),
            AnswerClock.Of(r, reference)))];
    }

    /// <summary>A file of an attempt; null if there is none that the officer may see.</summary>
    public async Task<AttemptFile?> File(Guid id, long file, OfficerId officer, CancellationToken cancel = default)
    {
        if (await attempts.Find(id, officer, cancel) is not { } attempt || attempt.Files.Find(f => f.Id == file) is not { } row)
            return null;
        var reference = await references.Get(db, cancel);
        var procedure = await references.Procedure(db, attempt.Procedure, attempt.ProcedureVersion, cancel);
        var paper = procedure.Papers.FirstOrDefault(p => p.Code == row.Component)?.Name ?? row.Component;
        return new AttemptFile(attempt, row, IdentityPapers.Are(paper, reference.Rules, Vietnam.Day(clock.GetUtcNow())));
    }

    /// <summary>The code of a dossier.</summary>
    public Task<string?> CodeOf(DossierId id, CancellationToken cancel = default) =>
        db.Set<DossierRow>().Where(d => d.Id == id.Value).Select(d => (string?)d.Code).FirstOrDefaultAsync(cancel);

    private async Task<IReadOnlyDictionary<int, string>> Officers(IReadOnlyList<AttemptRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(r => r.OfficerId).Concat(rows.SelectMany(r => r.Slips).Select(s => s.OfficerId)).Distinct().ToList();
        return await db.Set<OfficerRow>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
    }

    /// <summary>What is open for the same owner and procedure: a second dossier for one matter is to be noticed, not forbidden.</summary>
    private async Task<IReadOnlyList<Twin>> Twins(AttemptRow row, ReceptionForm form, HashSet<int> units, CancellationToken cancel)
    {
        if (form.OwnerKey is not { } key)
            return [];
        var dossiers = form.Owner.Number is not { } number ? [] : await (
            from d in db.Set<DossierRow>().AsNoTracking()
            join p in db.Set<PartyRow>().AsNoTracking() on d.OwnerId equals p.Id
            where p.Number == number && d.Procedure == row.Procedure && d.Id != row.Id
                && d.Status != DossierStatus.Returned && d.Status != DossierStatus.Stopped
            orderby d.Received descending
            select d).Take(5).ToListAsync(cancel);
        var waiting = await db.Set<AttemptRow>().AsNoTracking()
            .Where(a => a.OwnerKey == key && a.Procedure == row.Procedure && a.Id != row.Id && a.State == AttemptState.ToComplete)
            .OrderByDescending(a => a.Saved).Take(5).ToListAsync(cancel);
        return [
            .. dossiers.Select(d => new Twin(d.Code, null, d.Status, new AgencyId(d.ReceptionId), d.Received,
                units.Contains(d.ReceptionId) || units.Contains(d.CompetentId))),
            .. waiting.Select(a => new Twin(null, a.Id, null, new AgencyId(a.UnitId), a.Saved, units.Contains(a.UnitId)))];
    }

    /// <summary>What is known of a party, which is a look-up of a person: it is logged once an hour for the attempt and the number (R-SEC-09).</summary>
    private async Task<KnownParty?> Known(AttemptRow row, OfficerId officer, string who, Party party, HashSet<int> units, CancellationToken cancel)
    {
        if (await Known(party, units, cancel) is not { } known)
            return null;
        var part = $"{who} {row.Id:N}";
        if (!await log.Since(officer, ReadingKind.LookUp, part, TimeSpan.FromHours(1), cancel))
            await log.Write(new Reading(
                officer, new DutyGrant(officer, Duty.Receive, new AgencyId(row.UnitId), default, null, ""), ReadingKind.LookUp, known.Dossier, part), cancel);
        return known;
    }

    /// <summary>The same number in the last dossier that one of the officer's units received.</summary>
    private async Task<KnownParty?> Known(Party party, HashSet<int> units, CancellationToken cancel)
    {
        if (party.Number is not { } number)
            return null;
        var last = await (
            from p in db.Set<PartyRow>().AsNoTracking()
            join d in db.Set<DossierRow>().AsNoTracking() on p.DossierId equals d.Id
            where p.Number == number && p.IdentityKind == party.IdentityKind && units.Contains(d.ReceptionId) && p.Name != ""
            orderby d.Received descending
            select new { Party = p, d.Id, d.Code, d.Received }).FirstOrDefaultAsync(cancel);
        return last is null ? null : new KnownParty(last.Party.ToParty(), last.Id, last.Code, last.Received);
    }
}
