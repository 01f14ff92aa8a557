using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MotCua.Web.Configuration;

namespace MotCua.Web.Verbs;

/// <summary>One call of a verb: what was typed, the settings in force, and where to read and write.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="Arguments">Everything that is no option.</param>
/// <param name="Options">Option → its values.</param>
/// <param name="Reading">The settings and where each came from.</param>
/// <param name="Streams">Standard input, output and error.</param>
public sealed record VerbLine(
    IVerb Verb,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Options,
    SettingsReading Reading,
    Streams Streams)
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The settings in force.</summary>
    public MotCuaSettings Settings => Reading.Settings;

    /// <summary>Whether standard output is to hold one JSON document and nothing else.</summary>
    public bool Json => Has("json");

    /// <summary>Arguments for the generic host (only a test host gives any).</summary>
    public IReadOnlyList<string> HostArguments { get; init; } = [];

    /// <summary>Whether an option was given.</summary>
    public bool Has(string option) => Options.ContainsKey(option);

    /// <summary>The value of an option; null when it was not given.</summary>
    public string? Option(string option) => Options.TryGetValue(option, out var values) ? values[^1] : null;

    /// <summary>All values of an option that may be repeated.</summary>
    public IReadOnlyList<string> All(string option) => Options.TryGetValue(option, out var values) ? values : [];

    /// <summary>A line for people on standard output; nothing with --json.</summary>
    public void Say(string text)
    {
        if (!Json)
            Streams.Out.WriteLine(text);
    }

    /// <summary>Progress, on standard error.</summary>
    public void Note(string text) => Streams.Error.WriteLine(text);

    /// <summary>The JSON document on standard output; nothing without --json. camelCase, invariant, enums as given.</summary>
    public void Print<T>(T document)
    {
        if (Json)
            Streams.Out.WriteLine(JsonSerializer.Serialize(document, Wire));
    }

    /// <summary>The reason on standard error in one sentence.</summary>
    /// <returns>The exit status 1.</returns>
    public int Refuse(string sentence)
    {
        Note(sentence);
        return 1;
    }

    /// <summary>Wrong use: the sentence and how the verb is written.</summary>
    /// <returns>The exit status 2.</returns>
    public int Wrong(string sentence)
    {
        Note(sentence);
        Note($"Cách dùng: {Verb.Usage}");
        return 2;
    }
}

/// <summary>Standard input, output and error, as UTF-8 whatever the machine's locale.</summary>
public sealed record Streams(TextReader In, TextWriter Out, TextWriter Error)
{
    /// <summary>Those of the process.</summary>
    public static Streams OfProcess()
    {
        var utf8 = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(
            new StreamReader(Console.OpenStandardInput(), utf8),
            TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true }),
            TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true }));
    }
}
