using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Reception;
using MotCua.App.Returning;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Paying;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Testing;

/// <summary>Builds dossiers by performing acts, never by inserting rows.</summary>
public sealed class Life(TestHouse house)
{
    /// <summary>The one-stop unit of the demonstration ward.</summary>
    public const string Unit = "H15.12.01";

    /// <summary>The unit's id.</summary>
    public async Task<AgencyId> UnitId(string code = Unit)
    {
        await using var db = house.Db();
        return (await house.References.Get(db, default)).Agencies.Find(code)!.Id;
    }

    /// <summary>What an officer types for a complete dossier of a fictitious person.</summary>
    public async Task<TypedForm> Typed(string procedure = "1.001193", string name = "Nguyễn Thị Ngọc Ưởng", string number = "066190004812")
    {
        await using var db = house.Db();
        var reference = await house.References.Get(db, default);
        var version = reference.Procedure(procedure, Vietnam.Day(house.Clock.GetUtcNow()))!;
        var caseName = version.Cases.FirstOrDefault();
        var typed = TypedForm.Empty.With(
            ("channel", "Direct"), ("owner.kind", "Person"), ("owner.name", name), ("owner.identity", "CitizenNumber"), ("owner.number", number),
            ("owner.birth", "14/03/1990"), ("owner.sex", "Female"), ("owner.address", "Tổ dân phố 5, phường Buôn Ma Thuột, tỉnh Đắk Lắk"),
            ("owner.phone", "0901234218"), ("submitter.same", "true"), ("notice", "sms"), ("return.channel", "AtUnit"), ("sets", "1"));
        if (caseName is not null)
            typed = typed.With(("case", caseName));
        foreach (var paper in version.PapersFor(caseName))
            typed = typed.With(($"paper.{paper.Code}.passes", "yes"));
        return typed;
    }

    /// <summary>An attempt with what was typed.</summary>
    public async Task<Guid> Attempt(OfficerId officer, string procedure = "1.001193", TypedForm? typed = null, string unit = Unit)
    {
        await using var db = house.Db();
        var begun = await house.Attempts(db).Begin(procedure, await UnitId(unit), officer);
        var id = begun.Attempt!.Id;
        await house.Attempts(db).Save(id, typed ?? await Typed(procedure), [], null, officer);
        return id;
    }

    /// <summary>A dossier that was just received.</summary>
    public async Task<DossierId> Received(string procedure = "1.001193", TypedForm? typed = null, string unit = Unit)
    {
        var officer = await house.OfficerWith(Duty.Receive, await UnitId(unit));
        var attempt = await Attempt(officer, procedure, typed, unit);
        await using var db = house.Db();
        var receipt = await house.Receive(db).Do(attempt, officer, "test");
        return receipt.Dossier ?? throw new InvalidOperationException(receipt.Refusal?.Sentence ?? "Not received.");
    }

    /// <summary>The dossier as its log says.</summary>
    public async Task<Dossier> Now(DossierId id)
    {
        await using var db = house.Db();
        return (await house.Desk(db).Look(id, Actor.Job))!.Value.Dossier;
    }

    /// <summary>The only open step of a kind.</summary>
    public async Task<OpenStep> Step(DossierId id, StepKind kind) => (await Now(id)).Open.Steps.First(s => s.Kind == kind);

    /// <summary>An officer who may end the step.</summary>
    public async Task<OfficerId> OfficerOf(OpenStep step) =>
        step.Officer ?? await house.OfficerWith(App.Processing.HandleDossier.DutyOf(step.Kind), step.Unit);

    /// <summary>Ends one open step the usual way: hands over, submits, approves, registers, hands the result over.</summary>
    public async Task<Performed> End(DossierId id, OpenStep step)
    {
        await using var db = house.Db();
        var hand = TestHouse.Hand(await OfficerOf(step));
        return step.Kind switch
        {
            StepKind.HandOver => await house.Handle(db).HandOver(id, step.Token, hand),
            StepKind.Handle => await house.Handle(db).Complete(id, step.Token, Outcome.Granted, "Đủ điều kiện.", hand),
            StepKind.Approve => await house.Handle(db).Approve(id, step.Token, hand),
            StepKind.Register => await house.Return(db).Register(
                id, step.Token, "15/KQ", Vietnam.Day(house.Clock.GetUtcNow()), await ResultFile(), "Kết quả", hand),
            _ => await HandOver(id, step, hand, db),
        };
    }

    /// <summary>Ends steps until one of a kind is open.</summary>
    public async Task<OpenStep> Until(DossierId id, StepKind kind)
    {
        for (var i = 0; i < 20; i++)
        {
            var dossier = await Now(id);
            if (dossier.Open.Steps.Find(s => s.Kind == kind) is { } found)
                return found;
            Expect(await End(id, dossier.Open.Steps[0]));
        }
        throw new InvalidOperationException($"No step {kind} was reached.");
    }

    /// <summary>Ends all steps: the result is in the applicant's hands.</summary>
    public async Task<Dossier> Ended(DossierId id)
    {
        for (var dossier = await Now(id); dossier.Open.Steps.Count > 0; dossier = await Now(id))
            Expect(await End(id, dossier.Open.Steps[0]));
        return await Now(id);
    }

    /// <summary>The dossier after an act that must succeed.</summary>
    public static Dossier Expect(Performed performed) => performed switch
    {
        Performed.Done done => done.After,
        Performed.Refused refused => throw new InvalidOperationException($"{refused.Why.Code}: {refused.Why.Sentence}"),
        _ => throw new InvalidOperationException(performed.ToString()),
    };

    /// <summary>A small stored PDF.</summary>
    public async Task<StoredFile> ResultFile(string text = "%PDF-1.4 kết quả")
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var (digest, size) = await house.Files.Put(new MemoryStream(bytes), default);
        return new StoredFile(digest, "ket-qua.pdf", "application/pdf", size);
    }

    private async Task<Performed> HandOver(DossierId id, OpenStep step, Hand hand, App.MotCuaDb db)
    {
        var dossier = await Now(id);
        if (dossier.Money.Owed.Amount > 0)
        {
            var cashier = TestHouse.Hand(await house.OfficerWith(Duty.Collect, dossier.Case.Reception));
            Expect(await house.Return(db).Pay(id, dossier.Money.Owed, PaymentMethod.Cash, "BL-0001", cashier));
        }
        var proof = dossier.Case.ReceiptNumber is null ? Proof.NoReceipt : Proof.Receipt;
        return await house.Return(db).HandOver(
            id, step.Token, new Collecting(Collector.Applicant, proof, null, null, dossier.Delivery.OriginalsHeld > 0), hand);
    }
}
