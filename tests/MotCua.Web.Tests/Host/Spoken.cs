using MotCua.Web.Configuration;
using MotCua.Web.Verbs;

namespace MotCua.Web.Tests.Host;

/// <summary>Runs verbs as a person would type them and keeps what was written.</summary>
public sealed class Spoken(string input = "")
{
    public StringWriter Out { get; } = new();

    public StringWriter Error { get; } = new();

    public Streams Streams => new(new StringReader(input), Out, Error);

    public Task<int> Run(params string[] words) => VerbTable.Run(words, Streams);

    public static VerbLine Line(MotCuaSettings settings, Streams streams, params string[] options) =>
        new(new ServeVerb(), [], options.ToDictionary(o => o, _ => (IReadOnlyList<string>)[""]),
            new SettingsReading(settings, new Dictionary<string, string>(), null), streams);
}
