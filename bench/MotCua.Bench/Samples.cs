using MotCua.App;
using MotCua.App.Demonstration;
using MotCua.App.Papers;
using MotCua.App.Reception;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Integrations.Files;
using Npgsql;

namespace MotCua.Bench;

/// <summary>Real dossiers made at the desk, for measurements to multiply.</summary>
internal sealed class Samples : IDisposable
{
    /// <summary>A procedure with three components that the justice officer of the commune handles.</summary>
    public const string Procedure = "1.000894";

    /// <summary>The one-stop unit of the samples' commune, and its officers.</summary>
    public const int Unit = 11;

    /// <summary>User name of the officer who receives there, and of the one who handles.</summary>
    public const string Receiver = "hanh.tn", Handler = "ngoc.ltb";

    private static readonly OfficerId HandlerId = new(5), LeaderId = new(7);
    private readonly string folder = Directory.CreateTempSubdirectory("motcua-bench-files-").FullName;
    private readonly ReferenceCache references = new();
    private readonly MovedClock clock;
    private readonly Stage stage;
    private readonly DemoPeople people = DemoPeople.Load(Path.Combine(Shared.Root, "data"));

    public Samples(string connection)
    {
        MotCuaDb Db() => Shared.Open(connection);
        clock = new MovedClock(DateTimeOffset.UtcNow.AddHours(-8));
        stage = new Stage(Db, references, new FolderFileStore(folder), clock, "seed", _ => "%PDF-1.7"u8.ToArray());
    }

    /// <summary>What is typed at reception: twelve fields, and three components.</summary>
    public static IReadOnlyList<(string Name, string Value)> Typed(TypedForm person) =>
    [
        ("owner.kind", "Person"), ("owner.name", person.Raw("owner.name")), ("owner.identity", "CitizenNumber"), ("owner.number", person.Raw("owner.number")),
        ("owner.birth", person.Raw("owner.birth")), ("owner.sex", person.Raw("owner.sex")), ("owner.address", person.Raw("owner.address")),
        ("owner.phone", person.Raw("owner.phone")), ("submitter.same", "true"), ("channel", "Direct"), ("return.channel", "AtUnit"), ("notice", "sms"),
        ("paper.1.passes", "yes"), ("paper.2.passes", "yes"), ("paper.3.passes", "yes"),
    ];

    /// <summary>The n-th fictitious applicant.</summary>
    public TypedForm Person(int n) => people.Owner(n, personsOnly: true);

    /// <summary>Receives a dossier.</summary>
    public async Task<DossierId> Received(string procedure = Procedure)
    {
        var version = await stage.Procedure(procedure) ?? throw new InvalidOperationException($"Không có thủ tục {procedure} để đo.");
        var receipt = await stage.Receive(procedure, new AgencyId(Unit), Stage.Complete(version, Person(0)));
        return receipt.Dossier ?? throw new InvalidOperationException($"Không tiếp nhận được hồ sơ để đo: {receipt.Refusal?.Sentence}");
    }

    /// <summary>Leads a new dossier on until a step of a kind is open.</summary>
    /// <param name="until">The kind; null to its end.</param>
    public async Task<DossierId> At(StepKind? until, string procedure = Procedure)
    {
        var id = await Received(procedure);
        for (var dossier = await stage.Look(id); dossier.Open.Steps is [var step, ..] && step.Kind != until; dossier = await stage.Look(id))
            Done(await stage.End(id, step));
        return id;
    }

    /// <summary>A dossier whose handling step the handler has, and whose log has exactly so many events.</summary>
    public async Task<DossierId> WithEvents(int events)
    {
        var id = await At(StepKind.Handle);
        var (hand, lead) = (stage.HandOf(HandlerId), stage.HandOf(LeaderId));
        for (var dossier = await stage.Look(id); dossier.Version < events || dossier.Open.Steps[0].Officer is null; dossier = await stage.Look(id))
        {
            var token = dossier.Open.Steps[0].Token;
            Done(dossier.Open.Steps[0].Officer is null
                ? await stage.Handle(h => h.Claim(id, token, hand)) : await stage.Handle(h => h.Release(id, token, lead)));
        }
        return (await stage.Look(id)).Version == events ? id : throw new InvalidOperationException($"Nhật ký mẫu không có đúng {events} sự kiện.");
    }

    /// <summary>Begins an attempt and leaves it as it is.</summary>
    public async Task<AttemptRow> Attempt(string connection)
    {
        await using var db = Shared.Open(connection);
        var begun = await new Attempts(db, references, new MotCua.App.Agencies.Duties(db, clock), clock)
            .Begin(Procedure, new AgencyId(Unit), new OfficerId(1));
        return begun.Attempt ?? throw new InvalidOperationException($"Không mở được lần nộp để đo: {begun.Refusal?.Sentence}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        references.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static void Done(MotCua.App.Dossiers.Performed performed)
    {
        if (performed is MotCua.App.Dossiers.Performed.Refused refused)
            throw new InvalidOperationException($"Không làm được hồ sơ để đo: {refused.Why.Sentence}");
    }
}
