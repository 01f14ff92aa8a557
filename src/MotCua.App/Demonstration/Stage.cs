using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.App.Reception;
using MotCua.App.Reference;
using MotCua.App.Returning;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Paying;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.App.Demonstration;

/// <summary>Leads dossiers through their life by the same use cases as the pages, each act by an officer who holds its duty.</summary>
/// <param name="door">What the log says of the door: "walk", "seed".</param>
/// <param name="resultFile">Makes the file of a result: number → PDF.</param>
public sealed class Stage(
    Func<MotCuaDb> open, ReferenceCache references, IFileStore files, TimeProvider clock, string door, Func<string, byte[]> resultFile)
{
    /// <summary>The reference rows of today.</summary>
    public async Task<ReferenceData> Reference(CancellationToken cancel = default)
    {
        await using var db = open();
        return await references.Get(db, cancel);
    }

    /// <summary>The version of a procedure in force today; null if there is none.</summary>
    public async Task<ProcedureVersion?> Procedure(string code, CancellationToken cancel = default)
    {
        await using var db = open();
        return await references.Procedure(db, code, Vietnam.Day(clock.GetUtcNow()), cancel);
    }

    /// <summary>The version that a dossier keeps.</summary>
    public async Task<ProcedureVersion> Procedure(Dossier dossier, CancellationToken cancel = default)
    {
        await using var db = open();
        return await references.Procedure(db, dossier.Case.Procedure, dossier.Case.ProcedureVersion, cancel);
    }

    /// <summary>What is typed for a complete dossier of a person: every component passes.</summary>
    public static TypedForm Complete(ProcedureVersion procedure, TypedForm person)
    {
        var caseName = procedure.Cases.FirstOrDefault();
        var typed = person.With(("channel", "Direct"), ("submitter.same", "true"), ("notice", "sms"), ("return.channel", "AtUnit"), ("sets", "1"));
        if (caseName is not null)
            typed = typed.With(("case", caseName));
        return typed.With(procedure.PapersFor(caseName).Select(p => ($"paper.{p.Code}.passes", "yes")));
    }

    /// <summary>A reception attempt with what was typed.</summary>
    public async Task<Saved> Attempt(string procedure, AgencyId unit, TypedForm typed, OfficerId officer, CancellationToken cancel = default)
    {
        await using var db = open();
        var attempts = new Attempts(db, references, new Duties(db, clock), clock);
        var begun = await attempts.Begin(procedure, unit, officer, cancel);
        return begun.Attempt is { } attempt ? await attempts.Save(attempt.Id, typed, [], null, officer, cancel) : begun;
    }

    /// <summary>Receives a dossier at a counter.</summary>
    public async Task<Receipt> Receive(string procedure, AgencyId unit, TypedForm typed, CancellationToken cancel = default)
    {
        var officer = await OfficerWith(Duty.Receive, unit, cancel);
        var saved = await Attempt(procedure, unit, typed, officer, cancel);
        if (saved.Refusal is not null || saved.Attempt is not { } attempt)
            return new Receipt(null, saved.Refusal, null);
        await using var db = open();
        var attempts = new Attempts(db, references, new Duties(db, clock), clock);
        return await new ReceiveAtCounter(db, references, attempts, new DossierDesk(db, references, clock), clock).Do(attempt.Id, officer, door, cancel);
    }

    /// <summary>The dossier as its log says.</summary>
    public async Task<Dossier> Look(DossierId id, CancellationToken cancel = default)
    {
        await using var db = open();
        return (await new DossierDesk(db, references, clock).Look(id, Actor.Job, cancel))?.Dossier
            ?? throw new InvalidOperationException("There is no such dossier.");
    }

    /// <summary>Ends one open step the usual way: hands over, submits, approves, registers, hands the result over.</summary>
    /// <param name="outcome">What is decided at an approval.</param>
    public async Task<Performed> End(DossierId id, OpenStep step, Outcome outcome = Outcome.Granted, CancellationToken cancel = default)
    {
        await using var db = open();
        var desk = new DossierDesk(db, references, clock);
        var handle = new HandleDossier(db, desk, clock);
        var hand = await HandFor(step, cancel);
        return step.Kind switch
        {
            StepKind.HandOver => await handle.HandOver(id, step.Token, hand, cancel),
            StepKind.Handle => await handle.Complete(
                id, step.Token, outcome, outcome == Outcome.Granted ? "Đủ điều kiện giải quyết." : "Không đủ điều kiện.", hand, cancel),
            StepKind.Approve when outcome == Outcome.Granted => await handle.Approve(id, step.Token, hand, cancel),
            StepKind.Approve => await handle.Refuse(
                id, step.Token, await ReasonCode("refuse-appraisal", cancel), "Không đáp ứng điều kiện theo quy định.",
                await IsLate(id, cancel) ? "Chậm do chờ xác minh." : null, hand, cancel),
            StepKind.Register => await Register(id, step, desk, hand, cancel),
            _ => await HandOver(id, step, desk, hand, cancel),
        };
    }

    /// <summary>The acts between reception and result, on a context of their own.</summary>
    public async Task<Performed> Handle(Func<HandleDossier, Task<Performed>> act)
    {
        await using var db = open();
        return await act(new HandleDossier(db, new DossierDesk(db, references, clock), clock));
    }

    /// <summary>The hand of an officer who may end a step: its own officer, else anyone of the unit with the duty.</summary>
    public async Task<Hand> HandFor(OpenStep step, CancellationToken cancel = default) =>
        HandOf(step.Officer ?? await OfficerWith(HandleDossier.DutyOf(step.Kind), step.Unit, cancel));

    /// <summary>The hand of an officer.</summary>
    public Hand HandOf(OfficerId officer) => new(Actor.Of(officer), door);

    /// <summary>An officer who holds a duty at a unit today.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public async Task<OfficerId> OfficerWith(Duty duty, AgencyId unit, CancellationToken cancel = default)
    {
        await using var db = open();
        var today = Vietnam.Day(clock.GetUtcNow());
        var officer = await db.Set<DutyGrantRow>()
            .Where(g => g.Duty == duty && g.UnitId == unit.Value && g.From <= today && (g.To == null || g.To >= today))
            .OrderBy(g => g.OfficerId).Select(g => (int?)g.OfficerId).FirstOrDefaultAsync(cancel);
        return officer is { } id ? new OfficerId(id) : throw new InvalidOperationException(
            $"No officer holds {duty} at {(await references.Get(db, cancel)).Agencies.NameOf(unit)}.");
    }

    /// <summary>A code of a dated list of reasons.</summary>
    public async Task<string> ReasonCode(string kind, CancellationToken cancel = default) =>
        (await Reference(cancel)).ReasonsOf(kind, Vietnam.Day(clock.GetUtcNow())).First().Code;

    private async Task<bool> IsLate(DossierId id, CancellationToken cancel) => clock.GetUtcNow() > (await Look(id, cancel)).Case.Due.Due;

    private async Task<Performed> Register(DossierId id, OpenStep step, DossierDesk desk, Hand hand, CancellationToken cancel)
    {
        var dossier = await Look(id, cancel);
        var today = Vietnam.Day(clock.GetUtcNow());
        var number = $"{dossier.Case.Code.Value.Split('-')[^1]}/KQ-{today.Year}";
        StoredFile? file = null;
        if (dossier.Case.Decided == Outcome.Granted)
        {
            var (digest, size) = await files.Put(new MemoryStream(resultFile(number)), cancel);
            file = new StoredFile(digest, "ket-qua.pdf", "application/pdf", size);
        }
        var name = (await Reference(cancel)).Procedure(dossier.Case.Procedure, dossier.Case.ProcedureVersion).ResultName;
        return await new ReturnResult(desk).Register(id, step.Token, number, today, file, name, hand, cancel);
    }

    private async Task<Performed> HandOver(DossierId id, OpenStep step, DossierDesk desk, Hand hand, CancellationToken cancel)
    {
        var dossier = await Look(id, cancel);
        var returning = new ReturnResult(desk);
        if (dossier.Money.Owed.Amount > 0)
        {
            var cashier = HandOf(await OfficerWith(Duty.Collect, dossier.Case.Reception, cancel));
            var paid = await returning.Pay(id, dossier.Money.Owed, PaymentMethod.Cash, $"BL-{dossier.Case.Code.Value[^4..]}", cashier, cancel);
            if (paid is not Performed.Done)
                return paid;
        }
        var proof = dossier.Case.ReceiptNumber is null ? Proof.NoReceipt : Proof.Receipt;
        return await returning.HandOver(
            id, step.Token, new Collecting(Collector.Applicant, proof, null, null, dossier.Delivery.OriginalsHeld > 0), hand, cancel);
    }
}
