using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;

namespace MotCua.App.Dossiers;

/// <summary>Who brings an act to the desk, by which door, and what comes along.</summary>
/// <param name="Door">"counter", "api", "walk", "seed", "job".</param>
public sealed record Hand(Actor By, string Door)
{
    /// <summary>The version of the dossier that the person saw; null where nobody looked.</summary>
    public int? Seen { get; init; }

    /// <summary>Ids of the flows by which it goes on after a step, where the process leaves that to the officer.</summary>
    public IReadOnlyList<string> Ways { get; init; } = [];

    /// <summary>The same key twice is one act.</summary>
    public string? Key { get; init; }

    /// <summary>The procedure version, for a dossier that is about to be received.</summary>
    public ProcedureVersion? Procedure { get; init; }

    /// <summary>What the applicant declares, for a dossier that is about to be received.</summary>
    public IReadOnlyList<Declaration> Declared { get; init; } = [];

    /// <summary>Takes what the act rests on besides the dossier, or throws what a collision throws; called in the transaction, before numbers are
    /// drawn, so that nobody waits for them longer than he must.</summary>
    public Func<DossierId, CancellationToken, Task>? First { get; init; }

    /// <summary>Adds the rows that the act brings along; called in the transaction, may be called again after a collision.</summary>
    public Action<Written>? Write { get; init; }

    /// <summary>Gives words an id for the act, and a hand that brings the words along; null, and this hand, where there are none.</summary>
    /// <param name="kind">What they are: "opinion", "supplement".</param>
    public TextId? Words(string? body, string kind, out Hand with)
    {
        with = this;
        if (Paragraphs.Clean(body) is not { } words)
            return null;
        var (id, write) = (new TextId(Guid.CreateVersion7()), Write);
        with = this with
        {
            Write = w =>
            {
                write?.Invoke(w);
                w.Text(id, kind, words);
            },
        };
        return id;
    }
}

/// <summary>What has been decided and is being written.</summary>
/// <param name="Db">To add rows to; not to save.</param>
/// <param name="Version">Version of the act's first event: rows beside the log carry it.</param>
public sealed record Written(MotCuaDb Db, Dossier After, Circumstances Now, int Version)
{
    /// <summary>Adds an officer's own words.</summary>
    public void Text(TextId id, string kind, string body) => Db.Add(new TextRow
    {
        Id = id.Value, DossierId = After.Id.Value, Version = Version, Kind = kind, Body = body,
    });
}

/// <summary>What became of an act.</summary>
public abstract record Performed
{
    private Performed() { }

    /// <summary>Done.</summary>
    public sealed record Done(Dossier After, IReadOnlyList<DossierEvent> Events) : Performed;

    /// <summary>Not done, and why.</summary>
    /// <param name="Since">What others did since the person looked.</param>
    public sealed record Refused(Refusal Why, Dossier Dossier, IReadOnlyList<DossierEventRow> Since) : Performed;

    /// <summary>Somebody else changed what the act rests on: who, what and when stand in the row.</summary>
    public sealed record Overtaken(DossierEventRow By, Dossier Dossier, IReadOnlyList<DossierEventRow> Since) : Performed;

    /// <summary>The same key was used before: this is what it came to.</summary>
    public sealed record Repeated(DossierId Id, int Version) : Performed;
}
