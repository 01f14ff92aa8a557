using MotCua.App.Dossiers;

namespace MotCua.App.Work;

/// <summary>A row that a list is made of, before it is narrowed and ordered.</summary>
internal sealed class WorkFound
{
    public required DossierRow Dossier { get; init; }
    public required DateTimeOffset Received { get; init; }
    public required string Code { get; init; }
    public required string Procedure { get; init; }

    /// <summary>Only where rows are steps.</summary>
    public DossierStepRow? Step { get; init; }

    /// <summary>0 where the authorities' clock runs. Only where rows are steps.</summary>
    public int Rank { get; init; }

    /// <summary>0 for the officer's own steps. Only where rows are steps.</summary>
    public int Others { get; init; }

    /// <summary>Only where rows are steps.</summary>
    public int Token { get; init; }
}

/// <summary>The orders of lists.</summary>
internal static class WorkOrders
{
    private static readonly Keyset<WorkFound>
        StepsByDue = new Keyset<WorkFound>().By(f => f.Rank).By(f => f.Dossier.Due).By(f => f.Others).By(f => f.Code).By(f => f.Token),
        StepsNewest = new Keyset<WorkFound>().By(f => f.Received, true).By(f => f.Code, true).By(f => f.Token),
        StepsOldest = new Keyset<WorkFound>().By(f => f.Received).By(f => f.Code).By(f => f.Token),
        StepsByCode = new Keyset<WorkFound>().By(f => f.Code).By(f => f.Token),
        ByDue = new Keyset<WorkFound>().By(f => f.Dossier.Due).By(f => f.Code),
        Newest = new Keyset<WorkFound>().By(f => f.Received, true).By(f => f.Code, true),
        Oldest = new Keyset<WorkFound>().By(f => f.Received).By(f => f.Code),
        ByCode = new Keyset<WorkFound>().By(f => f.Code);

    /// <summary>The order that a query asks for.</summary>
    public static Keyset<WorkFound> Of(WorkQuery query) => (query.OfSteps, query.Order) switch
    {
        (true, WorkSort.Newest) => StepsNewest,
        (true, WorkSort.Oldest) => StepsOldest,
        (true, WorkSort.Code) => StepsByCode,
        (true, _) => StepsByDue,
        (_, WorkSort.Due) => ByDue,
        (_, WorkSort.Oldest) => Oldest,
        (_, WorkSort.Code) => ByCode,
        _ => Newest,
    };
}
