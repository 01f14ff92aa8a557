using MotCua.App.Work;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Words;

namespace MotCua.App.Tests.Work;

/// <summary>Queries with any filters together, mostly such that some dossier answers.</summary>
internal sealed class RandomQuery(PlainRecord record, int seed)
{
    private readonly Random random = new(seed);

    /// <summary>How many filters there are.</summary>
    public const int Filters = 17;

    /// <summary>The query of some filters, each drawn from one dossier or, now and then, from another.</summary>
    public WorkQuery With(params IReadOnlyList<int> filters)
    {
        var query = new WorkQuery(Pick(Enum.GetValues<WorkView>())) { Sort = random.Next(3) == 0 ? Pick(Enum.GetValues<WorkSort>()) : null };
        var like = Pick(record.Dossiers);
        return filters.Aggregate(query, (q, f) => Narrow(q, f, random.Next(8) == 0 ? Pick(record.Dossiers) : like));
    }

    /// <summary>The query of up to five filters.</summary>
    public WorkQuery Next() => With([.. Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(Filters))]);

    private WorkQuery Narrow(WorkQuery q, int filter, PlainDossier like) => filter switch
    {
        0 => q with { Words = Pick(like.Search.Folded.Split(' ')) },
        1 => q with { Unit = Pick([.. like.Units]) },
        2 => q with { Step = like.Steps.Count > 0 ? Pick(like.Steps).Kind : Pick(Enum.GetValues<StepKind>()) },
        3 => q with { Status = like.Row.Status },
        4 => q with { Due = Pick(Enum.GetValues<DueState>()) },
        5 => q with { Sector = record.Reference.Procedure(like.Row.Procedure, like.Row.ProcedureVersion).Sector },
        6 => q with { Procedure = like.Row.Procedure },
        7 => q with { Person = Pick(VietnameseText.Fold(Pick(like.Parties).Name).Split(' ')) is var word && random.Next(2) == 0 ? word : word[..1] },
        8 => q with { Person = Pick(like.Parties).Number is { } number ? Spaced(number) : "001190000000" },
        9 => q with { Code = like.Row.Code[^random.Next(3, 10)..] },
        10 => q with { Channel = random.Next(3) == 0 ? Channel.Online : like.Row.Channel },
        11 => q with { Received = Around(like.Row.Received) },
        12 => q with { Appointment = Around(like.Row.Appointment) },
        13 => q with { Result = Around(like.Row.Registered ?? like.Row.Due) },
        14 => q with { Returned = Around(like.Row.HandedOver ?? like.Row.Due) },
        15 => q with { Officer = Pick([.. like.Officers]) },
        _ => q with { Book = new BookOf(like.Row.ReceptionId, Vietnam.Day(like.Row.Received).Year) },
    };

    private static string Spaced(string number) => number.Length == 12 ? $"{number[..3]} {number[3..6]} {number[6..]}" : number;

    private Days Around(DateTimeOffset at)
    {
        var day = Vietnam.Day(at);
        return new Days(random.Next(4) == 0 ? null : day.AddDays(-random.Next(3)), random.Next(4) == 0 ? null : day.AddDays(random.Next(3)));
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
