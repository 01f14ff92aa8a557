using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
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

    /// <summary>Everything that kept it from being received; empty when it was.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = Refusal is null ? [] : [Refusal];
}

/// <summary>Receives a complete dossier at a counter (R-REC-07 c): the attempt becomes the dossier and keeps its papers.</summary>
public sealed class ReceiveAtCounter(MotCuaDb db, ReferenceCache references, Attempts attempts, DossierDesk desk, TimeProvider clock)
{
    private const int Tries = 3;

    private static readonly Refusal NotFromBook = new(
        "group.book", "Nhóm thủ tục liên thông không nhập lại từ sổ giấy. Hãy nhập từng thủ tục theo dòng của sổ.");

    /// <summary>Receives what an attempt holds. Done twice it makes one dossier.</summary>
    public Task<Receipt> Do(Guid attemptId, OfficerId officer, string door, CancellationToken cancel = default) =>
        Do(attemptId, null, officer, door, cancel);

    /// <summary>Receives what an attempt holds, at the moment that stands in a paper book (R-FORM-12).</summary>
    public async Task<Receipt> Do(Guid attemptId, PaperReception? paper, OfficerId officer, string door, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(attemptId, paper, officer, door, cancel);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                // Somebody saved the attempt between the look and the write: what is received is what is saved, so look again.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Receipt> Once(Guid attemptId, PaperReception? paper, OfficerId officer, string door, CancellationToken cancel)
    {
        if (await attempts.FindWithReceiver(attemptId, officer, cancel) is not { } found)
            return new Receipt(null, Attempts.Unknown, null);
        var (attempt, receiver) = found;
        if (attempt.DossierId is { } before)
            return new Receipt(null, null, new Performed.Repeated(new DossierId(before), 1));
        if (!Attempts.IsOpen(attempt.State))
            return new Receipt(null, Attempts.Ended(attempt.State), null);
        if (paper is not null && await paper.Problem(db, attempt.UnitId, cancel) is { } problem)
            return new Receipt(null, problem, null);
        var now = paper?.At ?? clock.GetUtcNow();
        var today = Vietnam.Day(now);
        var reference = await references.Get(db, cancel);
        // The version in force today, not the one shown when the draft was begun: acceptance binds it (R-WF-23).
        if (reference.Procedure(attempt.Procedure, today) is not { } line
            || await references.Procedure(db, line.Code, line.Version, cancel) is not { } procedure)
            return new Receipt(null, new Refusal("attempt.procedure", "Thủ tục này không còn hiệu lực. Hãy tìm thủ tục thay thế."), null);
        var form = ReceptionForm.Read(TypedForm.FromJson(attempt.Typed), procedure, new AgencyId(attempt.UnitId), attempt.Files, reference, today,
            await LinkedProcedures.Of(db, references, reference, attempt.Procedure, today, cancel));
        var held = await HeldOffers.Of(db, form, reference, today, cancel);
        if (form.Obstacles(reference, now).Concat(held.Broken(form)).ToList() is { Count: > 0 } obstacles)
            return new Receipt(form, obstacles[0], null) { Refusals = obstacles };
        return form.Group is { } group
            ? await PerformGroup(attempt, form, group, held, paper, procedure, receiver, door, cancel)
            : await Perform(attempt, form, held, paper, procedure, receiver, door, cancel);
    }

    /// <summary>The dossier of the group and one for each of its procedures, all or none (R-WF-13). Money, originals and receipt are the group's.</summary>
    private async Task<Receipt> PerformGroup(
        AttemptRow attempt, ReceptionForm form, GroupForm group, HeldOffers held, PaperReception? paper, ProcedureVersion procedure, Actor receiver,
        string door, CancellationToken cancel)
    {
        if (paper is not null)
            return new Receipt(form, NotFromBook, null);
        var plan = group.Plan(new DossierId(attempt.Id), [.. group.Members.Select(_ => new DossierId(Guid.CreateVersion7()))]);
        var first = Taking(form) with { Attempt = attempt.Id, Group = plan, WithReceipt = true, Reuse = held.Event(form, TypedForm.FromJson(attempt.Typed)) };
        List<OneOf> acts = [new(plan.Parent, first, new Hand(receiver, door)
        {
            Key = $"attempt:{attempt.Id}", Procedure = procedure, First = (id, stop) => Accept(id, attempt, stop),
            Write = w => Write(w, form with { Declared = [] }, first),
        })];
        foreach (var (member, part) in group.Members.Zip(plan.Parts))
        {
            var own = form with
            {
                Procedure = member.Procedure, CaseName = member.CaseName, Papers = Papers(form, member),
                Declared = [.. form.Declared.Where(d => d.Field.Procedure == member.Procedure.Code)],
            };
            var act = Taking(own) with
            {
                Attempt = attempt.Id, Competent = member.Competent, Group = plan, WithReceipt = false, Charged = Domain.Fees.Dong.Zero, Said = null,
            };
            acts.Add(new(part.Dossier, act, new Hand(receiver, door)
            {
                Procedure = member.Procedure, Declared = own.Declared, Write = w => Write(w, own, act),
            }));
        }
        var performed = await desk.PerformAll(acts, cancel);
        return new Receipt(form, performed is Performed.Refused no ? ReceptionForm.InForm(no.Why) : null, performed);
    }

    /// <summary>What one procedure gets of the papers that were taken once for all; what is held to be given back stays with the group.</summary>
    private static IReadOnlyList<TypedPaper> Papers(ReceptionForm form, GroupMember member) => [.. member.Papers
        .Select(p => form.Papers.FirstOrDefault(t => t.Paper.Code == p.United) is { } taken
            ? taken with { Paper = p.Own, Taken = taken.Taken with { Component = p.Own.Code, GiveBack = false } } : null).OfType<TypedPaper>()];

    /// <summary>The reception of what a form holds, with new ids for its people.</summary>
    private static Receive Taking(ReceptionForm form)
    {
        var owner = new PartyId(Guid.CreateVersion7());
        return new Receive(
            default, form.Support, form.Reception, form.Competent, form.Channel, form.CaseName, owner,
            form.SubmitterIsOwner ? owner : new PartyId(Guid.CreateVersion7()), [.. form.Papers.Where(p => p.Given).Select(p => p.Taken)], form.Charged,
            form.ReturnChannel, form.ReturnUnit, form.Notices, form.WithReceipt, form.ReturnAddress is null ? null : new TextId(Guid.CreateVersion7()),
            form.Sets, form.Said);
    }

    private async Task<Receipt> Perform(
        AttemptRow attempt, ReceptionForm form, HeldOffers held, PaperReception? paper, ProcedureVersion procedure, Actor receiver, string door,
        CancellationToken cancel)
    {
        var why = new TextId(Guid.CreateVersion7());
        var act = Taking(form) with
        {
            Attempt = attempt.Id, FromBook = paper is null ? null : new BookEntry(paper.Book, paper.Number, paper.At, why),
            Reuse = held.Event(form, TypedForm.FromJson(attempt.Typed)),
        };
        var performed = await desk.Perform(new DossierId(attempt.Id), act, new Hand(receiver, door)
        {
            Key = $"attempt:{attempt.Id}", Procedure = procedure, Declared = form.Declared,
            First = (id, stop) => Accept(id, attempt, stop),
            Write = w =>
            {
                Write(w, form, act);
                if (paper is not null)
                    Enter(w, paper, why);
            },
        }, cancel);
        return new Receipt(form, performed is Performed.Refused no ? ReceptionForm.InForm(no.Why) : null, performed);
    }

    private static void Write(Written w, ReceptionForm form, Receive act)
    {
        w.Db.Add(Row(w, act.Owner, "owner", form.Owner, null));
        if (!form.SubmitterIsOwner)
            w.Db.Add(Row(w, act.Submitter, "submitter", form.Submitter, form.Authorisation));
        if (act.ReturnAddress is { } a)
            w.Text(a, "return-address", form.ReturnAddress!);
        w.Db.AddRange(form.Papers.Where(p => p.Given).Select(p => Paper(w, p)));
        w.Db.AddRange(form.Declared.Select(d => new DossierDeclaredRow
        {
            DossierId = w.After.Id.Value, Name = d.Field.Name, Version = w.Version, Label = d.Field.Label, Kind = d.Field.Kind, Value = d.Value,
        }));
        w.Db.Add(new DossierSearchRow
        {
            DossierId = w.After.Id.Value, OwnerName = form.Owner.Name, SortKey = form.Owner.SortKey,
            Folded = VietnameseText.Fold($"{w.After.Case.Code.Value} {form.Owner.Name} {form.Submitter.Name} {form.Procedure.Code} {form.Procedure.Name}"),
        });
    }

    /// <summary>Takes the number of the paper book, and only if nobody else did.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody entered it meanwhile.</exception>
    private static void Enter(Written w, PaperReception paper, TextId why)
    {
        if (w.Db.Set<PaperBookEntryRow>().Any(e => e.BookId == paper.Book && e.Number == paper.Number))
            throw new DbUpdateConcurrencyException("The number of the paper book was taken between the look and the write.");
        w.Db.Add(new PaperBookEntryRow { BookId = paper.Book, Number = paper.Number, DossierId = w.After.Id.Value, Version = w.Version });
        w.Text(why, "paper-book", paper.Reason.Trim());
    }

    /// <summary>Ends the attempt, and only if it is still what was read: its fields and its files.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved it meanwhile.</exception>
    private async Task Accept(DossierId dossier, AttemptRow attempt, CancellationToken cancel)
    {
        var (read, files, seen) = (attempt.Files.Select(f => f.Id).ToList(), attempt.Files.Count, db.Set<AttemptFileRow>());
        var taken = await db.Set<AttemptRow>()
            .Where(a => a.Id == attempt.Id && a.Version == attempt.Version && (a.State == AttemptState.Draft || a.State == AttemptState.ToComplete)
                && seen.Count(f => f.AttemptId == a.Id) == files && seen.Count(f => f.AttemptId == a.Id && read.Contains(f.Id)) == files)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.State, AttemptState.Accepted)
                .SetProperty(x => x.DossierId, dossier.Value).SetProperty(x => x.Version, x => x.Version + 1), cancel);
        if (taken == 0)
            throw new DbUpdateConcurrencyException("The attempt changed between the look and the write.");
    }

    private static PartyRow Row(Written w, PartyId id, string role, Party p, string? authorisation) => new()
    {
        Id = id.Value, DossierId = w.After.Id.Value, Version = w.Version, Role = role, Kind = p.Kind, Name = p.Name, IdentityKind = p.IdentityKind,
        Number = p.Number, NoNumberReason = p.NoNumberReason, Nationality = p.Nationality, Birth = p.Birth, BirthYear = p.BirthYear, Sex = p.Sex,
        Address = p.Address, Province = p.Residence?.Province, Commune = p.Residence?.Commune, AddressDetail = p.Residence?.Detail,
        FormerAddress = p.Residence?.Former, Phone = p.Phone, Email = p.Email, Authorisation = authorisation,
    };

    private static DossierPaperRow Paper(Written w, TypedPaper p) => new()
    {
        DossierId = w.After.Id.Value, Version = w.Version, Component = p.Paper.Code, Name = p.Paper.Name, Form = p.Taken.Form, Count = p.Taken.Count,
        Passes = p.Taken.Passes, Note = p.Why, GiveBack = p.Taken.GiveBack,
        Files = [.. p.Files.Select(f => new PaperFileRow
        {
            Digest = f.Digest, FileName = f.FileName, MediaType = f.MediaType, Size = f.Size, Pages = f.Pages, Warning = f.Warning,
            WarningReason = f.Warning is null ? null : p.Unclear, DocumentId = f.DocumentId,
        })],
    };
}
