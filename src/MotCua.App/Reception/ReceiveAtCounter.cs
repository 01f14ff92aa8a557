using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;
using MotCua.Domain.People;
using MotCua.Domain.Words;

namespace MotCua.App.Reception;

/// <summary>What became of a reception.</summary>
/// <param name="Form">What was read from the form: refusals and warnings stand in it.</param>
/// <param name="Performed">What the desk did; null if it was not asked.</param>
public sealed record Receipt(ReceptionForm? Form, Refusal? Refusal, Performed? Performed)
{
    /// <summary>The dossier, when it was received, now or by the same key before.</summary>
    public DossierId? Dossier => Performed switch
    {
        Performed.Done done => done.After.Id,
        Performed.Repeated repeated => repeated.Id,
        _ => null,
    };
}

/// <summary>Receives a complete dossier at a counter (R-REC-07 c): the attempt becomes the dossier and keeps its papers.</summary>
public sealed class ReceiveAtCounter(MotCuaDb db, ReferenceCache references, Attempts attempts, DossierDesk desk, TimeProvider clock)
{
    /// <summary>Receives what an attempt holds. Done twice it makes one dossier.</summary>
    public async Task<Receipt> Do(Guid attemptId, OfficerId officer, string door, CancellationToken cancel = default)
    {
        if (await attempts.Find(attemptId, officer, cancel) is not { } attempt)
            return new Receipt(null, Attempts.Unknown, null);
        var today = Vietnam.Day(clock.GetUtcNow());
        var reference = await references.Get(db, cancel);
        // The version in force today, not the one shown when the draft was begun: acceptance binds it (R-WF-23).
        if (reference.Procedure(attempt.Procedure, today) is not { } procedure)
            return new Receipt(null, new Refusal("attempt.procedure", "Thủ tục này không còn hiệu lực. Hãy tìm thủ tục thay thế."), null);
        var unit = new AgencyId(attempt.UnitId);
        var form = ReceptionForm.Read(TypedForm.FromJson(attempt.Typed), procedure, unit, attempt.Files, reference, today);
        if (attempt.State is AttemptState.Refused or AttemptState.Discarded)
            return new Receipt(form, Attempts.Ended(attempt.State), null);
        if (form.Refusals.Count > 0 && attempt.State != AttemptState.Accepted)
            return new Receipt(form, form.Refusals[0], null);
        var (owner, submitter) = (new PartyId(Guid.CreateVersion7()), new PartyId(Guid.CreateVersion7()));
        var act = new Receive(
            attempt.Id, form.Support, unit, form.Competent, form.Channel, form.CaseName, owner, form.SubmitterIsOwner ? owner : submitter,
            [.. form.Papers.Select(p => p.Taken)], form.Charged, form.ReturnChannel, form.ReturnUnit, form.Notices, form.WithReceipt);
        var performed = await desk.Perform(new DossierId(attempt.Id), act, new Hand(Actor.Of(officer), door)
        {
            Key = $"attempt:{attempt.Id}", Procedure = procedure, Receiving = unit, Write = w => Write(w, form, attempt, owner, submitter),
        }, cancel);
        return new Receipt(form, (performed as Performed.Refused)?.Why, performed);
    }

    private static void Write(Written w, ReceptionForm form, AttemptRow attempt, PartyId owner, PartyId submitter)
    {
        w.Db.Add(Row(w, owner, "owner", form.Owner, null));
        if (!form.SubmitterIsOwner)
            w.Db.Add(Row(w, submitter, "submitter", form.Submitter, form.Authorisation));
        w.Db.AddRange(form.Papers.Select(p => Paper(w, p)));
        w.Db.Add(new DossierSearchRow
        {
            DossierId = w.After.Id.Value, OwnerName = form.Owner.Name, SortKey = VietnameseText.SortKey(form.Owner.Name),
            Folded = VietnameseText.Fold($"{w.After.Case.Code.Value} {form.Owner.Name} {form.Submitter.Name} {form.Procedure.Code} {form.Procedure.Name}"),
        });
        var row = w.Db.Set<AttemptRow>().Local.FirstOrDefault(a => a.Id == attempt.Id)
            ?? w.Db.Set<AttemptRow>().First(a => a.Id == attempt.Id);
        row.State = AttemptState.Accepted;
        row.DossierId = w.After.Id.Value;
        row.Version++;
    }

    private static PartyRow Row(Written w, PartyId id, string role, Party p, string? authorisation) => new()
    {
        Id = id.Value, DossierId = w.After.Id.Value, Version = w.Version, Role = role, Kind = p.Kind, Name = p.Name, IdentityKind = p.IdentityKind,
        Number = p.Number, NoNumberReason = p.NoNumberReason, Nationality = p.Nationality, Birth = p.Birth, BirthYear = p.BirthYear, Sex = p.Sex,
        Address = p.Address, Phone = p.Phone, Email = p.Email, Authorisation = authorisation,
    };

    private static DossierPaperRow Paper(Written w, TypedPaper p) => new()
    {
        DossierId = w.After.Id.Value, Version = w.Version, Component = p.Paper.Code, Name = p.Paper.Name, Form = p.Taken.Form, Count = p.Taken.Count,
        Passes = p.Taken.Passes, Note = p.Why, GiveBack = p.Taken.GiveBack,
        Files = [.. p.Files.Select(f => new PaperFileRow { Digest = f.Digest, FileName = f.FileName, MediaType = f.MediaType, Size = f.Size })],
    };
}
