using MotCua.App.Demonstration;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.App.Reception;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Testing;

/// <summary>Builds dossiers by performing acts, never by inserting rows: short words for what <see cref="Stage"/> does.
/// What must succeed throws where it does not.</summary>
public sealed class Life(TestHouse house)
{
    /// <summary>The one-stop unit of the demonstration ward.</summary>
    public const string Unit = "H15.12.01";

    /// <summary>The unit's id.</summary>
    public async Task<AgencyId> UnitId(string code = Unit) => (await house.Stage.Reference()).Agencies.Find(code)!.Id;

    /// <summary>What an officer types for a complete dossier of a fictitious person.</summary>
    public async Task<TypedForm> Typed(string procedure = "1.001193", string name = "Nguyễn Thị Ngọc Ưởng", string number = "066190004812")
    {
        var version = (await house.Stage.Procedure(procedure))!;
        return Stage.Complete(version, TypedForm.Empty.With(
            ("owner.kind", "Person"), ("owner.name", name), ("owner.identity", "CitizenNumber"), ("owner.number", number),
            ("owner.birth", "14/03/1990"), ("owner.sex", "Female"), ("owner.address", "Tổ dân phố 5, phường Buôn Ma Thuột, tỉnh Đắk Lắk"),
            ("owner.phone", "0901234218")));
    }

    /// <summary>An attempt with what was typed.</summary>
    public async Task<Guid> Attempt(OfficerId officer, string procedure = "1.001193", TypedForm? typed = null, string unit = Unit)
    {
        var saved = await house.Stage.Attempt(procedure, await UnitId(unit), typed ?? await Typed(procedure), officer);
        return saved.Refusal is { } no ? throw new InvalidOperationException(no.Sentence) : saved.Attempt!.Id;
    }

    /// <summary>A dossier that was just received.</summary>
    public async Task<DossierId> Received(string procedure = "1.001193", TypedForm? typed = null, string unit = Unit)
    {
        var receipt = await house.Stage.Receive(procedure, await UnitId(unit), typed ?? await Typed(procedure));
        return receipt.Dossier ?? throw new InvalidOperationException(receipt.Refusal?.Sentence ?? "Not received.");
    }

    /// <summary>The dossier as its log says.</summary>
    public Task<Dossier> Now(DossierId id) => house.Stage.Look(id);

    /// <summary>The only open step of a kind.</summary>
    public async Task<OpenStep> Step(DossierId id, StepKind kind) => (await Now(id)).Open.Steps.First(s => s.Kind == kind);

    /// <summary>An officer who may end the step.</summary>
    public async Task<OfficerId> OfficerOf(OpenStep step) =>
        step.Officer ?? await house.Stage.OfficerWith(HandleDossier.DutyOf(step.Kind), step.Unit);

    /// <summary>Ends one open step the usual way: hands over, submits, approves, registers, hands the result over.</summary>
    public Task<Performed> End(DossierId id, OpenStep step) => house.Stage.End(id, step);

    /// <summary>Ends steps until one of a kind is open.</summary>
    public async Task<OpenStep> Until(DossierId id, StepKind kind)
    {
        for (var dossier = await Now(id); dossier.Open.Steps.Count > 0; dossier = Expect(await End(id, dossier.Open.Steps[0])))
            if (dossier.Open.Steps.Find(s => s.Kind == kind) is { } found)
                return found;
        throw new InvalidOperationException($"No step {kind} was reached.");
    }

    /// <summary>Ends all steps: the result is in the applicant's hands.</summary>
    public async Task<Dossier> Ended(DossierId id)
    {
        var dossier = await Now(id);
        while (dossier.Open.Steps.Count > 0)
            dossier = Expect(await End(id, dossier.Open.Steps[0]));
        return dossier;
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
}
