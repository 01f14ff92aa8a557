namespace MotCua.Web.Verbs;

/// <summary>What the product can be asked on a command line. One class, one file, one line in <see cref="VerbTable"/>.</summary>
public interface IVerb
{
    /// <summary>One or two words: "serve", "process check".</summary>
    string Name { get; }

    /// <summary>How it is written: "seed [--demo N] [--from DAY]".</summary>
    string Usage { get; }

    /// <summary>What it does, one Vietnamese line for "help".</summary>
    string Does { get; }

    /// <summary>Its own options; --data, --db, --json and --help belong to every verb.</summary>
    IReadOnlyList<VerbOption> Options => [];

    /// <summary>The fewest arguments.</summary>
    int Least => 0;

    /// <summary>The most arguments.</summary>
    int Most => Least;

    /// <summary>Does it. Exit status: 0 done; 1 refused or found wrong; 2 wrong use.</summary>
    Task<int> Run(VerbLine line, CancellationToken stop);
}

/// <summary>An option of a verb.</summary>
/// <param name="Name">Without the dashes.</param>
/// <param name="Value">What its value is called ("DIR"); null for a switch.</param>
public sealed record VerbOption(string Name, string? Value = null)
{
    /// <summary>May be given several times.</summary>
    public bool Many { get; init; }

    /// <summary>The value that the option gives to the setting of the same name; null when it sets none, "" for the option's value.</summary>
    public string? Sets { get; init; }

    /// <summary>The options of every verb.</summary>
    public static IReadOnlyList<VerbOption> Common { get; } =
    [
        new("data", "DIR") { Sets = "" },
        new("db", "CONNECTION") { Sets = "" },
        new("json"),
        new("help"),
    ];
}
