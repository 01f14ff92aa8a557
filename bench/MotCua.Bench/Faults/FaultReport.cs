namespace MotCua.Bench.Faults;

/// <summary>A bench that breaks something on purpose, or everybody works at once: it promises, and says where a promise was broken.</summary>
internal interface IFaultBench
{
    /// <summary>Runs it.</summary>
    /// <param name="say">Progress, to standard error.</param>
    /// <exception cref="InvalidOperationException">Something it needs is missing; the message is a sentence for people.</exception>
    Task<FaultReport> Run(BenchLine line, Server server, Action<string> say);
}

/// <summary>What came of it.</summary>
/// <param name="Clients">Simulated officers.</param>
/// <param name="Seconds">How long they worked.</param>
/// <param name="Requests">Requests that were answered.</param>
/// <param name="Acts">Acts acknowledged.</param>
/// <param name="Refused">Acts rightly refused, since somebody was first.</param>
/// <param name="Errors">Answers of 500 and above, lost connections, time-outs and lost forms that had no excuse.</param>
/// <param name="Broken">Promises that were broken, a sentence each.</param>
internal sealed record FaultReport(string Name, int Clients, double Seconds, int Requests, int Acts, int Refused, int Errors, IReadOnlyList<string> Broken)
{
    /// <summary>What an officer thinks between two pages, in words.</summary>
    public string? Think { get; init; }

    /// <summary>Dossiers in the database before.</summary>
    public int? Size { get; init; }

    /// <summary>Requests cut off or answered 503, and sent again by their person.</summary>
    public int? Interrupted { get; init; }

    /// <summary>Forms that a page of 503 gave back with everything typed.</summary>
    public int? FormsShown { get; init; }

    /// <summary>Seconds from the database's return to the first answer, for each time.</summary>
    public IReadOnlyList<double>? Resumed { get; init; }

    /// <summary>Seconds from the database's return to the last answer of 503, for each time; 0 for none.</summary>
    public IReadOnlyList<double>? Settled { get; init; }

    /// <summary>How often the application was killed.</summary>
    public int? Kills { get; init; }

    /// <summary>Milliseconds of the kinds of work, ours with all officers, baseline with one alone.</summary>
    public IReadOnlyList<MeasuredRow>? Rows { get; init; }

    /// <summary>The report of a journal.</summary>
    public static FaultReport Of(string name, int clients, double seconds, Journal journal, IEnumerable<string> broken)
    {
        var all = broken.ToList();
        if (journal.Errors > 0)
            all.Add($"Có {journal.Errors} lỗi, ví dụ: {string.Join("; ", journal.Samples)}.");
        return new FaultReport(name, clients, Math.Round(seconds, 1), journal.Times.Values.Sum(t => t.Count), journal.Acts.Count(a => a.Value),
            journal.Refused, journal.Errors, all);
    }
}
