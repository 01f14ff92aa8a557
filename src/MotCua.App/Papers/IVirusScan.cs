namespace MotCua.App.Papers;

/// <summary>What looking for viruses gave.</summary>
public enum VirusVerdict
{
    /// <summary>Nothing was found.</summary>
    Clean,
    /// <summary>Something was found.</summary>
    Infected,
    /// <summary>The program that looks does not answer.</summary>
    Down,
}

/// <summary>Looks for viruses.</summary>
public interface IVirusScan
{
    /// <summary>Whether a program that looks is named in the settings.</summary>
    bool IsConfigured { get; }

    /// <summary>Looks through a file.</summary>
    /// <param name="content">Seekable; its position is not kept.</param>
    /// <returns>What was found, and its name where something was.</returns>
    Task<(VirusVerdict Verdict, string? Name)> Scan(Stream content, CancellationToken cancel);

    /// <summary>Whether the program answers now.</summary>
    Task<bool> Answers(CancellationToken cancel);
}
